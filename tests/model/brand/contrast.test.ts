import { expect, test } from 'vitest';
import { contrastOf, MIN_CONTRAST, readableOn } from '../../../src/model/brand/contrast.ts';
import { houseWords } from '../../../src/model/brand/house-style.ts';
import { shippedBrands } from '../../../src/model/brand/shipped.ts';

test('black on white, grey on white, and equal colours', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2); // as WebAIM has it
  expect(contrastOf('#123456', '#123456')).toBe(1);
});

test('every shipped style is legible', () => {
  for (const { colours } of Object.values(shippedBrands)) {
    for (const letters of [colours.structure, colours.accent]) {
      for (const ground of ['#ffffff', colours.tint]) {
        expect(contrastOf(letters, ground)).toBeGreaterThanOrEqual(MIN_CONTRAST);
      }
    }
    expect(contrastOf(readableOn(colours.band), colours.band)).toBeGreaterThanOrEqual(MIN_CONTRAST);
  }
});

test('a text by language: the whole tag, its language, English, any', () => {
  const words = { de: 'Haus', en: 'house', 'de-ch': 'Huus' };
  expect(['de-CH', 'de-AT', 'fr'].map((language) => houseWords(words, language))).toEqual([
    'Huus',
    'Haus',
    'house',
  ]);
  expect(houseWords({ ru: 'дом' }, 'fr')).toBe('дом');
  expect(houseWords('house', 'ru')).toBe('house');
});
