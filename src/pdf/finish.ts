import { createHash } from 'node:crypto';
import { mendedCharacterMaps } from './apostrophes.ts';
import { attach } from './attachments.ts';
import type { PdfMetadata } from './document.ts';
import { mendedOutline } from './outline-titles.ts';
import { appendUpdate, pdfDate, readDictionary, readTrailer, textString } from './pdf-syntax.ts';
import { makeRepeatable } from './repeatable.ts';
import { mappedStructureRoot } from './role-map.ts';
import { CREATOR, xmpPacket } from './xmp.ts';

/**
 * Makes Skia's PDF repeatable and appends what Skia does not write: metadata, attachments, and what the catalog says
 * of both. An incremental update, because reading and writing the file anew costs more than printing it.
 * `headings` are the words of all headings, for the outline. The same input gives the same bytes. Throws an Error when
 * the file is not built as Skia builds them.
 */
export function finish(
  printed: Uint8Array,
  metadata: PdfMetadata,
  headings: readonly string[] = [],
): Uint8Array {
  // Latin-1 maps bytes to characters one to one, so offsets in the string are offsets in the file.
  const text = makeRepeatable(Buffer.from(printed).toString('latin1'), metadata.date);
  const pdf = Buffer.from(text, 'latin1');
  const trailer = readTrailer(text);
  const producer =
    /\/Producer \(([^()\\]*)\)/.exec(readDictionary(text, trailer, trailer.info))?.[1] ?? 'Skia/PDF';
  const packet = Buffer.from(xmpPacket(metadata, producer), 'utf8');
  const attached = attach(metadata.attachments ?? [], trailer.size + 1, metadata.date);
  const objects = [
    { number: trailer.info, content: Buffer.from(infoDictionary(metadata, producer)) },
    {
      number: trailer.root,
      content: Buffer.from(
        catalog(readDictionary(text, trailer, trailer.root), metadata, trailer.size, attached.catalog),
        'latin1',
      ),
    },
    {
      number: trailer.size,
      content: Buffer.concat([
        Buffer.from(`<</Type /Metadata /Subtype /XML /Length ${packet.length}>>\nstream\n`),
        packet,
        Buffer.from('\nendstream'),
      ]),
    },
    ...attached.objects,
    ...mendedCharacterMaps(text, trailer),
    ...mappedStructureRoot(text, trailer),
    ...mendedOutline(text, trailer, headings),
  ];
  const hash = createHash('sha256').update(pdf);
  for (const { content } of objects) hash.update(content);
  return appendUpdate(pdf, trailer, objects, hash.digest('hex').slice(0, 32).toUpperCase());
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
  return `<<${written.join('\n')}\n/CreationDate (${date})\n/ModDate (${date})>>`;
}

/** Skia's catalog (pages, tags, outline) with our entries; what it has already is kept. */
function catalog(skia: string, metadata: PdfMetadata, packet: number, attached: string): string {
  const additions = [`/Metadata ${packet} 0 R`, attached];
  if (!skia.includes('/Lang ')) additions.push(`/Lang ${textString(metadata.language)}`);
  if (!skia.includes('/ViewerPreferences ')) additions.push('/ViewerPreferences <</DisplayDocTitle true>>');
  if (skia.includes('/Outlines ')) additions.push('/PageMode /UseOutlines');
  return `<<${skia}\n${additions.join('\n')}>>`;
}
