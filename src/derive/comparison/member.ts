import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { Actor, ConfidenceLevel, Evidence } from '../../model/generated/types.ts';
import { viewActors } from '../entities/actors.ts';
import { viewCutOff } from '../entities/dates.ts';
import { viewChronology } from '../entities/incidents.ts';
import { byId, type ResolvedAssessment, resolve } from '../entities/resolve.ts';
import { viewTrends } from '../entities/trends.ts';
import type { Compared, Side } from './types.ts';

/** An assessment prepared for comparison, with lookups done once. */
export interface Member {
  /** From 1. */
  readonly number: number;
  readonly resolved: ResolvedAssessment;
  readonly asOf: EdtfDate;
  readonly scale: LikelihoodScale;
  readonly actors: ReturnType<typeof viewActors>;
  readonly incidents: ReturnType<typeof viewChronology>;
  readonly trends: ReturnType<typeof viewTrends>;
  /** Every actor that can be referred to, with what the register or the file knows of its kind. */
  readonly kinds: ReadonlyMap<string, ActorKind>;
  readonly evidence: ReadonlyMap<string, Evidence>;
}

export interface ActorKind {
  readonly name: string;
  readonly type?: Actor['type'];
  readonly parent?: string;
}

/** Reads the assessments to compare, in the order given. */
export function readMembers(items: readonly Compared[]): Member[] {
  return items.map(({ assessment, register }, index) => {
    const resolved = resolve(assessment, register);
    const scale = likelihoodScaleOf(assessment);
    return {
      number: index + 1,
      resolved,
      asOf: viewCutOff(assessment.asOf),
      scale,
      actors: viewActors(resolved),
      incidents: viewChronology(resolved, scale),
      trends: viewTrends(resolved),
      kinds: new Map<string, ActorKind>([...byId(register.actors), ...byId(resolved.actors)]),
      evidence: byId(resolved.evidence),
    };
  });
}

/** What a member says on a topic, with its name and cut-off. */
export function sideOf<Value>({ number, resolved, asOf }: Member, value: Value): Side<Value> {
  return { memo: number, assessment: resolved.id, asOf, value };
}

/** The name of an actor, from the first member that knows it. */
export function actorName(id: string, members: readonly Member[]): string {
  for (const { kinds } of members) {
    const name = kinds.get(id)?.name;
    if (name !== undefined) return name;
  }
  return id;
}

/** Groups the members' values by key, in the order in which keys first appear. */
export function gather<Value>(
  members: readonly Member[],
  valuesOf: (member: Member) => Iterable<readonly [key: string, value: Value]>,
): Map<string, Side<Value>[]> {
  const gathered = new Map<string, Side<Value>[]>();
  for (const member of members) {
    for (const [key, value] of valuesOf(member)) {
      const sides = gathered.get(key) ?? [];
      // A second value from the same file is ignored: only the first counts.
      if (sides.at(-1)?.memo === member.number) continue;
      sides.push(sideOf(member, value));
      gathered.set(key, sides);
    }
  }
  return gathered;
}

/** The groups with values from several members. */
export function several<Value>(gathered: ReadonlyMap<string, readonly Side<Value>[]>) {
  return [...gathered].filter(([, sides]) => sides.length > 1);
}

/** Whether the sides give different keys. */
export function differ<Value>(sides: readonly Side<Value>[], keyOf: (value: Value) => string): boolean {
  return new Set(sides.map(({ value }) => keyOf(value))).size > 1;
}

/** How confident somebody is, and of what (`of`): confidence is compared only in the same thing. */
export interface StatedConfidence {
  readonly of: string;
  readonly confidence: ConfidenceLevel | undefined;
}

/** How sides differ: in what they say (`isOther`), or only in how confident they are of it. */
export function difference<Value>(
  isOther: boolean,
  sides: readonly Side<Value>[],
  surenessOf: (value: Value) => readonly StatedConfidence[],
): { readonly differs: boolean; readonly onlyInConfidence: boolean } {
  const onlyInConfidence = !isOther && differInConfidence(sides, surenessOf);
  return { differs: isOther || onlyInConfidence, onlyInConfidence };
}

/** Whether sides that say the same differ in confidence. A side without confidence contradicts nothing. */
function differInConfidence<Value>(
  sides: readonly Side<Value>[],
  surenessOf: (value: Value) => readonly StatedConfidence[],
): boolean {
  const levels = new Map<string, Set<string>>();
  for (const { value } of sides) {
    const own = new Map<string, Set<string>>();
    for (const { of, confidence } of surenessOf(value))
      if (confidence !== undefined) own.set(of, (own.get(of) ?? new Set()).add(confidence));
    for (const [of, given] of own)
      levels.set(of, (levels.get(of) ?? new Set()).add([...given].sort().join()));
  }
  return [...levels.values()].some((given) => given.size > 1);
}
