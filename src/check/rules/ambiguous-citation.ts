import { pictureReference } from '../../model/citation.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A citation names an item of evidence or a source: no id may be both. */
export const ambiguousCitation: Rule = {
  id: 'ambiguous-citation',
  category: 'integrity',
  severity: 'error',
  source: 'the assessment file of threat-memo: prose cites sources and evidence in one syntax',
  why: 'A citation of an id that is both a source and an item of evidence could mean either.',
  examples: {
    breaks: { assessment: { evidence: [{ id: 'rail-authority', statement: 'Four cabinets burned.' }] } },
    keeps: { assessment: { evidence: [{ id: 'four-fires', statement: 'Four cabinets burned.' }] } },
  },
  check: ({ assessment, resolved }) => [
    ...(assessment.media ?? []).flatMap(({ id }, index) => {
      const reference = pictureReference(id);
      const isTaken =
        resolved.knownSources.has(reference) || assessment.evidence?.some((item) => item.id === reference);
      return isTaken
        ? {
            pointer: toPointer(['media', index, 'id']),
            message: `\`[@${reference}]\` refers to this picture, and is the id of a source or an item of evidence too.`,
            help: 'Give the picture another id.',
          }
        : [];
    }),
    ...(assessment.evidence ?? []).flatMap(({ id }, index) =>
      resolved.knownSources.has(id)
        ? {
            pointer: toPointer(['evidence', index, 'id']),
            message: `\`${id}\` is the id of a source too, so that \`[@${id}]\` could mean either.`,
            help: 'Give the evidence another id.',
          }
        : [],
    ),
  ],
};
