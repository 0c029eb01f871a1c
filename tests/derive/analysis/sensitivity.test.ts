import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LeaderChange,
  type Sensitivity,
  sensitivityOf,
} from '../../../src/derive/analysis/sensitivity.ts';
import { leaders, type Rating, scoreHypotheses } from '../../../src/derive/entities/hypotheses.ts';
import type { Assessment, Evidence, MatrixRow, Source } from '../../../src/model/generated/types.ts';
import { resolvedWith } from '../../support/assessments.ts';

const hypothesis = (id: string) => ({ id, statement: 'H.' });
const two = ['h1', 'h2'].map(hypothesis);
const four = ['h1', 'h2', 'h3', 'h4'].map(hypothesis);

/** A row from its cells: `row('e1', 'C C N I')`. */
function row(evidence: string, cells: string, weights: Partial<MatrixRow> = {}): MatrixRow {
  const ratings = Object.fromEntries(cells.split(' ').map((cell, i) => [`h${i + 1}`, cell as Rating]));
  return { evidence, ratings, ...weights };
}

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  csl: { type: 'document' },
  ...more,
});

const item = (id: string, ...cited: string[]): Evidence => ({
  id,
  statement: 'E.',
  citations: cited.map((one) => ({ source: one })),
});

function sensitivityWith(
  properties: Partial<Assessment>,
  weightOf?: (row: MatrixRow) => number,
): Sensitivity {
  const found = sensitivityOf(resolvedWith({ hypotheses: two, ...properties }), weightOf);
  if (found === undefined) throw new Error('The example has no matrix.');
  return found;
}

const changesOf = (kind: LeaderChange['without']['kind'], properties: Partial<Assessment>) =>
  sensitivityWith(properties).changes.filter(({ without }) => without.kind === kind);

describe('without a matrix there is no sensitivity', () => {
  test.each<[string, Partial<Assessment>]>([
    ['hypotheses', { matrix: [row('e', 'C I')] }],
    ['any hypothesis', { hypotheses: [], matrix: [row('e', 'C I')] }],
    ['a matrix', { hypotheses: two }],
    ['any row', { hypotheses: two, matrix: [] }],
  ])('without %s there is no sensitivity', (_, properties) => {
    expect(sensitivityOf(resolvedWith(properties))).toBeUndefined();
  });
});

test('the worked example of the reference: the second leads, and without the third item the first', () => {
  const factors = [1, 0.81, 0.8, 0.42, 0.72];
  const cells = ['C C C I', 'C N I I', 'I CC N N', 'C I C C', 'C N II I'];
  const matrix = cells.map((its, index) => row(`e${index + 1}`, its));
  const weightOf = ({ evidence }: MatrixRow) => factors[Number(evidence.slice(1)) - 1] ?? Number.NaN;
  expect(sensitivityWith({ hypotheses: four, matrix }, weightOf)).toStrictEqual({
    leaders: ['h2'],
    changes: [{ without: { kind: 'evidence', id: 'e3' }, rows: 1, leaders: ['h1'] }],
    tried: { evidence: 5, sources: 0, gradedDOrWorse: 0 },
    warnings: [],
  });
});

