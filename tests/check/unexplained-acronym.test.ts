import { expect, test } from 'vitest';
import { unexplainedAcronym } from '../../src/check/rules/unexplained-acronym.ts';
import { judgment, objectionsOf } from '../support/assessments.ts';

const messages = (properties: Parameters<typeof objectionsOf>[1], register = {}) =>
  objectionsOf(unexplainedAcronym, properties, { register }).map(({ pointer, message }) => [
    pointer,
    message,
  ]);

test('found once, where a reader first meets it', () => {
  expect(messages({ bottomLine: ['It left.', 'The NLF left; the NLF returned.'] })).toEqual([
    ['/bottomLine/1', '`NLF` is used and nowhere explained.'],
  ]);
});

test('the order is that of the memo, not of the file', () => {
  const late = { ...judgment, id: 'late', statement: 'The National Front (NLF) left.' };
  const early = { ...judgment, id: 'early', key: true, statement: 'The NLF left.' };
  expect(messages({ judgments: [late, early] })).toEqual([
    ['/judgments/1/statement', '`NLF` is used here before the memo explains it.'],
  ]);
  expect(
    messages({
      judgments: [
        { ...late, key: true },
        { ...early, key: false },
      ],
    }),
  ).toEqual([]);
});

test('aliases of actors and names of sources explain an acronym, in the file and in the register', () => {
  const bottomLine = 'The NLF left.';
  const actor = { id: 'front', name: 'National Front', aliases: ['NLF'] };
  expect(messages({ bottomLine, actors: [actor] })).toEqual([]);
  expect(messages({ bottomLine }, { actors: [actor] })).toEqual([]);
  expect(messages({ bottomLine, actors: [{ id: 'front', name: 'NLF' }] })).toHaveLength(1);
  const csl = { type: 'report' as const, publisher: 'National Front (NLF)' };
  expect(messages({ bottomLine, sources: [{ id: 'paper', csl }] })).toEqual([]);
});

test('common acronyms, numerals, designations, titles, code and quotations need no explanation', () => {
  expect(
    messages({ title: 'The NLF', bottomLine: 'The EU has AK-47s since World War II; `NLF` is “NLF”.' }),
  ).toEqual([]);
});

test('letters that begin the name of a publisher in the list of sources refer to that publisher', () => {
  const statement = 'SITE Intel Group reported the claim.';
  const csl = { type: 'post' as const, publisher: 'SITE Intel Group' };
  const judgments = [{ id: 'a', statement }];
  expect(objectionsOf(unexplainedAcronym, { judgments, sources: [{ id: 'site', csl }] })).toEqual([]);
  expect(objectionsOf(unexplainedAcronym, { judgments })).toHaveLength(1);
});

test('the parts of a hyphenated acronym may be known; a single letter belongs to the word before it', () => {
  const of = (acronym: string) =>
    messages({ bottomLine: `The National Front (NLF) and the Rail Union (RUN) met ${acronym}.` });
  expect([of('NLF-RUN'), of('NLF-K')]).toEqual([[], []]);
  expect(of('NLF-XYZ')).toHaveLength(1);
});

test('letters that are also Roman numerals, and acronyms that only readers of another language know', () => {
  expect(messages({ bottomLine: 'The MCM squadron left.' })).toHaveLength(1);
  expect(messages({ bottomLine: 'Leo XIV and Mihal XLII met in MMXX.' })).toEqual([]);
  expect(messages({ bottomLine: 'The crew switched off the AIS.' })).toHaveLength(1);
  expect(messages({ bottomLine: 'The DDR programme was shelved.' })).toHaveLength(1);
  expect(messages({ bottomLine: 'Die DDR endete 1990.', language: 'de' })).toEqual([]);
});
