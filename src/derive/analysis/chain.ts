import { edtfOfCsl } from '../../model/csl-date.ts';
import { dayNumber } from '../../model/date-order.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import { compareText } from '../../model/finding.ts';
import type { Evidence, Judgment, Source } from '../../model/generated/types.ts';
import { viewDate } from '../entities/dates.ts';
import { byId, type ResolvedAssessment, type ResolvedSource } from '../entities/resolve.ts';

/**
 * What an assessment's evidence rests on. Grades are Admiralty grades, where F and 6 mean not judged, not
 * worst.
 */

export type Reliability = Exclude<NonNullable<Source['reliability']>, 'F'>;

/** The best and the worst grade given; both `undefined` if there are none. */
export interface GradeSpan<Grade> {
  readonly best: Grade | undefined;
  readonly worst: Grade | undefined;
  /** How many are graded as impossible to judge: F for a source, 6 for an item. */
  readonly unjudged: number;
  /** How many have no grade at all, such as sources that only the register describes. */
  readonly ungraded: number;
}

/** What stands behind a judgment. Ids that lead nowhere are not counted. */
export interface EvidenceChain {
  /** Number of items of evidence for it. */
  readonly evidence: number;
  /** Ids of the sources that this evidence cites, each once, in the order cited. */
  readonly sources: readonly string[];
  /**
   * Number of different origins at the ends of the derivation chains. A source derived from two unrelated
   * origins adds no third, and does not join the two.
   */
  readonly independent: number;
  /** Over the sources. */
  readonly reliability: GradeSpan<Reliability>;
  /** Over the citations: 1 (confirmed) to 5 (improbable). */
  readonly credibility: GradeSpan<number>;
  /**
   * EDTF texts of the evidence with the earliest first day and with the latest last day; an item without a date
   * takes its sources' dates of issue. If one end is open or unknown, the other end is used.
   */
  readonly dates: { readonly oldest: string | undefined; readonly newest: string | undefined };
  /** Number of items of evidence against it. */
  readonly against: number;
  /** Whether a source behind it is, through others, derived from itself. */
  readonly circular: boolean;
}

/** The evidence chain of every judgment, by its id, in the order of the file. */
export function chains(assessment: ResolvedAssessment): ReadonlyMap<string, EvidenceChain> {
  return new Map(assessment.judgments.map((judgment) => [judgment.id, chainOf(judgment, assessment)]));
}

/** Maps an assessment needs for chains, built once: several rules ask for the chains of all its judgments. */
interface Linked {
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly chains: Map<Judgment, EvidenceChain>;
}

const linked = new WeakMap<ResolvedAssessment, Linked>();

/** The evidence chain of one judgment. */
export function chainOf(judgment: Judgment, assessment: ResolvedAssessment): EvidenceChain {
  const known = linked.get(assessment) ?? { evidence: byId(assessment.evidence), chains: new Map() };
  linked.set(assessment, known);
  const chain = known.chains.get(judgment) ?? link(judgment, known.evidence, assessment.knownSources);
  known.chains.set(judgment, chain);
  return chain;
}

function link(
  judgment: Judgment,
  evidence: ReadonlyMap<string, Evidence>,
  known: ReadonlyMap<string, ResolvedSource>,
): EvidenceChain {
  const items = itemsOf(judgment.evidence, evidence);
  const citations = items.flatMap(({ citations = [] }) =>
    citations.filter(({ source }) => known.has(source)),
  );
  const sources = [...new Set(citations.map(({ source }) => source))];
  const origins = sources.map((id) => originsOf([id], known));
  return {
    evidence: items.length,
    sources,
    independent: rootsOf(sources, known).size,
    reliability: spanOf(
      sources.map((id) => known.get(id)?.reliability),
      'F',
    ),
    credibility: spanOf(
      citations.map(({ credibility }) => credibility),
      6,
    ),
    dates: datesOf(items, known),
    against: itemsOf(judgment.contraryEvidence, evidence).length,
    circular: isCircular(new Set(origins.flatMap((ids) => [...ids])), known),
  };
}

function itemsOf(ids: readonly string[] = [], evidence: ReadonlyMap<string, Evidence>): Evidence[] {
  return [...new Set(ids)].flatMap((id) => evidence.get(id) ?? []);
}

/**
 * The known ones among these sources and every source they are derived from or were read in, however far back;
 * a cycle is walked once. Two sources read in the same third one stand or fall with it.
 */
export function originsOf(
  ids: readonly string[],
  known: ReadonlyMap<string, Pick<Source, 'derivedFrom' | 'knownThrough'>>,
): ReadonlySet<string> {
  const found = new Set(ids.filter((id) => known.has(id)));
  // A set that grows during iteration is iterated to its new end.
  for (const id of found) {
    const { derivedFrom = [], knownThrough = [] } = known.get(id) ?? {};
    for (const parent of [...derivedFrom, ...knownThrough]) if (known.has(parent)) found.add(parent);
  }
  return found;
}

