import { toPointer } from '../../model/pointer.ts';
import { bidiControls } from '../../prose/characters/characters.ts';
import type { Rule } from '../rule.ts';
import { unusualTexts } from '../unusual-texts.ts';

/** No text contains characters that reverse its direction. */
export const bidiControl: Rule = {
  id: 'bidi-control',
  category: 'handling',
  severity: 'warning',
  source: 'Unicode TR #36, security considerations (bidirectional text spoofing); UAX #9',
  why: 'Such a character makes a text read differently from what is stored: a name, a number or an address may really be another one.',
  examples: {
    breaks: { assessment: { title: 'Fires along the \u202eNorthern\u202c Line' } },
    keeps: { assessment: { title: 'Fires along the Northern Line (الخط الشمالي)' } },
  },
  check: ({ assessment }) =>
    unusualTexts(assessment).flatMap(({ text, parts }) => {
      const [first, ...others] = bidiControls(text);
      if (!first) return [];
      const more = others.length > 0 ? `, and ${others.length} more like it` : '';
      return {
        pointer: toPointer(parts),
        message: `\`${first.name}\` stands in this text at character ${first.start + 1}${more}.`,
        help: 'Remove it: text from right to left needs none to be shown rightly.',
      };
    }),
};
