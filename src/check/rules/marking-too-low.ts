import { schemeOf } from '../../model/conventions/conventions.ts';
import { isAbove, rankOf, readMarking, strictestOf } from '../../model/conventions/markings.ts';
import type { Assessment } from '../../model/generated/types.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import type { Objection, Rule } from '../rule.ts';

/** The assessment's marking is at least as restrictive as that of each of its parts. */
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
    const scheme = schemeOf(assessment);
    const parts = [...markedParts(assessment, [], []), ...markedTogether(assessment)];
    const tooHigh = parts
      .filter(({ marking }) => isAbove(scheme, marking, assessment.marking))
      .map(
        ({ marking, parts }): Objection => ({
          pointer: toPointer(parts),
          message: `This is marked \`${marking}\`, but the whole only \`${assessment.marking}\`.`,
          help:
            readMarking(scheme, marking) === undefined
              ? `\`${marking}\` is not a label of the scheme: write one, or rename the field, since \`marking\` says who may read what it stands in.`
              : `Mark the whole \`${strictestOf(scheme, [assessment.marking, marking])}\`, and make a version for a wider circle with \`build --release ${assessment.marking}\`.`,
        }),
      );
    return [...tooHigh, ...releasableAbove(assessment)];
  },
};

/** `releasable` is for readers whom the whole is kept from: one above the whole says that the whole is marked too low. */
function releasableAbove(assessment: Assessment): Objection[] {
  const scheme = schemeOf(assessment);
  const { marking, releasable } = assessment;
  if (releasable === undefined || rankOf(scheme, releasable) <= rankOf(scheme, marking)) return [];
  return [
    {
      pointer: '/releasable',
      message: `What has no marking of its own may go to readers of \`${releasable}\`, but the whole is marked \`${marking}\` and goes to more people than that.`,
      help: `Leave \`releasable\` out, or mark the whole \`${releasable}\`.`,
    },
  ];
}

interface MarkedPart {
  readonly marking: string;
  /** Path to the marking. */
  readonly parts: readonly PointerPart[];
}

/** The parts marked together, under `markings`. */
function markedTogether({ markings = {} }: Assessment): MarkedPart[] {
  return Object.entries(markings).map(([part, marking]) => ({
    marking: String(marking),
    parts: ['markings', part],
  }));
}

/**
 * Everything within the assessment with a marking of its own. `parts` is the path to the value: one shared
 * array, longer by one at each level.
 */
function markedParts(value: object, parts: PointerPart[], found: MarkedPart[]): MarkedPart[] {
  const depth = parts.length;
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (typeof item !== 'object' || item === null || key === 'csl' || key === 'released') continue;
    parts[depth] = key;
    if ('marking' in item && typeof item.marking === 'string') {
      found.push({ marking: item.marking, parts: [...parts, 'marking'] });
    }
    markedParts(item, parts, found);
  }
  parts.length = depth;
  return found;
}
