import { join } from 'node:path';
import { toStandaloneHtml } from '../html/standalone.ts';
import { inlineFontCss } from '../pdf/inline-fonts.ts';
import type { Printer } from '../pdf/printer.ts';
import type { Format } from './build.ts';
import type { Memo } from './build-memo.ts';
import type { Effects, OutputFile } from './effects.ts';

/** Everything a memo gives in the formats wanted; figures belong to the Markdown. */
export async function outputsOf(
  memo: Memo,
  wanted: readonly Format[],
  folder: string,
  printer: Printer | undefined,
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  if (wanted.includes('md')) {
    for (const [path, svg] of memo.figures) files.push({ path: join(folder, path), content: svg });
    files.push({ path: join(folder, `${memo.id}.md`), content: memo.markdown });
  }
  if (wanted.includes('html')) {
    files.push({
      path: join(folder, `${memo.id}.html`),
      content: toStandaloneHtml(memo.page, inlineFontCss(memo.page.body)),
    });
  }
  if (wanted.includes('pdf') && printer) {
    files.push({
      path: join(folder, `${memo.id}.pdf`),
      content: await printer.print(memo.page, memo.metadata),
    });
  }
  return files;
}

/** Which of the files are not there with just this content. */
export async function staleAmong(files: readonly OutputFile[], effects: Effects): Promise<string[]> {
  const stale = await Promise.all(
    files.map(async ({ path, content }) => {
      const present = await effects.readFile(path);
      return present && Buffer.compare(present, Buffer.from(content)) === 0 ? [] : [path];
    }),
  );
  return stale.flat();
}
