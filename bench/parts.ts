/** The program's own parts, for printing the same HTML without the rest of the program. */
export { connectTo } from '../src/pdf/connect.ts';
export { openPage } from '../src/pdf/page.ts';
export { startBrowser } from '../src/pdf/start-browser.ts';
export { buildMemo, layOut } from '../src/pipeline/build-memo.ts';
export { Forms } from '../src/pipeline/forms.ts';
export { nodeEffects } from '../src/pipeline/node-effects.ts';
export { AssessmentReader } from '../src/pipeline/read-assessment.ts';
