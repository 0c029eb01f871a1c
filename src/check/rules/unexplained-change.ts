import { reusedIds } from '../../derive/analysis/reused-ids.ts';
import { proseText } from '../../derive/entities/resolve.ts';
import type { Actor, Assessment, Judgment, Likelihood } from '../../model/generated/types.ts';
import { type PointerPart, toPointer } from '../../model/pointer.ts';
import { termText } from '../../model/vocabularies.ts';
import type { Rule } from '../rule.ts';

/** A change since the superseded edition has a reason. */
export const unexplainedChange: Rule = {
  id: 'unexplained-change',
  category: 'change',
  severity: 'warning',
  source: 'ICD 203 D.6.e(7): explains change to, or consistency of, analytic judgments',
  why: 'A reader of the last edition asks first why a judgment moved: new facts, or a second look at the old.',
  examples: {
    breaks: {
      assessment: { edition: { number: 2, supersedes: 'sample-1.json' } },
      superseded: {
        id: 'sample-1',
        form: 'policy-memo',
        title: 'Fires along the Northern Line',
        marking: 'TLP:CLEAR',
        asOf: '2025-01-31',
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            likelihood: { term: 'roughly even chance' },
          },
        ],
      },
    },
    keeps: {
      assessment: {
        edition: {
          number: 2,
          supersedes: 'sample-1.json',
          changes: [{ entity: 'judgments/fires-continue', reason: 'Two more cabinets burned in March.' }],
        },
      },
      superseded: {
        id: 'sample-1',
        form: 'policy-memo',
        title: 'Fires along the Northern Line',
        marking: 'TLP:CLEAR',
        asOf: '2025-01-31',
        judgments: [
          {
            id: 'fires-continue',
            statement: 'Fires will go on.',
            likelihood: { term: 'roughly even chance' },
          },
        ],
      },
    },
  },
  check: ({ assessment, superseded }) => {
    if (!superseded) return [];
    const explained = new Set(
      (assessment.edition?.changes ?? [])
        .filter(({ reason }) => proseText(reason)?.trim())
        .map(({ entity }) => entity),
    );
    const reused = reusedIds(superseded, assessment);
    return [
      ...judgmentMoves(superseded, assessment, reused.get('judgments')),
      ...levelMoves(superseded, assessment, reused.get('actors')),
    ]
      .filter(({ entity }) => !explained.has(entity))
      .map(({ entity, parts, moved }) => ({
        pointer: toPointer(parts),
        message: `${moved} since the edition superseded, and no reason is given.`,
        help: `Say why under \`edition.changes\`, for \`${entity}\`.`,
      }));
  },
};

/** Ids that the two editions use for unrelated things: nothing moved there. */
type Reused = ReadonlySet<string> | undefined;

interface Move {
  readonly entity: string;
  readonly parts: readonly PointerPart[];
  /** What changed, from which value to which. */
  readonly moved: string;
}

function judgmentMoves(before: Assessment, after: Assessment, reused: Reused): Move[] {
  const known = new Map(before.judgments.map((judgment) => [judgment.id, judgment]));
  return after.judgments.flatMap((judgment, index) => {
    const old = known.get(judgment.id);
    return old && !reused?.has(judgment.id) ? movesOf(old, judgment, index) : [];
  });
}

function movesOf(before: Judgment, after: Judgment, index: number): Move[] {
  const entity = `judgments/${after.id}`;
  const moves: Move[] = [];
  const was = likelihoodText(before.likelihood);
  const is = likelihoodText(after.likelihood);
  if (was !== is) {
    const parts = ['judgments', index, ...(after.likelihood ? ['likelihood'] : [])];
    moves.push({ entity, parts, moved: `The likelihood of \`${after.id}\` moved from ${was} to ${is}` });
  }
  const level = (judgment: Judgment) => judgment.confidence?.level ?? 'none';
  if (level(before) !== level(after)) {
    const parts = ['judgments', index, ...(after.confidence ? ['confidence', 'level'] : [])];
    moves.push({
      entity,
      parts,
      moved: `The confidence in \`${after.id}\` moved from ${level(before)} to ${level(after)}`,
    });
  }
  return moves;
}

function likelihoodText(likelihood: Likelihood | undefined): string {
  if (likelihood?.term !== undefined) return `\`${likelihood.term}\``;
  if (likelihood?.range === undefined) return 'none';
  return likelihood.range.map((end) => `${Math.round(end * 100)} %`).join('–');
}

function levelMoves(before: Assessment, after: Assessment, reused: Reused): Move[] {
  const idOf = ({ id, ref }: Actor) => id ?? ref ?? '';
  const known = new Map((before.actors ?? []).map((actor) => [idOf(actor), actor]));
  return (after.actors ?? []).flatMap((actor, index) => {
    const old = levelsOf(reused?.has(idOf(actor)) ? undefined : known.get(idOf(actor)));
    return [...levelsOf(actor)].flatMap(([dimension, { level, parts }]): Move[] => {
      const was = old.get(dimension)?.level;
      if (was === undefined || was === level) return [];
      const moved = `The level of ${dimension} of \`${idOf(actor)}\` moved from ${was} to ${level}`;
      return [{ entity: `actors/${idOf(actor)}`, parts: ['actors', index, ...parts, 'level'], moved }];
    });
  });
}

function levelsOf(actor: Actor | undefined) {
  const levels = new Map<string, { readonly level: string; readonly parts: readonly PointerPart[] }>();
  if (actor?.intent) levels.set('intent', { level: actor.intent.level, parts: ['intent'] });
  for (const [index, { dimension, level }] of (actor?.capabilities ?? []).entries()) {
    levels.set(termText(dimension), { level, parts: ['capabilities', index] });
  }
  return levels;
}
