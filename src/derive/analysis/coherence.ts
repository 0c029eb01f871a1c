import { type LikelihoodScale, likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { compareText } from '../../model/finding.ts';
import type { Judgment, Likelihood } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { byId, type ResolvedAssessment } from '../entities/resolve.ts';
import { viewLikelihood } from './likelihood.ts';

/**
 * Likelihoods that cannot all hold, by the axioms of probability alone: nothing is likelier than what it
 * implies, and mutually exclusive things add up to at most 1 (to exactly 1 if one of them must hold).
 */

/** One end of the likelihood of a member. */
export interface LikelihoodEnd {
  /** Collection and id: `judgments/attacks-continue`. */
  readonly member: string;
  /** In percent. */
  readonly percent: number;
  /** True where the scale gives the end as approximate. */
  readonly approximate: boolean;
}

interface Place {
  /** The members whose likelihoods cannot hold together, as collection and id. */
  readonly members: readonly string[];
  /** JSON pointer of the place to show. */
  readonly pointer: string;
  /** True if one of the ends used is approximate: then the scale alone does not prove the contradiction. */
  readonly approximate: boolean;
  /** The arithmetic in one sentence without its full stop. */
  readonly sentence: string;
}

/** A judgment that is likelier than what it implies. */
export interface ImplicationIncoherence extends Place {
  readonly kind: 'implication';
  /** The shortest path from the one to the other, both included, as collection and id. */
  readonly path: readonly string[];
  /** Lower end of the implying judgment. */
  readonly low: LikelihoodEnd;
  /** Upper end of the implied judgment. */
  readonly high: LikelihoodEnd;
}

/** Mutually exclusive members that add up to more than 100 %, or to less although one must hold. */
export interface SumIncoherence extends Place {
  readonly kind: 'exclusive' | 'exhaustive';
  /** What is added up: lower ends (`exclusive`) or upper ends (`exhaustive`), the largest first. */
  readonly ends: readonly LikelihoodEnd[];
  /** In percent: over 100 for `exclusive`, under 100 for `exhaustive`. */
  readonly sum: number;
}

export type Incoherence = ImplicationIncoherence | SumIncoherence;

/** Ends in millionths of a percent: whole numbers, so that sums are exact. */
interface Ends {
  readonly low: number;
  readonly high: number;
  readonly approximate: boolean;
}

const MILLION = 1e6;
const CERTAIN = 100 * MILLION;

/**
 * Every contradiction between the likelihoods of an assessment: implications first, then exclusive sets, each
 * in the order of the file. Exactly 100 % is not a contradiction, nor are ends that touch. Ids that lead
 * nowhere are ignored; a reversed range is read forwards (both have rules of their own).
 */
export function incoherences(assessment: ResolvedAssessment): Incoherence[] {
  const scale = likelihoodScaleOf(assessment);
  return [...implications(assessment.judgments, scale), ...exclusiveSets(assessment, scale)];
}

/**
 * Pairs where the first implies the second, in any number of steps. Comparing pairs is enough: probabilities
 * that satisfy all implications exist exactly when no pair fails, also in a cycle, whose members are equally
 * likely.
 */
function implications(judgments: readonly Judgment[], scale: LikelihoodScale): ImplicationIncoherence[] {
  const known = byId(judgments);
  return judgments.flatMap((judgment, index) => {
    const first = endsOf(scale, judgment.likelihood);
    if (!first) return [];
    const cameFrom = follow(judgment, known);
    return [...cameFrom.keys()].flatMap((id): ImplicationIncoherence[] => {
      const last = endsOf(scale, known.get(id)?.likelihood);
      if (!last || first.low <= last.high) return [];
      const path = pathTo(id, cameFrom);
      const low = toEnd(`judgments/${judgment.id}`, first, 'low');
      const high = toEnd(`judgments/${id}`, last, 'high');
      const step = judgment.implies?.indexOf(path[1] ?? id) ?? 0;
      return [
        {
          kind: 'implication',
          members: [low.member, high.member],
          pointer: toPointer(['judgments', index, 'implies', step]),
          approximate: low.approximate || high.approximate,
          path: path.map((on) => `judgments/${on}`),
          low,
          high,
          sentence: implicationSentence(path, low, high),
        },
      ];
    });
  });
}

/**
 * What follows from a judgment, nearest first, each with the judgment it was reached from on a shortest path.
 * Neighbours are visited by id, so that the path does not depend on the order of the file.
 */
function follow(start: Judgment, known: ReadonlyMap<string, Judgment>): Map<string, string> {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const here of queue) {
    for (const id of (here.implies ?? []).toSorted(compareText)) {
      const next = known.get(id);
      if (!next || id === start.id || cameFrom.has(id)) continue;
      cameFrom.set(id, here.id);
      queue.push(next);
    }
  }
  return cameFrom;
}