describe('leaving out an item', () => {
  test('ties are shown, before and after', () => {
    const matrix = [row('e1', 'I C'), row('e2', 'C I')];
    expect(sensitivityWith({ matrix })).toMatchObject({
      leaders: ['h1', 'h2'],
      changes: [
        { without: { kind: 'evidence', id: 'e1' }, leaders: ['h1'] },
        { without: { kind: 'evidence', id: 'e2' }, leaders: ['h2'] },
      ],
    });
    expect(sensitivityWith({ matrix: [row('e1', 'II C'), row('e2', 'C C')] }).changes).toEqual([
      { without: { kind: 'evidence', id: 'e1' }, rows: 1, leaders: ['h1', 'h2'] },
    ]);
  });

  test('the weights of the file count', () => {
    const matrix = [row('e1', 'I C', { credibility: 'high' }), row('e2', 'C I'), row('e3', 'C C')];
    expect(sensitivityWith({ matrix })).toMatchObject({
      leaders: ['h2'],
      changes: [{ without: { id: 'e1' }, leaders: ['h1'] }],
    });
  });

  test('without the only row there is no leader', () => {
    for (const cells of ['C I', 'N N']) {
      expect(sensitivityWith({ matrix: [row('e', cells)] }).changes).toStrictEqual([
        { without: { kind: 'evidence', id: 'e' }, rows: 1, leaders: [], nothingLeft: true },
      ]);
    }
  });

  test('an item with two rows is left out with both', () => {
    const matrix = [row('e1', 'I C'), row('e1', 'I C'), row('e2', 'C I')];
    expect(sensitivityWith({ matrix })).toMatchObject({
      leaders: ['h2'],
      changes: [{ without: { kind: 'evidence', id: 'e1' }, rows: 2, leaders: ['h1'] }],
      tried: { evidence: 2 },
    });
  });
});

describe('leaving out a source', () => {
  const matrix = [row('e1', 'I C'), row('e2', 'I C'), row('e3', 'C I')];
  const evidence = (...cited: string[][]) => cited.map((its, index) => item(`e${index + 1}`, ...its));
  const without = (id: string, rows: number, leading: string[]) => ({
    without: { kind: 'source', id },
    rows,
    leaders: leading,
  });

  test('removes everything that only it supports', () => {
    const sources = [source('a'), source('b')];
    expect(changesOf('source', { matrix, sources, evidence: evidence(['a'], ['a'], ['b']) })).toEqual([
      without('a', 2, ['h1']),
    ]);
  });

  test('leaves items that another source supports too', () => {
    const sources = [source('a'), source('b')];
    const properties = { matrix, sources, evidence: evidence(['a'], ['a', 'b'], ['b']) };
    expect(changesOf('source', properties)).toEqual([without('a', 1, ['h1', 'h2'])]);
    expect(sensitivityWith(properties).tried.sources).toBe(2);
  });

  test('an uncited agency is left out with the outlets that quote it, however many steps back', () => {
    const sources = [
      source('a', { derivedFrom: ['wire'] }),
      source('b', { derivedFrom: ['agency'] }),
      source('wire', { derivedFrom: ['agency'] }),
      source('agency'),
      source('c'),
    ];
    expect(changesOf('source', { matrix, sources, evidence: evidence(['a'], ['a', 'b'], ['c']) })).toEqual([
      without('a', 1, ['h1', 'h2']),
      without('wire', 1, ['h1', 'h2']),
      without('agency', 2, ['h1']),
    ]);
  });

  test('a source of the register is one', () => {
    const register = { sources: [{ id: 'shared', csl: { type: 'book' as const } }] };
    const assessment = resolvedWith(
      { hypotheses: two, matrix, evidence: evidence(['shared'], ['shared'], []) },
      register,
    );
    expect(sensitivityOf(assessment)?.changes).toContainEqual(without('shared', 2, ['h1']));
  });

  test('evidence without a known source is never left out', () => {
    const sources = [source('a', { derivedFrom: ['gone'] })];
    const properties = { matrix, sources, evidence: evidence([], ['gone']) };
    expect(changesOf('source', properties)).toEqual([]);
    expect(sensitivityWith(properties).tried.sources).toBe(0);
  });

  test('sources in a circle are left out together', () => {
    const sources = [source('a', { derivedFrom: ['b'] }), source('b', { derivedFrom: ['a'] })];
    expect(changesOf('source', { matrix, sources, evidence: evidence(['a'], ['b'], []) })).toEqual([
      without('a', 2, ['h1']),
      without('b', 2, ['h1']),
    ]);
  });

  test('if everything rests on one source, nothing is left without it', () => {
    const properties = { matrix, sources: [source('a')], evidence: evidence(['a'], ['a'], ['a']) };
    expect(changesOf('source', properties)).toStrictEqual([{ ...without('a', 3, []), nothingLeft: true }]);
  });
});

