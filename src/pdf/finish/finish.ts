import { deflateSync } from 'node:zlib';
import type { PrintablePage } from '../../model/page.ts';
import { htmlText } from '../fonts/html-text.ts';
import { whyNotArchival } from './archival.ts';
import { markArtifacts } from './artifacts.ts';
import { colourProfile, PROFILE_NAME } from './colour-profile.ts';
import type { Attachment, PdfMetadata } from './document.ts';
import { frontPages, pageLabels } from './front-matter.ts';
import { fixLists } from './list-items.ts';
import { fixOutline, headingsIn } from './outline-titles.ts';
import { nameText, pdfDate, pdfName, textString } from './pdf-syntax.ts';
import { referenceIn, type SkiaFile } from './skia-file.ts';
import { whyNotAccessible } from './universal-access.ts';
import { packedStream } from './write-pdf.ts';
import { CREATOR, xmpPacket } from './xmp.ts';

/** Level 9 takes twice the time for a hundredth of the size. */
const ATTACHMENT_LEVEL = 6;

/** Structure types that Skia writes and PDF 1.4 does not have, with the type that readers may treat them as. */
const ROLES = { Em: 'Span', Strong: 'Span' };

/**
 * Gives the structure tree a role map (ISO 32000-1, 14.7.3), so that readers which know only the older types do
 * not drop newer elements. Does nothing if the file has no tags or already has a map.
 */
function mapRoles(file: SkiaFile): void {
  const number = referenceIn(file.dictionary(file.root), 'StructTreeRoot');
  const root = number === undefined ? undefined : file.dictionary(number);
  if (number === undefined || root === undefined || root.includes('/RoleMap')) return;
  const map = Object.entries(ROLES).map(([type, standard]) => `/${type} /${standard}`);
  file.setDictionary(number, `${root}\n/RoleMap <<${map.join(' ')}>>`);
}

/** A link in HTML, with its attributes and content. */
const LINK = /<a\b([^>]*)>([\s\S]*?)<\/a>/g;
/** A link annotation as Skia writes it: to a place in the document, or to an address. */
const ANNOTATION =
  /(?:^|\n)(\d+) 0 obj\n<<\/Type \/Annot\n\/Subtype \/Link\n[^>]*?(?:\/Dest \/([^\s/>]+)|\/URI \(((?:[^()\\]|\\[\s\S])*)\))/g;

/**
 * Describes the links of a file in words (PDF/UA-1, 7.18.5): links inside the document by the page's own words
 * for them, others by their address. A place without such words keeps its name.
 *
 * @param body the HTML that was printed
 */
export function describeLinks(file: SkiaFile, body: string): void {
  const words = wordsOfLinks(body);
  for (const [, number, place, address] of file.matchAll(ANNOTATION)) {
    const object = Number(number);
    const name = nameText(place ?? '');
    const description = address?.replace(/\\([\s\S])/g, '$1') ?? words.get(name) ?? name;
    file.setDictionary(object, `${file.dictionary(object)}\n/Contents ${textString(description)}`);
  }
}

/** Targets of links, with the words of the first link to each. */
function wordsOfLinks(body: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [, attributes = '', inside = ''] of body.matchAll(LINK)) {
    const id = /\bhref="#([^"]*)"/.exec(attributes)?.[1];
    const label = /\baria-label="([^"]*)"/.exec(attributes)?.[1];
    const linkText = htmlText(label ?? inside);
    if (id !== undefined && linkText !== '' && !words.has(htmlText(id))) words.set(htmlText(id), linkText);
  }
  return words;
}

/** A finished file, and why it may not claim PDF/A-3a, if it may not. */
export interface Finished {
  readonly pdf: Uint8Array;
  readonly whyNotArchival?: string;
}

/**
 * Corrects what Skia writes and adds what it does not: structure, artifacts and descriptions for PDF/UA,
 * metadata, colours and attachments for PDF/A, and their entries in the catalog. Declares which of the two
 * standards the file meets. The same input gives the same bytes. Throws an Error if the file is not structured
 * as Skia's are.
 *
 * @param page what was printed
 */
export function finish(file: SkiaFile, metadata: PdfMetadata, page: PrintablePage): Finished {
  fixCharacterMaps(file);
  fixOutline(file, headingsIn(page.body));
  mapRoles(file);
  fixLists(file);
  describeLinks(file, page.body);
  const isMarked = markArtifacts(file);
  const unlike = isMarked
    ? whyNotAccessible(file, page)
    : 'what is no text of its could not be marked as such';
  const why = unlike ?? whyNotArchival(file, metadata, ROLES);
  const claims = { isAccessible: unlike === undefined, isArchival: why === undefined };
  const producer = /\/Producer \(([^()\\]*)\)/.exec(file.dictionary(file.info))?.[1] ?? 'Skia/PDF';
  const packet = addMetadata(file, xmpPacket(metadata, producer, claims));
  const labels = pageLabels(frontPages(file, page));
  const attached = attach(file, metadata.attachments ?? [], metadata.date);
  const colours = claims.isArchival ? outputIntent(file) : '';
  file.setDictionary(file.info, infoDictionary(metadata, producer));
  const additions = attached + labels + colours;
  file.setDictionary(file.root, catalog(file.dictionary(file.root), metadata, packet, additions));
  return { pdf: file.bytes(), ...(why !== undefined && { whyNotArchival: why }) };
}

