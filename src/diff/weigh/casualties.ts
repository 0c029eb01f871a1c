import { summarizeQuantity } from '../../derive/entities/quantity.ts';
import type { ResolvedAssessment, ResolvedIncident } from '../../derive/entities/resolve.ts';
import type { Move } from '../types.ts';
import type { Labels } from '../words/labels.ts';
import type { DerivedChange } from './derived-change.ts';
import { compareSpans } from './moves.ts';
import { WEIGHTS } from './weights.ts';

const COUNTED = ['killed', 'injured', 'perpetrators', 'arrested'] as const;

interface Range {
  readonly min: number;
  /** `null` if it is open upwards. */
  readonly max: number | null;
}

/**
 * Counts of incidents on both sides whose reported range differs. A figure for several incidents is compared
 * only with one for the same incidents.
 */
export function casualtyChanges(
  before: ResolvedAssessment,
  after: ResolvedAssessment,
  labels: Labels,
): DerivedChange[] {
  const old = new Map(before.incidents.map((incident) => [incident.id, incident]));
  return after.incidents.flatMap((incident) => {
    const earlier = old.get(incident.id);
    return earlier === undefined
      ? []
      : COUNTED.flatMap((name) => casualtyChange(earlier, incident, name, labels));
  });
}

function casualtyChange(
  before: ResolvedIncident,
  after: ResolvedIncident,
  name: (typeof COUNTED)[number],
  labels: Labels,
): DerivedChange[] {
  const [from, to] = [rangeOf(before, name), rangeOf(after, name)];
  if (!from || !to || scopeOf(before, name) !== scopeOf(after, name)) return [];
  const direction = compareSpans(spanOf(from), spanOf(to));
  if (direction === 'same') return [];
  const type =
    direction === 'wider' ? 'range-widened' : direction === 'narrower' ? 'range-narrowed' : 'range-moved';
  const verb = {
    'range-widened': 'widened',
    'range-narrowed': 'narrowed',
    'range-moved': `moved ${direction}`,
  }[type];
  const move: Move = { direction };
  return [
    {
      type,
      entity: { collection: 'incidents', id: after.id },
      field: `${name}/range`,
      before: { ...from },
      after: { ...to },
      weight: WEIGHTS.toll,
      summary: `Incident “${labels.of('incidents', after.id)}”: range of ${name} ${verb}, ${inWords(from)} → ${inWords(to)}`,
      move,
    },
  ];
}

/** The other incidents that a figure covers. */
function scopeOf(incident: ResolvedIncident, name: (typeof COUNTED)[number]): string {
  return [...(incident[name]?.across ?? [])].sort().join('\n');
}

function rangeOf(incident: ResolvedIncident, name: (typeof COUNTED)[number]): Range | undefined {
  const quantity = incident[name];
  const summary = quantity && summarizeQuantity(quantity);
  return summary && { min: summary.min, max: summary.max ?? null };
}

function spanOf({ min, max }: Range) {
  return { low: min, high: max ?? Number.POSITIVE_INFINITY };
}

function inWords({ min, max }: Range): string {
  if (max === null) return `${min} or more`;
  return min === max ? String(min) : `${min}–${max}`;
}
