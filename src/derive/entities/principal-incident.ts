import type { IncidentFactsView } from './incident-facts.ts';

/** The incident a report is about, and the others. */
export interface EventView {
  readonly incident: IncidentFactsView | undefined;
  /** The rest of the chronology. */
  readonly others: readonly IncidentFactsView[];
}

/**
 * The event of a report: the incident of which most is on record (reports of figures, claims, attributions, evidence);
 * of those with as much, the latest.
 */
export function viewEvent(chronology: readonly IncidentFactsView[]): EventView {
  const incident = chronology.reduce<IncidentFactsView | undefined>(
    (best, next) => (best === undefined || onRecord(next) >= onRecord(best) ? next : best),
    undefined,
  );
  return { incident, others: chronology.filter((other) => other !== incident) };
}

function onRecord({ quantities, claims, attributions, evidence }: IncidentFactsView): number {
  const reports = quantities.reduce((count, quantity) => count + quantity.reports.length, 0);
  return reports + claims.length + attributions.length + evidence.length;
}
