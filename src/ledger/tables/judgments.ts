import { forecastsOf, midpoint } from '../../derive/analysis/forecasts.ts';
import type { LikelihoodScale } from '../../model/conventions/conventions.ts';
import type { Likelihood } from '../../model/generated/types.ts';
import type { Cells } from '../columns.ts';
import { dateValue, idsAbout, oneLine, type ReadEdition } from '../edition.ts';

export function judgmentRows({ assessment, resolved, view, chains, diff, namesOf }: ReadEdition): Cells[] {
  const titles = new Map(resolved.incidents.map(({ id, title }) => [id, title]));
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
      new: own.some(({ type, field }) => type === 'added' && field === null),
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

/** A likelihood from the diff, in words: a term, or `20–30 %`. */
function likelihoodWords(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { term, range } = value as { readonly term?: unknown; readonly range?: unknown };
  if (typeof term === 'string') return term;
  if (!Array.isArray(range)) return undefined;
  return `${range.map((share) => Math.round(Number(share) * 1000) / 10).join('–')} %`;
}