/** The path from the start to an id. */
function pathTo(id: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path: string[] = [];
  for (let on: string | undefined = id; on !== undefined; on = cameFrom.get(on)) path.push(on);
  return path.reverse();
}

function exclusiveSets(assessment: ResolvedAssessment, scale: LikelihoodScale): SumIncoherence[] {
  const likelihoods = new Map<string, Likelihood | undefined>();
  for (const collection of ['judgments', 'scenarios', 'hypotheses'] as const) {
    for (const { id, likelihood } of assessment[collection] ?? []) {
      likelihoods.set(`${collection}/${id}`, likelihood);
    }
  }
  return (assessment.exclusive ?? []).flatMap(({ members, exhaustive }, index) => {
    const distinct = [...new Set(members)];
    const known = distinct.flatMap((member) => {
      const ends = endsOf(scale, likelihoods.get(member));
      return ends ? [{ member, ends }] : [];
    });
    const pointer = toPointer(['exclusive', index]);
    // Each end was rounded by half a unit at most: three times 1/3 is certain.
    const rounding = known.length / 2;
    const found: SumIncoherence[] = [];
    if (total(known, 'low') - rounding > CERTAIN) found.push(toSum('exclusive', known, pointer));
    // A member without a likelihood may hold the rest. A single member is a mistake, not a set.
    const complete = exhaustive === true && distinct.length > 1 && known.length === distinct.length;
    if (complete && total(known, 'high') + rounding < CERTAIN)
      found.push(toSum('exhaustive', known, pointer));
    return found;
  });
}

interface Member {
  readonly member: string;
  readonly ends: Ends;
}

function total(members: readonly Member[], side: 'low' | 'high'): number {
  return members.reduce((sum, { ends }) => sum + ends[side], 0);
}

function toSum(kind: SumIncoherence['kind'], known: readonly Member[], pointer: string): SumIncoherence {
  const side = kind === 'exclusive' ? 'low' : 'high';
  const ends = known
    .map(({ member, ends }) => toEnd(member, ends, side))
    .sort((a, b) => b.percent - a.percent || compareText(a.member, b.member));
  const sum = total(known, side) / MILLION;
  const approximate = ends.some((end) => end.approximate);
  const bound = kind === 'exclusive' ? 'at the least, more than 100 %' : 'at the most, less than 100 %';
  return {
    kind,
    members: ends.map(({ member }) => member),
    pointer,
    approximate,
    ends,
    sum,
    sentence: `${ends.map(inWords).join(' + ')} = ${inWords({ percent: sum, approximate })} ${bound}`,
  };
}

function implicationSentence(path: readonly string[], low: LikelihoodEnd, high: LikelihoodEnd): string {
  const ids = path.map((id) => `\`${id}\``);
  const through = ids.slice(1, -1).join(', ');
  const most = `${inWords(high)} at the most for ${ids.at(-1)}, which it implies`;
  return `${inWords(low)} at the least for ${ids[0]}, but ${most}${through && ` through ${through}`}`;
}

function inWords({ percent, approximate }: Pick<LikelihoodEnd, 'percent' | 'approximate'>): string {
  return `${approximate ? '~' : ''}${percent} %`;
}

function toEnd(member: string, ends: Ends, side: 'low' | 'high'): LikelihoodEnd {
  return { member, percent: ends[side] / MILLION, approximate: ends.approximate };
}

/**
 * Uses the range as written in the file: the view of a likelihood is rounded for print, and thirds would not
 * add up.
 */
function endsOf(scale: LikelihoodScale, likelihood: Likelihood | undefined): Ends | undefined {
  if (likelihood?.range) {
    const [from = 0, to = 0] = likelihood.range.map((probability) => Math.round(probability * CERTAIN));
    return { low: Math.min(from, to), high: Math.max(from, to), approximate: false };
  }
  const view = likelihood && viewLikelihood(scale, likelihood);
  return view && { low: view.low * MILLION, high: view.high * MILLION, approximate: view.approximate };
}
