import { likelihoodScaleOf } from '../../src/model/conventions/conventions.ts';
import type { Assessment, Judgment } from '../../src/model/generated/types.ts';

/** What `changedEdition` changed, in the words that both editions have. */
export interface MadeChanges {
  /** Ids of the two judgments whose likelihood moved, and the terms. */
  readonly moved: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  readonly withdrawn: Judgment;
  readonly reworded: { readonly from: string; readonly to: string };
  /** The toll, where the assessment has one. */
  readonly toll: { readonly from: number; readonly to: number } | undefined;
  readonly sourceTitle: string;
}

/**
 * The next edition of an assessment: two likelihoods moved (the first with a reason), one judgment withdrawn, one sentence
 * of a section reworded, a toll changed, a source and what it says added. Nothing else.
 */
export function changedEdition(before: Assessment): {
  readonly after: Assessment;
  readonly made: MadeChanges;
} {
  const after = structuredClone(before) as { -readonly [K in keyof Assessment]: Assessment[K] };
  const bands = likelihoodScaleOf(before).bands;
  const placeOf = (term: string | undefined) => bands.findIndex(({ terms }) => terms.includes(term ?? ''));
  const movable = before.judgments.filter(({ likelihood }) => placeOf(likelihood?.term) >= 0);
  const moved = movable.slice(0, 2).map(({ id, likelihood }, index) => {
    const at = placeOf(likelihood?.term);
    // One band towards the middle, then two.
    const to = at + (at < bands.length / 2 ? index + 1 : -index - 1);
    return { id, from: likelihood?.term ?? '', to: bands[to]?.terms[0] ?? '' };
  });
  const withdrawn = before.judgments.at(2);
  if (!withdrawn) throw new Error('The assessment has fewer than three judgments.');
  after.judgments = before.judgments
    .filter(({ id }) => id !== withdrawn.id)
    .map((judgment): Judgment => {
      const { implies, ...rest } = judgment;
      const left = implies?.filter((id) => id !== withdrawn.id);
      const to = moved.find(({ id }) => id === judgment.id)?.to;
      return {
        ...rest,
        ...(left && { implies: left }),
        ...(to !== undefined && { likelihood: { term: to } }),
      } as Judgment;
    }) as Assessment['judgments'];

  const [section, ...sections] = before.sections ?? [];
  const lines = section ? [section.body].flat() : [];
  const from = lines[0] ?? '';
  const to = from.replace(/^(\S+ \S+) (\S+)/, '$1 by every account $2');
  if (section) after.sections = [{ ...section, body: [to, ...lines.slice(1)] }, ...sections];

  let toll: MadeChanges['toll'];
  after.incidents = before.incidents?.map((incident) => {
    const [report, ...reports] = incident.killed?.reports ?? [];
    if (toll || report?.value === undefined) return incident;
    toll = { from: report.value, to: report.value + 7 };
    return {
      ...incident,
      killed: { ...incident.killed, reports: [{ ...report, value: toll.to }, ...reports] },
    };
  }) as NonNullable<Assessment['incidents']>;
  if (!before.incidents) delete (after as Partial<Assessment>).incidents;

  const sourceTitle = 'A second look at the same events';
  after.sources = [
    ...(before.sources ?? []),
    {
      id: 'second-look',
      csl: { type: 'report', title: sourceTitle, publisher: 'An institute' },
      reliability: 'B',
    },
  ];
  after.evidence = [
    ...(before.evidence ?? []),
    {
      id: 'second-look-agrees',
      statement: 'A second account agrees with the first in every point that matters.',
      kind: 'report',
      citations: [{ source: 'second-look', locator: 'p. 3', credibility: 2 }],
    },
  ];
  const [first, ...others] = after.judgments;
  if (!first) throw new Error('The assessment has no judgment left.');
  after.judgments = [{ ...first, evidence: [...(first.evidence ?? []), 'second-look-agrees'] }, ...others];
  after.edition = {
    number: (before.edition?.number ?? 1) + 1,
    changes: [{ entity: `judgments/${first.id}`, reason: 'A second account bears it out.' }],
  };
  return {
    after: withoutMentions(after, withdrawn.id),
    made: { moved, withdrawn, reworded: { from, to }, toll, sourceTitle },
  };
}

/** Nothing may refer to a judgment that is gone. */
function withoutMentions(assessment: Assessment, id: string): Assessment {
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.filter((item) => item !== id && item !== `judgments/${id}`).map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clean(item)]));
  };
  return clean(assessment) as Assessment;
}
