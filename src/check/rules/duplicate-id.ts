import { toPointer } from '../../model/pointer.ts';
import type { Objection, Rule } from '../rule.ts';

/** Ids are unique within their collection; `ref` counts as an id. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  category: 'integrity',
  severity: 'error',
  source: 'the assessment file of threat-memo (docs/assessment-file.md)',
  why: 'With two things under one id, nobody can tell which of them a judgment refers to.',
  examples: {
    breaks: {
      assessment: {
        gaps: [
          { id: 'who-pays', question: 'Who pays the men?' },
          { id: 'who-pays', question: 'Who pays for the fuel?' },
        ],
      },
    },
    keeps: {
      assessment: {
        gaps: [
          { id: 'who-pays', question: 'Who pays the men?' },
          { id: 'who-pays-fuel', question: 'Who pays for the fuel?' },
        ],
      },
    },
  },
  check: ({ assessment }) => duplicateIds(assessment),
};

/** For an assessment or a register: any object whose lists hold things with ids. */
export function duplicateIds(file: object): Objection[] {
  return Object.entries(file).flatMap(([collection, members]) =>
    Array.isArray(members) ? duplicatesIn(collection, members) : [],
  );
}

function duplicatesIn(collection: string, members: readonly unknown[]): Objection[] {
  const first = new Map<string, number>();
  const found: Objection[] = [];
  members.forEach((member, index) => {
    const [key, id] = identityOf(member);
    if (id === undefined) return;
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, index);
    else {
      found.push({
        pointer: toPointer([collection, index, key]),
        message: `The id \`${id}\` is taken: item ${earlier + 1} of \`${collection}\` has it already.`,
        help: 'Give one of the two another id.',
      });
    }
  });
  return found;
}

function identityOf(member: unknown): ['id' | 'ref', string | undefined] {
  if (typeof member !== 'object' || member === null) return ['id', undefined];
  if ('id' in member && typeof member.id === 'string') return ['id', member.id];
  if ('ref' in member && typeof member.ref === 'string') return ['ref', member.ref];
  return ['id', undefined];
}
