import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

/**
 * Unwraps a WOFF 1.0 file into the plain OpenType file it contains (W3C WOFF 1.0, sections 3 to 5): the tables,
 * each compressed with zlib where that is smaller, under a directory of 16-byte entries, each table on a 4-byte
 * boundary. Throws an Error if it is not a WOFF file.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF file.');
  const count = woff.readUInt16BE(12);
  const powers = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8); // flavor
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** powers * 16, 6); // searchRange
  head.writeUInt16BE(powers, 8); // entrySelector
  head.writeUInt16BE(count * 16 - 2 ** powers * 16, 10); // rangeShift
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let index = 0; index < count; index++) {
    const from = HEADER + index * ENTRY;
    const to = 12 + index * 16;
    const start = woff.readUInt32BE(from + 4);
    const packedLength = woff.readUInt32BE(from + 8);
    const length = woff.readUInt32BE(from + 12);
    const packed = woff.subarray(start, start + packedLength);
    const table = packedLength < length ? inflateSync(packed) : packed;
    woff.copy(head, to, from, from + 4); // tag
    woff.copy(head, to + 4, from + 16, from + 20); // checksum
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    tables.push(table, padding);
    offset += length + padding.length;
  }
  return Buffer.concat([head, ...tables]);
}
