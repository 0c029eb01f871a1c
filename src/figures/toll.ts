import type { Counted, IncidentView, QuantityView } from '../derive/entities/incidents.ts';
import type { Words } from './kit/words.ts';

/** A count of an incident, where it has one. */
export function quantityOf(incident: IncidentView, counted: Counted): QuantityView | undefined {
  return incident.quantities.find((quantity) => quantity.counted === counted);
}

/** "139", "133 to 145" where reports differ, "at least 22" where they give no ceiling. */
export function rangeText(quantity: QuantityView, words: Words): string {
  const { min, max, disputed, latest } = quantity;
  if (!disputed) return words.count(latest);
  return max === undefined
    ? words.text('quantity.at-least', { figure: words.number(min) })
    : words.text('quantity.range', { min: words.number(min), max: words.number(max) });
}

/** The same with what is counted: "133 to 145 killed". */
export function tollText(quantity: QuantityView, words: Words): string {
  return words.text(`quantity.${quantity.counted}`, { figure: rangeText(quantity, words) });
}

/** The largest figure that any report gives for a count; 0 without reports. */
export function largest(incident: IncidentView, counted: Counted): number {
  const quantity = quantityOf(incident, counted);
  return quantity === undefined ? 0 : (quantity.max ?? quantity.min);
}
