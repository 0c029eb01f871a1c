/** Orientation as numbered in EXIF: 1 is upright, 2 to 8 are mirrored or rotated. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Most entries read of a directory: cameras write some fifteen. */
const MAX_ENTRIES = 200;
/** Tag of the orientation (EXIF 2.3, 4.6.4 A). */
const ORIENTATION = 0x0112;

/**
 * The orientation in EXIF data (a TIFF header and its first directory); 1 if there is none. It is the only
 * metadata read: a picture re-encoded without rotation would lie on its side.
 */
export function orientationIn(tiff: Buffer): Orientation {
  const order = tiff.toString('latin1', 0, 2);
  if ((order !== 'II' && order !== 'MM') || tiff.length < 8) return 1;
  const short = (at: number) => {
    if (at + 2 > tiff.length) return 0;
    return order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  };
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = Math.min(short(directory), MAX_ENTRIES);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) === ORIENTATION) return isOrientation(short(at + 8)) ? (short(at + 8) as Orientation) : 1;
  }
  return 1;
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
