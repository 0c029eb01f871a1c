import type { IncidentView } from './incidents.ts';
import type { EvidenceView } from './sources.ts';

/** An incident as a sheet of facts, and what is said against the account of it. */
export interface IncidentFactsView extends IncidentView {
  /** Whether anything is known of type, outcome, target or means. */
  readonly kind: boolean;
  /** Whether type or outcome is known. */
  readonly named: boolean;
  /** Whether type, outcome or target is known. */
  readonly aimed: boolean;
  /** Ids of the sources of counts on which no reports differ, each once. */
  readonly tollSources: readonly string[];
  /** Evidence that contradicts what the incident, its claims or its attributions rest on, in the order of the file. */
  readonly doubts: readonly EvidenceView[];
}

/**
 * Each incident of the chronology with the evidence that disputes it. Evidence that the incident itself rests on
 * doubts only its claims and attributions: two figures of which one corrects the other are both part of the account.
 */
export function viewIncidentFacts(
  chronology: readonly IncidentView[],
  evidence: ReadonlyMap<string, EvidenceView>,
): IncidentFactsView[] {
  return chronology.map((incident) => {
    const account = new Set(incident.evidence);
    const said = new Set([...incident.claims, ...incident.attributions].flatMap((item) => item.evidence));
    const doubts = [...evidence.values()].filter(({ id, disputes }) =>
      disputes.some((disputed) => said.has(disputed) || (account.has(disputed) && !account.has(id))),
    );
    const named = (incident.type ?? incident.outcome) !== undefined;
    const aimed = named || incident.target.length > 0;
    return {
      ...incident,
      kind: aimed || incident.weapons.length > 0,
      named,
      aimed,
      tollSources: tollSourcesOf(incident),
      doubts,
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
