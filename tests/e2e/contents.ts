import type { ReadPdf } from '../pdf/read-pdf.ts';

/** An entry of a contents list: what it says, and where the heading really is. */
export interface Entry {
  readonly title: string;
  /** The number printed behind it. */
  readonly printed: number | undefined;
  /** The page the heading is on. */
  readonly real: number | undefined;
}

/** The links of the contents list of a Markdown text, with the numbers that the PDF prints for them. */
export function contentsOf(markdown: string, pdf: ReadPdf): Entry[] {
  const list = /^## Contents\n\n([\s\S]*?)\n(?=\n(?!\s*-)\S)/m.exec(markdown)?.[1] ?? '';
  const titles = [...list.matchAll(/^ *- \[(.*)\]\(#.*\)$/gm)].map(([, title = '']) =>
    title.replaceAll('\\', ''),
  );
  const text = pdf.pages.join(' ').replace(/\s+/g, ' ');
  let at = text.indexOf('Contents');
  let next = 0;
  return titles.map((title) => {
    const start = text.indexOf(`${title} `, at);
    const printed = start < 0 ? undefined : /^\d+/.exec(text.slice(start + title.length + 1))?.[0];
    if (start >= 0) at = start + title.length;
    const found = pdf.headings.findIndex((heading, index) => index >= next && heading.title === title);
    if (found >= 0) next = found + 1;
    return {
      title,
      printed: printed === undefined ? undefined : Number(printed),
      real: pdf.headings[found]?.page,
    };
  });
}
