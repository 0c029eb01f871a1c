import { UsageFault } from '../model/fault.ts';
import { isSlug } from '../writing/ids.ts';

/** What is asked before an assessment is begun. */
export interface NewAssessment {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly marking: string;
}

/**
 * The text of a new assessment: what every one has, and nothing made up. It has an error until there is a judgment. Throws a
 * UsageFault where the id is none.
 *
 * @param today The cut-off of its information, until somebody says another.
 */
export function beginningOf({ id, title, form, marking }: NewAssessment, today: string): string {
  if (typeof id !== 'string' || !isSlug(id))
    throw new UsageFault('An id has lower-case letters, digits and hyphens.');
  const beginning = { id, form, title, status: 'draft', marking, asOf: today, judgments: [] };
  return `${JSON.stringify(beginning, null, 2)}\n`;
}
