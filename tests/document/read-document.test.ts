import { describe, expect, it } from 'vitest';
import { keyJudgmentsOf, partsOf } from '../../src/document/parts.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { textOf } from '../../src/document/read-inlines.ts';

const isFigure = (path: string) => path === 'f.svg';

describe('a document', () => {
  it('has blocks with their roles, without front matter and comments', () => {
    const { blocks } = readDocument(
      '---\nid: x\n---\n<!-- role: marking -->\n\n**TLP:CLEAR**\n\n# Title\n\n<!-- role: compact keep -->\n- a\n- b\n',
    );
    expect(blocks).toMatchObject([
      { type: 'paragraph', roles: ['marking'], content: [{ type: 'strong' }] },
      { type: 'heading', level: 1, slug: 'title', roles: [] },
      { type: 'list', start: undefined, loose: false, roles: ['compact', 'keep'] },
    ]);
  });

  it('joins captions to tables and figures, and source lines to figures', () => {
    const { blocks } = readDocument(
      '<!-- role: caption wide -->\nTolls\n\n| a | b |\n| :-- | --: |\n| 1 | 2 |\n\n' +
        '<!-- role: caption -->\nA map\n\n![Where](f.svg)\n\n<!-- role: source-line -->\nSource: us\n\n' +
        '<!-- role: caption -->\nOf nothing\n\nText',
      { isFigure },
    );
    expect(blocks).toMatchObject([
      { type: 'table', columns: ['left', 'right'], caption: { roles: ['wide'] }, rows: [{}, {}] },
      {
        type: 'figure',
        picture: { path: 'f.svg', alternative: 'Where' },
        caption: { roles: [] },
        source: { type: 'paragraph', roles: ['source-line'] },
      },
      { type: 'paragraph', roles: ['caption'] },
      { type: 'paragraph', roles: [] },
    ]);
  });

  it('replaces a picture that is not one of its figures by its words', () => {
    expect(readDocument('![Where](other.svg)', { isFigure }).blocks).toEqual([
      { type: 'paragraph', roles: [], content: [{ type: 'text', text: 'Where' }] },
    ]);
  });

  it('numbers notes by their first references, and those referred to only in notes last', () => {
    const { blocks, notes } = readDocument(
      'One[^b] two[^a] three[^b].\n\n[^a]: First[^c].\n[^b]: Second.\n[^c]: Third.\n[^d]: Never cited.\n',
    );
    expect(notes.map(({ label, number, references }) => [label, number, references])).toEqual([
      ['b', 1, 2],
      ['a', 2, 1],
      ['c', 3, 1],
    ]);
    const [paragraph] = blocks;
    expect(paragraph?.type === 'paragraph' && textOf(paragraph.content)).toBe('One1 two2 three1.');
  });

  it('keeps links to the web, to mail addresses and to its own places; others lose their target', () => {
    const { blocks } = readDocument('[a](https://x.org) [b](#part) [c](javascript:x) [d](file.html)');
    const [paragraph] = blocks;
    const links = paragraph?.type === 'paragraph' ? paragraph.content : [];
    expect(links.flatMap((one) => (one.type === 'link' ? [one.target] : []))).toEqual([
      { kind: 'address', address: 'https://x.org' },
      { kind: 'place', name: 'part' },
      undefined,
      undefined,
    ]);
  });

  it('pads each row to the number of columns', () => {
    const { blocks } = readDocument('| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n');
    expect(blocks).toMatchObject([{ rows: [{}, { cells: [{}, { content: [] }] }, { cells: [{}, {}] }] }]);
  });

  it('reads a part of a larger document like a separate memo', () => {
    const markdown = '## Title\n\n<!-- role: series -->\nNo. 1\n\n### Section\n';
    const { blocks } = readDocument(markdown, { isPart: true });
    expect(blocks).toMatchObject([{ level: 1 }, { roles: ['series'] }, { level: 2 }]);
  });
});

describe('parts of a memo', () => {
  it('are its head and sections', () => {
    const parts = partsOf(readDocument('# T\n\nHead\n\n## A\n\nText\n\n### B\n\n## C\n'));
    expect(parts.map(({ heading, blocks }) => [heading?.slug, blocks.length])).toEqual([
      [undefined, 2],
      ['a', 2],
      ['c', 0],
    ]);
  });

  it('are its key judgments, with facts and their labels', () => {
    const document = readDocument(
      '<!-- role: judgments -->\n1. **It goes on.**\n\n   - Likelihood: **likely**\n   - No label here\n\n2. **It ends.**\n',
    );
    const judgments = keyJudgmentsOf(document);
    expect(judgments.map(({ facts }) => facts.map(({ label }) => label))).toEqual([
      ['Likelihood:', undefined],
      [],
    ]);
  });
});
