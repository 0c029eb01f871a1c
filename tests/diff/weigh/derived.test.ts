import { describe, expect, test } from 'vitest';
import type { Assessment, MatrixRow, Register } from '../../../src/model/generated/types.ts';
import { changesBetween } from '../samples.ts';

const derived = (before: Partial<Assessment>, after: Partial<Assessment>) =>
  changesBetween(before, after)
    .filter(({ origin }) => origin === 'derived')
    .map(({ type, before: from, after: to, summary }) => [type, from, to, summary]);

const hypotheses = [
  { id: 'paid', statement: 'A service pays.' },
  { id: 'vandals', statement: 'Vandals copy.' },
];
const matrix = (ratings: MatrixRow['ratings']): Partial<Assessment> => ({
  hypotheses,
  matrix: [{ evidence: 'e', ratings }],
});

describe('hypotheses', () => {
  const paid = matrix({ paid: 'C', vandals: 'II' });
  const vandals = matrix({ paid: 'II', vandals: 'C' });
  const tie = matrix({ paid: 'C', vandals: 'C' });
  test('another one leads', () => {
    expect(derived(paid, vandals)).toEqual([
      ['leader-changed', ['paid'], ['vandals'], 'Leading hypothesis: “A service pays” → “Vandals copy”'],
    ]);
  });
  test('a tie begins and ends', () => {
    expect(derived(paid, tie).map(([type]) => type)).toEqual(['tie-arose']);
    expect(derived(tie, vandals)).toEqual([
      [
        'tie-broke',
        ['paid', 'vandals'],
        ['vandals'],
        'A tie of hypotheses broke: “A service pays” and “Vandals copy” → “Vandals copy”',
      ],
    ]);
  });
  test('a rating that does not change the leader', () => {
    expect(derived(paid, matrix({ paid: 'CC', vandals: 'I' }))).toEqual([]);
  });
  test('a new id does not change the leader', () => {
    const renamed: Partial<Assessment> = {
      hypotheses: [
        { id: 'service', statement: 'A service pays.' },
        hypotheses[1] ?? { id: '', statement: '' },
      ],
      matrix: [{ evidence: 'e', ratings: { service: 'C', vandals: 'II' } }],
    };
    expect(derived(paid, renamed)).toEqual([]);
  });
});

describe('casualties', () => {
  const killed = (...values: number[]): Partial<Assessment> => ({
    incidents: [
      {
        id: 'fire',
        title: 'Depot fire',
        killed: { reports: values.map((value, index) => ({ value, source: `s${index}` })) },
      },
    ],
  });
  test.each([
    ['widened', killed(3), killed(3, 5), ['range-widened', { min: 3, max: 3 }, { min: 3, max: 5 }]],
    ['narrowed', killed(3, 9), killed(4, 5), ['range-narrowed', { min: 3, max: 9 }, { min: 4, max: 5 }]],
    ['moved', killed(3, 5), killed(4, 6), ['range-moved', { min: 3, max: 5 }, { min: 4, max: 6 }]],
  ])('%s', (_, before, after, expected) => {
    expect(derived(before, after).map((change) => change.slice(0, 3))).toEqual([expected]);
  });
  test('a figure of more incidents than before is not a new range of the same', () => {
    const shared = {
      incidents: [
        { id: 'fire', title: 'Depot fire', killed: { reports: [{ value: 9 }], across: ['flood'] } },
        { id: 'flood', title: 'Flood' },
      ],
    };
    expect(derived(killed(3), shared).map(([type]) => type)).not.toContain('range-moved');
    expect(derived(killed(3), killed(9)).map(([type]) => type)).toContain('range-moved');
  });
  test('one more report of the same figure, and the first report of all', () => {
    expect(derived(killed(3), killed(3, 3))).toEqual([]);
    expect(derived({ incidents: [{ id: 'fire', title: 'Depot fire' }] }, killed(3))).toEqual([]);
  });
});

