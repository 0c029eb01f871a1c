import type { PrintablePage } from '../../model/page.ts';
import { mendCharacterMaps } from './apostrophes.ts';
import { markArtifacts } from './artifacts.ts';
import { attach } from './attachments.ts';
import type { PdfMetadata } from './document.ts';
import { describeLinks } from './link-descriptions.ts';
import { mendLists } from './list-items.ts';
import { headingsIn, mendOutline } from './outline-titles.ts';
import { pdfDate, textString } from './pdf-syntax.ts';
import { mapRoles } from './role-map.ts';
import type { SkiaFile } from './skia-file.ts';
import { isUniversallyAccessible } from './universal-access.ts';
import { CREATOR, xmpPacket } from './xmp.ts';

/**
 * Mends what Skia writes and adds what it does not: structure, artifacts and descriptions as PDF/UA has them, metadata,
 * attachments, and what the catalog says of both. Gives the whole file; the same input gives the same bytes. Throws an
 * Error when the file is not built as Skia builds them.
 *
 * @param page what was printed
 */
export function finish(file: SkiaFile, metadata: PdfMetadata, page: PrintablePage): Uint8Array {
  mendCharacterMaps(file);
  mendOutline(file, headingsIn(page.body));
  mapRoles(file);
  mendLists(file);
  describeLinks(file, page.body);
  const isAccessible = markArtifacts(file) && isUniversallyAccessible(file, page);
  const producer = /\/Producer \(([^()\\]*)\)/.exec(file.dictionary(file.info))?.[1] ?? 'Skia/PDF';
  const packet = addMetadata(file, xmpPacket(metadata, producer, isAccessible));
  const attached = attach(file, metadata.attachments ?? [], metadata.date);
  file.setDictionary(file.info, infoDictionary(metadata, producer));
  file.setDictionary(file.root, catalog(file.dictionary(file.root), metadata, packet, attached));
  return file.bytes();
}

/** XMP stays unpacked, so that it is found by those who do not read PDF (ISO 32000-1, 14.3.2). */
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

/** Skia's catalog (pages, tags, outline) with our entries; what it has already is kept. */
function catalog(skia: string, metadata: PdfMetadata, packet: number, attached: string): string {
  const additions = [`/Metadata ${packet} 0 R`, attached];
  if (!skia.includes('/Lang ')) additions.push(`/Lang ${textString(metadata.language)}`);
  if (!skia.includes('/ViewerPreferences ')) additions.push('/ViewerPreferences <</DisplayDocTitle true>>');
  if (skia.includes('/Outlines ')) additions.push('/PageMode /UseOutlines');
  return `${skia}\n${additions.join('\n')}`;
}
