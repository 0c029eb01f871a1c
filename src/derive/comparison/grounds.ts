import type { EdtfDate } from '../../model/edtf.ts';
import { viewDate } from '../entities/dates.ts';
import type { Member } from './member.ts';
import { subjectsOf } from './subjects.ts';
import type { DifferenceType, Matter, Values } from './types.ts';

/** A source as several assessments know it: identified by what it is, not by each file's id. */
export interface GroundSource {
  /** Equal in every assessment that cites the source. */
  readonly key: string;
  readonly title: string;
  /** Date of issue. */
  readonly issued: EdtfDate | undefined;
  /** Whether it is cited for the claim, against it, or both. */
  readonly role: 'for' | 'against' | 'both';
  /**
   * Admiralty grades the assessment gives: reliability of the source, and credibility of the items that cite
   * it.
   */
  readonly reliability: string | undefined;
  readonly credibility: readonly number[];
}

/** What one assessment's position on a topic rests on. */
export interface Grounds {
  readonly memo: number;
  readonly sources: readonly GroundSource[];
  /** First and last day of its judgments' horizons. */
  readonly horizon: { readonly first: string; readonly last: string } | undefined;
}

interface Named {
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** Sources named without an item of evidence. */
  readonly sources: readonly string[];
}

const NOTHING: Named = { for: [], against: [], sources: [] };

/**
 * The grounds an assessment gives for its position: the evidence named there, and the sources of that evidence.
 */
export function groundsOf<Type extends DifferenceType>(
  type: Type,
  matter: Matter,
  value: Values[Type],
  member: Member,
): Grounds {
  const named = namedIn(type, matter, value, member);
  const sources = new Map<string, GroundSource>();
  const add = (id: string, role: 'for' | 'against', credibility?: number) => {
    const source = sourceOf(id, member);
    const there = sources.get(source.key);
    const merged = there && there.role !== role ? 'both' : role;
    const weighed = [...(there?.credibility ?? []), ...(credibility === undefined ? [] : [credibility])];
    sources.set(source.key, { ...source, role: merged, credibility: [...new Set(weighed)].sort() });
  };
  for (const role of ['for', 'against'] as const) {
    for (const id of named[role]) {
      for (const { source, credibility } of member.evidence.get(id)?.citations ?? [])
        add(source, role, credibility);
    }
  }
  for (const id of named.sources) add(id, 'for');
  return { memo: member.number, sources: [...sources.values()], horizon: horizonOf(type, value, member) };
}

function sourceOf(id: string, { resolved }: Member): Omit<GroundSource, 'role' | 'credibility'> {
  const source = resolved.knownSources.get(id);
  const { csl } = source ?? {};
  const issued = typeof csl?.issued === 'string' ? viewDate(csl.issued) : undefined;
  const title = csl?.title ?? csl?.genre ?? id;
  const address = csl?.URL?.replace(/^https?:\/\/(www\.)?/i, '').replace(/[/#]+$/, '');
  const year = issued?.earliest?.slice(0, 4) ?? '';
  const key = csl?.DOI?.toLowerCase() ?? address?.toLowerCase() ?? `${title.toLowerCase()} ${year}`;
  return { key, title, issued, reliability: source?.reliability };
}

/** The evidence named beside an assessment's position. */
function namedIn<Type extends DifferenceType>(
  type: Type,
  matter: Matter,
  given: Values[Type],
  member: Member,
): Named {
  const value = given as Values[DifferenceType];
  const { resolved } = member;
  const evidence = (lists: readonly (readonly string[] | undefined)[]): Named => ({
    ...NOTHING,
    for: lists.flatMap((list) => list ?? []),
  });
  switch (type) {
    case 'judgment/likelihood': {
      const ids = new Set((value as Values['judgment/likelihood']).shown.map(({ id }) => id));
      return behind(resolved.judgments.filter(({ id }) => ids.has(id)));
    }
    case 'incident/attribution': {
      const incident = resolved.incidents.find(({ id }) => id === matter.id);
      const judged = resolved.judgments.filter((judgment) => {
        const subjects = subjectsOf(judgment, member);
        return (
          subjects.some(({ collection, id }) => collection === 'incidents' && id === matter.id) &&
          subjects.some(({ collection }) => collection !== 'incidents')
        );
      });
      const { for: own, against } = behind(judged);
      const citedIds = (incident?.attributions ?? []).flatMap((attribution) => attribution.evidence ?? []);
      return { for: [...own, ...citedIds, ...(incident?.evidence ?? [])], against, sources: [] };
    }
    case 'incident/explanation':
      return evidence([(resolved.matrix ?? []).map((row) => row.evidence)]);
    case 'incident/figure':
      return {
        ...NOTHING,
        sources: (value as Values['incident/figure']).reports.flatMap(({ report }) => report.source ?? []),
      };
    case 'incident/claim': {
      const incident = resolved.incidents.find(({ id }) => id === matter.id);
      return evidence((incident?.claims ?? []).map((claim) => claim.evidence));
    }
    case 'actor/intent':
    case 'actor/capability':
      return evidence([(value as Values['actor/intent']).evidence]);
    case 'actor/trend': {
      const trends = (resolved.trends ?? []).filter(({ subject }) => subject === matter.id);
      return {
        ...evidence(trends.map((trend) => trend.evidence)),
        sources: trends.flatMap(({ series = [] }) => series.flatMap(({ source }) => source ?? [])),
      };
    }
    case 'relationship/standing': {
      const ends = new Set(matter.id.split('+'));
      const links = (resolved.relationships ?? []).filter(({ from, to }) => ends.has(from) && ends.has(to));
      return evidence(links.map((link) => link.evidence));
    }
    case 'threat/greatest':
      return evidence(
        (value as Values['threat/greatest']).flatMap(({ intent, capability }) => [
          intent.evidence,
          capability.evidence,
        ]),
      );
    case 'speaker/office':
    case 'body/people': {
      const citedIds = [...member.evidence.values()].filter(
        ({ speaker }) => speaker?.actor === matter.id || speaker?.name === matter.name,
      );
      return evidence([citedIds.map(({ id }) => id)]);
    }
    default:
      return NOTHING;
  }
}

function behind(
  judgments: readonly {
    readonly evidence?: readonly string[];
    readonly contraryEvidence?: readonly string[];
  }[],
): Named {
  return {
    for: judgments.flatMap(({ evidence = [] }) => evidence),
    against: judgments.flatMap(({ contraryEvidence = [] }) => contraryEvidence),
    sources: [],
  };
}

/** The horizon of a side's judgments. */
function horizonOf<Type extends DifferenceType>(
  type: Type,
  value: Values[Type],
  { resolved }: Member,
): Grounds['horizon'] {
  if (type !== 'judgment/likelihood') return undefined;
  const ids = new Set((value as Values['judgment/likelihood']).shown.map(({ id }) => id));
  const spans = resolved.judgments.flatMap(({ id, horizon }) => {
    const { earliest, latest } = (ids.has(id) ? viewDate(horizon) : undefined) ?? {};
    return earliest !== undefined && latest !== undefined ? [[earliest, latest] as const] : [];
  });
  if (spans.length === 0) return undefined;
  return {
    first: spans.map(([first]) => first).reduce((a, b) => (b < a ? b : a)),
    last: spans.map(([, last]) => last).reduce((a, b) => (b > a ? b : a)),
  };
}
