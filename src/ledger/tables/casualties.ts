import { type QuantitySummary, summarizeQuantity } from '../../derive/entities/quantity.ts';
import type { ResolvedIncident } from '../../derive/entities/resolve.ts';
import { type CasualtyCount, casualtyCounts, casualtyParts, writtenFigure } from '../columns/casualties.ts';
import type { Cells } from '../columns.ts';

export function casualtyCells(incident: ResolvedIncident, incidents: readonly ResolvedIncident[]): Cells {
  const each = casualtyCounts.map((what) => casualtiesOf(incident, what, incidents));
  return {
    ...Object.assign({}, ...each.map(({ cells }) => cells)),
    countedWith: [...new Set(each.flatMap(({ others }) => others))],
  };
}

function casualtiesOf(
  { id, ...incident }: ResolvedIncident,
  what: CasualtyCount,
  incidents: readonly ResolvedIncident[],
): { readonly cells: Cells; readonly others: readonly string[] } {
  const quantity = incident[what];
  const summary = quantity && summarizeQuantity(quantity);
  const across = quantity?.across ?? [];
  const within = incidents.filter((other) => other[what]?.across?.includes(id)).map((other) => other.id);
  const isOwn = across.length === 0;
  const cells = {
    [`${what}AtLeast`]: isOwn ? summary?.min : undefined,
    [`${what}AtMost`]: isOwn ? summary?.max : undefined,
    [`${what}Together`]: isOwn || !summary ? undefined : inWords(summary),
    [casualtyParts.figures(what)]: summary?.figures.map(writtenFigure) ?? [],
    [casualtyParts.across(what)]: across,
    [casualtyParts.within(what)]: within,
  };
  return { cells, others: [...across, ...within] };
}

function inWords({ min, max, highest }: QuantitySummary): string {
  if (max === undefined) return min === highest ? `at least ${min}` : `${min} to ${highest} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
}
