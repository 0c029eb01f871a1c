/** The content of a PDF, read from the PDF itself. */
import { readFile } from 'node:fs/promises';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paintedIn } from './painted-figures.mjs';

/** Everything that the comparison needs from a PDF. */
export async function readPdf(path) {
  const bytes = await readFile(path);
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    const pdf = await loading.promise;
    const [{ info, metadata }, marks, outline, attachments] = await Promise.all([
      pdf.getMetadata(),
      pdf.getMarkInfo(),
      pdf.getOutline(),
      pdf.getAttachments(),
    ]);
    return {
      bytes,
      pages: await pagesOf(pdf),
      tagged: marks?.Marked === true,
      outline: entriesOf(outline),
      attachments: Object.values(attachments ?? {}).map(({ content }) => Buffer.from(content)),
      info,
      xmp: metadata?.getRaw() ?? '',
      painted: await paintedIn(pdf),
    };
  } finally {
    await loading.destroy();
  }
}

/** Of each page its text, how many links lead to a place inside, and its tags as `{role, alt}`. */
async function pagesOf(pdf) {
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const annotations = await page.getAnnotations();
    pages.push({
      text: items.map((item) => (item.hasEOL ? `${item.str} ` : item.str)).join(''),
      links: annotations.filter(({ subtype, dest }) => subtype === 'Link' && dest).length,
      tags: tagsOf(await page.getStructTree()),
    });
  }
  return pages;
}

function tagsOf(node) {
  if (!node?.role) return [];
  return [{ role: node.role, alt: node.alt }, ...node.children.flatMap(tagsOf)];
}

function entriesOf(outline) {
  return (outline ?? []).reduce((sum, { items }) => sum + 1 + entriesOf(items), 0);
}
