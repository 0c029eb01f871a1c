const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that affect how it looks; the others say who made it, when and with what. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
/** Longest side of the picture, in pixels. */
const MAX_SIDE = 4000;

export type SafePng =
  | { readonly png: Buffer; readonly width: number; readonly height: number }
  | { readonly png?: undefined; readonly why: string };

/** A PNG reduced to its visible parts (W3C PNG 3, 5); or why it cannot be used. */
export function safePng(bytes: Buffer): SafePng {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return { why: 'By its first bytes it is not a PNG.' };
  const chunks: Buffer[] = [SIGNATURE];
  let at = 8;
  let type = '';
  while (at + 12 <= bytes.length && type !== 'IEND') {
    const length = bytes.readUInt32BE(at);
    type = bytes.toString('latin1', at + 4, at + 8);
    if (KEPT.has(type)) chunks.push(bytes.subarray(at, at + 12 + length));
    at += 12 + length;
  }
  if (type !== 'IEND' || at > bytes.length || bytes.toString('latin1', 12, 16) !== 'IHDR') {
    return { why: 'It breaks off, or does not begin as a PNG does.' };
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width === 0 || height === 0 || Math.max(width, height) > MAX_SIDE) {
    return { why: `It is ${width} by ${height} points; each side may have 1 to ${MAX_SIDE}.` };
  }
  return { png: Buffer.concat(chunks), width, height };
}
