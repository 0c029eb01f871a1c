import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english, messagesIn } from '../messages.ts';

/*
 * Every phrase with a number, in every shipped language, for none, one, two, few, eleven, many and a fraction of them: it is
 * there, nothing in braces is left, and the number is printed unless the language has a word for it.
 */
const languages = readdirSync(new URL('../../../templates/_shared/messages/', import.meta.url)).map((name) =>
  name.replace(/\.json$/, ''),
);
const counted = Object.keys(english).flatMap((key) => {
  const base = key.replace(/\.one$/, '');
  return base !== key && `${base}.other` in english ? [base] : [];
});

const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 22, 100, 101, 1_000_000];

describe.each(languages)('%s', (language) => {
  const messages = messagesIn(language);
  const own = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

  test.each(counted)('%s', (key) => {
    const names = own(`${english[`${key}.one`]} ${english[`${key}.other`]}`);
    for (const count of NUMBERS) {
      const filled = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
      const text = messages.text(key, { ...filled, count });
      expect(text).not.toMatch(/[{}|]|undefined/);
      const category = new Intl.PluralRules(language).select(count);
      const stands = NUMBERS.filter((other) => new Intl.PluralRules(language).select(other) === category);
      // If the category covers several numbers, the phrase has to print the number.
      if (names.includes('count') && stands.length > 1) expect(text, `${count}`).toContain(String(count));
    }
  });
});
