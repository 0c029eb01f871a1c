import { describe, expect, test } from 'vitest';
import { diffAssessments } from '../../src/diff/diff-assessments.ts';
import { compareFolders } from '../../src/diff/folders.ts';
import { filterChanges } from '../../src/diff/weigh/filter.ts';
import { applyChanges } from './apply-changes.ts';
import { assessmentWith } from './samples.ts';

const side = (id: string, title: string, statement = `${title} will go on.`) => ({
  assessment: assessmentWith({ id, title, judgments: [{ id: 'j', statement }] }),
  register: {},
});

describe('two folders', () => {
  const before = [
    side('fires', 'Fires on the line'),
    side('strikes', 'Strikes in the north'),
    side('floods', 'Floods'),
  ];
  const after = [
    side('floods', 'Floods'),
    side('arson', 'Fires on the line'),
    side('strikes', 'Strikes in the north', 'Strikes will end.'),
    side('drones', 'Drones over depots'),
  ];
  test('assessments are matched by id, then by content', () => {
    const diff = compareFolders(before, after);
    expect(diff.added).toEqual([{ id: 'drones', title: 'Drones over depots' }]);
    expect(diff.removed).toEqual([]);
    expect(diff.renamed.map(({ id, changes }) => [id, changes.map(({ type }) => type)])).toEqual([
      [{ before: 'fires', after: 'arson' }, ['renamed']],
    ]);
    expect(diff.changed.map(({ id, changes }) => [id.after, changes.map(({ type }) => type)])).toEqual([
      ['strikes', ['reworded']],
    ]);
    expect(diff.unchanged).toBe(1);
  });

  test('each list is in the order of ids, whatever the order of the files', () => {
    const changed = ['b', 'c', 'a'].map((id) => side(id, `Title ${id}`, 'Ends.'));
    const diff = compareFolders(
      ['c', 'a', 'b'].map((id) => side(id, `Title ${id}`, 'Begins.')),
      [...changed, side('z', 'Zebras in zoos', 'Gone.'), side('y', 'Yaks on hills', 'Here.')],
    );
    expect(diff.changed.map(({ id }) => id.after)).toEqual(['a', 'b', 'c']);
    expect(diff.added.map(({ id }) => id)).toEqual(['y', 'z']);
  });

  test('the reverse comparison is the mirror image', () => {
    const diff = compareFolders(after, before);
    expect(diff.removed.map(({ id }) => id)).toEqual(['drones']);
    expect(diff.renamed.map(({ id }) => id)).toEqual([{ before: 'arson', after: 'fires' }]);
  });

  test('two empty folders do not differ', () => {
    expect(compareFolders([], [])).toEqual({
      added: [],
      removed: [],
      renamed: [],
      changed: [],
      unchanged: 0,
    });
  });
});

describe('filtered changes', () => {
  const before = assessmentWith({
    question: 'Who?',
    judgments: [{ id: 'j', statement: 'A.', likelihood: { term: 'likely' } }],
  });
  const after = assessmentWith({
    question: 'Why?',
    marking: 'TLP:RED',
    judgments: [{ id: 'j', statement: 'A.', likelihood: { term: 'unlikely' } }],
  });
  const diff = diffAssessments({ assessment: before, register: {} }, { assessment: after, register: {} });
  const types = (filter: Parameters<typeof filterChanges>[1]) =>
    filterChanges(diff, filter).changes.map(({ type }) => type);

  test('by class and by weight', () => {
    expect(types({})).toEqual(['marking-changed', 'likelihood-moved', 'reworded']);
    expect(types({ only: ['judgments', 'narrative'] })).toEqual(['likelihood-moved', 'reworded']);
    expect(types({ minWeight: 80 })).toEqual(['marking-changed', 'likelihood-moved']);
    expect(types({ only: ['narrative'], minWeight: 80 })).toEqual([]);
    expect(types({ only: [] })).toEqual([]);
  });

  test('give the older assessment with only these applied', () => {
    const { changes } = filterChanges(diff, { only: ['judgments'] });
    expect(applyChanges(before, changes)).toEqual({ ...before, judgments: after.judgments });
  });
});
