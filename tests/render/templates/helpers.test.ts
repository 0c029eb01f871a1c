import { describe, expect, it } from 'vitest';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../../src/derive/memo-view.ts';
import { NoteCollector } from '../../../src/render/notes.ts';
import { createTemplates } from '../../../src/render/templates/environment.ts';
import { createHelpers } from '../../../src/render/templates/helpers.ts';
import { messages } from '../messages.ts';

const view = deriveMemo(
  {
    id: 'x',
    form: 'x',
    title: 'x',
    marking: 'TLP:CLEAR',
    asOf: '2024',
    sources: [
      { id: 'book', csl: { type: 'book', title: 'A *Book*', issued: '2001' }, reliability: 'B' },
      { id: 'note', csl: { type: 'book', title: 'Note' } },
    ],
    judgments: [{ id: 'x', statement: 'x' }],
  },
  emptyRegister,
);

/** One template with the helpers of a memo that has two sources and a figure. */
function render(text: string, context: unknown = {}): string {
  const notes = new NoteCollector(view);
  const bar = { key: 'likelihood-55-80', path: 'figures/x/likelihood-55-80.svg', alt: '', caption: '' };
  const figures = new Map([[bar.key, { ...bar, source: undefined, table: undefined }]]);
  return createTemplates(new Map([['memo', text]]), createHelpers({ view, messages, notes, figures })).render(
    'memo',
    context,
  );
}

describe('the helpers', () => {
  it.each([
    ['{{md x}}', { x: '*a*\nb' }, '\\*a\\* b'],
    ['{{yaml x}}', { x: 'a: "b"\n# c' }, '"a: \\"b\\"\\n# c"'],
    ['{{inline x}}', { x: 'a | b [@book, p. 3]' }, 'a \\| b[^book--p-3]'],
    ['{{sentence x}}', { x: 'A boat' }, 'A boat.'],
    ['{{sentence x}}', { x: 'A boat. [@book]' }, 'A boat.[^book]'],
    ['{{sentence x}}', { x: 'Was it “a *boat*?”' }, 'Was it “a *boat*?”'],
    ['{{quote x}}', { x: '# a\n\nb' }, '> ### a\n>\n> b'],
    ['{{notes x}}', { x: ['book', 'nobody', 'note', 'book'] }, '[^book][^note]'],
    ['{{list x}}', { x: ['a', 'b|', 'c'] }, 'a, b\\| and c'],
    ['{{bar x}}', { x: { low: 55, high: 80 } }, '![](figures/x/likelihood-55-80.svg)'],
    ['{{bar x}}', { x: { low: 1, high: 5 } }, ''],
    ['{{figure "likelihood-55-80" x}}', { x: 'a ]( b' }, '![a ( b](figures/x/likelihood-55-80.svg)'],
    ['{{grade "book" x}}', { x: 2 }, 'usually reliable; probably true (B2)'],
    ['{{grade "note" x}}', { x: 2 }, 'probably true (2)'],
    ['{{grade "book"}}', {}, 'usually reliable (B)'],
    ['{{reference "book"}}', {}, '*A \\*Book\\**, 2001'],
    ['{{reference "nobody"}}', {}, 'nobody'],
    ['{{shorts x}}', { x: ['book', 'nobody', 'note'] }, '*A \\*Book\\** (2001) and *Note*'],
    ['{{locator x}}', { x: 'paras. 35 and 36' }, 'paras.\u00a035 and\u00a036'],
    ['{{locator x}}', { x: 'עמ׳ 4' }, 'עמ׳\u00a04'],
    [
      '{{observed x}}',
      { x: [{ name: 'a', number: 3 }, { name: 'War' }, { name: 'b', number: 1 }] },
      'War; judgments 1 and 3',
    ],
    ['{{judgmentNumbers x}}', { x: [2] }, 'judgment 2'],
    ['{{judgmentNumbers x}}', { x: [1, 3] }, 'judgments 1 and 3'],
    ['{{term x}}', { x: { term: undefined } }, 'between terms of the scale'],
  ])('%s of %j', (text, context, expected) => {
    expect(render(text, context)).toBe(expected);
  });

  it.each(['md', 'yaml', 'inline', 'sentence', 'blocks', 'quote'])(
    '%s does not print a missing value',
    (name) => {
      expect(() => render(`{{${name} titel}}`, { title: 'T' })).toThrow('a name that the memo does not have');
    },
  );

  it('give one note to one item, and another to another place in it', () => {
    const text = '{{inline x}} {{note "book"}} {{note "note"}}';
    expect(render(text, { x: '[@book] [@book, p. 1] [@book, p 1] [@book, p. 1]' })).toBe(
      '[^book][^book--p-1][^book--p-1-2][^book--p-1] [^book] [^note]',
    );
  });
});
