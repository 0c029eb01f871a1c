import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/model/page.ts';
import { decode } from '../../src/pictures/codecs.ts';
import { isRefused, MAX_SIDE } from '../../src/pictures/limits.ts';
import { asWritten, reEncode } from '../../src/pictures/re-encode.ts';
import {
  chunk,
  cornersOf,
  exif,
  jpeg,
  png,
  webp,
  withChunk,
  withExif,
  withSegment,
} from '../support/pictures.ts';
import { sampled } from '../support/soak.ts';

async function written(bytes: Uint8Array): Promise<Picture> {
  const picture = await reEncode(bytes);
  if (isRefused(picture)) throw new Error(picture.message);
  return picture;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const picture = await reEncode(bytes);
  return isRefused(picture) ? picture.message : 'taken';
}

async function cornersOfFile({ bytes, mediaType }: Picture): Promise<string> {
  return cornersOf(await decode(bytes, mediaType === 'image/png' ? 'png' : 'jpeg'));
}

describe('a picture is re-encoded', () => {
  test('drawings stay lossless, photographs stay JPEG', async () => {
    const kinds = await Promise.all(
      [await png(40, 20), await jpeg(40, 20), await webp(40, 20), await webp(40, 20, true)].map(
        async (file) => {
          const picture = await written(file);
          return [picture.mediaType, picture.width, picture.height, await cornersOfFile(picture)];
        },
      ),
    );
    expect(kinds).toEqual([
      ['image/png', 40, 20, 'rgwb'],
      ['image/jpeg', 40, 20, 'rgwb'],
      ['image/jpeg', 40, 20, 'rgwb'],
      ['image/png', 40, 20, 'rgwb'],
    ]);
  });

  test('no metadata is left', async () => {
    const files = [
      withSegment(withExif(await jpeg(40, 20), 1), 0xfe, Buffer.from('A comment by A. Owner')),
      withChunk(withChunk(await png(40, 20), 'tEXt', Buffer.from('Author\0A. Owner')), 'eXIf', exif(1)),
    ];
    for (const file of files) {
      expect(file.includes('A. Owner')).toBe(true);
      const { bytes } = await written(file);
      expect(Buffer.from(bytes).includes('Owner')).toBe(false);
      expect(Buffer.from(bytes).includes('GPS')).toBe(false);
      expect(await asWritten(bytes)).toMatchObject({ bytes });
    }
  });

  test('it is upright, however the camera was held', async () => {
    const file = await jpeg(40, 20);
    const seen = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map(async (orientation) => {
        const picture = await written(withExif(file, orientation));
        return `${picture.width} ${await cornersOfFile(picture)}`;
      }),
    );
    // EXIF 2.3: what the first row and the first column of the file show.
    expect(seen).toEqual([
      '40 rgwb',
      '40 grbw',
      '40 wbrg',
      '40 bwgr',
      '20 rbwg',
      '20 brgw',
      '20 wgrb',
      '20 gwbr',
      '40 rgwb',
    ]);
  });

  test('a picture larger than paper can show is reduced', async () => {
    const { width, height } = await written(await png(3000, 1500));
    expect([width, height]).toEqual([MAX_SIDE, MAX_SIDE / 2]);
  });

  test('transparency is preserved', async () => {
    const { bytes } = await written(await png(8, 8, 128));
    expect((await decode(bytes, 'png')).data[3]).toBe(128);
  });

  test('the same file gives the same bytes', async () => {
    const file = await jpeg(300, 200);
    expect((await written(file)).bytes).toEqual((await written(file)).bytes);
  });
});

