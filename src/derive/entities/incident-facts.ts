import { blamesOf, type IncidentView } from './incidents.ts';
import type { EvidenceView } from './sources.ts';

/** An incident as a fact sheet, with what contradicts the account of it. */
export interface IncidentFactsView extends IncidentView {
  /** Whether type, outcome, target or means is known. */
  readonly kind: boolean;
  /** Whether type or outcome is known. */
  readonly named: boolean;
  /** Whether type, outcome or target is known. */
  readonly aimed: boolean;
  /** Ids of the sources of undisputed counts, each once. */
  readonly tollSources: readonly string[];
  /**
   * Evidence that contradicts the basis of the incident, its claims or its attributions, in the order of the
   * file.
   */
  readonly doubts: readonly EvidenceView[];
  /** Those of them that somebody says, unless one of several claims and attributions has them. */
  readonly doubters: readonly EvidenceView[];
  /** Those that nobody in particular says, unless one of several claims and attributions has them. */
  readonly contradicted: readonly EvidenceView[];
}

/** What contradicts something, by whether somebody says it. */
function partDoubts(doubts: readonly EvidenceView[]) {
  return {
    doubters: doubts.filter(({ speaker }) => speaker !== undefined),
    contradicted: doubts.filter(({ speaker }) => speaker === undefined),
  };
}

/**
 * Puts what disputes some of several claims and attributions beside these: a list at the end would seem to dispute
 * the last of them. What disputes all of them, or the account, stays with the incident.
 */
export function placeDoubts(
  { claims, attributions }: Pick<IncidentView, 'claims' | 'attributions'>,
  doubts: readonly EvidenceView[],
): Pick<IncidentFactsView, 'claims' | 'attributions' | 'blames' | 'doubts' | 'doubters' | 'contradicted'> {
  const accusations = [...claims, ...attributions];
  const disputedBy = ({ disputes }: EvidenceView) =>
    accusations.filter(({ evidence }) => disputes.some((id) => evidence.includes(id)));
  const isPlaced = (doubt: EvidenceView) => ![0, accusations.length].includes(disputedBy(doubt).length);
  const placed = doubts.filter(isPlaced);
  /** Once for each party accused. */
  const isBeside = (item: (typeof accusations)[number], doubt: EvidenceView) =>
    disputedBy(doubt).find(({ actor }) => actor.name === item.actor.name) === item;
  const withDoubts = <Item extends (typeof accusations)[number]>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, ...partDoubts(placed.filter((doubt) => isBeside(item, doubt))) }));
  const doubted = withDoubts(attributions);
  return {
    claims: withDoubts(claims),
    attributions: doubted,
    blames: blamesOf(doubted),
    doubts,
    ...partDoubts(doubts.filter((doubt) => !isPlaced(doubt))),
  };
}

/**
 * Each incident of the chronology with the evidence that disputes it. Evidence cited by the incident itself can
 * dispute only its claims and attributions: a figure and its correction are both part of the account.
 */
export function viewIncidentFacts(
  chronology: readonly IncidentView[],
  evidence: ReadonlyMap<string, EvidenceView>,
): IncidentFactsView[] {
  return chronology.map((incident) => {
    const account = new Set(incident.evidence);
    const citedElsewhere = new Set(
      [...incident.claims, ...incident.attributions].flatMap((item) => item.evidence),
    );
    const doubts = [...evidence.values()].filter(({ id, disputes }) =>
      disputes.some(
        (disputed) => citedElsewhere.has(disputed) || (account.has(disputed) && !account.has(id)),
      ),
    );
    const named = (incident.type ?? incident.outcome) !== undefined;
    const aimed = named || incident.target.length > 0;
    return {
      ...incident,
      ...placeDoubts(incident, doubts),
      kind: aimed || incident.weapons.length > 0,
      named,
      aimed,
      tollSources: tollSourcesOf(incident),
    };
  });
}

/** The latest incident first; those without a date last. */
export function latestFirst<Incident extends IncidentView>(chronology: readonly Incident[]): Incident[] {
  const isDated = ({ date }: Incident) => (date?.earliest ?? date?.latest) !== undefined;
  return [...chronology.filter(isDated).reverse(), ...chronology.filter((incident) => !isDated(incident))];
}

function tollSourcesOf({ quantities }: IncidentView): string[] {
  const agreed = quantities.filter(({ disputed }) => !disputed).flatMap(({ reports }) => reports);
  return [...new Set(agreed.flatMap(({ report }) => report.source ?? []))];
}
