import { citationsIn } from '../../model/citation.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';
import { textsOf } from '../texts.ts';

/** A bracket that begins with `@` reads as a citation. */
export const malformedCitation: Rule = {
  id: 'malformed-citation',
  category: 'integrity',
  severity: 'error',
  source: 'the assessment file of threat-memo: Pandoc citation syntax',
  why: 'A citation that cannot be parsed is printed literally, and the sentence loses its source.',
  examples: {
    breaks: { assessment: { bottomLine: 'Fires will go on [@Four Fires].' } },
    keeps: { assessment: { bottomLine: 'Fires will go on [@four-fires].' } },
  },
  check: ({ assessment }) =>
    textsOf(assessment).flatMap(({ text, parts }) =>
      citationsIn(text)
        .filter(({ items }) => items.length === 0)
        .map(({ start, end }) => ({
          pointer: toPointer(parts),
          message: `\`${text.slice(start, end)}\` does not read as a citation.`,
          help: 'Write `[@id]`, `[@id, p. 4]` or `[@one; @two]`; ids are lower-case letters, digits and hyphens.',
        })),
    ),
};
