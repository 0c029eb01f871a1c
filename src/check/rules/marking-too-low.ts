import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { markings } from '../../model/scales.ts';
import type { Objection, Rule } from '../rule.ts';

/** The whole bears at least the most restrictive label of what is in it. */
export const markingTooLow: Rule = {
  id: 'marking-too-low',
  category: 'handling',
  severity: 'error',
  source: 'TLP 2.0 (FIRST), in practice: a product bears the most restrictive label of its parts',
  why: 'The memo goes to whoever its marking allows, with everything that is in it.',
  examples: {
    breaks: {
      assessment: {
        marking: 'TLP:GREEN',
        sections: [{ id: 'pattern', heading: 'A pattern', body: 'They look alike.', marking: 'TLP:RED' }],
      },
    },
    keeps: {
      assessment: {
        marking: 'TLP:RED',
        sections: [{ id: 'pattern', heading: 'A pattern', body: 'They look alike.', marking: 'TLP:RED' }],
      },
    },
  },
  check: ({ assessment }) => {
    const whole = rank(assessment.marking);
    return [...markedParts(assessment)]
      .filter(({ marking }) => rank(marking) > whole)
      .map(
        ({ marking, parts }): Objection => ({
          pointer: toPointer([...parts, 'marking']),
          message: `This is marked \`${marking}\`, but the whole only \`${assessment.marking}\`.`,
          help: `Mark the whole \`${marking}\`, and make a version for a wider circle with \`build --release ${assessment.marking}\`.`,
        }),
      );
  },
};

function rank(marking: string): number {
  return (markings as readonly string[]).indexOf(marking);
}

/** Everything within the assessment that has a marking of its own. */
function* markedParts(
  value: object,
  parts: readonly PointerPart[] = [],
): Generator<{ readonly marking: string; readonly parts: readonly PointerPart[] }> {
  for (const [key, item] of Object.entries(value)) {
    if (typeof item !== 'object' || item === null || key === 'csl' || key === 'released') continue;
    const inner = [...parts, key];
    if ('marking' in item && typeof item.marking === 'string') yield { marking: item.marking, parts: inner };
    yield* markedParts(item, inner);
  }
}
