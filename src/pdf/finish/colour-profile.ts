/**
 * The colours of our pages as an ICC profile (ICC.1:2001-04, version 2) of an sRGB display: so that a reader
 * knows which red is meant (PDF/A-3, 6.2.3). Written here from the numbers of IEC 61966-2-1, in 3 kB.
 */

/** sRGB's primaries as XYZ, adapted to the white point of profiles (D50) by Bradford's method. */
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
/** D50, the white point that a profile's colours are relative to. */
const WHITE = [0.9642, 1, 0.82491] as const;
/** Sample points of the transfer curve; readers interpolate between them. */
const POINTS = 1024;
const HEADER_LENGTH = 128;

export const PROFILE_NAME = 'sRGB IEC61966-2.1';

let profile: Buffer | undefined;

/** The whole profile; always the same bytes. */
export function colourProfile(): Buffer {
  profile ??= write();
  return profile;
}

function write(): Buffer {
  const curve = curveTag();
  const tags: readonly (readonly [signature: string, data: Buffer])[] = [
    ['desc', descriptionTag(PROFILE_NAME)],
    ['cprt', textTag('Made by threat-memo from IEC 61966-2-1; no rights reserved')],
    ['wtpt', colourTag(WHITE)],
    ...Object.entries(PRIMARIES).map(([signature, xyz]) => [signature, colourTag(xyz)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const placed = new Map<Buffer, number>();
  const parts: Buffer[] = [];
  let end = HEADER_LENGTH + table.length;
  for (const [index, [signature, data]] of tags.entries()) {
    // The three curves share one table.
    const at = placed.get(data) ?? end;
    if (!placed.has(data)) {
      placed.set(data, at);
      parts.push(padded(data));
      end += padded(data).length;
    }
    table.write(signature, 4 + index * 12, 'latin1');
    table.writeUInt32BE(at, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
  }
  return Buffer.concat([header(end), table, ...parts]);
}

/** Size, version 2.1, a display, RGB measured by XYZ, a date (IEC 61966-2-1's year), D50. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_LENGTH);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  for (const [index, part] of [1999, 10, 1].entries()) bytes.writeUInt16BE(part, 24 + index * 2);
  bytes.write('acsp', 36, 'latin1');
  for (const [index, value] of WHITE.entries()) bytes.writeInt32BE(fixed(value), 68 + index * 4);
  return bytes;
}

function colourTag(xyz: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + xyz.length * 4);
  bytes.write('XYZ ', 'latin1');
  for (const [index, value] of xyz.entries()) bytes.writeInt32BE(fixed(value), 8 + index * 4);
  return bytes;
}

/** IEC 61966-2-1: straight near black, a power of 2.4 above. */
function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + POINTS * 2);
  bytes.write('curv', 'latin1');
  bytes.writeUInt32BE(POINTS, 8);
  for (let point = 0; point < POINTS; point += 1) {
    const stored = point / (POINTS - 1);
    const light = stored <= 0.04045 ? stored / 12.92 : ((stored + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(light * 65_535), 12 + point * 2);
  }
  return bytes;
}

function textTag(text: string): Buffer {
  return Buffer.from(`text\0\0\0\0${text}\0`, 'latin1');
}

/** A name in ASCII; the Unicode and Macintosh versions the type requires are empty. */
function descriptionTag(text: string): Buffer {
  const head = Buffer.from(`desc\0\0\0\0\0\0\0\0${text}\0`, 'latin1');
  head.writeUInt32BE(text.length + 1, 8);
  return Buffer.concat([head, Buffer.alloc(8 + 3 + 67)]);
}

/** A number with 16 fractional bits. */
function fixed(value: number): number {
  return Math.round(value * 65_536);
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}
