import type { Assessment } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { shortened } from '../../model/shown-text.ts';
import { TO_BE_WRITTEN } from '../../model/unfinished.ts';
import { pointerTo, proseFieldsOf } from '../prose-fields.ts';
import type { Rule } from '../rule.ts';
import { type PlacedText, textsOf } from '../texts.ts';

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
  check: ({ assessment }) => [
    ...proseFieldsOf(assessment).flatMap((field) => {
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
      return [placeholder(pointerTo(field, found.index), line)];
    }),
    ...unwrittenNames(assessment).map(({ text, parts }) => placeholder(toPointer(parts), text)),
  ],
};

function placeholder(pointer: string, text: string) {
  return {
    pointer,
    message: `\`${shortened(text, 60)}\` is a placeholder.`,
    help: 'Write the text, or remove the entry.',
  };
}

/** Placeholders in texts that are not prose: names, and the bibliographic items of sources. */
function unwrittenNames(assessment: Assessment): PlacedText[] {
  const items = (assessment.sources ?? []).flatMap(({ csl }, index) =>
    textsOf(csl ?? {}).map(({ text, parts }) => ({ text, parts: ['sources', index, 'csl', ...parts] })),
  );
  const found = [...textsOf(assessment), ...items].filter(({ text }) => UNWRITTEN_NAME.test(text));
  if (found.length === 0) return found;
  const prose = new Set(proseFieldsOf(assessment).map((field) => toPointer(field.parts)));
  return found.filter(
    ({ parts }) => !prose.has(toPointer(parts)) && !prose.has(toPointer(parts.slice(0, -1))),
  );
}

/** Texts that forms are filled with if there is nothing to say, matched as a whole. */
const NOT_KNOWN =
  /^(?:n\.?\/?a\.?|none|nil|null|unknown|not (?:known|applicable|available)|\?+|[-–—]+|\.{3}|…|x{2,})$/i;

const UNWRITTEN = /^[Tt]o be written\b|\b(?:TODO|FIXME|TBD|TBC|tbd|tbc)\b/m;

/** In a name only as a whole: TBC is a bank, too. */
const UNWRITTEN_NAME = /^(?:to be written\b.*|TODO|FIXME|TBD|TBC)$/is;
