import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx, readingOf } from '../../src/docx/read/read-docx.ts';

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const body = (inside: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

function docx(parts: Record<string, string | Uint8Array>): Uint8Array {
  const all = { '[Content_Types].xml': TYPES, 'word/document.xml': body('<w:p/>'), ...parts };
  return zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );
}

const relationship = (kind: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="https://example.org/x" TargetMode="External"/></Relationships>`;

describe('a hostile Word document', () => {
  it.each([
    ['is no zip', strToU8('not a document'), 'word-unreadable'],
    ['is another zip', zipSync({ 'a.txt': strToU8('x') }), 'word-unreadable'],
    ['is a zip bomb', docx({ 'word/document.xml': new Uint8Array(60_000_000) }), 'word-too-large'],
    [
      'declares entities',
      docx({ 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${body('')}` }),
      'word-entities',
    ],
    ['carries macros', docx({ 'word/vbaProject.bin': new Uint8Array(4) }), 'word-macros'],
    [
      'calls itself macro-enabled',
      docx({
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      }),
      'word-macros',
    ],
    [
      'has a remote template',
      docx({ 'word/_rels/settings.xml.rels': relationship('attachedTemplate') }),
      'word-external',
    ],
    [
      'has a remote picture',
      docx({ 'word/_rels/document.xml.rels': relationship('image') }),
      'word-external',
    ],
    ['is not well formed', docx({ 'word/document.xml': '<w:document><w:body>' }), 'word-unreadable'],
    [
      'is nested without end',
      docx({ 'word/document.xml': body('<w:x>'.repeat(5000) + '</w:x>'.repeat(5000)) }),
      'word-unreadable',
    ],
  ])('that %s is refused with a finding', (_, bytes, rule) => {
    const { document, remarks } = readDocx(bytes);
    expect(document).toBeUndefined();
    expect(remarks.map((remark) => remark.rule)).toEqual([rule]);
  });

  it('may have links for readers to follow', () => {
    expect(readDocx(docx({ 'word/_rels/document.xml.rels': relationship('hyperlink') })).remarks).toEqual([]);
  });
});

describe('a Word document that was returned', () => {
  it('has the words of both editions, and the author of each change', () => {
    const text = (words: string, tag = 't') =>
      `<w:r><w:${tag} xml:space="preserve">${words}</w:${tag}></w:r>`;
    const paragraph =
      `<w:p><w:bookmarkStart w:id="1" w:name="tm1"/>${text('It is ')}<w:del w:author="N" w:date="2025-05-01T00:00:00Z">${text('likely', 'delText')}</w:del>` +
      `<w:bookmarkEnd w:id="1"/><w:ins w:author="N" w:date="2025-05-01T00:00:00Z">${text('unlikely')}</w:ins>` +
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>,</w:t></w:r></w:p>`;
    const [read] = readDocx(docx({ 'word/document.xml': body(paragraph) })).document?.paragraphs ?? [];
    if (!read) throw new Error('There is a paragraph.');
    expect([readingOf(read, 'original'), readingOf(read, 'accepted')]).toEqual([
      'It is likely',
      'It is unlikely',
    ]);
    expect(read.bookmarks).toEqual(['tm1']);
    expect(read.pieces.map(({ tracked }) => tracked?.author)).toEqual([undefined, 'N', 'N']);
  });

  it('has its ranges without the joiner that keeps them on one line', () => {
    const words = body('<w:p><w:r><w:t>likely (55–\u200d80 %)</w:t></w:r></w:p>');
    const [read] = readDocx(docx({ 'word/document.xml': words })).document?.paragraphs ?? [];
    expect(read?.pieces).toEqual([{ text: 'likely (55–80 %)' }]);
  });
});
