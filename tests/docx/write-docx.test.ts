import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/document/read-document.ts';
import { textOf } from '../../src/document/read-inlines.ts';
import type { Block, Inline } from '../../src/document/types.ts';
import { readDocx, readingOf } from '../../src/docx/read/read-docx.ts';
import { isSoak } from '../support/soak.ts';
import { fixturePaths, memoOf, shippedPaths } from './memo.ts';

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Words of the Markdown in order, without numbers of notes and without pictures. */
function markdownWords(markdown: string): string[] {
  const bare = (content: readonly Inline[]): Inline[] =>
    content.flatMap((inline): Inline[] => {
      if (inline.type === 'reference' || inline.type === 'picture') return [{ type: 'text', text: '' }];
      return 'content' in inline ? [{ ...inline, content: bare(inline.content) }] : [inline];
    });
  const line = (content: readonly Inline[]) => textOf(bare(content));
  const textIn = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block): string[] => {
      switch (block.type) {
        case 'heading':
        case 'paragraph':
          return [line(block.content)];
        case 'list':
          return block.items.flatMap((item) => textIn(item.blocks));
        case 'quotation':
          return textIn(block.blocks);
        case 'table':
          return [
            ...(block.caption ? [line(block.caption.content)] : []),
            ...block.rows.flatMap(({ cells }) => cells.map(({ content }) => line(content))),
          ];
        case 'figure':
          return [
            ...(block.caption ? [line(block.caption.content)] : []),
            ...(block.source ? textIn([block.source]) : []),
          ];
        case 'code':
          return [block.text];
        default:
          return [];
      }
    });
  const { blocks, notes } = readDocument(markdown, { isFigure: () => true });
  return [...textIn(blocks), ...notes.flatMap((note) => textIn(note.blocks))].flatMap(wordsOf);
}

/** Shipped assessments: a sample in an ordinary run, all in a soak. The fixtures have what no shipped one has. */
const drawn = shippedPaths.filter((_, at) => at % 3 === 0 || isSoak);

