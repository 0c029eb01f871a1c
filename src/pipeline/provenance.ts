import { basename, extname } from 'node:path';
import { registerExcerpt } from '../derive/register-excerpt.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import type { Attachment } from '../pdf/document.ts';

/** A file that a memo is made from, as it was read. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What a PDF carries of where it comes from: the assessment as it was read, byte for byte, and the part of the
 * register that it uses. Whoever has the PDF can make the memo again.
 */
export function attachmentsOf(file: SourceFile, assessment: Assessment, register: Register): Attachment[] {
  const excerpt = registerExcerpt(assessment, register);
  const attachments: Attachment[] = [
    {
      name: basename(file.path),
      mediaType: extname(file.path) === '.json' ? 'application/json' : 'application/yaml',
      bytes: file.bytes,
      description: 'The assessment that this memo was made from',
      relationship: 'Source',
    },
  ];
  if (Object.keys(excerpt).length > 0) {
    attachments.push({
      name: 'register.json',
      mediaType: 'application/json',
      bytes: Buffer.from(`${JSON.stringify(excerpt, null, 2)}\n`),
      description: 'The part of the register that the assessment uses',
      relationship: 'Source',
    });
  }
  return attachments;
}
