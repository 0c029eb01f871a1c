import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MessageFile } from '../../src/render/wording/messages.ts';

/*
 * The message files of all languages beside the English ones, in `_shared` and in the folders of forms. A language may
 * have forms of a plural that English has not, and the months as they are written behind a day.
 */
const folder = new URL('../../templates/', import.meta.url);
const places = readdirSync(folder)
  .filter((name) => existsSync(new URL(`${name}/messages/en.json`, folder)))
  .sort();

/** The phrases of a language; none where the file is missing, so that a test says what has to be written. */
function read(place: string, language: string): MessageFile {
  const path = new URL(`${place}/messages/${language}.json`, folder);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as MessageFile) : {};
}

const languages = readdirSync(new URL('_shared/messages/', folder))
  .map((name) => name.replace(/\.json$/, ''))
  .filter((language) => language !== 'en')
  .sort();

const cases = places.flatMap((place) => languages.map((language) => ({ place, language })));

const CATEGORY = /\.(zero|one|two|few|many|other)$/;

/** What is counted, by the English file: it has a phrase for one and a phrase for others. */
function countedIn(english: MessageFile): Set<string> {
  const bases = Object.keys(english).map((key) => key.replace(CATEGORY, ''));
  const has = (key: string) => Object.hasOwn(english, key);
  return new Set(bases.filter((base) => has(`${base}.one`) && has(`${base}.other`)));
}

/** The key of a plural, for one of its forms; `undefined` for any other phrase. */
function pluralOf(key: string, counted: ReadonlySet<string>): string | undefined {
  const base = key.replace(CATEGORY, '');
  return base !== key && counted.has(base) ? base : undefined;
}

/** Keys with the forms of a plural as one, without the months that only some languages write in two ways. */
function basesOf(file: MessageFile, counted: ReadonlySet<string>): string[] {
  const bases = Object.keys(file).map((key) => pluralOf(key, counted) ?? key);
  return [...new Set(bases)].filter((key) => !key.startsWith('month-of-day.')).sort();
}

/** The forms of each plural of a file: category to phrase. */
function pluralsOf(file: MessageFile, counted: ReadonlySet<string>): Map<string, Map<string, string>> {
  const plurals = new Map<string, Map<string, string>>();
  for (const [key, text] of Object.entries(file)) {
    const base = pluralOf(key, counted);
    if (base === undefined) continue;
    const forms = plurals.get(base) ?? new Map<string, string>();
    plurals.set(base, forms.set(key.slice(base.length + 1), text));
  }
  return plurals;
}

function parametersOf(text: string | undefined): string[] {
  return [...new Set([...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}

/** Categories that cover more than one of the numbers counted here: 1, 21, 31 … in Russian. */
function vagueCategories(rules: Intl.PluralRules): Set<string> {
  const numbers = Array.from({ length: 200 }, (_, index) => rules.select(index));
  return new Set(numbers.filter((category, index) => numbers.indexOf(category) !== index));
}

it('there is a language besides English', () => {
  expect(languages).not.toEqual([]);
});

describe.each(cases)('$language in $place', ({ place, language }) => {
  const english = read(place, 'en');
  const own = read(place, language);
  const rules = new Intl.PluralRules(language);
  const counted = countedIn(english);

  it('has known plural rules', () => {
    expect(Intl.PluralRules.supportedLocalesOf(language)).toEqual([language]);
  });

  it('has the same phrases as English', () => {
    expect(basesOf(own, counted)).toEqual(basesOf(english, counted));
  });

  it('has no empty phrase and no stray blanks', () => {
    for (const [key, text] of Object.entries(own)) {
      expect(text, key).not.toBe('');
      if (!/^(list|mark|number)\./.test(key)) expect(text, key).toBe(text.trim());
    }
  });

  it('has the same placeholders as English', () => {
    for (const key of basesOf(english, counted)) {
      const [theirs, ours] = [english[key], own[key]];
      if (theirs !== undefined) expect(parametersOf(ours), key).toEqual(parametersOf(theirs));
    }
  });

  it('has plurals in its own categories, each with the placeholders of English', () => {
    const categories = rules.resolvedOptions().pluralCategories.toSorted();
    const vague = vagueCategories(rules);
    const theirs = pluralsOf(english, counted);
    for (const [key, forms] of pluralsOf(own, counted)) {
      expect([...forms.keys()].sort(), key).toEqual(categories);
      const known = parametersOf([...(theirs.get(key)?.values() ?? [])].join(' '));
      expect(parametersOf(forms.get('other')), key).toEqual(parametersOf(theirs.get(key)?.get('other')));
      for (const [category, text] of forms) {
        expect(known, `${key}.${category}`).toEqual(expect.arrayContaining(parametersOf(text)));
        if (known.includes('count') && vague.has(category)) {
          expect(parametersOf(text), `${key}.${category}`).toContain('count');
        }
      }
    }
  });

  it('has each month in the form after a day as well, or none', () => {
    const months = Object.keys(own).filter((key) => key.startsWith('month-of-day.'));
    expect([0, 12]).toContain(months.length);
    for (const key of months) expect(Object.keys(english)).toContain(key.replace('-of-day', ''));
  });

  it('does not translate the labels of the Traffic Light Protocol and of the matrix', () => {
    for (const [key, text] of Object.entries(english)) {
      const labels = text.match(/TLP:[A-Z+]+|\b(?:CC|II|NA)\b/g) ?? [];
      for (const label of labels) expect(own[key], key).toContain(label);
    }
  });
});