describe('a Word document', () => {
  it('leaves neither the first row of a table alone on a page nor the last one', {
    timeout: 60_000,
  }, async () => {
    const { docx } = await memoOf('assessments/isis-moscow-2024.json');
    const xml = new TextDecoder().decode(unzipSync(await docx())['word/document.xml']);
    const tables = Array.from(xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs), ([table]) =>
      Array.from(table.matchAll(/<w:tr>.*?<\/w:tr>/gs), ([row]) => row.includes('<w:keepNext/>')),
    );
    const long = tables.filter((rows) => rows.length > 4);
    expect(long.length).toBeGreaterThan(2);
    for (const rows of long) {
      // The head has it from its style.
      const inner = rows.slice(2, -2);
      expect([rows[1], ...inner, rows.at(-2), rows.at(-1)]).toEqual([
        true,
        ...inner.fill(false),
        true,
        false,
      ]);
    }
  });

  it.each([...drawn, ...fixturePaths])(
    'has the same words as the Markdown: %s',
    { timeout: 60_000 },
    async (path) => {
      const { memo, docx } = await memoOf(path);
      const { document, remarks } = readDocx(await docx());
      expect(remarks).toEqual([]);
      const words = (document?.paragraphs ?? []).flatMap((one) => wordsOf(readingOf(one, 'accepted')));
      expect(words.toSorted()).toEqual(markdownWords(memo.rendered.markdown).toSorted());
    },
  );

  it('is the same bytes each time', { timeout: 60_000 }, async () => {
    const { docx, docxAnew } = await memoOf('assessments/dagestan-attacks-2016.json');
    const [first, second] = [await docx(), await docxAnew()];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('has named styles, a contents field, footnotes, repeated heads, drawings with words, and a marking', {
    timeout: 60_000,
  }, async () => {
    const { docx } = await memoOf('assessments/russia-militancy-2025.json');
    const files = unzipSync(await docx());
    const text = (name: string) => Buffer.from(files[name] ?? []).toString();
    const body = text('word/document.xml');
    for (const style of ['Title', 'Heading1', 'BottomLine', 'Caption'])
      expect(body).toContain(`w:val="${style}"`);
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toContain('w:footnoteReference');
    expect(body).toMatch(/<wp:docPr [^>]*descr="[^"]{20,}"/);
    expect(body).toContain('asvg:svgBlip');
    expect(Object.keys(files).filter((name) => /media\/.*\.png$/.test(name)).length).toBeGreaterThan(1);
    expect(
      Object.entries(files).some(
        ([name, bytes]) => /word\/header\d+\.xml/.test(name) && Buffer.from(bytes).includes('TLP:CLEAR'),
      ),
    ).toBe(true);
    expect(text('docProps/core.xml')).toContain('Militancy in Russia');
    expect(text('word/_rels/document.xml.rels')).not.toContain('External');
  });

  it('runs from right to left if its language does, in the languages of its scripts', {
    timeout: 60_000,
  }, async () => {
    const { docx } = await memoOf('tests/fixtures/memos/hebrew/assessment.json');
    const body = Buffer.from(unzipSync(await docx())['word/document.xml'] ?? []).toString();
    expect(body).toContain('<w:bidi/>');
    expect(body).toContain('<w:rtl/>');
    expect(body).toContain('<w:bidiVisual/>');
    expect(body).toMatch(/<w:lang w:val="en-US"\/><\/w:rPr><w:t[^>]*>Old Town/);
  });

  it('begins its annex on a new page', { timeout: 60_000 }, async () => {
    const { docx } = await memoOf('assessments/dagestan-attacks-2016.json');
    const body = Buffer.from(unzipSync(await docx())['word/document.xml'] ?? []).toString();
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    expect(body).toMatch(/<w:pageBreakBefore\/>(?:(?!<w:p>).)*>Annex</);
  });

  it('breaks no range after its dash', { timeout: 60_000 }, async () => {
    const { docx } = await memoOf('assessments/dagestan-attacks-2016.json');
    const body = Buffer.from(unzipSync(await docx())['word/document.xml'] ?? []).toString();
    expect(body).toContain('(80–\u200d95\u00a0%)');
    expect(body).not.toMatch(/<w:t[^>]*>[^<]*\d–\d/);
  });

  it('has no empty paragraph between a table and the text after it', { timeout: 60_000 }, async () => {
    const { docx } = await memoOf('assessments/dagestan-attacks-2016.json');
    const body = Buffer.from(unzipSync(await docx())['word/document.xml'] ?? []).toString();
    const after = [...body.matchAll(/<\/w:tbl>(<w:p>.*?<\/w:p>)(<w:tbl>|<w:sectPr|<w:p>)/g)];
    expect(after.length).toBeGreaterThan(1);
    // Two tables would become one, and a section cannot end with one.
    for (const [, paragraph, next] of after) if (next === '<w:p>') expect(paragraph).toContain('<w:t');
  });

  it('names the notes that a note refers to, and gives note numbers in a column their room', {
    timeout: 60_000,
  }, async () => {
    const { docx } = await memoOf('assessments/dagestan-attacks-2016.json');
    const files = unzipSync(await docx());
    const text = (name: string) => Buffer.from(files[name] ?? []).toString();
    const see = /<w:t[^>]*>See notes <\/w:t>.*?<\/w:p>/.exec(text('word/footnotes.xml'))?.[0] ?? '';
    expect(see.replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>|<[^>]*>/g, '')).toMatch(
      /^See notes \d+(?:, \d+)+\.$/,
    );
    expect(see).toContain('NOTEREF');
    expect(see).not.toMatch(/superscript|FootnoteReference/);
    const { document } = readDocx(await docx());
    expect(document?.paragraphs.some(({ pieces }) => pieces.some((one) => one.text.includes('\u200b')))).toBe(
      false,
    );
    const grid = /<w:t[^>]*>Dates of evidence/.exec(text('word/document.xml'))?.index ?? 0;
    const widths = text('word/document.xml')
      .slice(text('word/document.xml').lastIndexOf('<w:tblGrid>', grid), grid)
      .matchAll(/<w:gridCol w:w="(\d+)"/g);
    // “5 items”, and four numbers of notes behind it.
    expect(Number([...widths][1]?.[1])).toBeGreaterThan(1200);
  });

  it('has a bookmark around each judgment, its likelihood and its confidence', {
    timeout: 60_000,
  }, async () => {
    const { assessment, docx } = await memoOf('assessments/moscow-terrorist-act-2024.json');
    const { document } = readDocx(await docx());
    const pointers = (document?.custom.get('threat-memo.pointers') ?? '').split('\n');
    for (const { id } of assessment.judgments.filter(({ key }) => key)) {
      for (const field of ['statement', 'likelihood', 'confidence/level', 'confidence/basis']) {
        expect(pointers).toContain(`/judgments/${id}/${field}`);
      }
    }
    const names = new Set(document?.paragraphs.flatMap(({ bookmarks }) => bookmarks));
    expect(pointers.every((_, at) => names.has(`tm${at + 1}`))).toBe(true);
  });
});
