import { type Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { tableStyleXml } from './styles.ts';

/** The parts of a Word document, by name in the package. */
export type Parts = Map<string, Uint8Array>;

/** The text of a part; empty if missing. */
export function textOfPart(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  return bytes ? strFromU8(bytes) : '';
}

export function setText(parts: Parts, name: string, text: string): void {
  parts.set(name, strToU8(text));
}

/** Data that the library regenerates each time, or cannot set. */
interface Facts {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /**
   * The pictures, by the placeholders the library was given: it hashes pictures in JavaScript, which takes a
   * tenth of a document's time.
   */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * The package the library wrote, with everything that varies between runs derived from the memo instead: the
 * dates of the document, and the ids of relationships.
 */
export async function makeRepeatable(document: Document, { date, pictures }: Facts): Promise<Parts> {
  const parts = await partsOf(document);
  for (const [name, bytes] of parts) {
    const picture = name.startsWith('word/media/') && pictures.get(strFromU8(bytes));
    if (picture) parts.set(name, picture);
  }
  const core = textOfPart(parts, 'docProps/core.xml');
  setText(
    parts,
    'docProps/core.xml',
    core.replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      (_, tag: string) => `${tag}${date}T00:00:00Z`,
    ),
  );
  for (const name of [...parts.keys()].filter((one) => one.endsWith('.rels')))
    renameRelationships(parts, name);
  const styles = textOfPart(parts, 'word/styles.xml');
  setText(parts, 'word/styles.xml', styles.replace('</w:styles>', `${tableStyleXml}</w:styles>`));
  const body = textOfPart(parts, 'word/document.xml');
  setText(parts, 'word/document.xml', markDecorative(body));
  return parts;
}

/** The library's compiler before compression; not part of its published types. */
interface Compiler {
  compile(file: Document, prettify?: undefined, overrides?: readonly never[]): ReadonlyMap<string, unknown>;
}

/** The parts as the library makes them; through its compressed output only if there is no other way. */
async function partsOf(document: Document): Promise<Parts> {
  const { compiler } = Packer as unknown as { readonly compiler?: Partial<Compiler> };
  const made = compiler?.compile?.(document, undefined, []);
  const parts: Parts = new Map();
  for (const [name, content] of made ?? []) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    if (!(bytes instanceof Uint8Array)) return unzipped(document);
    parts.set(name, bytes);
  }
  return made ? parts : unzipped(document);
}

async function unzipped(document: Document): Promise<Parts> {
  return new Map(Object.entries(unzipSync(await Packer.pack(document, 'uint8array'))));
}

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`. */
function renameRelationships(parts: Parts, name: string): void {
  const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
  let rels = textOfPart(parts, name);
  let text = textOfPart(parts, owner);
  const ids = [...rels.matchAll(/\bId="([^"]+)"/g)].map(([, id]) => id ?? '');
  for (const [at, id] of ids.entries()) {
    if (/^rId\d+$/.test(id)) continue;
    const fresh = `rIdM${at + 1}`;
    rels = rels.replaceAll(`"${id}"`, `"${fresh}"`);
    text = text.replaceAll(`"${id}"`, `"${fresh}"`);
  }
  setText(parts, name, rels);
  if (text !== '') setText(parts, owner, text);
}

const DECORATIVE =
  '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** Marks drawings that repeat the words beside them as decorative, so that screen readers skip them. */
function markDecorative(xml: string): string {
  return xml.replace(/<wp:docPr ([^>]*name="decorative \d+"[^>]*)\/>/g, (_, attributes: string) => {
    return `<wp:docPr ${attributes}>${DECORATIVE}</wp:docPr>`;
  });
}

/**
 * The parts as a file, sorted by name, so that the same parts give the same bytes. Word requires the list of
 * content types first. Times are the oldest the format can hold, in the current time zone.
 */
export function zipParts(parts: Parts): Uint8Array {
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].sort(
    (a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1),
  );
  const entries = names.map((name): [string, Zippable[string]] => {
    const bytes = parts.get(name) ?? new Uint8Array();
    // Pictures are already compressed.
    return [name, /\.(?:png|jpe?g)$/.test(name) ? [bytes, { level: 0 }] : bytes];
  });
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 });
}
