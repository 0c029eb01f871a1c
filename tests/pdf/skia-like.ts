import { deflateSync } from 'node:zlib';

/** A PDF laid out as Skia lays it out: objects from 1 in this order, one classic cross-reference table. */
export function skiaLike(objects: readonly string[], root: number): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((content, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<</Size ${objects.length + 1}\n/Root ${root} 0 R\n/Info 1 0 R>>\nstartxref\n${xref}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

/** A stream as Skia writes it, one character for each byte. */
export function packed(content: string): string {
  const bytes = deflateSync(Buffer.from(content, 'latin1'));
  return `<</Filter /FlateDecode\n/Length ${bytes.length}>> stream\n${bytes.toString('latin1')}\nendstream`;
}
