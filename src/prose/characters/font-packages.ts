/** Scripts that the shipped fonts do not have, with the package of Fontsource that does. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-sans-jp'],
  [/\p{Script=Hangul}/u, 'noto-sans-kr'],
  [/\p{Script=Devanagari}/u, 'noto-sans-devanagari'],
  [/\p{Script=Bengali}/u, 'noto-sans-bengali'],
  [/\p{Script=Tamil}/u, 'noto-sans-tamil'],
  [/\p{Script=Thai}/u, 'noto-sans-thai'],
  [/\p{Script=Georgian}/u, 'noto-sans-georgian'],
  [/\p{Script=Armenian}/u, 'noto-sans-armenian'],
  [/\p{Script=Ethiopic}/u, 'noto-sans-ethiopic'],
  [/[\u{1f000}-\u{1faff}]/u, 'noto-emoji'],
];

/** Where Chinese characters are drawn as a language has them: by what its tag begins with. */
const HAN: readonly (readonly [RegExp, string])[] = [
  [/^ja\b/i, 'noto-sans-jp'],
  [/^ko\b/i, 'noto-sans-kr'],
  [/^zh-(?:hant|tw|hk|mo)\b/i, 'noto-sans-tc'],
];

/** The package of Fontsource (`@fontsource/…`) whose font has a character; `undefined` where none is known. */
export function fontPackageFor(character: string, language = 'en'): string | undefined {
  if (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character))
    return HAN.find(([tag]) => tag.test(language))?.[1] ?? 'noto-sans-sc';
  return PACKAGES.find(([script]) => script.test(character))?.[1];
}
