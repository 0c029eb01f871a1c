/** The program's own parts: for printing the same HTML without the rest of the program, and to find its browser. */
export { connectTo } from '../src/pdf/connect.ts';
export { locateBrowsers } from '../src/pdf/locate-browser.ts';
export { thisMachine } from '../src/pdf/machine.ts';
export { openPage } from '../src/pdf/page.ts';
export { privateFolder } from '../src/pdf/private-folder.ts';
export { startBrowser } from '../src/pdf/start-browser.ts';
export { unpackBrowser } from '../src/pdf/unpack-browser.ts';
export { embeddedBrowser } from '../src/pdf/unpacked-browser.ts';
export { buildMemo, layOut } from '../src/pipeline/build-memo.ts';
export { Forms } from '../src/pipeline/forms.ts';
export { nodeEffects } from '../src/pipeline/node-effects.ts';
export { AssessmentReader } from '../src/pipeline/read-assessment.ts';
