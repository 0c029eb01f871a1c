import type { RelationshipView } from '../../derive/entities/relationships.ts';
import type { Words } from '../kit/words.ts';
import { standingOf } from './network-key.ts';

/** Who has the most relationships, how many of all are not simply asserted, and what the figure does not show. */
export function captionOf(
  all: readonly RelationshipView[],
  shown: { readonly actors: number; readonly links: number },
  words: Words,
): string {
  const [hub] = degreesOf(all);
  const contested = all.filter(({ standing }) => standingOf(standing) !== 'asserted').length;
  const left = new Set(all.flatMap(({ from, to }) => [from, to])).size - shown.actors;
  const parts = [
    words.text('figure.network.hub', { actor: hub?.name ?? '', count: hub?.count ?? 0, all: all.length }),
  ];
  if (contested > 0) parts.push(words.text('figure.network.contested', { count: contested }));
  if (left > 0) parts.push(words.text('figure.network.left-out', { count: left }));
  const unseen = all.length - shown.links;
  if (unseen > 0) parts.push(words.text('figure.network.links-left-out', { count: unseen }));
  return parts.join(words.text('list.semicolon'));
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

/** How large it is, who is at its centre, and what is not simply asserted. */
export function altOf(all: readonly RelationshipView[], words: Words): string {
  const degrees = degreesOf(all);
  const hubs = degrees
    .slice(0, 3)
    .map(({ name, count }) => words.text('figure.with-detail', { what: name, detail: words.number(count) }));
  const contested = all
    .filter(({ standing }) => standingOf(standing) !== 'asserted')
    .map(({ from, type, to, standing }) =>
      words.text('figure.network.link', {
        from,
        type: words.label('relationship', type),
        to,
        standing: words.label('standing', standingOf(standing)),
      }),
    );
  const first = words.text('figure.network.alt', {
    actors: degrees.length,
    count: all.length,
    hubs: words.list(hubs),
  });
  return contested.length === 0 ? first : `${first} ${contested.join(words.text('list.semicolon'))}.`;
}
