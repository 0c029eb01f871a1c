import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlignItem, type AlignStep, alignItems, alignWords } from '../../../src/diff/words/align.ts';

const items = (...texts: readonly string[]): AlignItem[] => texts.map((text) => ({ kind: 'p', text }));

/** Steps in a short form. */
function shown(steps: readonly AlignStep[]): string[] {
  return steps.map((step) => {
    if (step.kind === 'deleted') return `-${step.before}`;
    if (step.kind === 'inserted') return `+${step.after}`;
    return `${step.before}=${step.after}${step.moved ? ' moved' : ''}`;
  });
}

const vocabulary = ['attack', 'border', 'cell', 'drone', 'east', 'front', ' ', ' ', '.', 'a'];
const words = fc.array(fc.constantFrom(...vocabulary), { maxLength: 24 });
const sequences = fc.array(
  fc.record({
    kind: fc.constantFrom('p', 'li'),
    text: words.map((list) => list.join(' ')),
  }),
  { maxLength: 12 },
);

/** The places that steps name on one side. */
function places(steps: readonly AlignStep[], side: 'before' | 'after'): number[] {
  return steps.flatMap((step) => {
    if (step.kind === 'both') return [step[side]];
    if (side === 'before') return step.kind === 'deleted' ? [step.before] : [];
    return step.kind === 'inserted' ? [step.after] : [];
  });
}

describe('following moved texts', () => {
  const steps = (text: string, moves = true) => {
    const stays = 'This sentence of many words has always stood at this very place.';
    return shown(alignItems(items(text, stays), items(stays, text), { moves }));
  };
  it('reports a text of five words elsewhere as moved, and a shorter one as deleted and inserted', () => {
    expect(steps('Bridges burn before the war.')).toEqual(['1=0', '0=1 moved']);
    expect(steps('Bridges burn before wars.')).toEqual(['-0', '1=0', '+1']);
    expect(steps('Bridges burn before the war.', false)).toEqual(['-0', '1=0', '+1']);
  });
});

describe('aligning words', () => {
  it('reports a replacement as one deletion before one insertion', () => {
    const [before, after] = ['three men of the cell', 'four women of the cell'].map((text) =>
      text.split(/(\s)/),
    );
    const steps = alignWords(before ?? [], after ?? []);
    expect(shown(steps).slice(0, 7)).toEqual(['-0', '-1', '-2', '+0', '+1', '+2', '3=3']);
  });

  it('lists every word of both texts once and in order, and matches only equal words', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const steps = alignWords(before, after);
        expect(places(steps, 'before')).toEqual(before.map((_, index) => index));
        expect(places(steps, 'after')).toEqual(after.map((_, index) => index));
        for (const step of steps) {
          if (step.kind === 'both') expect(before[step.before]).toBe(after[step.after]);
        }
      }),
    );
  });

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(alignWords(text, text).every(({ kind }) => kind === 'both')).toBe(true);
      }),
    );
  });
});

describe('aligning blocks', () => {
  it('pairs reworded blocks, and leaves others apart', () => {
    const before = items('The cell was broken up in March near Kaluga.', 'Nobody claimed it.', 'The end.');
    const after = items('The cell was broken up in May near Kaluga.', 'Trade grew by a tenth.', 'The end.');
    expect(shown(alignItems(before, after))).toEqual(['0=0', '-1', '+1', '2=2']);
  });

  it('pairs, of several that were reworded between two others, the most similar ones', () => {
    const before = items(
      'Trade grew by a tenth.',
      'The cell was broken up in March near Kaluga.',
      'Guards were hired abroad.',
      'Two men were charged with arson in Tver.',
      'The cell was broken up in winter near Kaluga.',
    );
    const after = items(
      'The cell was broken up in May near Kaluga.',
      'Nobody claimed it.',
      'Two men were charged with murder in Tver.',
    );
    expect(shown(alignItems(before, after))).toEqual(['-0', '1=0', '-2', '+1', '3=2', '-4']);
    expect(shown(alignItems(after, before))).toEqual(['+0', '0=1', '-1', '+2', '2=3', '+4']);
  });

  it('matches equal openings, whatever follows', () => {
    const before = [{ kind: 'tr', text: 'Kaluga\nfoiled', lead: 'Kaluga' }];
    const after = [{ kind: 'tr', text: 'Kaluga\nanother outcome altogether', lead: 'Kaluga' }];
    expect(shown(alignItems(before, after))).toEqual(['0=0']);
    expect(shown(alignItems(before, [{ kind: 'p', text: 'Kaluga\nfoiled', lead: 'Kaluga' }]))).toEqual([
      '-0',
      '+0',
    ]);
  });

  it('follows moves, unless switched off', () => {
    const [a, b, c] = [
      'The first of three texts here.',
      'A second one that says more.',
      'And the third is last.',
    ];
    const [before, after] = [items(a ?? '', b ?? '', c ?? ''), items(b ?? '', c ?? '', a ?? '')];
    expect(shown(alignItems(before, after))).toEqual(['1=0', '2=1', '0=2 moved']);
    expect(shown(alignItems(before, after, { moves: false }))).toEqual(['-0', '1=0', '2=1', '+2']);
  });

  it('lists every block of both sequences once, those of the newer in order, and pairs only one kind', () => {
    fc.assert(
      fc.property(sequences, sequences, fc.boolean(), (before, after, moves) => {
        const steps = alignItems(before, after, { moves });
        expect(places(steps, 'before').toSorted((a, b) => a - b)).toEqual(before.map((_, index) => index));
        expect(places(steps, 'after')).toEqual(after.map((_, index) => index));
        for (const step of steps) {
          if (step.kind === 'both') expect(before[step.before]?.kind).toBe(after[step.after]?.kind);
        }
        if (!moves) expect(places(steps, 'before')).toEqual(before.map((_, index) => index));
      }),
    );
  });

  it('finds nothing between a sequence and itself', () => {
    fc.assert(
      fc.property(sequences, (blocks) => {
        expect(shown(alignItems(blocks, blocks))).toEqual(blocks.map((_, index) => `${index}=${index}`));
      }),
    );
  });
});
