import { shortened } from '../../model/shown-text.ts';
import { TO_BE_WRITTEN } from '../../model/unfinished.ts';
import { pointerTo, proseFieldsOf } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';

/** No placeholder text is left. */
export const unwrittenText: Rule = {
  id: 'unwritten-text',
  category: 'handling',
  severity: 'note',
  source: 'ICD 203 D.6.e(6), logical argumentation: a product is complete when its question is answered',
  why: 'A skeleton contains questions for the author; none of them should reach a reader by oversight.',
  examples: {
    breaks: { assessment: { bottomLine: `${TO_BE_WRITTEN} the answer, in two sentences.` } },
    keeps: { assessment: { bottomLine: 'Fires along the line are likely to go on through 2025.' } },
  },
  check: ({ assessment }) =>
    proseFieldsOf(assessment).flatMap((field) => {
      if (NOT_KNOWN.test(field.text.trim())) {
        return [
          {
            pointer: pointerTo(field, 0),
            message: `\`${field.text.trim()}\` would be printed as it stands.`,
            help: 'Leave the property out where there is nothing to say; write what is not known as a gap.',
          },
        ];
      }
      const found = UNWRITTEN.exec(field.text);
      if (!found) return [];
      const line = field.text.slice(found.index).split('\n', 1)[0] ?? '';
      return [
        {
          pointer: pointerTo(field, found.index),
          message: `\`${shortened(line, 60)}\` says what should stand here.`,
          help: 'Write it, or take out the entry that it stands in.',
        },
      ];
    }),
};

/** Texts that forms are filled with if there is nothing to say, matched as a whole. */
const NOT_KNOWN =
  /^(?:n\.?\/?a\.?|none|nil|null|unknown|not (?:known|applicable|available)|\?+|[-–—]+|\.{3}|…|x{2,})$/i;

const UNWRITTEN = /^[Tt]o be written\b|\b(?:TODO|FIXME|TBD|TBC|tbd|tbc)\b/m;