/** Declares the colour space (PDF/A-3, 6.2.3): all colours are sRGB, which is what Skia paints in. */
function outputIntent(file: SkiaFile): string {
  const profile = file.add(packedStream(colourProfile(), '/N 3\n', ATTACHMENT_LEVEL));
  const name = textString(PROFILE_NAME);
  const intent = file.add(
    `<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ${name} /Info ${name} ` +
      `/RegistryName (http://www.color.org) /DestOutputProfile ${profile} 0 R>>`,
  );
  return ` /OutputIntents [${intent} 0 R]`;
}

/**
 * The XMP packet is not compressed, so that programs which cannot parse PDF can find it (ISO 32000-1, 14.3.2).
 */
function addMetadata(file: SkiaFile, xmp: string): number {
  const packet = Buffer.from(xmp, 'utf8');
  return file.add(
    Buffer.concat([
      Buffer.from(`<</Type /Metadata /Subtype /XML /Length ${packet.length}>>\nstream\n`),
      packet,
      Buffer.from('\nendstream'),
    ]),
  );
}

function infoDictionary(metadata: PdfMetadata, producer: string): string {
  const date = pdfDate(metadata.date);
  const entries = [
    ['Title', metadata.title],
    ['Author', metadata.authors.join('; ')],
    ['Subject', metadata.subject ?? ''],
    ['Keywords', metadata.keywords.join('; ')],
    ['Marking', metadata.marking],
    ['Creator', CREATOR],
    ['Producer', producer],
  ] as const;
  const written = entries
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `/${name} ${textString(value)}`);
  return `${written.join('\n')}\n/CreationDate (${date})\n/ModDate (${date})`;
}

/** Skia's catalog (pages, tags, outline) with our entries added. */
function catalog(skia: string, metadata: PdfMetadata, packet: number, attached: string): string {
  const additions = [`/Metadata ${packet} 0 R`, attached];
  if (!skia.includes('/Lang ')) additions.push(`/Lang ${textString(metadata.language)}`);
  if (!skia.includes('/ViewerPreferences ')) additions.push('/ViewerPreferences <</DisplayDocTitle true>>');
  if (skia.includes('/Outlines ')) additions.push('/PageMode /UseOutlines');
  return `${skia}\n${additions.join('\n')}`;
}

/**
 * The shipped Latin fonts draw the apostrophe (U+2019) and the modifier letter (U+02BC) with one glyph, and
 * Skia maps a glyph to the lowest character it stands for. So “Ukraine’s” would be found, copied and read aloud
 * as if it had a letter in place of the apostrophe. Corrects the fonts' character maps.
 */
function fixCharacterMaps(file: SkiaFile): void {
  const numbers = new Set(Array.from(file.matchAll(/\/ToUnicode (\d+) 0 R/g), (match) => Number(match[1])));
  for (const number of numbers) {
    const map = file.stream(number);
    const fixed = map?.replace(/^((?:<[0-9A-F]{4}>) )<02BC>$/gim, '$1<2019>').replace(
      // a range of one glyph
      /^(<([0-9A-F]{4})> <\2> )<02BC>$/gim,
      '$1<2019>',
    );
    if (fixed !== undefined && fixed !== map) file.setStream(number, fixed);
  }
}

/**
 * Adds attachments to a file; returns their entries for the catalog (ISO 32000-1, 7.11.4).
 *
 * @param day YYYY-MM-DD, the date of each
 */
function attach(file: SkiaFile, attachments: readonly Attachment[], day: string): string {
  if (attachments.length === 0) return '';
  const date = pdfDate(day);
  const specifications = attachments.map(({ name, mediaType, bytes, description, relationship }) => {
    const packed = deflateSync(bytes, { level: ATTACHMENT_LEVEL });
    const head =
      `<</Type /EmbeddedFile /Subtype ${pdfName(mediaType)} /Filter /FlateDecode /Length ${packed.length} ` +
      `/Params <</Size ${bytes.length} /CreationDate (${date}) /ModDate (${date})>>>>\nstream\n`;
    const embedded = file.add(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]));
    return file.add(
      `<</Type /Filespec /F ${textString(name)} /UF ${textString(name)} /Desc ${textString(description)} ` +
        `/AFRelationship /${relationship} /EF <</F ${embedded} 0 R /UF ${embedded} 0 R>>>>`,
    );
  });
  // A name tree is sorted by name; plain ASCII keys of our own make that easy to keep.
  const names = specifications.map(
    (file, index) => `(file${String(index + 1).padStart(4, '0')}) ${file} 0 R`,
  );
  const references = specifications.map((file) => `${file} 0 R`);
  return ` /Names <</EmbeddedFiles <</Names [${names.join(' ')}]>>>> /AF [${references.join(' ')}]`;
}
