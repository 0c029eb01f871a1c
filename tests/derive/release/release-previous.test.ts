import { expect, test } from 'vitest';
import { releaseAt } from '../../../src/derive/release/release.ts';
import { releasePrevious } from '../../../src/derive/release/release-previous.ts';
import { diffAssessments } from '../../../src/diff/diff-assessments.ts';
import type { Assessment, Marking } from '../../../src/model/generated/types.ts';
import { firstEdition } from '../../support/editions.ts';

type Judgment = Assessment['judgments'][number];

/** The first edition marked AMBER, with some judgments marked, moved or left out. */
function edition(change: (judgment: Judgment) => Judgment | undefined): Assessment {
  const judgments = firstEdition.judgments.flatMap((judgment) => change(judgment) ?? []);
  return {
    ...firstEdition,
    marking: 'TLP:AMBER',
    releasable: 'TLP:GREEN',
    judgments: judgments as Assessment['judgments'],
  };
}

const marked = (id: string, marking: Marking) => (judgment: Judgment) =>
  judgment.id === id ? { ...judgment, marking } : judgment;

/** What readers at TLP:GREEN would learn. */
function told(former: Assessment, assessment: Assessment): string[] | undefined {
  const released = releaseAt(assessment, 'TLP:GREEN').assessment;
  const before = releasePrevious(former, assessment, released, 'TLP:GREEN')?.assessment;
  if (!before) return undefined;
  const { changes } = diffAssessments(
    { assessment: before, register: {} },
    { assessment: released, register: {} },
  );
  return changes
    .filter(({ entity }) => entity.collection === 'judgments')
    .map(({ type, entity }) => `${type} ${entity.id}`);
}

const moved = (judgment: Judgment): Judgment => ({ ...judgment, likelihood: { term: 'almost certain' } });

test('what is marked in neither is reported', () => {
  const after = edition((judgment) => (judgment.id === 'no-deaths' ? undefined : moved(judgment)));
  expect(
    told(
      edition((judgment) => judgment),
      after,
    )?.sort(),
  ).toEqual(['likelihood-moved fires-continue', 'likelihood-moved hired-hands', 'withdrawn no-deaths']);
});

test('what is withheld now was not removed: nothing is reported of it', () => {
  const after = edition(marked('no-deaths', 'TLP:AMBER'));
  expect(
    told(
      edition((judgment) => judgment),
      after,
    ),
  ).toEqual([]);
});

test('what was withheld then has not come', () => {
  const before = edition(marked('no-deaths', 'TLP:AMBER'));
  expect(
    told(
      before,
      edition((judgment) => judgment),
    ),
  ).toEqual([]);
  // Nor is it told where it stood then.
  expect(
    told(
      before,
      edition((judgment) => (judgment.id === 'no-deaths' ? moved(judgment) : judgment)),
    ),
  ).toEqual([]);
});

test('what was withheld in both is not reported', () => {
  const before = edition(marked('no-deaths', 'TLP:AMBER'));
  const after = edition((judgment) =>
    marked('no-deaths', 'TLP:AMBER')(judgment.id === 'no-deaths' ? moved(judgment) : judgment),
  );
  expect(told(before, after)).toEqual([]);
  expect(
    told(
      before,
      edition((judgment) => (judgment.id === 'no-deaths' ? undefined : judgment)),
    ),
  ).toEqual([]);
});

test('if the older edition is marked above and not releasable, nothing at all is reported', () => {
  const { releasable: _, ...before } = edition((judgment) => judgment);
  const after = edition((judgment) => judgment);
  expect(told(before, after)).toBeUndefined();
  expect(told({ ...before, marking: 'TLP:GREEN' }, after)).toEqual([]);
});

test('a removed entry may be withheld now under another id: nothing at all is reported', () => {
  const other = { id: 'quiet-night', statement: 'Nights will stay quiet.' };
  const before = edition((judgment) => judgment);
  const after = edition(marked('no-deaths', 'TLP:AMBER'));
  expect(told({ ...before, judgments: [...before.judgments, other] }, after)).toBeUndefined();
  // Where nothing of the kind is withheld, it has only gone.
  expect(told({ ...before, judgments: [...before.judgments, other] }, before)).toEqual([
    'withdrawn quiet-night',
  ]);
  // Nor where it was withheld then, too.
  expect(
    told({ ...before, judgments: [...before.judgments, { ...other, marking: 'TLP:AMBER' }] }, after),
  ).toEqual([]);
});
