import { forecastsOf, midpoint } from '../../derive/analysis/forecasts.ts';
import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { dayNumber } from '../../model/date-order.ts';
import type { Likelihood } from '../../model/generated/types.ts';
import { type Cells, type Column, isDate, type Row } from '../columns.ts';
import {
  dateValue,
  idsAbout,
  likelihoodOrder,
  markingColumn,
  oneLine,
  type ReadEdition,
} from '../edition.ts';

const grades = ['A', 'B', 'C', 'D', 'E'];

export const judgmentColumns: readonly Column[] = [
  { name: 'id', kind: 'term', about: 'id of the judgment' },
  { name: 'number', kind: 'number', about: 'number as printed' },
  { name: 'key', kind: 'flag', about: 'a key judgment' },
  { name: 'statement', kind: 'text', about: 'what is judged' },
  {
    name: 'likelihood',
    kind: 'term',
    about: 'term of its likelihood',
    order: likelihoodOrder(likelihoodScaleOf({})),
    ownOrder: 'likelihoodOrder',
  },
  { name: 'low', kind: 'number', about: 'lower end of its likelihood in percent' },
  { name: 'high', kind: 'number', about: 'upper end of its likelihood in percent' },
  { name: 'chance', kind: 'number', about: 'middle of its likelihood in percent' },
  {
    name: 'confidence',
    kind: 'term',
    about: 'confidence in it',
    order: ['low', 'moderate', 'high'],
    ownOrder: 'confidenceOrder',
  },
  { name: 'basis', kind: 'text', about: 'why this confidence' },
  { name: 'horizon', kind: 'date', about: 'the time it speaks of' },
  { name: 'state', kind: 'term', about: 'open, overdue or resolved', onDay: stateOn },
  { name: 'overdue', kind: 'flag', about: 'its time is over and nobody has resolved it', onDay: isOverdue },
  { name: 'resolved', kind: 'flag', about: 'its outcome is known' },
  { name: 'outcome', kind: 'flag', about: 'what it states came about' },
  { name: 'resolvedOn', kind: 'date', about: 'when its outcome was known' },
  { name: 'resolvedBy', kind: 'list', about: 'evidence of its outcome' },
  { name: 'new', kind: 'flag', about: 'not in the edition before' },
  { name: 'moved', kind: 'term', about: 'how its likelihood moved since the edition before' },
  { name: 'steps', kind: 'number', about: 'by how many bands' },
  { name: 'movedFrom', kind: 'term', about: 'likelihood in the edition before' },
  { name: 'confidenceMoved', kind: 'term', about: 'how its confidence moved since the edition before' },
  { name: 'reworded', kind: 'flag', about: 'its statement reads differently than in the edition before' },
  { name: 'withdrawn', kind: 'flag', about: 'the next edition has it no more' },
  { name: 'reason', kind: 'text', about: 'why it moved' },
  { name: 'actors', kind: 'list', about: 'actors it is about', also: 'actorNames' },
  { name: 'actorNames', kind: 'list', about: 'their names and aliases', hidden: true },
  { name: 'incidents', kind: 'list', about: 'incidents it is about', also: 'incidentNames' },
  { name: 'incidentNames', kind: 'list', about: 'their titles', hidden: true },
  { name: 'evidence', kind: 'number', about: 'items of evidence for it' },
  { name: 'against', kind: 'number', about: 'items of evidence against it' },
  { name: 'sources', kind: 'list', about: 'sources that its evidence cites', also: 'sourceNames' },
  { name: 'sourceNames', kind: 'list', about: 'their titles', hidden: true },
  { name: 'independent', kind: 'number', about: 'independent sources' },
  { name: 'circular', kind: 'flag', about: 'a source of it rests on itself in the end' },
  { name: 'best', kind: 'term', about: 'reliability of its best source', order: grades },
  { name: 'worst', kind: 'term', about: 'reliability of its worst source', order: grades },
  { name: 'dissents', kind: 'number', about: 'minority views' },
  { name: 'analysts', kind: 'list', about: 'who gave estimates of their own' },
  { name: 'baseRate', kind: 'number', about: 'base rate in percent' },
  { name: 'brier', kind: 'number', about: 'Brier score, once resolved: 0 is best, 1 worst' },
  { name: 'logScore', kind: 'number', about: 'log score, once resolved: 0 is best' },
  markingColumn,
  { name: 'thread', kind: 'term', about: 'the same judgment in all editions', hidden: true },
];

