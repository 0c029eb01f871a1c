import { expect, test } from 'vitest';
import { uncitedFigure } from '../../src/check/rules/uncited-figure.ts';
import { objectionsOf } from '../support/assessments.ts';

/** Pointers of what the rule objects to. */
const found = (...input: Parameters<typeof objectionsOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  objectionsOf(uncitedFigure, ...input).map(({ pointer }) => pointer);

const body = (text: string) => ({ sections: [{ id: 's', heading: 'Pattern', body: text }] });

test.each([
  'Losses came to 4.2 million crowns.',
  'Police held 14 men.',
  'Beside https://a.example/2024, police held 14 men at 10.0.0.1.',
  'The share rose to 35 %.',
  'Fires were set [@four-fires]. Losses came to 40 crowns.',
  '1. Losses came to 40 crowns.',
])('figures without a source: %s', (text) => {
  expect(found(body(text))).toEqual(['/sections/0/body']);
});

test.each([
  'Losses came to 4.2 million crowns [@rail-authority].',
  'Police held 14 men. Two were charged [@county-police].',
  'It began on 22 March 2024, went on in May 2025 and ended in 2026.',
  'It began on March 22 and lasted from 2019 to 2021, or 2019–21.',
  'The G7 met after MH17, and No. 43 of the series followed.',
  'Article 5 and judgments 2 and 3 apply, in the 21st century, after 9/11.',
  'Nothing was counted.',
  'Police held 14 men [@county-police, p. 3].',
  '1. The police came.\n2. The crew left.',
  '3) The police came.',
  'It answered at 192.168.12.14:8443 and 10.0.0.0/8, on port 443; see https://a.example/2024/05/12345 or x12@a1.example.',
  'The office at 221B Baker Street, room 14, is called at +44 20 7946 0958.',
])('no figure, or a source: %s', (text) => {
  expect(found(body(text))).toEqual([]);
});

test('the finding is at the line of the list', () => {
  const lines = ['Fires were set.', 'Police held 14 men.'];
  expect(found({ sections: [{ id: 's', heading: 'Pattern', body: lines }] })).toEqual(['/sections/0/body/1']);
});

test.each([
  'One fire came after another [@four-fires].\nThen 300 men came.',
  'Then 300 men came. One fire came after another.',
])('lines without a citation after them: %s', (text) => {
  expect(found(body(text))).toEqual(['/sections/0/body']);
});

test('evidence with figures has to name a source', () => {
  const evidence = [
    { id: 'a', statement: 'Police held 14 men.' },
    { id: 'b', statement: 'Police held 14 men.', citations: [{ source: 'county-police' }] },
    { id: 'c', statement: 'Police held some men.' },
    { id: 'd', statement: 'Police held 14 men.[@county-police]' },
  ];
  expect(found({ evidence })).toEqual(['/evidence/0']);
});

test('a citation covers the sentences before it in its paragraph, and none after it', () => {
  expect(
    found(body('Fires were set [@four-fires]. Losses came to 40 crowns. Two men fled [@police].')),
  ).toEqual([]);
  expect(
    found(body('Fires were set [@four-fires]. Two men fled [@police]. Losses came to 40 crowns.')),
  ).toEqual(['/sections/0/body']);
  expect(found(body('[@four-fires] Losses came to 40 crowns.'))).toEqual([]);
});

test('the source of a table is cited beside it, in the same text', () => {
  const table = ['| Year | Fires |', '| --- | --- |', '| 2024 | 14 |'];
  const text = (...lines: string[]) => ({ sections: [{ id: 's', heading: 'Pattern', body: lines }] });
  expect(found(text('Fires by year [@four-fires]:', '', ...table))).toEqual([]);
  expect(found(text(...table, '', 'As the authority counts [@four-fires].'))).toEqual([]);
  expect(found(text('Fires by year:', '', ...table, '', 'Nobody knows.'))).not.toEqual([]);
  expect(
    found(text('By year [@four-fires].', '', 'Fires:', '', ...table, '', 'So.', '', 'Thus [@a].')),
  ).not.toEqual([]);
  expect(
    found({
      sections: [
        { id: 'a', heading: 'A', body: 'Fires were set [@four-fires].' },
        { id: 'b', heading: 'B', body: table },
      ],
    }),
  ).toEqual(['/sections/1/body/2']);
});
