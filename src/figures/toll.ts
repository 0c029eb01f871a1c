import type { Counted, IncidentView, QuantityView } from '../derive/entities/incidents.ts';
import type { Words } from './kit/words.ts';

/** A count of an incident, where it has one. */
export function quantityOf(incident: IncidentView, counted: Counted): QuantityView | undefined {
  return incident.quantities.find((quantity) => quantity.counted === counted);
}

/** What reports give together, with what is counted: "133 to 145 killed". */
export function tollText(quantity: QuantityView, words: Words): string {
  return words.text(`quantity.${quantity.counted}`, { figure: words.range(quantity) });
}

/** The largest figure that any report gives for a count; 0 without reports. */
export function largest(incident: IncidentView, counted: Counted): number {
  const quantity = quantityOf(incident, counted);
  return quantity?.highest ?? 0;
}
