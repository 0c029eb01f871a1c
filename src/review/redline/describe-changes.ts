import type { Change, ChangedEntity, DiffSide, Move } from '../../diff/types.ts';
import { type ChangePath, pathOfChange } from '../../diff/weigh/change-path.ts';
import { type Labels, labelsOf } from '../../diff/words/labels.ts';
import { proseOf } from '../../diff/words/prose.ts';
import { wordsChanged } from '../../diff/words/prose-changes.ts';
import { setChange } from '../../diff/words/value-text.ts';
import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { QuantityReport } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import type {
  DescribedChange,
  DescribedEvent,
  DescribedStep,
  DescribedValue,
} from '../../render/changes/described-change.ts';
import type { MoveFacts } from '../../render/changes/move-words.ts';
import { describeMember, describeValue, fieldOf, type ValuePlace } from './describe-values.ts';

/** Returns a function that describes each change of an assessment, independent of language. */
export function changeDescriber(before: DiffSide, after: DiffSide): (change: Change) => DescribedChange {
  const [labels, formerly] = [labelsOf(before, after), labelsOf(after, before)];
  const scales = {
    before: likelihoodScaleOf(before.assessment),
    after: likelihoodScaleOf(after.assessment),
  };
  return (change) => {
    const { entity, origin } = change;
    const isOwn = entity.collection === 'assessment';
    // What went may have left its id to something else.
    const name =
      change.field === null && change.after === null
        ? nameOf(entity, formerly, before, after)
        : nameOf(entity, labels, after, before);
    const thing = { collection: entity.collection, name };
    const place = (names: readonly string[], side: 'before' | 'after'): ValuePlace => ({
      collection: entity.collection,
      names,
      scale: scales[side],
      labels,
    });
    const way = origin === 'derived' ? undefined : pathOfChange(change, before, after);
    return {
      ...(!isOwn && { thing }),
      isShared: origin === 'register',
      way: way && change.type !== 'renamed' ? stepsOf(way, place) : [],
      event: way ? eventOf(change, way, place) : derivedEvent(change, labels),
    };
  };
}

/** A relationship is named by its two sides, as in a memo: its type is a word of the language. */
function nameOf({ collection, id }: ChangedEntity, labels: Labels, ...sides: readonly DiffSide[]): string {
  const found =
    collection === 'relationships'
      ? sides.flatMap(({ assessment }) => assessment.relationships ?? []).find((one) => one.id === id)
      : undefined;
  return found
    ? [found.from, found.to].map((side) => labels.of('actors', side)).join(' – ')
    : labels.of(collection, id);
}

type PlaceOf = (names: readonly string[], side: 'before' | 'after') => ValuePlace;

/** Objects that contribute nothing to a property's description. */
const TRANSPARENT = new Set(['confidence', 'csl', 'edition', 'resolution', 'scope', 'standards']);

function stepsOf({ steps }: ChangePath, place: PlaceOf): DescribedStep[] {
  const last = steps.length - 1;
  if (steps.some(({ name }) => name === 'csl')) return [{ name: 'csl' }];
  return steps.flatMap(({ name, member }, index): DescribedStep[] => {
    const way = steps.slice(0, index + 1).map((step) => step.name);
    if (member) return [{ name, member: memberName(way, member, place) }];
    if (index < last && TRANSPARENT.has(name)) return [];
    const parent = steps[index - 1]?.name ?? '';
    return [{ name: OWN_NAMES[`${parent}.${name}`] ?? name }];
  });
}

