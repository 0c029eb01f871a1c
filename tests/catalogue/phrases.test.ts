import { expect, test } from 'vitest';
import { phrasesOf, phrasesOfAll } from '../../src/catalogue/phrases.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { missingForms } from '../../src/render/wording/messages.ts';
import { folderWith, root } from '../e2e/run.ts';

test('no phrase and no plural form is missing in any shipped language', async () => {
  const all = await phrasesOfAll(nodeEffects(root, await folderWith({})));
  expect(all.map(({ language }) => language)).toEqual(['ar', 'de', 'en', 'fr', 'he', 'ru', 'uk']);
  for (const { language, missing } of all) expect([language, missing]).toEqual([language, []]);
});

test('a language without a file lacks every phrase, one with a partial file the rest', async () => {
  const folder = await folderWith({
    'templates/_shared/messages/pl.json': JSON.stringify({
      'heading.notes': 'Przypisy',
      'quantity.reports.one': '{count} doniesienie',
      'quantity.reports.other': '{count} doniesienia',
    }),
  });
  const effects = nodeEffects(root, folder);
  const none = await phrasesOf('sv', effects);
  expect(none.missing).toHaveLength(none.all);
  expect(none.missing).toContainEqual({ key: 'heading.notes', english: 'Notes' });
  const some = await phrasesOf('pl', effects);
  expect(some.missing).toHaveLength(none.all - 2 + 2);
  expect(some.missing.map(({ key }) => key)).not.toContain('heading.notes');
  expect(some.missing).toContainEqual({ key: 'quantity.reports.few', english: '{count} reports' });
});

test('plural forms are those of the language', () => {
  const en = { 'a.one': '{count} a', 'a.other': '{count} as' };
  const files = new Map<string, Record<string, string>>([
    ['en', en],
    ['ar', { 'a.one': 'x', 'a.other': 'x' }],
    ['ja', { 'a.other': 'x' }],
  ]);
  expect(missingForms('ar', files)).toEqual(['a.few', 'a.many', 'a.two', 'a.zero']);
  expect(missingForms('ja', files)).toEqual([]);
});
