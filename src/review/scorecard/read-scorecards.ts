import { dirname } from 'node:path';
import { schemeOf } from '../../model/conventions/conventions.ts';
import type { MarkingLook } from '../../model/conventions/markings.ts';
import { lookOf } from '../../model/conventions/markings.ts';
import type { Finding } from '../../model/finding.ts';
import type { Effects } from '../../project/effects.ts';
import { Forms } from '../../project/forms.ts';
import { findInputs } from '../../project/inputs.ts';
import { AssessmentReader } from '../../project/read-assessment.ts';
import { readReviews } from '../../project/reviews.ts';
import { type Scorecard, scorecardOf } from './scorecard.ts';

/** A scorecard with its pages' marking: it names what the assessment contains. */
export interface MarkedScorecard {
  readonly card: Scorecard;
  readonly look: MarkingLook;
}

export interface ScorecardReport {
  readonly cards: readonly MarkedScorecard[];
  /** Findings of files without a scorecard because they have errors. */
  readonly findings: readonly Finding[];
}

/**
 * Reads and checks assessments, and makes a scorecard for each without errors. Throws UsageFault for inputs
 * that do not exist.
 */
export async function readScorecards(named: readonly string[], effects: Effects): Promise<ScorecardReport> {
  const inputs = await findInputs(named, effects);
  const reader = new AssessmentReader(effects, { forms: await new Forms(effects).names() });
  const cards: MarkedScorecard[] = [];
  const faulty: Finding[] = [];
  const folders = new Map<string, ReturnType<typeof readReviews>>();
  for (const input of inputs) {
    const { assessment, register, findings, suppressed } = await reader.read(input);
    if (!assessment) {
      faulty.push(...findings);
      continue;
    }
    const folder = dirname(input.path);
    const reviews = folders.get(folder) ?? readReviews(folder, effects);
    folders.set(folder, reviews);
    const { settings } = (await reader.context(input)).context;
    const answers = (await reviews).answers.get(assessment.id) ?? [];
    cards.push({
      card: scorecardOf({ assessment, register, file: input.shown, findings, suppressed, settings, answers }),
      look: lookOf(schemeOf(assessment), assessment.marking),
    });
  }
  return { cards, findings: faulty };
}
