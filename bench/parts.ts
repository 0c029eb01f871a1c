/** The program's own parts: for printing the same HTML without the rest of the program, and to find its browser. */

export { buildMemo, layOut } from '../src/memo/build-memo.ts';
export { connectTo } from '../src/pdf/browser/connect.ts';
export { locateBrowsers } from '../src/pdf/browser/locate-browser.ts';
export { thisMachine } from '../src/pdf/browser/machine.ts';
export { openPage } from '../src/pdf/browser/page.ts';
export { privateFolder } from '../src/pdf/browser/private-folder.ts';
export { startBrowser } from '../src/pdf/browser/start-browser.ts';
export { unpackBrowser } from '../src/pdf/browser/unpack-browser.ts';
export { embeddedBrowser } from '../src/pdf/browser/unpacked-browser.ts';
export { Forms } from '../src/project/forms.ts';
export { nodeEffects } from '../src/project/node-effects.ts';
export { AssessmentReader } from '../src/project/read-assessment.ts';
