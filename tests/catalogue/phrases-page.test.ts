import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filledPhrases, phraseLanguages, phrasesPage } from '../../scripts/phrases-page.ts';
import type { MessageFile } from '../../src/render/wording/messages.ts';

const folder = new URL('../../docs/phrases/', import.meta.url);
const page = (language: string) => readFileSync(new URL(`${language}.md`, folder), 'utf8');

test('each language has a page, and there are no others', () => {
  const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual(phraseLanguages());
});

describe.each(phraseLanguages())('%s', (language) => {
  const file = new URL(`../../templates/_shared/messages/${language}.json`, import.meta.url);
  const phrases = filledPhrases(JSON.parse(readFileSync(file, 'utf8')) as MessageFile);

  test('has a row for each current phrase (otherwise run `npm run generate`)', () => {
    const rows = new Map(
      [...page(language).matchAll(/^\| `([^`]+)` \| (.*?) \| (.*) \|$/gm)].map(([, key, text]) => [
        key,
        text,
      ]),
    );
    expect([...rows.keys()]).toEqual(phrases.map(([key]) => key));
    for (const [key, text] of phrases) expect(rows.get(key), key).toBe(text.replace(/[\\|<>]/g, '\\$&'));
  });

  test('most phrases have an example made from data', () => {
    const without = [...page(language).matchAll(/^\| `([^`]+)` \| .* \| – \|$/gm)];
    expect(without.length).toBeLessThan(phrases.length * 0.75);
  });
});

test('the examples are those of the fixtures', async () => {
  expect(page('de')).toBe(await phrasesPage('de'));
});
