import type { ImplicationView, IndicatorView, OutlookView, RecommendationView } from '../analysis/outlook.ts';
import { type IncidentFactsView, placeDoubts } from '../entities/incident-facts.ts';
import type { JudgmentView, JudgmentViews } from '../entities/judgments.ts';
import { byPriority, observedFirst } from './one-page.ts';

/** What two pages hold at most, as numbers of items. */
interface Limits {
  readonly incidents: number;
  readonly judgments: number;
  readonly actions: number;
  readonly signs: number;
  /** Whether the argument is in the brief instead of the annex. */
  readonly argument: boolean;
}

/**
 * From the fullest to the leanest: first the argument is dropped, then older incidents and indicators, last
 * judgments. Our own steps; each frees about an eighth of a page.
 */
const VARIANTS: readonly Limits[] = [
  { incidents: 4, judgments: 7, actions: 6, signs: 6, argument: true },
  { incidents: 4, judgments: 7, actions: 5, signs: 5, argument: false },
  { incidents: 2, judgments: 6, actions: 4, signs: 4, argument: false },
  { incidents: 1, judgments: 6, actions: 4, signs: 4, argument: false },
  { incidents: 1, judgments: 5, actions: 3, signs: 2, argument: false },
  { incidents: 1, judgments: 4, actions: 2, signs: 0, argument: false },
  { incidents: 1, judgments: 2, actions: 1, signs: 0, argument: false },
];

/** Items of one kind, split between brief and annex. */
export interface Parted<Item> {
  readonly shown: readonly Item[];
  readonly rest: readonly Item[];
}

export interface Counted<Item> extends Parted<Item> {
  /** Shown and left to the annex. */
  readonly total: number;
}

/** An incident, reduced to what the brief has room for. */
export interface BriefIncident extends IncidentFactsView {
  /** Whether the annex has more about it. */
  readonly shortened: boolean;
}

/** An assessment as an incident brief of two pages; the rest goes into the annex. */
export interface IncidentBriefView {
  /**
   * The event that the assessment is about and the latest others, the latest first. The annex has those not
   * shown in full.
   */
  readonly incidents: {
    readonly shown: readonly BriefIncident[];
    readonly rest: readonly BriefIncident[];
  };
  /** Key judgments in the order of the file; the others are all in the annex. */
  readonly judgments: Parted<JudgmentView> & {
    /** Whether the annex has key judgments too. */
    readonly hasKeyInAnnex: boolean;
    /** All key judgments, of brief and annex. */
    readonly keyCount: number;
  };
  /** By priority. */
  readonly recommendations: Counted<RecommendationView>;
  /** In the brief only if nothing is recommended. */
  readonly implications: Counted<ImplicationView>;
  /** The brief has those observed first; each part is in the order of their numbers. */
  readonly signs: Counted<IndicatorView>;
  readonly argument: boolean;
}

interface Parts {
  /** The latest first. */
  readonly incidents: readonly IncidentFactsView[];
  /** What `eventOf` gives. */
  readonly event: IncidentFactsView | undefined;
  readonly judgments: JudgmentViews;
  readonly recommendations: readonly RecommendationView[];
  readonly implications: readonly ImplicationView[];
  readonly outlook: OutlookView | undefined;
}

/** The brief in each variant, from the fullest to the leanest. The printing code takes the first that fits. */
export function viewIncidentBrief(parts: Parts): IncidentBriefView[] {
  return VARIANTS.map((limits) => {
    const judgments = partedAt(parts.judgments.key, limits.judgments);
    const inBrief = new Set(judgments.shown);
    return {
      incidents: briefIncidents(parts, limits.incidents),
      judgments: {
        shown: judgments.shown,
        rest: parts.judgments.all.filter((judgment) => !inBrief.has(judgment)),
        hasKeyInAnnex: judgments.rest.length > 0,
        keyCount: parts.judgments.key.length,
      },
      recommendations: partedAt(byPriority(parts.recommendations), limits.actions),
      implications: partedAt(parts.implications, parts.recommendations.length > 0 ? 0 : limits.actions),
      signs: inOrder(partedAt(observedFirst(parts.outlook?.indicators ?? []), limits.signs)),
      argument: limits.argument,
    };
  });
}

/** How many entries of each list of an incident the brief prints before it refers to the annex. */
const MAX_SAID = 2;

/** Most reports of a figure that the brief names beside its range. */
const MAX_REPORTS = 4;

function briefIncidents(
  { incidents: latestFirst, event }: Pick<Parts, 'incidents' | 'event'>,
  count: number,
): IncidentBriefView['incidents'] {
  const others = latestFirst.filter((incident) => incident !== event);
  const chosen = new Set([...(event ? [event] : []), ...others].slice(0, count));
  const shown = latestFirst.filter((incident) => chosen.has(incident)).map(inBrief);
  const shortened = new Set(shown.filter((incident) => incident.shortened).map(({ id }) => id));
  return {
    shown,
    rest: latestFirst
      .filter((incident) => !chosen.has(incident) || shortened.has(incident.id))
      .map((incident) => ({ ...incident, shortened: false })),
  };
}

function inBrief(incident: IncidentFactsView): BriefIncident {
  const { attributions, doubts, quantities } = incident;
  const hasRoom =
    attributions.length <= MAX_SAID &&
    doubts.length <= MAX_SAID &&
    quantities.every(({ reports }) => reports.length <= MAX_REPORTS);
  if (hasRoom) return { ...incident, shortened: false };
  const shown = attributions.slice(0, MAX_SAID);
  const dropped = attributions.slice(MAX_SAID).flatMap(({ evidence }) => evidence);
  const kept = new Set([
    ...incident.evidence.filter((id) => !dropped.includes(id)),
    ...[...incident.claims, ...shown].flatMap(({ evidence }) => evidence),
  ]);
  // Not what disputes only the attributions that are left out.
  const own = doubts.filter(({ disputes }) => disputes.some((id) => kept.has(id)));
  return {
    ...incident,
    ...placeDoubts({ claims: incident.claims, attributions: shown }, own.slice(0, MAX_SAID)),
    // Only the range: who gives which figure is in the annex.
    quantities: quantities.map((quantity) => ({ ...quantity, disputed: false, note: undefined })),
    shortened: true,
  };
}

function inOrder({ shown, rest, total }: Counted<IndicatorView>): Counted<IndicatorView> {
  const sorted = (items: readonly IndicatorView[]) => [...items].sort((a, b) => a.number - b.number);
  return { shown: sorted(shown), rest: sorted(rest), total };
}

function partedAt<Item>(items: readonly Item[], count: number): Counted<Item> {
  return { shown: items.slice(0, count), rest: items.slice(count), total: items.length };
}
