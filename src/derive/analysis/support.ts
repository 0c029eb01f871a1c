import type { EdtfDate } from '../../model/edtf.ts';
import { viewDate } from '../entities/dates.ts';
import type { JudgmentView, JudgmentViews } from '../entities/judgments.ts';
import type { ResolvedAssessment } from '../entities/resolve.ts';
import { chains, type EvidenceChain, type GradeSpan, rootsOf } from './chain.ts';

/** What stands behind one key judgment, as a row of a table. */
export interface SupportView {
  /** Printed number of the judgment. */
  readonly number: number;
  /** Items of evidence for it and against it. */
  readonly items: number;
  readonly against: number;
  /** Ids of both. */
  readonly evidence: readonly string[];
  readonly contrary: readonly string[];
  readonly sources: number;
  /** Different origins at the ends of the sources' derivation chains. */
  readonly independent: number;
  readonly circular: boolean;
  /** Letters of the best and the worst source, of those judged; equal if there is one grade. */
  readonly reliability: { readonly best: string; readonly worst: string } | undefined;
  /** Numbers of the best and the worst item. */
  readonly credibility: { readonly best: string; readonly worst: string } | undefined;
  /** Sources and items without a grade, or graded as impossible to judge. */
  readonly unjudged: number;
  /** From the beginning of the oldest item to the end of the newest. */
  readonly dates: EdtfDate | undefined;
}

/** What all key judgments together rest on. */
export interface FootingView {
  /** Items of evidence that are cited for any of them. */
  readonly items: number;
  readonly sources: number;
  /** Different origins at the ends of the sources' derivation chains. */
  readonly independent: number;
}

/** What the key judgments rest on, each item and source counted once; `undefined` where they name none. */
export function viewFooting(
  assessment: ResolvedAssessment,
  judgments: JudgmentViews,
): FootingView | undefined {
  const known = chains(assessment);
  const items = new Set(judgments.key.flatMap(({ evidence }) => evidence));
  const sources = [...new Set(judgments.key.flatMap(({ id }) => known.get(id)?.sources ?? []))];
  if (sources.length === 0) return undefined;
  const independent = rootsOf(sources, assessment.knownSources).size;
  return { items: items.size, sources: sources.length, independent };
}

/** The chain behind each key judgment that names evidence, in the order printed. */
export function viewSupport(assessment: ResolvedAssessment, judgments: JudgmentViews): SupportView[] {
  const known = chains(assessment);
  return judgments.key.flatMap((judgment) => {
    const chain = known.get(judgment.id);
    return chain && chain.evidence > 0 ? supportOf(judgment, chain) : [];
  });
}

function supportOf({ number, evidence, contraryEvidence }: JudgmentView, chain: EvidenceChain): SupportView {
  const { reliability, credibility, dates } = chain;
  return {
    number,
    items: chain.evidence,
    against: chain.against,
    evidence,
    contrary: contraryEvidence.map(({ id }) => id),
    sources: chain.sources.length,
    independent: chain.independent,
    circular: chain.circular,
    reliability: spanOf(reliability),
    credibility: spanOf(credibility),
    unjudged: credibility.unjudged + credibility.ungraded,
    dates: spanOfDates(viewDate(dates.oldest), viewDate(dates.newest)),
  };
}

/** The time that two dates cover; the one where they are the same. */
function spanOfDates(oldest: EdtfDate | undefined, newest: EdtfDate | undefined): EdtfDate | undefined {
  if (oldest === undefined || newest === undefined || oldest.text === newest.text) return oldest ?? newest;
  return { text: `${oldest.text}/${newest.text}`, kind: 'interval', start: oldest.start, end: newest.end };
}

function spanOf({ best, worst }: GradeSpan<string | number>) {
  return best === undefined || worst === undefined ? undefined : { best: String(best), worst: String(worst) };
}