/**
 * The ends of the derivation chains of these sources: sources that derive from nothing known. A cycle has no
 * end; it counts as one origin, named by the first of its sources in text order, unless a source outside of it
 * feeds it. A source that was not read itself and those it is known through count as one, named by the source.
 */
export function rootsOf(
  ids: readonly string[],
  known: ReadonlyMap<string, Pick<Source, 'derivedFrom' | 'knownThrough'>>,
): ReadonlySet<string> {
  const back = new Map<string, ReadonlySet<string>>();
  const behind = (id: string): ReadonlySet<string> => {
    const found = back.get(id) ?? originsOf(known.get(id)?.derivedFrom ?? [], known);
    back.set(id, found);
    return found;
  };
  const roots = [...originsOf(ids, known)].flatMap((id) => {
    const origins = [...behind(id)];
    if (origins.length === 0) return id;
    // An end is a source, or a cycle, that derives from nothing but itself.
    const isCircle = behind(id).has(id) && origins.every((origin) => behind(origin).has(id));
    return isCircle ? (origins.sort(compareText)[0] ?? id) : [];
  });
  return joinCarriers(new Set(roots), originsOf(ids, known), behind, known);
}

/** Counts a source and what it was read in as one origin. */
function joinCarriers(
  roots: ReadonlySet<string>,
  sources: ReadonlySet<string>,
  behind: (id: string) => ReadonlySet<string>,
  known: ReadonlyMap<string, Pick<Source, 'knownThrough'>>,
): ReadonlySet<string> {
  const joined = new Map([...roots].map((root) => [root, root]));
  const carriers = new Set<string>();
  const rootsBehind = (id: string) => [id, ...behind(id)].filter((one) => roots.has(one));
  for (const id of sources) {
    const { knownThrough = [] } = known.get(id) ?? {};
    const read = knownThrough.filter((carrier) => sources.has(carrier)).flatMap(rootsBehind);
    if (read.length === 0) continue;
    for (const carrier of read) carriers.add(carrier);
    const [first = id, ...others] = [...rootsBehind(id), ...read].map((root) => joined.get(root) ?? root);
    for (const [root, name] of joined) if (others.includes(name)) joined.set(root, first);
  }
  const groups = new Map<string, string[]>();
  for (const [root, name] of joined) groups.set(name, [...(groups.get(name) ?? []), root]);
  return new Set(
    [...groups.values()].map((group) => {
      const names = group.sort(compareText);
      return names.find((root) => !carriers.has(root)) ?? names[0] ?? '';
    }),
  );
}

function isCircular(ids: ReadonlySet<string>, known: ReadonlyMap<string, ResolvedSource>): boolean {
  return [...ids].some((id) => originsOf(known.get(id)?.derivedFrom ?? [], known).has(id));
}

/** Letters and numbers of the Admiralty system both run from the best to the worst. */
function spanOf<Grade extends string | number, Unjudged extends Grade>(
  grades: readonly (Grade | undefined)[],
  unjudged: Unjudged,
): GradeSpan<Exclude<Grade, Unjudged>>;
function spanOf(
  grades: readonly (string | number | undefined)[],
  unjudged: string | number,
): GradeSpan<string | number> {
  const given = grades.filter((grade) => grade !== undefined);
  const judged = given.filter((grade) => grade !== unjudged).sort((a, b) => compareText(`${a}`, `${b}`));
  return {
    best: judged[0],
    worst: judged.at(-1),
    unjudged: given.length - judged.length,
    ungraded: grades.length - given.length,
  };
}

/** Among dates with the same day, the first in the file. */
function datesOf(items: readonly Evidence[], sources: ReadonlyMap<string, ResolvedSource>) {
  const dates = items.flatMap(({ date, citations = [] }) => {
    const own = viewDate(date);
    if (own) return [own];
    const issued = citations.map(({ source }) => edtfOfCsl(sources.get(source)?.csl.issued));
    return issued.flatMap((text) => viewDate(text) ?? []);
  });
  const known = dates.filter(({ earliest, latest }) => earliest !== undefined || latest !== undefined);
  const firstDay = ({ earliest, latest }: EdtfDate) => dayNumber(earliest ?? latest ?? '');
  const lastDay = ({ earliest, latest }: EdtfDate) => dayNumber(latest ?? earliest ?? '');
  return {
    oldest: known.toSorted((a, b) => firstDay(a) - firstDay(b))[0]?.text,
    newest: known.toSorted((a, b) => lastDay(b) - lastDay(a))[0]?.text,
  };
}
