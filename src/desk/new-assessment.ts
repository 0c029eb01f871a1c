import { UsageFault } from '../model/fault.ts';
import { isSlug } from '../writing/ids.ts';

/** What must be known before an assessment is created. */
export interface NewAssessment {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly marking: string;
}

/**
 * The text of a new assessment: what every assessment has, and nothing invented. It has an error until there is
 * a judgment. Throws a UsageFault if the id is not valid.
 *
 * @param today The information cut-off, until somebody sets another.
 */
export function beginningOf({ id, title, form, marking }: NewAssessment, today: string): string {
  if (typeof id !== 'string' || !isSlug(id))
    throw new UsageFault('An id has lower-case letters, digits and hyphens.');
  const beginning = { id, form, title, status: 'draft', marking, asOf: today, judgments: [] };
  return `${JSON.stringify(beginning, null, 2)}\n`;
}
