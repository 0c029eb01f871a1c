import { dirname, join, posix } from 'node:path';
import type { ScoreAnswer } from '../../model/generated/types.ts';
import type { Effects } from '../../project/effects.ts';
import { contentsOf, filesAt } from '../../project/git/revisions.ts';
import { isAssessmentFile, REVIEWS_FOLDER } from '../../project/inputs.ts';
import { readReview, readReviews } from '../../project/reviews.ts';
import type { ComparedAssessment } from './compare-sides.ts';
import type { SideSource } from './diff-arguments.ts';

/** Reviewers' answers, by the id of the assessment. */
type Answers = ReadonlyMap<string, readonly ScoreAnswer[]>;

/**
 * Adds to each assessment the reviewers' answers about its older state: a reader of the changes sees what reviewers
 * requested. Answers about another edition are left out.
 */
export async function withAnswers(
  compared: readonly ComparedAssessment[],
  sides: readonly SideSource[],
  effects: Effects,
): Promise<ComparedAssessment[]> {
  if (compared.length === 0) return [];
  const known = await Promise.all(sides.map((side) => answersOf(side, effects)));
  return compared.map((one) => {
    const { before } = one.diff.id;
    const edition = one.before.assessment.edition?.number;
    const found = known.flatMap((answers) => answers.get(before) ?? []);
    const seen = new Map(found.map((answer) => [JSON.stringify(answer), answer]));
    const answers = [...seen.values()].filter(
      (answer) => answer.edition === undefined || answer.edition === (edition ?? 1),
    );
    return answers.length === 0 ? one : { ...one, answers };
  });
}

async function answersOf(side: SideSource, effects: Effects): Promise<Answers> {
  if (side.kind === 'disk')
    return (await readReviews(side.isFolder ? side.path : dirname(side.path), effects)).answers;
  const folder = isAssessmentFile(side.path) ? posix.dirname(side.path) : side.path;
  const files = await filesAt(side.commit, join(folder, REVIEWS_FOLDER).replaceAll('\\', '/'), effects);
  const reviews = files.filter(({ path }) => path.endsWith('.json'));
  const contents = await contentsOf(
    reviews.map(({ oid }) => oid),
    effects,
  );
  return new Map(
    reviews.flatMap(({ path, oid }) => {
      const bytes = contents.get(oid);
      const answers = bytes && readReview(path, bytes).review?.scorecard;
      return answers ? [[posix.basename(path, '.json'), answers] as const] : [];
    }),
  );
}

/** The answers “no” and “partly”, in the order of the file. */
export function criticalAnswers(answers: readonly ScoreAnswer[]): readonly ScoreAnswer[] {
  return answers.filter(({ answer }) => answer === 'no' || answer === 'partly');
}

/** "P. Peer on alternatives-plausible: partly. An accident is not considered." */
export function answerText({ by, question, answer, note }: ScoreAnswer): string {
  return `${by} on ${question}: ${answer}.${note === undefined ? '' : ` ${note}`}`;
}
