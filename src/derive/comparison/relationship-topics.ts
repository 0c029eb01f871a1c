import { resolveParties } from '../entities/resolve.ts';
import { actorName, differ, gather, type Member, several } from './member.ts';
import type { LinkView, Topic } from './types.ts';

/** Links between the same two actors in either direction. They agree if type, direction and standing do. */
export function relationshipTopics(members: readonly Member[]): Topic<'relationship/standing'>[] {
  const gathered = gather(members, ({ resolved }) => {
    const links = new Map<string, (LinkView & { readonly ends: string })[]>();
    for (const { from, to, type, standing, by, asserts, denies } of resolved.relationships ?? []) {
      const pair = [from, to].sort().join(' ');
      const link = {
        from: actorName(from, members),
        to: actorName(to, members),
        ends: `${from} ${type} ${to}`,
        type,
        standing,
        by: resolveParties(by, resolved.knownActors),
        asserts: resolveParties(asserts, resolved.knownActors),
        denies: resolveParties(denies, resolved.knownActors),
      };
      links.set(pair, [...(links.get(pair) ?? []), link]);
    }
    return links;
  });
  return several(gathered).map(([pair, sides]) => ({
    type: 'relationship/standing' as const,
    matter: {
      kind: 'relationship' as const,
      id: pair.replace(' ', '+'),
      name: pair
        .split(' ')
        .map((id) => actorName(id, members))
        .join(' – '),
      aspect: undefined,
    },
    sides,
    differs: differ(sides, (links) =>
      links
        .map(({ ends, standing }) => `${ends} ${standing ?? 'asserted'}`)
        .sort()
        .join('\n'),
    ),
  }));
}