describe('a damaged or unsupported picture is refused, with the reason', () => {
  test('other formats, with any name', async () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '', '%PDF-1.7', 'BM']) {
      expect(await refusal(Buffer.from(text))).toContain('neither PNG nor JPEG nor WebP');
    }
  });

  test('every truncated file is refused', async () => {
    for (const file of [
      await png(40, 20),
      await jpeg(40, 20),
      await webp(40, 20),
      await webp(40, 20, true),
    ]) {
      for (let length = 0; length < file.length; length += 1) {
        expect(await refusal(file.subarray(0, length)), `${length} of ${file.length}`).not.toBe('taken');
      }
    }
  });

  test('a file of two formats', async () => {
    const archive = Buffer.from('PK\u0003\u0004 an archive', 'latin1');
    for (const file of [await png(40, 20), await jpeg(40, 20), await webp(40, 20)]) {
      expect(await refusal(Buffer.concat([file, archive]))).toContain('file of two kinds');
    }
    // A camera's second picture is none of ours, and no harm.
    const [first, second] = [await jpeg(40, 20), await jpeg(20, 10)];
    const both = await written(Buffer.concat([first, second, Buffer.alloc(16)]));
    expect(Buffer.from(both.bytes).equals((await written(first)).bytes)).toBe(true);
  });

  test('more bytes or pixels than allowed, before anything is decoded', async () => {
    const started = process.cpuUsage();
    expect(await refusal(new Uint8Array(10_000_001))).toContain('10.0 MB, and a picture may have 10');
    expect(await refusal(bomb(50_000, 50_000))).toContain('50000 by 50000 pixels');
    expect(await refusal(bomb(0, 4))).toContain('0 by 4 pixels');
    expect(seconds(started)).toBeLessThan(1);
  });

  test('a bomb within the limits: it contains more data than its size says', async () => {
    const started = process.cpuUsage();
    const said = await refusal(bomb(100, 100, 200_000_000));
    expect(['taken', 'It is damaged: it cannot be decoded.']).toContain(said);
    expect(seconds(started)).toBeLessThan(5);
  });

  test('more passes than a decoder may make', async () => {
    const file = Buffer.from(await jpeg(2000, 2000));
    const scan = file.subarray(file.indexOf(Buffer.from([0xff, 0xda])), file.length - 2);
    const many = Buffer.concat([
      file.subarray(0, -2),
      ...Array.from({ length: 300 }, () => scan.subarray(0, 40)),
      file.subarray(-2),
    ]);
    expect(await refusal(many)).toContain('passes');
  });

  test('CMYK colours', async () => {
    const file = Buffer.from(await jpeg(8, 8));
    const frame = [0xc0, 0xc1, 0xc2]
      .map((marker) => file.indexOf(Buffer.from([0xff, marker])))
      .find((at) => at > 0);
    file.writeUInt8(4, (frame ?? 0) + 9); // how many colours it has
    expect(await refusal(file)).toContain('CMYK');
  });

  test('animations', async () => {
    expect(await refusal(withChunk(await png(8, 8), 'acTL', Buffer.alloc(8)))).toContain('It moves');
  });

  test('any change gives a picture or a reason', async () => {
    const files = [await png(60, 40), await jpeg(60, 40), await webp(60, 40), await webp(60, 40, true)];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let round = 0; round < sampled(32, 400); round += 1) {
      const file = Buffer.from(files[round % files.length] ?? []);
      for (let change = 0; change <= next(4); change += 1) file[next(file.length)] = next(256);
      const picture = await reEncode(file);
      if (isRefused(picture)) expect(picture.message).toMatch(/\.$/);
      else expect(picture.width * picture.height).toBeGreaterThan(0);
    }
  }, 60_000);
});

describe('a picture extracted from a memo', () => {
  test('is unchanged if it is one of ours', async () => {
    const { bytes } = await written(await jpeg(40, 20));
    expect(await asWritten(bytes)).toMatchObject({ bytes, width: 40, mediaType: 'image/jpeg' });
    expect(isRefused(await asWritten(withExif(bytes, 1)))).toBe(true);
    expect(isRefused(await asWritten(await webp(40, 20)))).toBe(true);
    expect(isRefused(await asWritten(await png(MAX_SIDE + 1, 2)))).toBe(true);
  });
});

/** Seconds of processor time since. */
function seconds(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

/** A PNG file that says it has so many pixels, with so many bytes of zeros packed in it. */
function bomb(width: number, height: number, zeros = 1000): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(zeros))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
