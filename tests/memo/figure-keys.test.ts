import { expect, test } from 'vitest';
import { figureKeys } from '../../src/figures/figure.ts';
import { figureKeysIn } from '../../src/memo/build-memo.ts';

test.each([
  ['{{> figure key="map"}} and {{> figure-table key="trend"}}', ['trend', 'map']],
  ["{{#if a}}{{>figure key='network'}}{{/if}}", ['network']],
  ['{{~> figure size="large" key="map" ~}}', ['map']],
  ['{{> figures}} {{> figure-of key="map"}} {{figure "map" alt}}', []],
  ['{{> figure key="unheard-of"}}', []],
  ['{{> figure key=name}}', [...figureKeys]],
])('%j uses %j', (text, keys) => {
  expect(figureKeysIn([text, 'nothing here'])).toEqual(keys);
});
