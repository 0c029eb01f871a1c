import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument, OPS } from './pdfjs.ts';

export interface ReadPdf {
  readonly pages: readonly string[];
  /** Roles in the structure trees of all pages, in reading order. */
  readonly roles: readonly string[];
  readonly language: string | null;
  readonly outline: readonly string[];
  /** The entries of the outline, each with the page it leads to, from 1. */
  readonly headings: readonly { readonly title: string; readonly page: number }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: string;
  /** Width and height of the first page, in points. */
  readonly size: readonly [number, number];
  readonly attachments: ReadonlyMap<string, string>;
}

/** What is drawn on the pages: to read it takes as long as everything else. */
export interface Drawn {
  /** Name, whether the file is embedded, and whether it is a Type 3 font, for each font used. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly type3: boolean }[];
  /** How often the "missing glyph" box is shown. */
  readonly missingGlyphs: number;
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly TreeNode[];
}

function rolesIn(node: TreeNode): readonly string[] {
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesIn)];
}

interface FontObject {
  readonly name: string;
  readonly missingFile: boolean;
  readonly isType3Font: boolean;
}

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly width: number;
  /** The last two numbers are the place on the page, in points. */
  readonly transform: readonly number[];
}

/** Pieces of text in reading order, with a space wherever the next piece does not touch the one before. */
function joined(items: readonly TextItem[]): string {
  let text = '';
  let end: { readonly x: number; readonly y: number } | undefined;
  for (const { str, hasEOL, width, transform } of items) {
    const [x = 0, y = 0] = transform.slice(4);
    const touches = end !== undefined && Math.abs(x - end.x) < 1 && Math.abs(y - end.y) < 1;
    text += (touches || text === '' ? '' : ' ') + str + (hasEOL ? ' ' : '');
    end = { x: x + width, y };
  }
  return text.replace(/ {2,}/g, ' ');
}

/** Reads a PDF with a library that has nothing to do with how it was made. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return read(bytes, () => Promise.resolve());
}

/** The same, with the fonts and what is shown in them. */
export async function readDrawnPdf(bytes: Uint8Array): Promise<ReadPdf & Drawn> {
  const fonts = new Map<string, Drawn['fonts'][number]>();
  let missingGlyphs = 0;
  const pdf = await read(bytes, async (page) => {
    const { fnArray, argsArray } = await page.getOperatorList();
    fnArray.forEach((operator, index) => {
      if (operator === OPS.setFont) {
        const { name, missingFile, isType3Font } = page.commonObjs.get(argsArray[index][0]) as FontObject;
        fonts.set(name, { name, embedded: !missingFile, type3: isType3Font });
      } else if (operator === OPS.showText) {
        const glyphs = argsArray[index][0] as readonly (number | { readonly originalCharCode: number })[];
        // The encoding is Identity-H: the code is the number of the glyph, and 0 is the box.
        missingGlyphs += glyphs.filter((g) => typeof g === 'object' && g.originalCharCode === 0).length;
      }
    });
  });
  return { ...pdf, fonts: [...fonts.values()], missingGlyphs };
}

async function read(bytes: Uint8Array, onPage: (page: PDFPageProxy) => Promise<void>): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  let size: ReadPdf['size'] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    if (number === 1) size = [page.view[2] ?? 0, page.view[3] ?? 0];
    const { items } = await page.getTextContent();
    pages.push(joined(items.filter((item) => 'str' in item)));
    const tree = (await page.getStructTree()) as TreeNode | null;
    if (tree !== null) roles.push(...rolesIn(tree));
    await onPage(page);
  }
  const { info, metadata } = await pdf.getMetadata();
  const outline = ((await pdf.getOutline()) ?? []) as readonly OutlineItem[];
  const files = ((await pdf.getAttachments()) ?? {}) as Record<
    string,
    { filename: string; content: Uint8Array }
  >;
  const found: ReadPdf = {
    pages,
    roles,
    language: (info as Record<string, unknown>).Language as string | null,
    outline: titlesIn(outline),
    headings: await placesIn(outline, pdf),
    info: info as Record<string, unknown>,
    xmp: metadata?.getRaw() ?? '',
    size,
    attachments: new Map(
      Object.values(files).map(({ filename, content }) => [filename, Buffer.from(content).toString('utf8')]),
    ),
  };
  await task.destroy();
  return found;
}

export interface OutlineItem {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineItem[];
}

function titlesIn(items: readonly OutlineItem[]): readonly string[] {
  return items.flatMap(({ title, items: inner }) => [title, ...titlesIn(inner)]);
}

/** Entries of an outline, each with its page, from 1. */
export async function placesIn(
  items: readonly OutlineItem[],
  pdf: PDFDocumentProxy,
): Promise<{ title: string; page: number }[]> {
  const places: { title: string; page: number }[] = [];
  for (const { title, dest, items: inner } of items) {
    const target = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const page = 1 + (await pdf.getPageIndex(target?.[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0]));
    places.push({ title, page }, ...(await placesIn(inner, pdf)));
  }
  return places;
}
