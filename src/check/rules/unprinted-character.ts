import { toPointer } from '../../model/pointer.ts';
import { fontPackageFor } from '../../prose/characters/font-packages.ts';
import { charactersWithoutFont, namedCharacters } from '../../prose/characters/printed.ts';
import type { Rule } from '../rule.ts';
import { unusualTexts } from '../unusual-texts.ts';

/** Every character of the file can be printed. */
export const unprintedCharacter: Rule = {
  id: 'unprinted-character',
  category: 'handling',
  severity: 'warning',
  source: 'ISO 14289-1, 7.21.8: no text of a PDF/UA stands for a missing glyph',
  why: 'The fonts of the PDF are Latin, Greek, Cyrillic, Arabic and Hebrew: for a character they lack, the reader sees an empty box.',
  examples: {
    breaks: { assessment: { title: 'Fires along the 北 Line' } },
    keeps: { assessment: { title: 'Fires along the Bei Line (Северная линия, خط شمالی)' } },
  },
  check: ({ assessment, fontPackages = [] }) =>
    unusualTexts(assessment).flatMap(({ text, parts }) => {
      const packageOf = (character: string) => fontPackageFor(character, assessment.language);
      const missing = charactersWithoutFont(text).filter(
        (character) => !fontPackages.includes(packageOf(character) ?? ''),
      );
      if (missing.length === 0) return [];
      return {
        pointer: toPointer(parts),
        message: `No font of the PDF has ${namedCharacters(missing)}: an empty box is printed instead.`,
        help: helpFor(missing.flatMap((character) => packageOf(character) ?? [])),
      };
    }),
};

/** Advice: a font package to install, if one is known to have the characters. */
function helpFor(packages: readonly string[]): string {
  const names = [...new Set(packages)].map((name) => `@fontsource/${name}`);
  const rewrite = 'rite the name in Latin letters, and say in words what a sign or an emoji means.';
  return names.length === 0
    ? `W${rewrite}`
    : `Run \`npm install ${names.join(' ')}\` in the project, whose font is then used where it is needed, or w${rewrite}`;
}
