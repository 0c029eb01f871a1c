import { deflateSync } from 'node:zlib';
import type { Attachment } from './document.ts';
import { pdfDate, pdfName, textString } from './pdf-syntax.ts';
import type { SkiaFile } from './skia-file.ts';

/**
 * Adds attachments to a file; gives what its catalog has to say of them (ISO 32000-1, 7.11.4).
 *
 * @param day YYYY-MM-DD, the date of each
 */
export function attach(file: SkiaFile, attachments: readonly Attachment[], day: string): string {
  if (attachments.length === 0) return '';
  const date = pdfDate(day);
  const specifications = attachments.map(({ name, mediaType, bytes, description, relationship }) => {
    const packed = deflateSync(bytes, { level: 9 });
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
