import { chains } from '../../derive/analysis/chain.ts';
import { type Incoherence, incoherences } from '../../derive/analysis/coherence.ts';
import { leaders, scoreHypotheses } from '../../derive/entities/hypotheses.ts';
import { type ResolvedAssessment, resolve } from '../../derive/entities/resolve.ts';
import { toPointer } from '../../model/pointer.ts';
import { pointerOf } from '../pointers.ts';
import type { Change, ChangedEntity, DiffSide, JsonValue } from '../types.ts';
import type { Labels } from '../words/labels.ts';
import { counted } from '../words/value-text.ts';
import { casualtyChanges } from './casualties.ts';
import type { DerivedChange } from './derived-change.ts';
import { orderChanges } from './order.ts';
import { type Reasons, reasonFor } from './reasons.ts';
import { WEIGHTS } from './weights.ts';

/** The places, by pattern, whose differences can change each derived part. */
const RESTS_ON = {
  leaders: /^(?:hypotheses\/\*|matrix\/\*(?:\/(?:ratings.*|credibility|relevance|evidence))?)$/,
  casualties: /^incidents\/\*\/(?:perpetrators|killed|injured|arrested)/,
  chains:
    /^(?:judgments\/\*\/evidence|evidence\/\*(?:\/citations.*)?|sources\/\*(?:\/(?:derivedFrom|ref))?)$/,
  coherence:
    /^(?:(?:judgments|scenarios|hypotheses)\/\*(?:\/(?:likelihood|implies))?|exclusive.*|standards.*)$/,
} as const;

/**
 * Differences in what is computed from two assessments. `before` has the newer ids (see `rewriteIds`); parts
 * that depend on none of the places that differ are skipped.
 *
 * @param places Patterns of the differences found, including those of the register.
 */
export function derivedChanges(
  before: DiffSide,
  after: DiffSide,
  places: readonly string[],
  labels: Labels,
  reasons: Reasons,
): Change[] {
  const rests = (on: RegExp) => places.some((place) => on.test(place));
  const found = [
    ...(Object.values(RESTS_ON).some(rests) ? followingChanges(before, after, rests, labels) : []),
    ...orderChanges(before, after, labels),
  ];
  return found.map(({ previous, list, ...change }) => {
    const reason = reasonFor(reasons, [change.entity]);
    return {
      class: 'derived',
      ...change,
      ...(reason !== undefined && { reason }),
      origin: 'derived',
      pointers: list
        ? { before: toPointer([list]), after: toPointer([list]) }
        : {
            ...pointerTo('before', before, previous ?? change.entity),
            ...pointerTo('after', after, change.entity),
          },
    };
  });
}

/** Changes computed from values that differ. */
function followingChanges(
  before: DiffSide,
  after: DiffSide,
  rests: (on: RegExp) => boolean,
  labels: Labels,
): DerivedChange[] {
  const old = resolve(before.assessment, before.register);
  const fresh = resolve(after.assessment, after.register);
  return [
    ...(rests(RESTS_ON.leaders) ? leaderChanges(old, fresh, labels) : []),
    ...(rests(RESTS_ON.chains) ? chainChanges(old, fresh, labels) : []),
    ...(rests(RESTS_ON.coherence) ? coherenceChanges(old, fresh, labels) : []),
    ...(rests(RESTS_ON.casualties) ? casualtyChanges(old, fresh, labels) : []),
  ];
}

function pointerTo(side: 'before' | 'after', { assessment }: DiffSide, { collection, id }: ChangedEntity) {
  const pointer = pointerOf(assessment, collection, id);
  return pointer === undefined ? {} : { [side]: pointer };
}

function leaderChanges(
  before: ResolvedAssessment,
  after: ResolvedAssessment,
  labels: Labels,
): DerivedChange[] {
  const [old, fresh] = [leadersOf(before), leadersOf(after)];
  if (old.join() === fresh.join()) return [];
  const names = (ids: readonly string[]) =>
    ids.length === 0 ? 'none' : ids.map((id) => `“${labels.of('hypotheses', id)}”`).join(' and ');
  const type =
    old.length === 1 && fresh.length > 1
      ? 'tie-arose'
      : old.length > 1 && fresh.length === 1
        ? 'tie-broke'
        : 'leader-changed';
  const what = {
    'tie-arose': 'Hypotheses tie for the lead',
    'tie-broke': 'A tie of hypotheses broke',
    'leader-changed': 'Leading hypothesis',
  }[type];
  return [
    {
      type,
      entity: { collection: 'hypotheses', id: fresh[0] ?? old[0] ?? '' },
      previous: { collection: 'hypotheses', id: old[0] ?? fresh[0] ?? '' },
      field: 'rank',
      before: old,
      after: fresh,
      weight: type === 'leader-changed' ? WEIGHTS.leader : WEIGHTS.tie,
      summary: `${what}: ${names(old)} → ${names(fresh)}`,
    },
  ];
}

