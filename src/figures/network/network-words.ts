import type { RelationshipView } from '../../derive/entities/relationships.ts';
import type { Words } from '../kit/words.ts';
import { isUncontested, standingOf, standingText } from './network-key.ts';

/** Most actors named that share the first place. */
const MAX_HUBS = 3;

/** Who has the most relationships, how many are not simply asserted, and what the figure leaves out. */
export function captionOf(
  all: readonly RelationshipView[],
  drawn: readonly RelationshipView[],
  words: Words,
): string {
  const contested = all.filter(({ standing }) => !isUncontested(standing)).length;
  const parts = [hubText(all, words)];
  if (contested > 0) parts.push(words.text('figure.network.contested', { count: contested }));
  return [...parts, ...leftOut(all, drawn, words)].join(words.text('list.semicolon'));
}

/** The actor with the most relationships, or those that share the first place, if they are few. */
function hubText(all: readonly RelationshipView[], words: Words): string {
  const degrees = degreesOf(all);
  const most = degrees[0]?.count ?? 0;
  const hubs = degrees.filter(({ count }) => count === most).map(({ name }) => name);
  const [actor = ''] = hubs;
  if (hubs.length === 1) return words.text('figure.network.hub', { actor, count: most, all: all.length });
  return hubs.length <= MAX_HUBS
    ? words.text('figure.network.hub-tie', { actors: words.list(hubs), count: most, all: all.length })
    : words.text('figure.network.size', { count: all.length, actors: degrees.length, most });
}

/** How many actors and relationships the drawing leaves out. */
function leftOut(
  all: readonly RelationshipView[],
  drawn: readonly RelationshipView[],
  words: Words,
): string[] {
  const actors = degreesOf(all).length - degreesOf(drawn).length;
  const links = all.length - drawn.length;
  return [
    ...(actors > 0 ? [words.text('figure.network.left-out', { count: actors })] : []),
    ...(links > 0 ? [words.text('figure.network.links-left-out', { count: links })] : []),
  ];
}

/** Who has the most relationships: one actor, or the few that share the first place. */
export function hubsOf(all: readonly RelationshipView[]): readonly string[] {
  const degrees = degreesOf(all);
  const hubs = degrees.filter(({ count }) => count === degrees[0]?.count).map(({ name }) => name);
  return hubs.length <= MAX_HUBS ? hubs : hubs.slice(0, 1);
}

/** Actors with the number of their relationships, the most connected first. */
export function degreesOf(
  all: readonly RelationshipView[],
): { readonly name: string; readonly count: number }[] {
  const names = [...new Set(all.flatMap(({ from, to }) => [from, to]))];
  return names
    .map((name) => ({ name, count: all.filter(({ from, to }) => from === name || to === name).length }))
    .toSorted((a, b) => b.count - a.count);
}

/** The size of the network, who is at its centre, what is not simply asserted, and what is left out. */
export function altOf(
  all: readonly RelationshipView[],
  drawn: readonly RelationshipView[],
  words: Words,
): string {
  const degrees = degreesOf(drawn);
  const hubs = degrees
    .slice(0, 3)
    .map(({ name, count }) => words.text('figure.with-detail', { what: name, detail: words.number(count) }));
  const contested = drawn
    .filter(({ standing }) => !isUncontested(standing))
    .map(({ from, type, to, standing }) =>
      words.text('figure.network.link', {
        from,
        type: words.label('relationship', type),
        to,
        standing: standingText(standingOf(standing), words),
      }),
    );
  const first = words.text('figure.network.alt', {
    actors: degrees.length,
    count: drawn.length,
    hubs: words.list(hubs),
  });
  const more = [...contested, ...leftOut(all, drawn, words)];
  return more.length === 0 ? first : `${first} ${more.join(words.text('list.semicolon'))}.`;
}
