import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { FigureFile, Picture } from '../model/page.ts';
import { physicalText } from './physical-text.ts';
import type { WordPicture } from './word-input.ts';

/** Pixels for each 1/96 inch: 192 dpi on paper. */
const ZOOM = 2;

let ready: Promise<void> | undefined;

/** The drawing library is loaded once. */
function start(): Promise<void> {
  ready ??= (async () => {
    await initWasm(await library());
  })();
  return ready;
}

/** The library's file: beside the code in the built program, compressed; otherwise in its package. */
async function library(): Promise<Uint8Array<ArrayBuffer>> {
  const file = fileURLToPath(new URL('codecs/resvg.wasm.br', import.meta.url));
  const packed = await readFile(file).catch(() => undefined);
  if (packed) return new Uint8Array(brotliDecompressSync(packed));
  const resolver = createRequire(import.meta.url);
  return new Uint8Array(await readFile(resolver.resolve('@resvg/resvg-wasm/index_bg.wasm')));
}

/**
 * Figures for a Word document: the SVG, and PNG for programs that cannot draw it. `fonts` are plain OpenType
 * files, the only ones used. Anything but our own drawings is left out: nothing is fetched.
 */
export async function picturesOf(
  figures: ReadonlyMap<string, FigureFile>,
  fonts: (text: string) => readonly Uint8Array[],
): Promise<ReadonlyMap<string, WordPicture>> {
  if ([...figures.values()].some((file) => typeof file === 'string')) await start();
  return new Map(
    [...figures].map(([path, file]) => [
      path,
      typeof file === 'string' ? knownPicture(file, fonts) : asItIs(file),
    ]),
  );
}

/** A picture is at most as wide as the text; a small one is not enlarged beyond 96 dpi. */
function asItIs({ bytes, mediaType, width, height }: Picture): WordPicture {
  return { bytes, type: mediaType === 'image/png' ? 'png' : 'jpg', width, height };
}

/** Cache of drawn pictures, the least recent first: a rebuilt memo has mostly the same figures. */
const known = new Map<string, WordPicture>();
const MAX_KNOWN = 64;

function knownPicture(svg: string, fonts: (text: string) => readonly Uint8Array[]): WordPicture {
  const picture = known.get(svg) ?? pictureOf(svg, fonts(svg));
  known.delete(svg);
  known.set(svg, picture);
  const [oldest] = known.keys();
  if (known.size > MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  return picture;
}

function pictureOf(drawn: string, fontBuffers: readonly Uint8Array[]): WordPicture {
  const svg = physicalText(drawn);
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: {
      fontBuffers: [...fontBuffers],
      defaultFontFamily: 'Source Sans 3',
      sansSerifFamily: 'Source Sans 3',
    },
  });
  const { width, height } = drawing;
  const rendered = drawing.render();
  const png = rendered.asPng();
  rendered.free();
  drawing.free();
  return { svg, bytes: png, type: 'png', width, height };
}