describe('independent sources', () => {
  const csl = (title: string) => ({ type: 'report' as const, title });
  const resting = (sources: readonly string[], derivedFrom: readonly string[] = []): Partial<Assessment> => ({
    sources: [
      { id: 'a', csl: csl('Report of the rail authority') },
      {
        id: 'b',
        csl: csl('What the newspaper wrote'),
        ...(derivedFrom.length > 0 && { derivedFrom: [...derivedFrom] }),
      },
    ],
    evidence: sources.map((source) => ({
      id: `from-${source}`,
      statement: `Told by ${source}.`,
      citations: [{ source }],
    })),
    judgments: [
      { id: 'j', statement: 'Fires will go on.', evidence: sources.map((source) => `from-${source}`) },
    ],
  });
  test('one fewer, so that one is left', () => {
    expect(derived(resting(['a', 'b']), resting(['a']))).toEqual([
      ['independence-lost', 2, 1, 'Fires will go on: rests on one independent source now (2 before)'],
    ]);
  });
  test('a source is found to repeat the other', () => {
    expect(derived(resting(['a', 'b']), resting(['a', 'b'], ['a']))[0]?.slice(0, 3)).toEqual([
      'independence-lost',
      2,
      1,
    ]);
    expect(derived(resting(['a', 'b'], ['a']), resting(['a', 'b']))[0]?.slice(0, 3)).toEqual([
      'independence-gained',
      1,
      2,
    ]);
  });
  test('the last one was removed', () => {
    const [change] = changesBetween(resting(['a']), resting([])).filter(({ origin }) => origin === 'derived');
    expect(change).toMatchObject({ type: 'independence-lost', before: 1, after: 0, weight: 80 });
    expect(change?.summary).toBe('Fires will go on: rests on no known source any more (1 before)');
  });
});

test('likelihoods that cannot all be true any more, and can again', () => {
  const judgments = (term: 'likely' | 'unlikely'): Partial<Assessment> => ({
    judgments: [
      { id: 'a', statement: 'Both.', likelihood: { term: 'likely' }, implies: ['b'] },
      { id: 'b', statement: 'One.', likelihood: { term } },
    ],
  });
  const arithmetic = '55 % at the least for `a`, but 45 % at the most for `b`, which it implies';
  expect(derived(judgments('likely'), judgments('unlikely'))).toEqual([
    [
      'coherence-lost',
      null,
      { kind: 'implication', members: ['judgments/a', 'judgments/b'], arithmetic },
      'The likelihoods of “Both” and “One” cannot both hold any more: 55 % at the least for “Both”, but 45 % at the most for “One”, which it implies',
    ],
  ]);
  expect(derived(judgments('unlikely'), judgments('likely')).map(([type]) => type)).toEqual([
    'coherence-restored',
  ]);
});

describe('the register', () => {
  const actors = [{ ref: 'union', status: 'active' as const }];
  const register = (name: string): Register => ({
    actors: [
      { id: 'union', name },
      { id: 'other', name },
    ],
  });
  test('an entry that both refer to', () => {
    const changes = changesBetween(
      { actors },
      { actors },
      { before: register('Rail Union'), after: register('Union of Rail') },
    );
    expect(changes).toMatchObject([
      {
        origin: 'register',
        class: 'actors',
        field: 'name',
        before: 'Rail Union',
        after: 'Union of Rail',
        weight: 26,
      },
    ]);
    expect(changes[0]?.pointers).toEqual({ before: '/actors/0/name', after: '/actors/0/name' });
    expect(changes[0]?.summary).toBe('Actor (register) “Union of Rail”: name Rail Union → Union of Rail');
  });
  test('an entry that nobody refers to', () => {
    expect(
      changesBetween({}, {}, { before: register('Rail Union'), after: register('Union of Rail') }),
    ).toEqual([]);
  });
});

describe('the order of numbered entries', () => {
  const judged = (...ids: readonly string[]): Partial<Assessment> => ({
    judgments: ids.map((id) => ({ id, statement: `It burns in ${id}.`, evidence: ['e'] })),
  });
  const order = (before: Partial<Assessment>, after: Partial<Assessment>) =>
    derived(before, after).filter(([type]) => type === 'order-changed');
  test('is reported in one line, with the numbers before and after', () => {
    expect(order(judged('a', 'b', 'c'), judged('c', 'a', 'b'))).toEqual([
      [
        'order-changed',
        ['a', 'b', 'c'],
        ['c', 'a', 'b'],
        'Judgments in another order: “It burns in c” is 1 now, was 3',
      ],
    ]);
  });
  test('names three at most', () => {
    const [[, , , summary] = []] = order(
      judged('a', 'b', 'c', 'd', 'e', 'f'),
      judged('f', 'e', 'd', 'c', 'b', 'a'),
    );
    expect(summary).toMatch(/^Judgments in another order: [^;]+; [^;]+; [^;]+; 2 more moved$/);
  });
  test('names none with an unchanged number', () => {
    const [[, , , summary] = []] = order(judged('a', 'b', 'c'), judged('c', 'b'));
    expect(summary).toBe('Judgments in another order: “It burns in c” is 1 now, was 3');
  });
  test('new and removed entries do not count as moved', () => {
    expect(order(judged('a', 'b', 'c'), judged('a', 'c'))).toEqual([]);
  });
  test('hypotheses have letters', () => {
    const [[, , , summary] = []] = order({ hypotheses }, { hypotheses: hypotheses.toReversed() });
    expect(summary).toMatch(/^Hypotheses in another order: “.+” is [AB] now, was [AB]$/);
  });
});
