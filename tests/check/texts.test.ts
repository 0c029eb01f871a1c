import { expect, test } from 'vitest';
import { textsOf } from '../../src/check/texts.ts';

test('every text has its place, in the order of the file, without bibliographic items', () => {
  const file = {
    title: 'T',
    bottomLine: ['One.', 'Two.'],
    sources: [{ id: 's', csl: { title: 'On sources' }, note: 'N.' }],
    edition: { number: 2, changes: [{ 'a/b': 'C.' }] },
    exclusive: null,
  };
  expect([...textsOf(file)].map(({ parts, text }) => `${parts.join('/')} ${text}`)).toEqual([
    'title T',
    'bottomLine/0 One.',
    'bottomLine/1 Two.',
    'sources/0/id s',
    'sources/0/note N.',
    'edition/changes/0/a/b C.',
  ]);
});
