import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';
import { usedIds } from '../used-ids.ts';

/** Every item of evidence is used, cited, or contradicts one that is. */
export const unusedEvidence: Rule = {
  id: 'unused-evidence',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(6): clear and logical argument',
  why: 'Evidence that supports no judgment is not printed: either it matters, or it does not belong in the file.',
  examples: {
    breaks: {
      assessment: {
        evidence: [
          { id: 'four-fires', statement: 'Four cabinets burned.', citations: [{ source: 'rail-authority' }] },
          { id: 'two-arrests', statement: 'Two men were held.', citations: [{ source: 'county-police' }] },
          { id: 'fuel-theft', statement: 'Fuel was stolen.', citations: [{ source: 'county-police' }] },
        ],
      },
    },
    keeps: {
      assessment: {
        bottomLine: 'Fires along the line are likely to go on [@fuel-theft].',
        evidence: [
          { id: 'four-fires', statement: 'Four cabinets burned.', citations: [{ source: 'rail-authority' }] },
          { id: 'two-arrests', statement: 'Two men were held.', citations: [{ source: 'county-police' }] },
          { id: 'fuel-theft', statement: 'Fuel was stolen.', citations: [{ source: 'county-police' }] },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const used = usedIds(assessment, 'evidence');
    return (assessment.evidence ?? []).flatMap(({ id, disputes = [] }, index) =>
      // An item that disputes a used one counts as used: it is the other side.
      used.has(id) || disputes.some((other) => used.has(other))
        ? []
        : {
            pointer: toPointer(['evidence', index]),
            message: `Nothing refers to the evidence \`${id}\`.`,
            help: 'Name it where something rests on it, or remove it.',
          },
    );
  },
};
