import type { Evidence } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Rule } from '../rule.ts';

/** A judgment that uses one side of a dispute mentions the other. */
export const ignoredDispute: Rule = {
  id: 'ignored-dispute',
  category: 'sourcing',
  severity: 'warning',
  source: 'ICD 203 D.6.e(1) and (4); ICD 206: corroborating against conflicting sources',
  why: 'If the evidence is disputed, a judgment that names only one side looks firmer than it is.',
  examples: {
    breaks: {
      assessment: {
        evidence: [
          { id: 'four-fires', statement: 'Four cabinets burned.', citations: [{ source: 'rail-authority' }] },
          {
            id: 'two-fires',
            statement: 'Two cabinets burned.',
            citations: [{ source: 'county-police' }],
            disputes: ['four-fires'],
          },
        ],
        judgments: [{ id: 'fires-continue', statement: 'Fires will go on.', evidence: ['four-fires'] }],
      },
    },
    keeps: {
      assessment: {
        evidence: [
          { id: 'four-fires', statement: 'Four cabinets burned.', citations: [{ source: 'rail-authority' }] },
          {
            id: 'two-fires',
            statement: 'Two cabinets burned.',
            citations: [{ source: 'county-police' }],
            disputes: ['four-fires'],
          },
        ],
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            evidence: ['four-fires'],
            contraryEvidence: ['two-fires'],
          },
        ],
      },
    },
  },
  check: ({ assessment }) => {
    const disputants = disputantsOf(assessment.evidence ?? []);
    return assessment.judgments.flatMap(({ id, evidence = [], contraryEvidence = [] }, index) => {
      const named = new Set([...evidence, ...contraryEvidence]);
      const passedOver = new Set(
        evidence.flatMap((item) => disputants.get(item) ?? []).filter((item) => !named.has(item)),
      );
      if (passedOver.size === 0) return [];
      const items = [...passedOver].map((item) => `\`${item}\``).join(', ');
      return {
        pointer: toPointer(['judgments', index, 'evidence']),
        message: `\`${id}\` rests on evidence that ${items} ${passedOver.size === 1 ? 'disputes' : 'dispute'}, and does not name it.`,
        help: 'Put what disputes it under `contraryEvidence`.',
      };
    });
  },
};

/** The items in dispute with each item, whichever of the two declares it. */
function disputantsOf(evidence: readonly Evidence[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (id: string, other: string) => found.set(id, [...(found.get(id) ?? []), other]);
  for (const { id, disputes = [] } of evidence) {
    for (const other of disputes) {
      add(id, other);
      add(other, id);
    }
  }
  return found;
}
