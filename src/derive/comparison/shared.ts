import { actorName, type Member } from './member.ts';
import type { SharedEntity } from './types.ts';

/** Incidents, actors and links that several assessments speak of; most widely shared first, then by name. */
export function sharedEntities(members: readonly Member[]): SharedEntity[] {
  const found = new Map<string, SharedEntity>();
  const add = (kind: SharedEntity['kind'], id: string, name: string, memo: number) => {
    const key = `${kind} ${id}`;
    const known = found.get(key);
    const memos = known?.memos ?? [];
    found.set(key, {
      kind,
      id,
      name: known?.name ?? name,
      memos: memos.includes(memo) ? memos : [...memos, memo],
    });
  };
  for (const { number, incidents, resolved } of members) {
    for (const { id, title } of incidents) add('incident', id, title, number);
    for (const { id } of resolved.actors) add('actor', id, actorName(id, members), number);
    for (const { from, to } of resolved.relationships ?? []) {
      const pair = [from, to].sort();
      add('relationship', pair.join('+'), pair.map((id) => actorName(id, members)).join(' – '), number);
    }
  }
  return [...found.values()]
    .filter(({ memos }) => memos.length > 1)
    .sort((a, b) => b.memos.length - a.memos.length);
}
