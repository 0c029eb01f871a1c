import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PdfMetadata } from '../../../src/pdf/finish/document.ts';
import { finish } from '../../../src/pdf/finish/finish.ts';
import { pdfDate, pdfName, textString } from '../../../src/pdf/finish/pdf-syntax.ts';
import { openPrinted, renumberedStructure } from '../../../src/pdf/finish/repeatable.ts';
import { readPdf } from '../read-pdf.ts';
import { sampleMetadata, samplePage } from '../samples.ts';
import { packed, skiaLike } from '../skia-like.ts';

/** One empty page, printed at some time by a page that has printed before. */
function onePage(date: string, firstId: number, inCatalog = ''): Buffer {
  const id = (number: number) => `node${String(number).padStart(8, '0')}`;
  return skiaLike(
    [
      `<</Title (x)\n/Creator (Chromium)\n/Producer (Skia/PDF m147)\n/CreationDate (${date})\n/ModDate (${date})>>`,
      '<</Type /Page\n/MediaBox [0 0 100 200]\n/Contents 7 0 R\n/Parent 3 0 R>>',
      '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
      `<</Type /StructElem\n/S /P\n/P 5 0 R\n/ID (${id(firstId + 7)})>>`,
      `<</Type /StructTreeRoot\n/K [4 0 R]\n/IDTree <</Names [(${id(firstId)}) 5 0 R (${id(firstId + 7)}) 4 0 R]>>\n/ID (${id(firstId)})>>`,
      `<</Type /Catalog\n/Pages 3 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/Lang (en)${inCatalog}>>`,
      packed('0 0 10 10 re\nf'),
    ],
    6,
  );
}

const finished = (printed: Uint8Array, metadata: PdfMetadata) =>
  Buffer.from(finish(openPrinted(printed), metadata, samplePage()).pdf);

/** What the stream at an offset holds, unpacked. */
function streamAt(text: string, offset: number): Buffer {
  const [head = '', length] =
    /^\d+ 0 obj\n<<[\s\S]*?\/Length (\d+)>> stream\n/.exec(text.slice(offset)) ?? [];
  const start = offset + head.length;
  return inflateSync(Buffer.from(text.slice(start, start + Number(length)), 'latin1'));
}

/** The entries of the cross-reference stream: kind, offset or object stream, place in that. */
function rowsIn(text: string): number[][] {
  const bytes = streamAt(text, Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]));
  let above: readonly number[] = [0, 0, 0, 0, 0, 0, 0];
  return Array.from({ length: bytes.length / 8 }, (_, row) => {
    expect(bytes[row * 8]).toBe(2); // each row is the difference to the one above
    above = above.map((byte, column) => (byte + (bytes[row * 8 + 1 + column] ?? 0)) % 256);
    const all = Buffer.from(above);
    return [all.readUInt8(0), all.readUInt32BE(1), all.readUInt16BE(5)];
  });
}

/** Numbers of the objects in the object stream at an offset, each of them where its index says. */
function objectsIn(text: string, offset: number): number[] {
  const content = streamAt(text, offset).toString('latin1');
  const first = Number(/\/First (\d+)/.exec(text.slice(offset))?.[1]);
  const index = content.slice(0, first).trim().split(' ').map(Number);
  const offsets = index.filter((_, at) => at % 2 === 1);
  for (const at of offsets) expect(content.slice(first + at)).toMatch(/^<<\/Type \/StructElem\n/);
  return index.filter((_, at) => at % 2 === 0);
}

const MORNING = "D:20260101070000+00'00'";
const EVENING = "D:20261231190000+00'00'";

