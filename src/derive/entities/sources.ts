import type { EdtfDate } from '../../model/edtf.ts';
import type { CslItem, Evidence, Marking, Source } from '../../model/generated/types.ts';
import { viewDate } from './dates.ts';
import { referencesOf } from './references.ts';
import {
  type PartyView,
  proseText,
  type ResolvedAssessment,
  type ResolvedSource,
  resolveParty,
} from './resolve.ts';

export interface CitedSourceView {
  readonly id: string;
  readonly csl: CslItem;
  readonly reliability: Source['reliability'];
  /** Ids of the sources it is derived from; their titles are looked up by these. */
  readonly derivedFrom: readonly string[];
  /** Ids of the sources in which it was read. */
  readonly knownThrough: readonly string[];
  readonly access: string | undefined;
  readonly bias: string | undefined;
  readonly note: string | undefined;
  readonly marking: Marking | undefined;
}

export interface EvidenceCitationView {
  readonly source: string;
  readonly locator: string | undefined;
  /** 1 to 6. */
  readonly credibility: number | undefined;
  /** Reliability of the source and credibility of the item: `B2`; absent if neither is graded. */
  readonly code: string | undefined;
}

export interface EvidenceView {
  readonly id: string;
  readonly statement: string;
  readonly kind: Evidence['kind'];
  readonly speaker: PartyView | undefined;
  readonly venue: string | undefined;
  readonly date: EdtfDate | undefined;
  readonly wording: string | undefined;
  readonly citations: readonly EvidenceCitationView[];
  readonly disputes: readonly string[];
  readonly marking: Marking | undefined;
  /** Id of its section: the first that cites it, or that of a judgment that rests on it. */
  readonly section: string | undefined;
}

/**
 * `listed`: the sources in the memo's list: those of the file in its order, then those of the register that the
 * file cites. `citable`: every source an id can refer to.
 */
export function viewSources(assessment: ResolvedAssessment): {
  listed: readonly CitedSourceView[];
  citable: ReadonlyMap<string, CitedSourceView>;
} {
  const citable = new Map([...assessment.knownSources].map(([id, source]) => [id, viewSource(source)]));
  const own = new Set(assessment.sources.map((source) => source.id));
  const evidence = new Set((assessment.evidence ?? []).map((item) => item.id));
  const cited = new Set(
    referencesOf(assessment)
      .filter(({ kind, id }) => kind === 'source' || (kind === 'citation' && !evidence.has(id)))
      .map(({ id }) => id),
  );
  const ids = [...own, ...[...cited].filter((id) => !own.has(id))];
  return { listed: ids.flatMap((id) => citable.get(id) ?? []), citable };
}

function viewSource(source: ResolvedSource): CitedSourceView {
  return {
    id: source.id,
    csl: source.csl,
    reliability: source.reliability,
    derivedFrom: source.derivedFrom ?? [],
    knownThrough: source.knownThrough ?? [],
    access: source.access,
    bias: source.bias,
    note: proseText(source.note),
    marking: source.marking,
  };
}

/**
 * The source's own words, unless the statement has them too: "its handler was reportedly from Poland" needs no
 * "Wording: reportedly". Letters keep their case, apart from a first capital: "may" is not in "5 May".
 */
function unsaid(wording: string | undefined, statement: string): string | undefined {
  const words = (text: string) => ` ${(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;
  const own = words(wording ?? '');
  if (own.trim() === '') return wording;
  const lower = own.replace(/\p{L}/u, (first) => first.toLowerCase());
  const said = words(statement);
  return said.includes(own) || said.includes(lower) ? undefined : wording;
}

/** Evidence by id. `sections` maps ids of evidence to ids of sections. */
export function viewEvidence(
  assessment: ResolvedAssessment,
  sections: ReadonlyMap<string, string>,
): Map<string, EvidenceView> {
  return new Map(
    (assessment.evidence ?? []).map((item) => [
      item.id,
      {
        id: item.id,
        statement: proseText(item.statement) ?? '',
        kind: item.kind,
        speaker: item.speaker && resolveParty(item.speaker, assessment.knownActors),
        venue: item.venue,
        date: viewDate(item.date),
        wording: unsaid(item.wording, proseText(item.statement) ?? ''),
        citations: (item.citations ?? []).map(({ source, locator, credibility }) => ({
          source,
          locator,
          credibility,
          code: `${assessment.knownSources.get(source)?.reliability ?? ''}${credibility ?? ''}` || undefined,
        })),
        disputes: item.disputes ?? [],
        marking: item.marking,
        section: sections.get(item.id),
      },
    ]),
  );
}
