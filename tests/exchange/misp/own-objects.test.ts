import { expect, test } from 'vitest';
import { uuidOf } from '../../../src/exchange/kit/ids.ts';
import { type OwnObject, scopesOf } from '../../../src/exchange/misp/own-objects.ts';

test('the names of objects are known a hundred beyond their number, since others may have been removed', () => {
  const of = (collection: string) => ({ collection }) as OwnObject;
  const scopes = scopesOf('fires', [of('actors'), of('evidence'), of('actors')]);
  const name = (collection: string, at: number) => `assessments/fires/${collection}/${at}`;
  const isKnown = (collection: string, at: number) =>
    scopes.get(uuidOf(name(collection, at))) === name(collection, at);
  expect(['actors', 'evidence'].map((list) => [0, 100, 101, 102].map((at) => isKnown(list, at)))).toEqual([
    [true, true, true, false],
    [true, true, false, false],
  ]);
});
