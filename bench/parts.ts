/** The program's own parts: for printing the same HTML without the rest of the program, and to find its browser. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeMemo } from '../src/memo/make-memo.ts';
import type { PrintablePage } from '../src/model/page.ts';
import { Forms } from '../src/project/forms.ts';
import { nodeEffects } from '../src/project/node-effects.ts';
import { AssessmentReader } from '../src/project/read-assessment.ts';

export { connectTo } from '../src/pdf/browser/connect.ts';
export { locateBrowsers } from '../src/pdf/browser/locate-browser.ts';
export { thisMachine } from '../src/pdf/browser/machine.ts';
export { openPage } from '../src/pdf/browser/page.ts';
export { privateFolder } from '../src/pdf/browser/private-folder.ts';
export { startBrowser } from '../src/pdf/browser/start-browser.ts';
export { unpackBrowser } from '../src/pdf/browser/unpack-browser.ts';
export { embeddedBrowser } from '../src/pdf/browser/unpacked-browser.ts';

/** The pages of the generated assessments of a folder, in the order of their names. Written here, so that types are checked. */
export async function pagesOf(root: string, folder: string): Promise<PrintablePage[]> {
  const effects = { ...nodeEffects(root), projectFolder: folder };
  const forms = new Forms(effects);
  const reader = new AssessmentReader(effects, { forms: await forms.names() });
  const names = (await readdir(join(folder, 'assessments'))).filter((name) => name.startsWith('bench-'));
  const pages: PrintablePage[] = [];
  for (const name of names.sort()) {
    const path = join(folder, 'assessments', name);
    const { assessment, register, findings } = await reader.read({ path, shown: path });
    if (!assessment) throw new Error(`${name} is refused: ${JSON.stringify(findings)}`);
    const form = await forms.load(assessment.form);
    const { page } = await makeMemo({ assessment, register, form }, { paper: 'A4', isLaidOut: true });
    if (page) pages.push(page);
  }
  return pages;
}
