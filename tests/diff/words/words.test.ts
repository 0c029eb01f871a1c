import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingOf } from '../../../src/diff/words/prose.ts';
import { wordsChanged } from '../../../src/diff/words/prose-changes.ts';
import { movedSentences, sentenceDiff, wordDiff } from '../../../src/diff/words/words.ts';

describe('words', () => {
  test('a changed word', () => {
    expect(wordDiff('Four cabinets burnt in March.', 'Five cabinets burnt in March.')).toEqual([
      { kind: 'deleted', text: 'Four' },
      { kind: 'inserted', text: 'Five' },
      { kind: 'same', text: ' cabinets burnt in March.' },
    ]);
  });

  test('neighbouring words change together', () => {
    expect(wordDiff('It was three men.', 'It was four women.')).toEqual([
      { kind: 'same', text: 'It was ' },
      { kind: 'deleted', text: 'three men' },
      { kind: 'inserted', text: 'four women' },
      { kind: 'same', text: '.' },
    ]);
  });

  test('a citation is one word', () => {
    expect(wordDiff('It burnt. [@post, p. 4] So it was.', 'It burnt. [@post, p. 5] So it was.')).toEqual([
      { kind: 'same', text: 'It burnt.' },
      { kind: 'deleted', text: '[@post, p. 4]' },
      { kind: 'inserted', text: '[@post, p. 5]' },
      { kind: 'same', text: ' So it was.' },
    ]);
  });

  test('sentences are matched with similar ones, others are added or removed as a whole', () => {
    const before = ['Fires went on.', 'Nobody was hurt at Norham.', 'Police are looking for two men.'];
    const after = ['Fires went on.', 'Trains stood still.', 'Nobody was badly hurt at Norham.'];
    expect(sentenceDiff(before, after).map(({ kind }) => kind)).toEqual([
      'same',
      'inserted',
      'changed',
      'deleted',
    ]);
  });

  test('a sentence that moved and changed a little is matched, and its words are compared', () => {
    const before = [
      'Police look for two men in a van.',
      'Fires went on in March.',
      'Trains stood still at Norham.',
    ];
    const after = [
      'Fires went on in March.',
      'Trains stood still at Norham.',
      'Police look for three men in a van.',
    ];
    const moved = movedSentences(sentenceDiff(before, after));
    expect(moved.map(({ words }) => words)).toEqual([
      [
        { kind: 'same', text: 'Police look for ' },
        { kind: 'deleted', text: 'two' },
        { kind: 'inserted', text: 'three' },
        { kind: 'same', text: ' men in a van.' },
      ],
    ]);
    expect(wordsChanged(before.join(' '), after.join(' '))).toEqual({ inserted: 1, deleted: 1, moved: 1 });
  });

  test('an unrelated removed and added sentence are two', () => {
    const before = 'Police look for two men in a van. Fires went on in March.';
    const after = 'Fires went on in March. Two ferries were late.';
    expect(movedSentences(sentenceDiff(before, after))).toEqual([]);
    expect(wordsChanged(before, after)).toEqual({ inserted: 4, deleted: 8, moved: 0 });
  });

  test('a new sentence leaves its neighbours unchanged', () => {
    expect(wordDiff('One. Three.', 'One. Two. Three.')).toEqual([
      { kind: 'same', text: 'One. ' },
      { kind: 'inserted', text: 'Two. ' },
      { kind: 'same', text: 'Three.' },
    ]);
  });

  test('a new paragraph is a change of blanks', () => {
    expect(wordDiff('One. Two.', 'One.\n\nTwo.')).toEqual([
      { kind: 'same', text: 'One.' },
      { kind: 'deleted', text: ' ' },
      { kind: 'inserted', text: '\n\n' },
      { kind: 'same', text: 'Two.' },
    ]);
  });

  test('an empty text before, an empty text after, and no difference', () => {
    expect(wordDiff(undefined, 'One.')).toEqual([{ kind: 'inserted', text: 'One.' }]);
    expect(wordDiff(['One.'], undefined)).toEqual([{ kind: 'deleted', text: 'One.' }]);
    expect(wordDiff(['One.', 'Two.'], 'One. Two.')).toEqual([{ kind: 'same', text: 'One. Two.' }]);
  });

  const piece = fc.constantFrom(
    ...[
      'Fires',
      'go',
      'on.',
      'Norham',
      'Why?',
      '[@a, p. 4]',
      'U.S.',
      '\n\n',
      '- ',
      '**b.**',
      '`c. d`',
      'No. 4',
      '12.',
    ],
  );
  const prose = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' '));

  test('the runs make up both texts', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const runs = wordDiff(before, after);
        const without = (kind: string) =>
          runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('');
        expect(without('deleted')).toBe(readingOf(after));
        expect(without('inserted')).toBe(readingOf(before));
        for (const [index, run] of runs.entries()) expect(run.kind).not.toBe(runs[index + 1]?.kind);
      }),
    );
  });
});

describe('prose as it is read', () => {
  test.each([
    ['lines and blanks', 'It  burnt.\nThen \t it rained. ', 'It burnt. Then it rained.'],
    ['paragraphs', 'One.\n \n\nTwo.', 'One.\n\nTwo.'],
    ['a citation', 'One. [@a] Two.[@b]', 'One.[@a] Two.[@b]'],
    ['a quotation', '> one\n> two', '> one two'],
    ['code', '```\na  b\n\n c\n```', '```\na  b\n\n c\n```'],
    ['items', '- one\n  more\n- two', '- one more\n\n- two'],
  ])('%s', (_, text, reading) => {
    expect(readingOf(text)).toBe(reading);
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '.', ' ', '\n', '> ', '- ', '[@a]', '`', '#') }),
        (text) => {
          expect(readingOf(readingOf(text))).toBe(readingOf(text));
        },
      ),
    );
  });
});
