import type { JudgmentViews } from './judgments.ts';
import type { EntityReference } from './name-entity.ts';

/** Something judgments are about, with the numbers of those judgments. */
export interface SubjectView {
  readonly subject: EntityReference;
  readonly judgments: readonly number[];
}

/** What the judgments are about, each once, in order of first mention. */
export function viewSubjects(judgments: JudgmentViews): SubjectView[] {
  const subjects = new Map<string, { subject: EntityReference; judgments: number[] }>();
  for (const { about, number } of judgments.all) {
    for (const subject of about) {
      const key = JSON.stringify(subject);
      const entry = subjects.get(key) ?? { subject, judgments: [] };
      if (!entry.judgments.includes(number)) entry.judgments.push(number);
      subjects.set(key, entry);
    }
  }
  return [...subjects.values()];
}
