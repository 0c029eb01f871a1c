import { citationsIn } from '../../model/citation.ts';
import type { Judgment } from '../../model/generated/types.ts';
import { proseText, type ResolvedAssessment } from '../entities/resolve.ts';

/** The id of the section each item of evidence and each judgment belongs to; some belong to none. */
export interface SectionOf {
  readonly evidence: ReadonlyMap<string, string>;
  readonly judgments: ReadonlyMap<string, string>;
}

/**
 * Assigns evidence and judgments to sections. An item of evidence belongs to the first section that cites it. A
 * judgment belongs to the section that is about it, otherwise to the one that cites most of its evidence for
 * and against, the first among equals. Evidence no section cites goes with the first judgment that names it.
 */
export function sectionOfEach(assessment: ResolvedAssessment): SectionOf {
  const known = new Set((assessment.evidence ?? []).map(({ id }) => id));
  const cited = (assessment.sections ?? []).map(({ id, body, about = [] }) => ({
    id,
    about,
    evidence: new Set(
      citationsIn(proseText(body) ?? '').flatMap(({ items }) =>
        items.flatMap((item) => (known.has(item.id) ? [item.id] : [])),
      ),
    ),
  }));
  const judgments = new Map<string, string>();
  for (const judgment of assessment.judgments) {
    const behind = evidenceOf(judgment);
    const shares = cited.map(({ evidence }) => behind.filter((id) => evidence.has(id)).length);
    const most = Math.max(0, ...shares);
    const argued = cited.find(
      ({ about }) => about.includes(judgment.id) || about.includes(`judgments/${judgment.id}`),
    );
    const section = argued ?? (most > 0 ? cited[shares.indexOf(most)] : undefined);
    if (section) judgments.set(judgment.id, section.id);
  }
  const evidence = new Map<string, string>();
  const assign = (id: string, section: string) => {
    if (known.has(id) && !evidence.has(id)) evidence.set(id, section);
  };
  for (const section of cited) for (const id of section.evidence) assign(id, section.id);
  for (const judgment of assessment.judgments) {
    const section = judgments.get(judgment.id);
    if (section !== undefined) for (const id of evidenceOf(judgment)) assign(id, section);
  }
  return { evidence, judgments };
}

function evidenceOf({ evidence = [], contraryEvidence = [] }: Judgment): string[] {
  return [...new Set([...evidence, ...contraryEvidence])];
}