describe('finish', () => {
  test('gives the same bytes at any time and for any page of the browser', () => {
    const one = finished(onePage(MORNING, 12), sampleMetadata());
    const two = finished(onePage(EVENING, 7345), sampleMetadata());
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('other metadata give another file identifier', () => {
    const identifier = (bytes: Uint8Array) =>
      /\/ID \[<(\w{32})> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    const one = identifier(finished(onePage(MORNING, 1), sampleMetadata()));
    expect(one).toBeDefined();
    expect(identifier(finished(onePage(MORNING, 1), sampleMetadata({ title: 'Another' })))).not.toBe(one);
  });

  test('maps structure types that older readers do not support', () => {
    const tagged = onePage(MORNING, 1, '\n/StructTreeRoot 5 0 R');
    const text = finished(tagged, sampleMetadata()).toString('latin1');
    expect(text).toMatch(/\n5 0 obj\n<<\/Type \/StructTreeRoot\n/);
    expect(text).toContain('/RoleMap <</Em /Span /Strong /Span>>>>');
    const untagged = Buffer.from(finished(onePage(MORNING, 1), sampleMetadata())).toString('latin1');
    expect(untagged).not.toContain('/RoleMap');
  });

  test('writes text that readers read, in any script and with any punctuation', async () => {
    const title = String.raw`Хуҷанд (draft) \ "1" <a> & 😀`;
    const pdf = await readPdf(
      finished(onePage(MORNING, 1), sampleMetadata({ title, authors: [title], keywords: [title] })),
    );
    expect(pdf.info).toMatchObject({
      Title: title,
      Author: title,
      Keywords: title,
      Producer: 'Skia/PDF m147',
    });
    expect(pdf.xmp).toContain(String.raw`Хуҷанд (draft) \ &quot;1&quot; &lt;a&gt; &amp; 😀`);
  });

  test('keeps the catalog and adds to it', () => {
    const text = Buffer.from(finished(onePage(MORNING, 1), sampleMetadata())).toString('latin1');
    const catalog = text.slice(text.lastIndexOf('/Type /Catalog'));
    expect(catalog).toContain('/Marked true');
    expect(catalog).toContain('/Lang (en)');
    expect(catalog).toContain('/Metadata 8 0 R');
    expect(catalog).toContain('/DisplayDocTitle true');
  });

  test('omits unknown values', async () => {
    const { subject: _, ...rest } = sampleMetadata({ authors: [], keywords: [], marking: '' });
    const { info, xmp } = await readPdf(finished(onePage(MORNING, 1), rest));
    for (const key of ['Author', 'Subject', 'Keywords', 'Custom']) expect(info[key]).toBeUndefined();
    expect(xmp).not.toMatch(/dc:creator|dc:description|dc:subject|dc:rights/);
  });

  test('points every entry of its cross-reference table at its object', () => {
    const attachments = [
      {
        name: 'a.json',
        mediaType: 'application/json',
        bytes: Buffer.from('{}'),
        description: '',
        relationship: 'Source',
      },
    ] as const;
    const text = Buffer.from(finished(onePage(MORNING, 1), sampleMetadata({ attachments }))).toString(
      'latin1',
    );
    const rows = rowsIn(text);
    expect(rows).toHaveLength(13); // ten objects and number 0, the object stream, the rows themselves
    for (const [number, [kind, where = 0, index = 0]] of rows.entries()) {
      if (number === 0) expect([kind, where, index]).toEqual([0, 0, 65_535]);
      else if (kind === 1) expect(text.slice(where)).toMatch(new RegExp(`^${number} 0 obj\n`));
      else expect([kind, objectsIn(text, rows[where]?.[1] ?? 0)[index]]).toEqual([2, number]);
    }
    expect(rows.filter(([kind]) => kind === 2)).toHaveLength(1);
  });

  test('refuses a file without the structure that Skia writes', () => {
    expect(() => finished(Buffer.from('%PDF-1.7\n'), sampleMetadata())).toThrow('not as Skia writes it');
  });
});

test('structure ids are numbered by place, in any original order, and the tree over them is sorted', () => {
  const printed = onePage(MORNING, 500, '\n/StructTreeRoot 5 0 R').toString('latin1');
  expect(renumberedStructure(printed)).toHaveLength(printed.length);
  // Under load, Skia gives the same elements their ids in another order.
  const swapped = printed.replace(/node0000050[07]/g, (id) =>
    id.endsWith('0') ? 'node00000507' : 'node00000500',
  );
  const sorted = swapped.replace(/\[(\(\w+\) 5 0 R) (\(\w+\) 4 0 R)\]/, '[$2 $1]');
  expect(sorted).not.toBe(printed);
  const results = [printed, sorted].map((pdf) => finished(Buffer.from(pdf, 'latin1'), sampleMetadata()));
  expect(results[0]?.equals(results[1] ?? Buffer.alloc(0))).toBe(true);
  expect(openPrinted(Buffer.from(sorted, 'latin1')).dictionary(5)).toContain(
    '/Names [(node00000001) 4 0 R (node00000002) 5 0 R]',
  );
});

test('text that looks like a structure id is unchanged', () => {
  expect(renumberedStructure('/Title (node00000034) /ID (node00000099)')).toBe(
    '/Title (node00000034) /ID (node00000001)',
  );
});

test.each([
  ['plain', '(plain)'],
  [String.raw`a(b)\c`, String.raw`(a\(b\)\\c)`],
  ['ü', '<FEFF00FC>'],
  ['😀', '<FEFFD83DDE00>'],
  ['two\nlines', '<FEFF00740077006F000A006C0069006E00650073>'],
])('text string %j', (text, written) => expect(textString(text)).toBe(written));

test('names escape characters that a name cannot contain', () =>
  expect(pdfName('application/ld+json')).toBe('/application#2Fld#2Bjson'));

test('a date is midnight UTC, and other text is not a date', () => {
  expect(pdfDate('2024-03-22')).toBe("D:20240322000000+00'00'");
  expect(() => pdfDate('2024-03')).toThrow(RangeError);
});
