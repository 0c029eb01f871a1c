import { isRecord } from '../../../model/json.ts';
import type { Surroundings } from '../../match/surroundings.ts';
import type { Change } from '../../types.ts';
import { asMembers } from '../../words/canonical.ts';
import { shorten } from '../../words/labels.ts';
import { isSameEntity, type Joined, type Sides, subjectOf } from './joined.ts';

/** A judgment's move is reported once: the line on the likelihood includes the confidence. */
export function likelihoodWithConfidence(changes: readonly Change[]): Joined[] {
  return changes.flatMap((change): Joined[] => {
    if (change.type !== 'likelihood-moved' || change.field !== 'likelihood') return [];
    const other = changes.find(
      ({ type, entity, field }) =>
        type === 'confidence-moved' && field === 'confidence/level' && isSameEntity(entity, change.entity),
    );
    return other && change.entity.collection === 'judgments' ? [{ changes: [change, other] }] : [];
  });
}

/** Pairs of lists of an entity between which an entry can move, and how each move is worded. */
const SIDES: readonly {
  readonly fields: readonly [string, string];
  readonly list: string;
  readonly says: readonly [string, string];
}[] = [
  {
    fields: ['contraryEvidence', 'evidence'],
    list: 'evidence',
    says: ['now counts against (was for)', 'now counts for (was against)'],
  },
  {
    fields: ['denies', 'asserts'],
    list: 'actors',
    says: ['now denies it (asserted it)', 'now asserts it (denied it)'],
  },
  {
    fields: ['derivedFrom', 'knownThrough'],
    list: 'sources',
    says: [
      'is now what it repeats (was where it was read)',
      'is now where it was read (was what it repeats)',
    ],
  },
];

/** An entry that moved between two such lists, and no other change. */
export function changedSides(changes: readonly Change[], { labels }: Sides): Joined[] {
  return SIDES.flatMap(({ fields: [one, counterpart], list, says }) =>
    changes.flatMap((change): Joined[] => {
      if (change.field !== one) return [];
      const other = changes.find(
        ({ field, entity }) => field === counterpart && isSameEntity(entity, change.entity),
      );
      if (!other) return [];
      const [to, from] = [change, other].map((each) => membersChanged(each, changes));
      if (!to || !from) return [];
      const isExchange = to.added.join() === from.removed.join() && to.removed.join() === from.added.join();
      if (!isExchange) return [];
      const say = (ids: readonly string[], how: string) =>
        ids.map((id) => `${nameIn(list, id, labels)} ${how}`);
      const parts = [...say(to.added, says[0]), ...say(to.removed, says[1])];
      return [{ changes: [change, other], summary: `${subjectOf(change, labels)}: ${parts.join('; ')}` }];
    }),
  );
}

/** Names of actors are not quoted; sentences and titles are. */
function nameIn(list: string, id: string, labels: Surroundings['labels']): string {
  const name = shorten(labels.of(list, id), 58);
  return list === 'actors' ? name : `“${name}”`;
}

/** What was added to a list and removed from it, sorted; renamed evidence has its new id. */
function membersChanged({ before, after }: Change, changes: readonly Change[]) {
  const renamed = new Map(
    changes.flatMap(({ type, entity, before: id }) =>
      type === 'renamed' && entity.collection === 'evidence' ? [[String(id), entity.id] as const] : [],
    ),
  );
  const old = asMembers(before).map((member) => renamed.get(partyOf(member)) ?? partyOf(member));
  const fresh = asMembers(after).map(partyOf);
  return {
    added: fresh.filter((id) => !old.includes(id)).sort(),
    removed: old.filter((id) => !fresh.includes(id)).sort(),
  };
}

/** An id or a name; for a described party, its whole description. */
function partyOf(member: unknown): string {
  return isRecord(member) ? String(member.name ?? member.actor ?? JSON.stringify(member)) : String(member);
}

/** A relationship whose two ends were swapped. */
export function turnedRound(changes: readonly Change[], { labels }: Sides): Joined[] {
  return changes.flatMap((change): Joined[] => {
    if (change.entity.collection !== 'relationships' || change.field !== 'from') return [];
    const other = changes.find(({ field, entity }) => field === 'to' && isSameEntity(entity, change.entity));
    if (!other || change.before !== other.after || change.after !== other.before) return [];
    const [old, fresh] = [change.before, change.after].map((id) => labels.of('actors', String(id)));
    const summary = `${subjectOf(change, labels)}: direction reversed, ${old} → ${fresh} is now ${fresh} → ${old}`;
    return [{ changes: [change, other], summary }];
  });
}
