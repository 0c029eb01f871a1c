import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import type { Pixels } from './pixels.ts';
import type { Structure } from './structure.ts';

/** JPEG quality of re-encoded photographs: the difference is invisible in print. */
const QUALITY = 85;

/**
 * Decodes a file whose structure was checked. The decoders are WebAssembly: a hostile file can only affect
 * their own memory.
 *
 * @throws Error if the file is damaged
 */
export async function decode(bytes: Uint8Array, format: Structure['format']): Promise<Pixels> {
  standIn();
  const data = new Uint8Array(bytes).buffer;
  switch (format) {
    case 'png': {
      const decoder = await import('@jsquash/png/decode.js');
      await decoder.init(codecBytes('png/codec/pkg/squoosh_png_bg.wasm'));
      return decoder.decode(data);
    }
    case 'jpeg': {
      const decoder = await import('@jsquash/jpeg/decode.js');
      // Initialised each time: WebAssembly frees memory only as a whole, and a failed run may have corrupted
      // it.
      await decoder.init(codec('jpeg/codec/dec/mozjpeg_dec.wasm'));
      // Rotated by us, like pictures of other formats.
      return decoder.default(data, { preserveOrientation: false });
    }
    case 'webp': {
      const decoder = await import('@jsquash/webp/decode.js');
      await decoder.init(codec('webp/codec/dec/webp_dec.wasm'));
      return decoder.default(data);
    }
  }
}

/** A PNG file of some pixels: always the same bytes, on every machine. */
export async function encodePng(pixels: Pixels): Promise<Uint8Array> {
  standIn();
  const encoder = await import('@jsquash/png/encode.js');
  await encoder.init(codecBytes('png/codec/pkg/squoosh_png_bg.wasm'));
  return new Uint8Array(await encoder.default(imageData(pixels)));
}

/** A JPEG file of some pixels: always the same bytes, on every machine. */
export async function encodeJpeg(pixels: Pixels): Promise<Uint8Array> {
  standIn();
  const encoder = await import('@jsquash/jpeg/encode.js');
  await encoder.init(codec('jpeg/codec/enc/mozjpeg_enc.wasm'));
  return new Uint8Array(await encoder.default(imageData(pixels), { quality: QUALITY }));
}

function imageData({ data, width, height }: Pixels) {
  return { data: Uint8ClampedArray.from(data), width, height, colorSpace: 'srgb' } as const;
}

/** Defines a browser class that the decoders return, which Node lacks. */
function standIn(): void {
  const place = globalThis as { ImageData?: unknown };
  place.ImageData ??= class {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;

    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data;
      this.width = width;
      this.height = height;
    }
  };
}

/** Options for starting a codec. Codecs print damage to the console, which is a finding here. */
function codec(path: string) {
  return { wasmBinary: codecBytes(path).buffer, print: () => undefined, printErr: () => undefined };
}

const read = new Map<string, Uint8Array<ArrayBuffer>>();

/** A codec by its path in its package. */
function codecBytes(path: string): Uint8Array<ArrayBuffer> {
  const known = read.get(path) ?? readCodec(path);
  read.set(path, known);
  return known;
}

/** In the built program, codecs are beside the code, compressed. */
function readCodec(path: string): Uint8Array<ArrayBuffer> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    const packed = readFileSync(fileURLToPath(new URL(`codecs/${name}.br`, import.meta.url)));
    return new Uint8Array(brotliDecompressSync(packed));
  } catch {
    // When running from source, it is in its package.
  }
  return new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(`@jsquash/${path}`)));
}
