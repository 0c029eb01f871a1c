import { brotliDecompressSync } from 'node:zlib';
import { unwrapWoff } from './woff.ts';

/** Properties of a font. */
export interface FontFacts {
  readonly format: 'woff2' | 'woff' | 'truetype' | 'opentype';
  /** Family name; empty if it has none. */
  readonly family: string;
  /** Embedding licence bits (OpenType, OS/2 `fsType`). */
  readonly fsType: number;
  /** Whether it has variation axes. */
  readonly isVariable: boolean;
}

/** Most bytes that the tables of a compressed font may decompress to. */
const MAX_UNPACKED = 30_000_000;

/** Reads the few tables that decide whether a font may be used. Throws an Error if it is not a font. */
export function readFont(bytes: Buffer): FontFacts {
  const format = FORMATS[bytes.toString('latin1', 0, 4)];
  if (format === undefined) throw new Error('It is none of WOFF 2, WOFF, TrueType, OpenType.');
  const tables =
    format === 'woff2' ? tablesOfWoff2(bytes) : tablesOf(format === 'woff' ? unwrapped(bytes) : bytes);
  const os2 = tables.get('OS/2');
  if (!os2 || os2.length < 10 || !tables.has('cmap')) throw new Error('It lacks tables that every font has.');
  return {
    format,
    family: familyIn(tables.get('name')),
    fsType: os2.readUInt16BE(8),
    isVariable: tables.has('fvar'),
  };
}

/**
 * Why a font may not be embedded in a PDF, in words; `undefined` if it may. Only "Restricted" forbids it,
 * without any of the bits that allow more; a PDF always holds a subset (OpenType 1.9.1, OS/2, `fsType`).
 */
export function embeddingRefusal(fsType: number): string | undefined {
  const usage = fsType & 0xf;
  if (usage === 2) return 'Its licence bit (fsType 2) forbids embedding';
  if (fsType & 0x100)
    return `Its licence bit (fsType ${fsType}) forbids embedding a part of it, which is what a PDF does`;
  if (fsType & 0x200) return `Its licence bit (fsType ${fsType}) allows bitmaps only`;
  return undefined;
}

/**
 * Whether a file from which the whole font can be extracted may hold it: only if it may be installed anywhere.
 */
export function isInstallable(fsType: number): boolean {
  return (fsType & 0x30f) === 0;
}

const FORMATS: Readonly<Record<string, FontFacts['format']>> = {
  wOF2: 'woff2',
  wOFF: 'woff',
  '\0\u0001\0\0': 'truetype',
  true: 'truetype',
  OTTO: 'opentype',
};

function unwrapped(bytes: Buffer): Buffer {
  if (bytes.readUInt32BE(16) > MAX_UNPACKED) throw new Error('It is too large.');
  return unwrapWoff(bytes);
}

type Tables = ReadonlyMap<string, Buffer>;

function tablesOf(font: Buffer): Tables {
  const count = font.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + index * 16;
      const offset = font.readUInt32BE(at + 8);
      return [
        font.toString('latin1', at, at + 4),
        font.subarray(offset, offset + font.readUInt32BE(at + 12)),
      ] as const;
    }),
  );
}

/** Tags that WOFF 2 encodes as a number (W3C WOFF 2.0, 4.1). */
const KNOWN =
  'cmap,head,hhea,hmtx,maxp,name,OS/2,post,cvt ,fpgm,glyf,loca,prep,CFF ,VORG,EBDT,EBLC,gasp,hdmx,kern,LTSH,PCLT,VDMX,vhea,vmtx,BASE,GDEF,GPOS,GSUB,EBSC,JSTF,MATH,CBDT,CBLC,COLR,CPAL,SVG ,sbix,acnt,avar,bdat,bloc,bsln,cvar,fdsc,feat,fmtx,fvar,gvar,hsty,just,lcar,mort,morx,opbd,prop,trak,Zapf,Silf,Glat,Gloc,Feat,Sill'.split(
    ',',
  );
const OTHER_TAG = 63;

/** The tables of a WOFF 2 file as stored: outlines are transformed, and not needed here. */
function tablesOfWoff2(bytes: Buffer): Tables {
  if (bytes.toString('latin1', 4, 8) === 'ttcf') throw new Error('It is a collection of fonts.');
  const count = bytes.readUInt16BE(12);
  let at = 48;
  const number = () => {
    let value = 0;
    for (let index = 0; index < 5; index += 1) {
      const byte = bytes.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new Error('A number in it does not end.');
  };
  const entries = Array.from({ length: count }, () => {
    const flags = bytes.readUInt8(at++);
    const index = flags & 0x3f;
    const tag = index === OTHER_TAG ? bytes.toString('latin1', at, at + 4) : (KNOWN[index] ?? '');
    if (index === OTHER_TAG) at += 4;
    const length = number();
    const version = flags >> 6;
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    return { tag, length: isTransformed ? number() : length };
  });
  const packed = bytes.subarray(at, at + bytes.readUInt32BE(20));
  const all = brotliDecompressSync(packed, { maxOutputLength: MAX_UNPACKED });
  let offset = 0;
  return new Map(
    entries.map(({ tag, length }) => {
      offset += length;
      return [tag, all.subarray(offset - length, offset)] as const;
    }),
  );
}

/** The family name (`name` 16, otherwise 1), from the Windows platform records. */
function familyIn(table: Buffer | undefined): string {
  if (!table || table.length < 6) return '';
  const found = new Map<number, string>();
  const strings = table.readUInt16BE(4);
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const at = 6 + index * 12;
    if (at + 12 > table.length) break;
    if (table.readUInt16BE(at) !== 3) continue;
    const start = strings + table.readUInt16BE(at + 10);
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
    if (text.length % 2 === 0) found.set(table.readUInt16BE(at + 6), text.swap16().toString('utf16le'));
  }
  return (found.get(16) ?? found.get(1) ?? '').replace(/[^\p{L}\p{N} .&-]/gu, '').slice(0, 60);
}
