import { dayNumber } from '../../model/day-number.ts';
import type { LikelihoodView } from '../analysis/likelihood.ts';
import { type GroundSource, type Grounds, groundsOf } from './grounds.ts';
import type { Member } from './member.ts';
import type { HeldView, Reason, Topic, Values } from './types.ts';

/** Below this share of common words, two sentences may answer different questions. */
const FEW_WORDS = 0.2;

/** Days between two cut-offs that count as fully apart, if nothing is known to have come out between them. */
const YEAR = 365;

/**
 * Possible causes of a difference: different sources, dates, readings of the same sources, horizons, or
 * questions. None is certain; `share` estimates how much of the difference each explains, from the grounds the
 * files name.
 */
export function reasonsFor(topic: Topic, members: readonly Member[]): readonly Reason[] {
  const grounds = topic.sides.flatMap(({ memo, value }) => {
    const member = members[memo - 1];
    return member ? [groundsOf(topic.type, topic.matter, value, member)] : [];
  });
  const reasons = [
    ...sourceReasons(grounds),
    ...dateReasons(topic, grounds),
    ...horizonReasons(grounds),
    ...questionReasons(topic),
  ];
  return reasons.sort((a, b) => b.share - a.share);
}

/** How far apart the sides are, 0 to 1: by the midpoints of their likelihoods; 0 without likelihoods. */
export function spreadOf({ type, sides }: Topic): number {
  const middles = sides.flatMap(({ value }) =>
    likelihoodsOf(type, value).map(({ low, high }) => (low + high) / 200),
  );
  return middles.length < 2 ? 0 : Math.max(...middles) - Math.min(...middles);
}

function likelihoodsOf(type: Topic['type'], value: Values[Topic['type']]): readonly LikelihoodView[] {
  const held = (views: readonly Pick<HeldView, 'likelihood'>[]) =>
    views.flatMap(({ likelihood }) => likelihood ?? []);
  switch (type) {
    case 'judgment/likelihood':
      return held((value as Values['judgment/likelihood']).shown);
    case 'incident/attribution':
      return (value as Values['incident/attribution']).flatMap(({ judged, attributions }) =>
        held(judged.length > 0 ? judged : attributions),
      );
    case 'incident/explanation':
      return held(value as Values['incident/explanation']);
    default:
      return [];
  }
}

/** Different sources, the same sources read differently, or no sources named. */
function sourceReasons(all: readonly Grounds[]): Reason[] {
  const named = all.filter(({ sources }) => sources.length > 0);
  const without = all.filter(({ sources }) => sources.length === 0).map(({ memo }) => memo);
  const reasons: Reason[] = without.length > 0 ? [{ kind: 'unsourced', share: 0.1, memos: without }] : [];
  if (named.length < 2) return reasons;
  const citedBy = new Map<string, (readonly [memo: number, source: GroundSource])[]>();
  for (const { memo, sources } of named) {
    for (const source of sources)
      citedBy.set(source.key, [...(citedBy.get(source.key) ?? []), [memo, source] as const]);
  }
  const shared = [...citedBy.values()].filter((citing) => citing.length > 1);
  const cited = named.reduce((sum, { sources }) => sum + sources.length, 0);
  // 0 if no two cite the same source, 1 if all cite the same ones.
  const overlap = (cited - citedBy.size) / (citedBy.size * (named.length - 1));
  if (overlap < 1) {
    const alone = named
      .map(({ memo, sources }) => ({
        memo,
        titles: sources.filter(({ key }) => citedBy.get(key)?.length === 1).map(({ title }) => title),
      }))
      .filter(({ titles }) => titles.length > 0);
    const share = 0.8 * (1 - overlap);
    reasons.push({ kind: 'sources', share, shared: shared.length, all: citedBy.size, alone });
  }
  if (shared.length > 0) {
    const read = shared.filter(isReadOtherwise).map((citing) => ({
      title: citing[0]?.[1].title ?? '',
      by: citing.map(([memo, { role, reliability, credibility }]) => ({
        memo,
        role,
        reliability,
        credibility,
      })),
    }));
    const share = 0.5 * overlap + 0.5 * (read.length / shared.length);
    reasons.push({ kind: 'reading', share, shared: shared.length, read });
  }
  return reasons;
}

/** Whether one cites for a claim what another cites against it, or grades it differently. */
function isReadOtherwise(citing: readonly (readonly [number, GroundSource])[]): boolean {
  const readings = citing.map(([, { role, reliability, credibility }]) =>
    JSON.stringify([role, reliability, credibility]),
  );
  return new Set(readings).size > 1;
}

/** Cut-offs that differ, and the sources published in between. */
function dateReasons({ sides }: Topic, grounds: readonly Grounds[]): Reason[] {
  const dated = sides
    .flatMap(({ memo, asOf }) => {
      const day = asOf.latest ?? asOf.earliest;
      return day === undefined ? [] : [{ memo, asOf, day: dayNumber(day), text: day }];
    })
    .sort((a, b) => a.day - b.day);
  const [earliest, latest] = [dated[0], dated.at(-1)];
  if (!earliest || !latest || earliest.day === latest.day) return [];
  const later = grounds.filter(({ memo }) =>
    dated.some((one) => one.memo === memo && one.day > earliest.day),
  );
  const cited = later.flatMap(({ sources }) => sources);
  const first = grounds.find(({ memo }) => memo === earliest.memo)?.sources.map(({ key }) => key) ?? [];
  const since = cited.filter(
    ({ key, issued }) =>
      !first.includes(key) && issued?.earliest !== undefined && dayNumber(issued.earliest) > earliest.day,
  );
  const apart = Math.min(1, (latest.day - earliest.day) / YEAR);
  const share = since.length > 0 ? 0.4 + 0.5 * (since.length / cited.length) : 0.3 * apart;
  const side = ({ memo, asOf }: (typeof dated)[number]) => ({ memo, asOf });
  const titles = [...new Set(since.map(({ title }) => title))];
  return [{ kind: 'dates', share, earliest: side(earliest), latest: side(latest), since: titles }];
}

/** Horizons without a common day. */
function horizonReasons(grounds: readonly Grounds[]): Reason[] {
  const spans = grounds.flatMap(({ memo, horizon }) => (horizon ? [{ memo, ...horizon }] : []));
  const begins = spans.map(({ first }) => dayNumber(first));
  const ends = spans.map(({ last }) => dayNumber(last));
  if (spans.length < 2 || Math.max(...begins) <= Math.min(...ends)) return [];
  return [{ kind: 'horizon', share: 0.7, spans }];
}

/** Judgments on one subject whose sentences have hardly a word in common. */
function questionReasons({ type, sides }: Topic): Reason[] {
  if (type !== 'judgment/likelihood') return [];
  const texts = sides.map(({ value }) =>
    (value as Values['judgment/likelihood']).shown.map(({ statement }) => wordsIn(statement)),
  );
  // The closest pair of sentences counts: one pair on the same question is enough.
  let nearest = 0;
  for (const [index, own] of texts.entries()) {
    for (const other of texts.slice(index + 1, index + 1 + MAX_COMPARED)) {
      for (const a of own) for (const b of other) nearest = Math.max(nearest, likeness(a, b));
    }
  }
  return nearest < FEW_WORDS ? [{ kind: 'question', share: 0.6 * (1 - nearest / FEW_WORDS) }] : [];
}

/** With very many assessments, each is compared with only the next ones. */
const MAX_COMPARED = 20;

function wordsIn(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 6)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