/** A judgment of an edition that was replaced is the later one's business: only what is current can be overdue. */
function isOverdue(row: Row, today: string): boolean {
  const horizon = row.value('horizon');
  if (row.value('resolved') === true || row.edition.current !== true || !isDate(horizon)) return false;
  return horizon.latest !== undefined && dayNumber(horizon.latest) < dayNumber(today);
}

/** `open`, `overdue` or `resolved`, on a day. */
export function stateOn(row: Row, today: string): string {
  if (row.value('resolved') === true) return 'resolved';
  return isOverdue(row, today) ? 'overdue' : 'open';
}

export function judgmentRows({
  assessment,
  resolved,
  view,
  chains,
  diff,
  previous,
  namesOf,
}: ReadEdition): Cells[] {
  const titles = new Map(resolved.incidents.map(({ id, title }) => [id, title]));
  const before = new Set(previous?.judgments.map(({ id }) => id));
  const raw = new Map(assessment.judgments.map((judgment) => [judgment.id, judgment]));
  const scores = new Map(forecastsOf(resolved).scored.map((scored) => [scored.id, scored]));
  const changes = (id: string) =>
    (diff?.changes ?? []).filter(({ entity }) => entity.collection === 'judgments' && entity.id === id);
  return view.judgments.all.map((judgment): Cells => {
    const { id, number, key, statement, likelihood, confidence, horizon, resolution } = judgment;
    const chain = chains.get(id);
    const own = changes(id);
    const likelihoodMoved = own.find(({ type }) => type === 'likelihood-moved');
    const confidenceMoved = own.find(({ type }) => type === 'confidence-moved');
    const about = raw.get(id)?.about;
    const actors = idsAbout(about, 'actors', (one) => resolved.knownActors.has(one));
    const incidents = idsAbout(about, 'incidents', (one) => titles.has(one));
    const previousId = own.find(({ type }) => type === 'renamed')?.before ?? id;
    return {
      id,
      number,
      key,
      statement: oneLine(statement),
      likelihood: likelihood?.term,
      low: likelihood?.low,
      high: likelihood?.high,
      chance: chanceOf(raw.get(id)?.likelihood, view.scale),
      confidence: confidence?.level,
      basis: oneLine(confidence?.basis),
      horizon: dateValue(horizon),
      resolved: resolution !== undefined,
      outcome: resolution?.outcome,
      resolvedOn: dateValue(resolution?.on),
      resolvedBy: resolution?.evidence ?? [],
      new: previous !== undefined && !before.has(String(previousId)),
      moved: likelihoodMoved?.move?.direction,
      steps: likelihoodMoved?.move?.steps,
      movedFrom: likelihoodMoved && likelihoodWords(likelihoodMoved.before),
      confidenceMoved: confidenceMoved?.move?.direction,
      reworded: own.some(({ type, field }) => type === 'reworded' && field === 'statement'),
      reason: oneLine((likelihoodMoved ?? confidenceMoved ?? own.find(({ reason }) => reason))?.reason),
      actors,
      actorNames: actors.flatMap(namesOf),
      incidents,
      incidentNames: incidents.flatMap((one) => titles.get(one) ?? []),
      evidence: chain?.evidence ?? 0,
      against: chain?.against ?? 0,
      sources: chain?.sources ?? [],
      sourceNames: (chain?.sources ?? []).flatMap((one) => resolved.knownSources.get(one)?.csl.title ?? []),
      independent: chain?.independent ?? 0,
      circular: chain?.circular ?? false,
      best: chain?.reliability.best,
      worst: chain?.reliability.worst,
      dissents: judgment.dissents.length,
      analysts: judgment.estimates.map(({ by }) => by),
      baseRate: judgment.baseRate?.percent,
      ...scoresOf(scores.get(id)),
      marking: judgment.marking ?? assessment.marking,
    };
  });
}

/** In percent. */
function chanceOf(likelihood: Likelihood | undefined, scale: LikelihoodScale): number | undefined {
  const probability = likelihood && midpoint(scale, likelihood);
  return probability === undefined ? undefined : Math.round(probability * 1e8) / 1e6;
}

function scoresOf(scored: { readonly probability: number; readonly outcome: boolean } | undefined): Cells {
  if (!scored) return {};
  const { probability, outcome } = scored;
  return {
    brier: (probability - Number(outcome)) ** 2,
    logScore: -Math.log(outcome ? probability : 1 - probability),
  };
}

/** A likelihood as the diff has it, in its words: a term, or `20–30 %`. */
function likelihoodWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { term, range } = value as { readonly term?: unknown; readonly range?: unknown };
  if (typeof term === 'string') return term;
  if (!Array.isArray(range)) return undefined;
  return `${range.map((share) => Math.round(Number(share) * 1000) / 10).join('–')} %`;
}