/** Sorted, since the order of the file means nothing. Empty without a matrix. */
function leadersOf({ hypotheses = [], matrix = [] }: ResolvedAssessment): string[] {
  return matrix.length === 0 ? [] : leaders(scoreHypotheses(hypotheses, matrix)).sort();
}

function chainChanges(
  before: ResolvedAssessment,
  after: ResolvedAssessment,
  labels: Labels,
): DerivedChange[] {
  const old = chains(before);
  return [...chains(after)].flatMap(([id, { independent: now }]): DerivedChange[] => {
    const was = old.get(id)?.independent;
    if (was === undefined || was === now) return [];
    const type =
      now < was && now <= 1
        ? 'independence-lost'
        : was < now && was <= 1
          ? 'independence-gained'
          : 'independence-changed';
    const few = Math.min(was, now);
    return [
      {
        type,
        entity: { collection: 'judgments', id },
        field: 'independentSources',
        before: was,
        after: now,
        weight: few === 0 ? WEIGHTS.lastSource : few === 1 ? WEIGHTS.oneSource : WEIGHTS.sources,
        summary: `${labels.of('judgments', id)}: ${independence(was, now)}`,
        move: { direction: now > was ? 'up' : 'down', steps: Math.abs(now - was) },
      },
    ];
  });
}

function independence(was: number, now: number): string {
  if (now === 0) return `rests on no known source any more (${was} before)`;
  const before = was === 0 ? 'none' : String(was);
  if (now === 1) return `rests on one independent source now (${before} before)`;
  return `rests on ${counted(now, 'independent source')} now (${before} before)`;
}

function coherenceChanges(
  before: ResolvedAssessment,
  after: ResolvedAssessment,
  labels: Labels,
): DerivedChange[] {
  const old = byMembers(incoherences(before));
  const fresh = byMembers(incoherences(after));
  const lost = [...fresh]
    .filter(([key]) => !old.has(key))
    .map(([, found]) => coherenceChange('coherence-lost', found, labels));
  const restored = [...old].filter(([key]) => !fresh.has(key));
  return [...lost, ...restored.map(([, found]) => coherenceChange('coherence-restored', found, labels))];
}

function byMembers(found: readonly Incoherence[]): Map<string, Incoherence> {
  return new Map(found.map((item) => [`${item.kind} ${[...item.members].sort().join(' ')}`, item]));
}

function coherenceChange(
  type: 'coherence-lost' | 'coherence-restored',
  found: Incoherence,
  labels: Labels,
): DerivedChange {
  const members = [...found.members].sort();
  const [collection = '', id = ''] = (members[0] ?? '').split('/');
  const value: JsonValue = { kind: found.kind, members, arithmetic: found.sentence };
  const lost = type === 'coherence-lost';
  return {
    type,
    entity: { collection, id },
    field: 'coherence',
    before: lost ? null : value,
    after: lost ? value : null,
    weight: WEIGHTS.coherence,
    summary: coherenceText(lost, found, labels),
  };
}

/** `The likelihoods of “A” and “B” cannot both hold any more: 55 % + 55 % = 110 %`. */
function coherenceText(lost: boolean, { members, sentence }: Incoherence, labels: Labels): string {
  const names = members.map((member) => {
    const [collection = '', id = ''] = member.split('/');
    return { id, name: `“${labels.of(collection, id)}”` };
  });
  const texts = names.map(({ name }) => name);
  const listed = `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
  const all = texts.length === 2 ? 'both' : 'all';
  const arithmetic = names.reduce((text, { id, name }) => text.replaceAll(`\`${id}\``, () => name), sentence);
  return lost
    ? `The likelihoods of ${listed} cannot ${all} hold any more: ${arithmetic}`
    : `The likelihoods of ${listed} can ${all} hold again (before: ${arithmetic})`;
}
