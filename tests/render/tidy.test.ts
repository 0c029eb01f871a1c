import { describe, expect, test } from 'vitest';
import { demoted, headingsOf } from '../../src/render/contents.ts';
import { NoteCollector } from '../../src/render/notes.ts';
import { tidy, withGaps } from '../../src/render/tidy.ts';
import { memoWith } from '../support/assessments.ts';

describe('Markdown made tidy', () => {
  test.each([
    ['\n\nA  \n\n\n\nB\n\n', 'A\n\nB\n'],
    ['|  a|b   |\n|-|', '| a|b |\n|-|\n'],
    ['```\na  \n\n\n|  b|\n```\n\n\nc', '```\na  \n\n\n|  b|\n```\n\nc\n'],
    ['~~~\n\n\n~~~', '~~~\n\n\n~~~\n'],
  ])('%j', (markdown, expected) => {
    expect(tidy(markdown)).toBe(expected);
  });

  test.each([
    ['1. a\n2. b', '1. a\n2. b'],
    ['1. a\n3. b', '1. a\n\n<!-- role: keep -->\n\n3. b'],
    ['1. a\n\n3. b', '1. a\n\n<!-- role: keep -->\n\n3. b'],
    [
      '<!-- role: judgments -->\n\n2. a\n   more\n4. b',
      '<!-- role: judgments -->\n\n2. a\n   more\n\n<!-- role: judgments -->\n\n4. b',
    ],
    ['1. a\n\nText.\n\n5. b', '1. a\n\nText.\n\n5. b'],
    [
      '<!-- role: judgments -->\n\nText.\n\n1. a\n3. b',
      '<!-- role: judgments -->\n\nText.\n\n1. a\n\n<!-- role: keep -->\n\n3. b',
    ],
  ])('a list with a gap in its numbers: %j', (markdown, expected) => {
    expect(withGaps(markdown)).toBe(expected);
  });
});

describe('headings', () => {
  const markdown = '# A *memo*[^1]\n\n## Why\n\n```\n# no\n```\n\n> ### Why\n\n- ###### Last\n\n#none\n';
  test('have levels, words and unique names; code contains none', () => {
    expect(headingsOf(markdown)).toEqual([
      { level: 1, words: 'A memo', anchor: 'a-memo' },
      { level: 2, words: 'Why', anchor: 'why' },
      { level: 3, words: 'Why', anchor: 'why-1' },
      { level: 6, words: 'Last', anchor: 'last' },
    ]);
  });
  test('move down one level, at most to the sixth', () => {
    expect(demoted(markdown)).toBe(
      '## A *memo*[^1]\n\n### Why\n\n```\n# no\n```\n\n> #### Why\n\n- ###### Last\n\n#none\n',
    );
  });
});

describe('notes', () => {
  const view = memoWith({
    sources: [
      { id: 'paper', csl: { type: 'report', title: 'Paper' } },
      { id: 'seen', csl: { type: 'report', title: 'Seen' } },
    ],
    evidence: [{ id: 'seen', statement: 'Seen.', citations: [{ source: 'paper' }] }],
  });
  test('are one for each item cited, and for each place in it', () => {
    const notes = new NoteCollector(view, 'a-');
    const item = (id: string, locator?: string) => ({ id, locator });
    expect(notes.cite([item('seen'), item('nothing'), item('seen')])).toBe('[^a-seen]');
    expect(notes.cite([item('paper', 'p. 3'), item('paper', 'P 3')])).toBe(
      '[^a-paper--p-3][^a-paper--p-3-2]',
    );
    expect(notes.cite([item('paper', 'P 3'), item('paper', '§')])).toBe('[^a-paper--p-3-2][^a-paper--x]');
    expect(notes.citeIds(['seen', 'paper'])).toBe('[^a-seen][^a-paper]');
    expect(notes.after(0)[0]).toEqual({
      label: 'a-seen',
      evidence: 'seen',
      source: undefined,
      locator: undefined,
    });
    expect(notes.after(3).map(({ label, source }) => [label, source])).toEqual([
      ['a-paper--x', 'paper'],
      ['a-paper', 'paper'],
    ]);
  });
});
