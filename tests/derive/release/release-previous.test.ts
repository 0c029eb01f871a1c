import { describe, expect, test } from 'vitest';
import { releaseAt } from '../../../src/derive/release/release.ts';
import { releasePrevious } from '../../../src/derive/release/release-previous.ts';
import { diffAssessments } from '../../../src/diff/diff-assessments.ts';
import { named, shippedConventions, withConventions } from '../../../src/model/conventions/conventions.ts';
import { shippedSchemes } from '../../../src/model/conventions/shipped.ts';
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
function reported(former: Assessment, assessment: Assessment): string[] | undefined {
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

test('a change between unmarked entries is reported', () => {
  const after = edition((judgment) => (judgment.id === 'no-deaths' ? undefined : moved(judgment)));
  expect(
    reported(
      edition((judgment) => judgment),
      after,
    )?.sort(),
  ).toEqual(['likelihood-moved fires-continue', 'likelihood-moved hired-hands', 'withdrawn no-deaths']);
});

test('an entry that is withheld now was not removed: nothing is reported of it', () => {
  const after = edition(marked('no-deaths', 'TLP:AMBER'));
  expect(
    reported(
      edition((judgment) => judgment),
      after,
    ),
  ).toEqual([]);
});

test('an entry that was withheld then is not new', () => {
  const before = edition(marked('no-deaths', 'TLP:AMBER'));
  expect(
    reported(
      before,
      edition((judgment) => judgment),
    ),
  ).toEqual([]);
  // Nor is its former place reported.
  expect(
    reported(
      before,
      edition((judgment) => (judgment.id === 'no-deaths' ? moved(judgment) : judgment)),
    ),
  ).toEqual([]);
});

test('an entry withheld in both editions is not reported', () => {
  const before = edition(marked('no-deaths', 'TLP:AMBER'));
  const after = edition((judgment) =>
    marked('no-deaths', 'TLP:AMBER')(judgment.id === 'no-deaths' ? moved(judgment) : judgment),
  );
  expect(reported(before, after)).toEqual([]);
  expect(
    reported(
      before,
      edition((judgment) => (judgment.id === 'no-deaths' ? undefined : judgment)),
    ),
  ).toEqual([]);
});

test('if the older edition is marked above and not releasable, nothing at all is reported', () => {
  const { releasable: _, ...before } = edition((judgment) => judgment);
  const after = edition((judgment) => judgment);
  expect(reported(before, after)).toBeUndefined();
  expect(reported({ ...before, marking: 'TLP:GREEN' }, after)).toEqual([]);
});

test('a removed entry may be withheld now under another id: nothing at all is reported', () => {
  const other = { id: 'quiet-night', statement: 'Nights will stay quiet.' };
  const before = edition((judgment) => judgment);
  const after = edition(marked('no-deaths', 'TLP:AMBER'));
  expect(reported({ ...before, judgments: [...before.judgments, other] }, after)).toBeUndefined();
  // Where nothing of the kind is withheld, it has only gone.
  expect(reported({ ...before, judgments: [...before.judgments, other] }, before)).toEqual([
    'withdrawn quiet-night',
  ]);
  // Nor where it was withheld then, too.
  expect(
    reported({ ...before, judgments: [...before.judgments, { ...other, marking: 'TLP:AMBER' }] }, after),
  ).toEqual([]);
});

/** The former edition as readers at TLP:GREEN get it. */
function formerFor(former: Assessment, assessment: Assessment): Assessment | undefined {
  const released = releaseAt(assessment, 'TLP:GREEN').assessment;
  return releasePrevious(former, assessment, released, 'TLP:GREEN')?.assessment;
}

describe('a marked part inside an entry', () => {
  const open = { by: 'Two analysts', statement: 'They will stop.' };
  const closed = { by: 'One analyst', statement: 'They are paid from abroad.' };
  const dissenting = (...dissents: NonNullable<Judgment['dissents']>) =>
    edition((judgment) => (judgment.id === 'no-deaths' ? { ...judgment, dissents } : judgment));
  const dissentsOf = (one: Assessment | undefined) =>
    one?.judgments.find(({ id }) => id === 'no-deaths')?.dissents;

  test('is withheld in the previous edition, even without a marking there', () => {
    const after = dissenting(open, { ...closed, marking: 'TLP:AMBER' });
    expect(dissentsOf(formerFor(dissenting(open, closed), after))).toEqual([open]);
    const { dissents: _, ...bare } = after.judgments.find(({ id }) => id === 'no-deaths') ?? {};
    const alone = dissenting({ ...closed, marking: 'TLP:AMBER' });
    expect(formerFor(dissenting(closed), alone)?.judgments.find(({ id }) => id === 'no-deaths')).toEqual(
      bare,
    );
  });

  test('is not reported as new if it was withheld then', () => {
    const before = dissenting(open, { ...closed, marking: 'TLP:AMBER' });
    expect(dissentsOf(formerFor(before, dissenting(open, closed)))).toEqual([open, closed]);
    expect(reported(before, dissenting(open, closed))).toEqual([]);
  });

  test('is removed with a judgment that was withdrawn', () => {
    const before = dissenting(open, { ...closed, marking: 'TLP:AMBER' });
    const after = edition((judgment) => (judgment.id === 'no-deaths' ? undefined : judgment));
    expect(JSON.stringify(formerFor(before, after))).not.toContain(closed.statement);
    expect(reported(before, after)).toEqual(['withdrawn no-deaths']);
  });

  test('may be an own field, of an entry or of the file', () => {
    const withNotes = (marking?: Marking): Assessment => {
      const mark = marking && { marking };
      const notes = { 'x-desk': [{ says: 'Told by phone' }, { says: 'Told by post', ...mark }] };
      return {
        ...edition((judgment) => ({ ...judgment, 'x-note': { says: `${judgment.id} by wire`, ...mark } })),
        ...notes,
      };
    };
    const former = JSON.stringify(formerFor(withNotes(), withNotes('TLP:AMBER')));
    expect(former).not.toMatch(/by wire|by post/);
    expect(former).toContain('by phone');
  });
});

test('a previous edition may have another marking scheme', () => {
  const uk = { ...shippedConventions, scheme: named('uk-gscp', shippedSchemes['uk-gscp']) };
  const inUk = (assessment: Assessment): Assessment => {
    const text = JSON.stringify(assessment)
      .replaceAll('TLP:AMBER', 'OFFICIAL-SENSITIVE UK EYES ONLY')
      .replaceAll('TLP:GREEN', 'OFFICIAL-SENSITIVE');
    return withConventions(JSON.parse(text) as Assessment, uk);
  };
  const before = inUk(edition(marked('hired-hands', 'TLP:AMBER')));
  const after = inUk(edition((judgment) => marked('no-deaths', 'TLP:AMBER')(moved(judgment))));
  const released = releaseAt(after, 'OFFICIAL-SENSITIVE').assessment;
  const former = releasePrevious(before, after, released, 'OFFICIAL-SENSITIVE')?.assessment;
  // One is withheld now; one was withheld then, and stands in it as it is now.
  expect(former?.judgments.map(({ id, likelihood }) => [id, likelihood?.term])).toEqual([
    ['fires-continue', 'likely'],
    ['hired-hands', 'almost certain'],
  ]);
});

test('an entry whose id something else has now may be one that is withheld under another id', () => {
  const of = (...judgments: readonly object[]) =>
    ({ ...edition((judgment) => judgment), judgments }) as unknown as Assessment;
  const ports = { id: 'j', statement: 'Smugglers will bring drones through the southern ports.' };
  const budget = { id: 'j', statement: 'The parliament passes a budget for border guards.' };
  const drones = { ...ports, id: 'drones' };
  expect(reported(of(ports), of(budget, drones))).toEqual(['added j', 'renamed drones']);
  expect(reported(of(ports), of(budget, { ...drones, marking: 'TLP:AMBER' }))).toBeUndefined();
});