describe('leaving out sources graded D or worse', () => {
  const matrix = [row('e1', 'I C'), row('e2', 'N N')];
  const graded = (...grades: Source['reliability'][]) => ({
    matrix,
    sources: grades.map((reliability, n) => source(`s${n}`, reliability && { reliability })),
    evidence: [item('e1', ...grades.map((_, n) => `s${n}`)), item('e2')],
  });
  const kind = 'graded-d-or-worse';

  test.each<[string, Source['reliability'][]]>([
    ['D', ['D']],
    ['E', ['E']],
    ['both', ['D', 'E']],
  ])('%s goes', (_, grades) => {
    expect(changesOf(kind, graded(...grades))).toStrictEqual([
      { without: { kind }, rows: 1, leaders: ['h1', 'h2'] },
    ]);
    expect(sensitivityWith(graded(...grades)).tried.gradedDOrWorse).toBe(1);
  });

  test.each<[string, Source['reliability'][]]>([
    ['one better source', ['D', 'C']],
    ['F, which is unjudged', ['F']],
    ['F beside D', ['D', 'F']],
    ['no grade', [undefined]],
    ['no grade beside E', ['E', undefined]],
    ['no source at all', []],
  ])('%s stays', (_, grades) => {
    expect(changesOf(kind, graded(...grades))).toEqual([]);
    expect(sensitivityWith(graded(...grades)).tried.gradedDOrWorse).toBe(0);
  });

  test('the credibility of the item does not matter: a doubtful report of a good source stays', () => {
    const evidence = [{ ...item('e1'), citations: [{ source: 's0', credibility: 5 }] }];
    expect(changesOf(kind, { ...graded('A'), evidence })).toEqual([]);
    const unjudged = [{ ...item('e1'), citations: [{ source: 's0', credibility: 6 }] }];
    expect(changesOf(kind, { ...graded('D'), evidence: unjudged })).toHaveLength(1);
  });

  test('if nothing better is left, the result says so', () => {
    const properties = { ...graded('E'), matrix: [row('e1', 'I C')] };
    expect(changesOf(kind, properties)).toStrictEqual([
      { without: { kind }, rows: 1, leaders: [], nothingLeft: true },
    ]);
  });
});

describe('warnings', () => {
  const warningsOf = (...matrix: MatrixRow[]) => sensitivityWith({ matrix }).warnings;

  test('a uniform row is not diagnostic; NA is ignored', () => {
    const found = warningsOf(row('e1', 'C C'), row('e2', 'I NA'), row('e3', 'C CC'), row('e4', 'I C'));
    expect(found.filter(({ kind }) => kind === 'not-diagnostic')).toEqual([
      { kind: 'not-diagnostic', evidence: 'e1' },
      { kind: 'not-diagnostic', evidence: 'e2' },
    ]);
  });

  test('a row without all ratings is incomplete; NA is a rating', () => {
    const odd = [...two, hypothesis('constructor')];
    const matrix = [row('e1', 'C'), row('e2', 'C NA')];
    expect(
      sensitivityWith({ hypotheses: odd, matrix }).warnings.filter(({ kind }) => kind === 'incomplete'),
    ).toEqual([
      { kind: 'incomplete', evidence: 'e1', hypotheses: ['h2', 'constructor'] },
      { kind: 'incomplete', evidence: 'e2', hypotheses: ['constructor'] },
    ]);
  });

  test('a leader with mostly N and NA is vague; exactly half is not, and other hypotheses are not reported', () => {
    const vague = (...matrix: MatrixRow[]) => warningsOf(...matrix).filter(({ kind }) => kind === 'vague');
    expect(vague(row('e1', 'I N'), row('e2', 'C NA'), row('e3', 'CC C'))).toEqual([
      { kind: 'vague', hypothesis: 'h2' },
    ]);
    expect(vague(row('e1', 'I N'), row('e2', 'C C'))).toEqual([]);
    expect(vague(row('e1', 'C I'), row('e2', 'C N'), row('e3', 'C N'))).toEqual([]);
    expect(vague(row('e1', 'N NA'))).toEqual([
      { kind: 'vague', hypothesis: 'h1' },
      { kind: 'vague', hypothesis: 'h2' },
    ]);
    expect(vague({ evidence: 'e1', ratings: { h1: 'I' } })).toEqual([{ kind: 'vague', hypothesis: 'h2' }]);
  });
});

