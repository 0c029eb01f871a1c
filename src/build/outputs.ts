import { join } from 'node:path';
import { toStandaloneHtml } from '../html/standalone.ts';
import type { MadeMemo } from '../memo/make-memo.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import { pageNotice } from '../pdf/fonts/coverage.ts';
import { inlineFontCss } from '../pdf/fonts/inline-fonts.ts';
import type { Effects, OutputFile } from '../project/effects.ts';
import type { Origin } from '../project/provenance.ts';
import type { BuildOptions } from './build-options.ts';

/** Everything a memo gives in the formats wanted, and what is to be said of it; figures belong to the Markdown. */
export async function outputsOf(
  { name, markdown, figures, page, word, metadata }: MadeMemo,
  { formats, out }: BuildOptions,
  printer: Promise<Printer> | undefined,
  origin: () => Promise<Origin>,
): Promise<{ readonly files: OutputFile[]; readonly notices: readonly string[] }> {
  const files: OutputFile[] = [];
  const notices: string[] = [];
  const add = (ending: string, content: string | Uint8Array) =>
    files.push({ path: join(out, `${name}.${ending}`), content });
  if (formats.includes('md')) {
    for (const [path, svg] of figures) files.push({ path: join(out, path), content: svg });
    add('md', markdown);
  }
  if (word) add('docx', word);
  if (!page) return { files, notices };
  if (formats.includes('html')) add('html', toStandaloneHtml(page, inlineFontCss(page.body)));
  if (printer) {
    add('pdf', await (await printer).print(page, { ...metadata, ...(await origin()) }));
    const notice = pageNotice(page);
    if (notice !== undefined) notices.push(notice);
  }
  return { files, notices };
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
