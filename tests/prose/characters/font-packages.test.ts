import { expect, test } from 'vitest';
import { fontPackageFor } from '../../../src/prose/characters/font-packages.ts';

test.each([
  ['語', 'ja', 'noto-sans-jp'],
  ['語', 'ko-KR', 'noto-sans-kr'],
  ['語', 'zh-Hant-TW', 'noto-sans-tc'],
  ['語', 'zh', 'noto-sans-sc'],
  ['語', undefined, 'noto-sans-sc'],
  ['か', 'en', 'noto-sans-jp'],
  ['한', 'en', 'noto-sans-kr'],
  ['ก', 'ja', 'noto-sans-thai'],
  ['ა', 'en', 'noto-sans-georgian'],
  ['😀', 'en', 'noto-emoji'],
  ['ᚠ', 'en', undefined],
])('%s in %s is drawn by %s', (character, language, expected) => {
  expect(fontPackageFor(character, language)).toBe(expected);
});
