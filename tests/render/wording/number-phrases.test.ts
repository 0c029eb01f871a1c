import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/render/render-memo.ts';
import { type Numbered, numberHeads, numberPhrases } from '../../../src/render/wording/number-phrases.ts';
import { english } from '../messages.ts';

const form: Form = { name: 'policy-memo', templates: new Map(), messages: new Map([['en', english]]) };

/** The numbers that a text refers to something by. */
function numbersIn(text: string, of: Numbered): string[] {
  return numberPhrases('en', form)
    .filter((phrase) => phrase.of === of)
    .flatMap(({ pattern }) => (pattern === 'alone' ? [] : [...text.matchAll(pattern)]))
    .flatMap(([found]) => found.match(/\d+/g) ?? []);
}

describe('phrases with numbers', () => {
  it.each([
    ['Rests on judgments 1, 3 and 4.', 'judgments', ['1', '3', '4']],
    ['Rests on\nassumption 2.', 'assumptions', ['2']],
    ['6. There will be more.', 'judgments', ['6']],
    ['Without any one of items 2 and 13, B would lead.', 'items', ['2', '13']],
    ['In 2024, 143 were killed.', 'judgments', []],
  ] as const)('are found in “%s”', (text, of, numbers) => {
    expect([...new Set(numbersIn(text, of))]).toEqual(numbers);
  });

  it('do not include the year that follows in another sentence', () => {
    expect([...new Set(numbersIn('See judgment 3. In 2024 it ended.', 'judgments'))]).toEqual(['3']);
  });

  it('name the columns that only count', () => {
    expect(numberHeads('en', form)).toContain('No.');
  });
});
