import { expect, test } from 'vitest';
import { unwrittenText } from '../../src/check/rules/unwritten-text.ts';
import { objectionsOf } from '../support/assessments.ts';

const found = (...body: string[]) =>
  objectionsOf(unwrittenText, { sections: [{ id: 's', heading: 'H', body }] }).map(({ pointer }) => pointer);

test.each([
  'To be written: who did it.',
  'to be written',
  'Twelve died (TBD).',
  'The count is tbc.',
  'TODO: check the count.',
])('%s', (text) => {
  expect(found('Fine.', text)).toEqual(['/sections/0/body/1']);
});

test.each(['n/a', 'N/A', 'none', '-', '?', 'Not applicable', 'unknown'])(
  'a text that consists of “%s” alone',
  (text) => {
    expect(objectionsOf(unwrittenText, { subtitle: text }).map(({ pointer }) => pointer)).toEqual([
      '/subtitle',
    ]);
  },
);

test.each(['None of them was caught.', 'Unknown Soldier', 'A–B'])('nothing in the title: %s', (title) => {
  expect(objectionsOf(unwrittenText, { title })).toEqual([]);
});

test.each(['The law has yet to be written.', 'Todo modo, the film of 1976.', 'The TBDs were met.'])(
  'nothing in: %s',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test('a heading is found too, and a long one shortened', () => {
  const [first] = objectionsOf(unwrittenText, { title: `To be written: ${'who '.repeat(30)}` });
  expect(first?.pointer).toBe('/title');
  expect(first?.message.length).toBeLessThan(100);
});

test('a placeholder in a name, and in the title of a source, is found; a name like one is not', () => {
  const source = (title: string, publisher?: string) => ({
    id: 's',
    csl: { type: 'report' as const, title, ...(publisher !== undefined && { publisher }) },
    reliability: 'B' as const,
  });
  expect(
    objectionsOf(unwrittenText, {
      actors: [{ id: 'a', name: 'To be written: name of the group', type: 'armed-group' }],
      sources: [source('To be written: title'), source('Annual Report', 'TBD')],
    }).map(({ pointer }) => pointer),
  ).toEqual(['/actors/0/name', '/sources/0/csl/title', '/sources/1/csl/publisher']);
  expect(
    objectionsOf(unwrittenText, { sources: [source('TBC Bank: To Be Written Off', 'TBC Bank')] }),
  ).toEqual([]);
});