describe('for any matrix', () => {
  const rating = fc.constantFrom<Rating>('CC', 'C', 'N', 'I', 'II', 'NA');
  const weight = fc.constantFrom('low', 'medium', 'high');
  const sourceIds = ['a', 'b', 'c'];
  const some = fc.subarray(sourceIds);
  const anyRow = fc.record({
    credibility: weight,
    relevance: weight,
    ratings: fc.record({ h1: rating, h2: rating, h3: rating, h4: rating }),
  });
  const anyAssessment = fc
    .tuple(
      fc.array(fc.tuple(anyRow, some), { minLength: 1, maxLength: 8 }),
      fc.tuple(some, some, some),
      fc.array(fc.constantFrom('A', 'D', 'E', 'F'), { minLength: 3, maxLength: 3 }),
    )
    .map(([rows, origins, grades]) => ({
      hypotheses: four,
      matrix: rows.map(([its], n): MatrixRow => ({ ...its, evidence: `e${n}` })),
      evidence: rows.map(([, cited], n) => item(`e${n}`, ...cited)),
      sources: sourceIds.map((id, n) =>
        source(id, { derivedFrom: origins[n] ?? [], reliability: grades[n] ?? 'F' }),
      ),
    }));

  const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();

  test('the order of rows never matters', () => {
    const shuffled = anyAssessment.chain((properties) =>
      fc.tuple(
        fc.constant(properties),
        fc.shuffledSubarray(properties.matrix, { minLength: properties.matrix.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([properties, matrix]) => {
        const one = sensitivityWith(properties);
        const other = sensitivityWith({ ...properties, matrix });
        expect(other.leaders).toEqual(one.leaders);
        expect(other.tried).toEqual(one.tried);
        expect(sorted(other.changes)).toEqual(sorted(one.changes));
        expect(sorted(other.warnings)).toEqual(sorted(one.warnings));
      }),
    );
  });

  test('leaving out a row of nothing but N changes nothing', () => {
    fc.assert(
      fc.property(anyAssessment, (properties) => {
        const found = sensitivityWith({ ...properties, matrix: [...properties.matrix, row('n', 'N N N N')] });
        expect(found.leaders).toEqual(sensitivityWith(properties).leaders);
        expect(found.changes.map(({ without }) => without)).not.toContainEqual({ kind: 'evidence', id: 'n' });
      }),
    );
  });

  test('an item is listed as a change exactly if a matrix without it has other leaders', () => {
    fc.assert(
      fc.property(anyAssessment, (properties) => {
        const found = sensitivityWith(properties);
        for (const { evidence } of properties.matrix) {
          const left = properties.matrix.filter((one) => one.evidence !== evidence);
          const then = left.length === 0 ? [] : leaders(scoreHypotheses(four, left));
          const change = found.changes.find(
            ({ without }) => without.kind === 'evidence' && without.id === evidence,
          );
          expect(change?.leaders ?? found.leaders).toEqual(then);
          expect(change !== undefined).toBe(then.join() !== found.leaders.join());
        }
      }),
    );
  });

  test('every change changes the leaders, and there is no leader exactly if nothing is left', () => {
    fc.assert(
      fc.property(anyAssessment, (properties) => {
        const found = sensitivityWith(properties);
        for (const change of found.changes) {
          expect(change.leaders).not.toEqual(found.leaders);
          expect(change.rows).toBeGreaterThan(0);
          expect(change.leaders.length === 0).toBe(change.nothingLeft === true);
          expect(change.rows === properties.matrix.length).toBe(change.nothingLeft === true);
        }
      }),
    );
  });
});