/** Properties whose name is unclear without the object they belong to. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  'confidence.level': 'confidence',
  'edition.number': 'edition',
  'standards.likelihood': 'standards',
};

function memberName(
  names: readonly string[],
  { key, value }: { readonly key: string; readonly value: unknown },
  place: PlaceOf,
): DescribedValue[] {
  if (names.at(-1) === 'ratings') {
    return [{ kind: 'text', text: place([], 'after').labels.of('hypotheses', key) }];
  }
  const [naming = ''] = fieldOf(place(names, 'after'))?.keys ?? [];
  const found = naming.split(' ').flatMap((name) => {
    const part = isRecord(value) ? value[name] : undefined;
    const at = place([...names, name], 'after');
    return (fieldOf(at)?.kind === 'entity' ? describeMember(part, at) : describeValue(part, at)) ?? [];
  });
  return found.length > 0 ? found : [{ kind: 'text', text: key }];
}

function eventOf(change: Change, { steps, shape }: ChangePath, place: PlaceOf): DescribedEvent {
  const { type, before, after, entity, move } = change;
  const last = steps.at(-1);
  const names = steps.map(({ name }) => name);
  const isMember = last?.member !== undefined && last.name !== 'ratings';
  switch (type) {
    case 'added':
    case 'removed':
    case 'withdrawn': {
      const side = type === 'added' ? 'after' : 'before';
      const value = isMember ? describeContent(names, change[side], place, side) : undefined;
      return { kind: type, value: value ? [value] : [] };
    }
    case 'moved':
      return { kind: 'placed', from: Number(before), to: Number(after) };
    case 'renamed':
      return { kind: 'renamed', from: String(before), to: String(after) };
    case 'reworded': {
      const [old, fresh] = [proseOf(before), proseOf(after)];
      if (old !== undefined && fresh !== undefined) {
        const { inserted, deleted } = wordsChanged(old, fresh);
        return { kind: 'reworded', inserted, deleted };
      }
      break;
    }
    default:
  }
  if (shape === 'set' || isOwnList(names, before, after)) {
    const { added, removed } = setChange(before ?? undefined, after ?? undefined);
    const describedOf = (members: readonly unknown[], side: 'before' | 'after') =>
      members.flatMap((member) => describeMember(member, place(names, side)) ?? []);
    return { kind: 'members', added: describedOf(added, 'after'), removed: describedOf(removed, 'before') };
  }
  if (isMember || names.includes('csl')) return plainEvent(change);
  // A resolution is described by whether the judgment came true, whatever else it contains.
  const outcome = (value: unknown) => (isRecord(value) ? value.outcome : value);
  const isResolution = entity.collection === 'judgments' && last?.name === 'resolution';
  const [from, to] = isResolution
    ? [
        describeValue(outcome(before), place(['outcome'], 'before')),
        describeValue(outcome(after), place(['outcome'], 'after')),
      ]
    : [describeValue(before, place(names, 'before')), describeValue(after, place(names, 'after'))];
  const counted = COUNTED_MOVES[type];
  return from || to
    ? {
        kind: 'value',
        from,
        to,
        ...(move && counted && { move: { of: counted, ...moveFacts(move) } }),
      }
    : plainEvent(change);
}

/** Whether a project's own field is a list of words; our schemas do not describe it. */
function isOwnList(names: readonly string[], ...values: readonly unknown[]): boolean {
  const isWords = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string');
  return names.some((name) => name.startsWith('x-')) && values.every(isWords);
}

/** For content too long for a line: only whether it was added, removed or changed. */
function plainEvent({ before, after }: Change): DescribedEvent {
  if (before !== null && after !== null) return { kind: 'changed' };
  return { kind: before === null ? 'added' : 'removed', value: [] };
}

/** Moves whose number of steps says more than the two values. */
const COUNTED_MOVES: Partial<Record<Change['type'], 'likelihood' | 'confidence'>> = {
  'likelihood-moved': 'likelihood',
  'confidence-moved': 'confidence',
  'level-moved': 'confidence',
  'impact-moved': 'confidence',
  'priority-moved': 'confidence',
};

/** The facts of a move, for wording. */
export function moveFacts({ direction, steps, scales }: Move): MoveFacts {
  return { direction, steps, crossing: scales !== undefined };
}

/** The content of a list entry, if it is more than its name. */
function describeContent(
  names: readonly string[],
  value: unknown,
  place: PlaceOf,
  side: 'before' | 'after',
): DescribedValue | undefined {
  const list = names.at(-1) ?? '';
  if (list === 'reports') return describeValue(value, place(names, side));
  const property = { attributions: 'likelihood', capabilities: 'level', series: 'value' }[list];
  return property === undefined || !isRecord(value)
    ? undefined
    : describeValue(value[property], place([...names, property], side));
}

function derivedEvent({ type, field, before, after }: Change, labels: Labels): DescribedEvent {
  const ids = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  if (type.startsWith('range-')) {
    const figure = (value: unknown): DescribedValue => {
      const { min, max } = isRecord(value) ? value : { min: 0, max: null };
      const report = {
        ...(min !== max && { min }),
        ...(max !== null && { [min === max ? 'value' : 'max']: max }),
      };
      return { kind: 'figure', report: report as QuantityReport };
    };
    return { kind: 'range', counted: field?.split('/')[0] ?? '', from: figure(before), to: figure(after) };
  }
  if (type.startsWith('independence-')) {
    return { kind: 'independence', from: Number(before), to: Number(after) };
  }
  if (type === 'coherence-lost' || type === 'coherence-restored') {
    const found = after ?? before;
    const members = isRecord(found) ? ids(found.members) : [];
    const named = members.map((member) => {
      const [collection = '', id = ''] = member.split('/');
      return labels.of(collection, id);
    });
    return { kind: 'coherence', lost: type === 'coherence-lost', members: named };
  }
  const names = (value: unknown) => ids(value).map((id) => labels.of('hypotheses', id));
  return { kind: 'leader', from: names(before), to: names(after) };
}
