import { toPointer } from '../../model/pointer.ts';
import { invisibleCharacters, withoutInvisible } from '../../prose/characters/characters.ts';
import type { Rule } from '../rule.ts';
import { unusualTexts } from '../unusual-texts.ts';

/** No text contains invisible characters that serve no purpose. */
export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  category: 'handling',
  severity: 'warning',
  source: 'Unicode TR #36, security considerations',
  why: 'It gets in by pasting, breaks search and comparison, and can secretly mark where a text was taken from.',
  examples: {
    breaks: { assessment: { title: 'Fires along the North\u200bern Line' } },
    keeps: { assessment: { title: 'Fires along the Northern Line (خط\u200cشمالی)' } },
  },
  check: ({ assessment }) =>
    unusualTexts(assessment).flatMap(({ text, parts }) => {
      const [first, ...others] = invisibleCharacters(text);
      if (!first) return [];
      const more = others.length > 0 ? `, and ${others.length} more like it` : '';
      const pointer = toPointer(parts);
      const value = withoutInvisible(text);
      return {
        pointer,
        message: first.name.endsWith('half of a character')
          ? `At character ${first.start + 1}, \`${first.name}\` is left of an emoji or sign that was cut${more}.`
          : `\`${first.name}\` stands unseen in this text at character ${first.start + 1}${more}.`,
        help: 'Remove it; `check --fix` does.',
        ...(value.trim() !== '' && { fix: { pointer, value } }),
      };
    }),
};
