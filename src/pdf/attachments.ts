import { deflateSync } from 'node:zlib';
import type { Attachment } from './document.ts';
import { type PdfObject, pdfDate, pdfName, textString } from './pdf-syntax.ts';

/** The objects of the attachments, and what the catalog has to say of them (ISO 32000-1, 7.11.4). */
export function attach(
  attachments: readonly Attachment[],
  firstNumber: number,
  day: string,
): { readonly objects: readonly PdfObject[]; readonly catalog: string } {
  if (attachments.length === 0) return { objects: [], catalog: '' };
  // A name tree is sorted by name; plain ASCII keys of our own make that easy to keep.
  const placed = attachments.map((attachment, index) => ({
    attachment,
    key: `(file${String(index + 1).padStart(4, '0')})`,
    file: firstNumber + index * 2,
  }));
  const objects = placed.flatMap(({ attachment, file }) => {
    const { name, mediaType, bytes, description, relationship } = attachment;
    const packed = deflateSync(bytes, { level: 9 });
    const date = pdfDate(day);
    const specification =
      `<</Type /Filespec /F ${textString(name)} /UF ${textString(name)} /Desc ${textString(description)} ` +
      `/AFRelationship /${relationship} /EF <</F ${file + 1} 0 R /UF ${file + 1} 0 R>>>>`;
    const head =
      `<</Type /EmbeddedFile /Subtype ${pdfName(mediaType)} /Filter /FlateDecode /Length ${packed.length} ` +
      `/Params <</Size ${bytes.length} /CreationDate (${date}) /ModDate (${date})>>>>\nstream\n`;
    return [
      { number: file, content: Buffer.from(specification) },
      { number: file + 1, content: Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]) },
    ];
  });
  const names = placed.map(({ key, file }) => `${key} ${file} 0 R`).join(' ');
  const references = placed.map(({ file }) => `${file} 0 R`).join(' ');
  return { objects, catalog: ` /Names <</EmbeddedFiles <</Names [${names}]>>>> /AF [${references}]` };
}
