import { DRAWN, differingParts } from './compare-objects.ts';
import type { ReadPage, ReadPdf } from './read-pdf.ts';

/** A difference between two PDFs. */
export interface PdfDifference {
  readonly kind: 'pages' | 'words' | 'drawing' | 'metadata' | 'attachment' | 'document';
  /** Counted from 1; absent if it is not about one page. */
  readonly page?: number;
  /** For people: what the PDF has, and what it should have. */
  readonly message: string;
}

/** Most pages whose words are listed one by one. */
const MAX_PAGES = 20;
/** Most words of each side that are shown. */
const MAX_WORDS = 12;

/**
 * How a PDF differs from the expected one: words, properties and attachments one by one, everything else
 * reachable from its catalog by name. Empty if only the bytes differ.
 */
export function comparePdfs(given: ReadPdf, expected: ReadPdf): PdfDifference[] {
  return [
    ...comparePages(given.pages, expected.pages),
    ...compareInfo(given.info, expected.info),
    ...compareXmp(given.xmp, expected.xmp),
    ...compareAttachments(given, expected),
    ...compareParts(given, expected),
  ];
}

function comparePages(given: readonly ReadPage[], expected: readonly ReadPage[]): PdfDifference[] {
  const differences: PdfDifference[] = [];
  if (given.length !== expected.length) {
    const message = `It has ${pages(given.length)}; the assessment gives ${pages(expected.length)}.`;
    differences.push({ kind: 'pages', message });
  }
  const redrawn: number[] = [];
  const reworded: PdfDifference[] = [];
  for (const [index, page] of given.entries()) {
    const other = expected[index];
    if (!other) break;
    const words = differingWords(page.words, other.words);
    if (words !== undefined)
      reworded.push({ kind: 'words', page: index + 1, message: `Page ${index + 1}: ${words}` });
    else if (page.drawing !== other.drawing || String(page.size) !== String(other.size))
      redrawn.push(index + 1);
  }
  differences.push(...reworded.slice(0, MAX_PAGES));
  if (reworded.length > MAX_PAGES) {
    const message = `The words of ${reworded.length - MAX_PAGES} further pages differ.`;
    differences.push({ kind: 'words', message });
  }
  if (redrawn.length > 0) {
    const which = redrawn.length === 1 ? `Page ${redrawn[0]} has` : `Pages ${redrawn.join(', ')} have`;
    const message = `${which} the right words, but something else about what is drawn or linked differs.`;
    differences.push({
      kind: 'drawing',
      ...(redrawn.length === 1 && { page: redrawn[0] as number }),
      message,
    });
  }
  return differences;
}

function pages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

/** The words from the first that differs to the last; `undefined` if none does. */
function differingWords(given: readonly string[], expected: readonly string[]): string | undefined {
  let start = 0;
  while (start < given.length && start < expected.length && given[start] === expected[start]) start += 1;
  if (start === given.length && start === expected.length) return undefined;
  let end = 0;
  const most = Math.min(given.length, expected.length) - start;
  while (end < most && given.at(-1 - end) === expected.at(-1 - end)) end += 1;
  const here = shown(given.slice(start, given.length - end));
  const there = shown(expected.slice(start, expected.length - end));
  const before = given.slice(Math.max(0, start - 4), start).join(' ');
  const place = before === '' ? 'at its beginning' : `after “${printable(before)}”`;
  return `${place} it says ${here}, where the assessment gives ${there}.`;
}

function shown(words: readonly string[]): string {
  if (words.length === 0) return 'nothing';
  const text = words.slice(0, MAX_WORDS).join(' ');
  const more = words.length > MAX_WORDS ? ` … (${words.length} words)` : '';
  return `“${printable(text)}”${more}`;
}

/** A stranger's text must not control the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd').slice(0, 200);
}

function compareInfo(given: ReadPdf['info'], expected: ReadPdf['info']): PdfDifference[] {
  const keys = [...new Set([...given.keys(), ...expected.keys()])].slice(0, 50);
  return keys
    .filter((key) => key !== 'Producer' && given.get(key) !== expected.get(key))
    .map((key) => {
      const quoted = (text: string | undefined) => (text === undefined ? 'nothing' : `“${printable(text)}”`);
      const message = `The document’s property ${printable(key)} says ${quoted(given.get(key))}, where the assessment gives ${quoted(expected.get(key))}.`;
      return { kind: 'metadata', message };
    });
}

/** Properties reported on their own: they say what the PDF was made with. */
const MADE_WITH = /<tm:(?:ProgramVersion|FormHash)>[^<]*<\/tm:\w+>|<pdf:Producer>[^<]*<\/pdf:Producer>/g;

function compareXmp(given: string, expected: string): PdfDifference[] {
  const bare = (packet: string) => packet.replace(MADE_WITH, '').replace(/\s+/g, ' ');
  if (bare(given) === bare(expected)) return [];
  return [{ kind: 'metadata', message: 'Its XMP metadata are not what the assessment gives.' }];
}

function compareAttachments(given: ReadPdf, expected: ReadPdf): PdfDifference[] {
  const messages: string[] = [];
  for (const { name, bytes } of given.attachments) {
    const other = expected.attachments.find((file) => file.name === name);
    if (!other) messages.push(`It carries a file ${printable(name)} that does not belong to it.`);
    else if (!other.bytes.equals(bytes))
      messages.push(`The file ${printable(name)} in it is not the one that it should carry.`);
  }
  for (const { name } of expected.attachments) {
    if (!given.attachments.some((file) => file.name === name))
      messages.push(`The file ${name} is missing in it.`);
  }
  return messages.map((message) => ({ kind: 'attachment', message }));
}

/** A part that differs on every page would fill the screen: such differences are summarised. */
function compareParts(given: ReadPdf, expected: ReadPdf): PdfDifference[] {
  const pagesOf = new Map<string, number[]>();
  for (const { part, page } of differingParts(given.file, expected.file)) {
    if (part === DRAWN) continue; // words and drawings of each page are reported separately
    pagesOf.set(part, [...(pagesOf.get(part) ?? []), ...(page === undefined ? [] : [page])]);
  }
  return [...pagesOf].map(([part, all]) => {
    const shownPages = all.slice(0, MAX_PAGES).join(', ') + (all.length > MAX_PAGES ? ' …' : '');
    const where = all.length === 0 ? '' : all.length === 1 ? ` on page ${all[0]}` : ` on pages ${shownPages}`;
    const message = `Other than the assessment gives: ${part}${where}.`;
    return { kind: 'document', ...(all.length === 1 && { page: all[0] as number }), message };
  });
}
