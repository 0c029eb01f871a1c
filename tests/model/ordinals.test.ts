import { expect, test } from 'vitest';
import { splitSentences } from '../../src/model/sentences.ts';

const split = (text: string, language: string) => splitSentences(text, language).map(({ text: own }) => own);

test('a full stop after a day or a number makes a German ordinal; after a year it ends the sentence', () => {
  expect(split('Am 3. März 2025 brannte es. Am 24. Dezember auch. Der 2. Weltkrieg.', 'de')).toEqual([
    'Am 3. März 2025 brannte es.',
    'Am 24. Dezember auch.',
    'Der 2. Weltkrieg.',
  ]);
  expect(split('Es war 2025. Dann kam er.', 'de')).toHaveLength(2);
  expect(split('It burned 3. March was quiet.', 'en')).toHaveLength(2);
});

test('two Russian initials do not end a sentence', () => {
  expect(split('В 2024 г. Иванов А. А. уехал. Потом вернулся.', 'ru')).toEqual([
    'В 2024 г. Иванов А. А. уехал.',
    'Потом вернулся.',
  ]);
});
