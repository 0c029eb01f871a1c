import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf, chains, type EvidenceChain, originsOf } from '../../../src/derive/analysis/chain.ts';
import type { Assessment, Citation, Evidence, Register, Source } from '../../../src/model/generated/types.ts';
import { judgment, resolvedWith } from '../../support/assessments.ts';

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  csl: { type: 'document', title: id },
  ...more,
});

const derived = (id: string, ...derivedFrom: string[]) => source(id, { derivedFrom });

const read = (id: string, ...knownThrough: string[]) => source(id, { knownThrough });

/** One item of evidence that cites these sources, in this order. */
const item = (id: string, ...cited: (string | Citation)[]): Evidence => ({
  id,
  statement: 'E.',
  citations: cited.map((one) => (typeof one === 'string' ? { source: one } : one)),
});

/** The chain of a judgment that rests on all the evidence given. */
function chainWith(properties: Partial<Assessment>, register?: Register): EvidenceChain {
  const rests = { ...judgment, evidence: (properties.evidence ?? []).map(({ id }) => id) };
  return chainOf(rests, resolvedWith({ ...properties, judgments: [rests] }, register));
}

describe('a judgment without evidence', () => {
  test('has no support', () => {
    expect(chainWith({ sources: [source('s')] })).toStrictEqual({
      evidence: 0,
      sources: [],
      independent: 0,
      reliability: { best: undefined, worst: undefined, unjudged: 0, ungraded: 0 },
      credibility: { best: undefined, worst: undefined, unjudged: 0, ungraded: 0 },
      dates: { oldest: undefined, newest: undefined },
      against: 0,
      circular: false,
    });
  });

  test('evidence that cites nothing is evidence without a source', () => {
    expect(chainWith({ evidence: [{ id: 'e', statement: 'E.' }] })).toMatchObject({
      evidence: 1,
      sources: [],
      independent: 0,
    });
  });
});

test('unknown ids do not count, and a repeated id counts once', () => {
  const assessment = resolvedWith({
    sources: [derived('s', 'gone')],
    evidence: [item('e', 's', { source: 'gone', credibility: 1 }), item('f', 's')],
  });
  const rests = {
    ...judgment,
    evidence: ['e', 'gone', 'e'],
    contraryEvidence: ['f', 'gone', 'f'],
  };
  expect(chainOf(rests, assessment)).toMatchObject({
    evidence: 1,
    sources: ['s'],
    independent: 1,
    credibility: { best: undefined, worst: undefined, unjudged: 0, ungraded: 1 },
    against: 1,
    circular: false,
  });
});

test('sources are listed once, in the order cited; sources of contrary evidence do not count', () => {
  const assessment = resolvedWith({
    sources: ['a', 'b', 'c'].map((id) => source(id)),
    evidence: [item('e', 'b', 'a'), item('f', 'a', 'b'), item('against', 'c')],
  });
  const rests = { ...judgment, evidence: ['e', 'f'], contraryEvidence: ['against'] };
  expect(chainOf(rests, assessment)).toMatchObject({ sources: ['b', 'a'], independent: 2, against: 1 });
});

describe('independent sources', () => {
  test.each<[string, Source[], number]>([
    ['two that share nothing', [source('a'), source('b')], 2],
    ['two that quote one agency', [derived('a', 'agency'), derived('b', 'agency'), source('agency')], 1],
    ['one that quotes the other', [source('a'), derived('b', 'a')], 1],
    [
      'one that quotes the other by way of a third that nobody cites',
      [source('a'), derived('x', 'a'), derived('b', 'x')],
      1,
    ],
    [
      'a common origin far back',
      [derived('a', 'x'), derived('b', 'y'), derived('x', 'z'), derived('y', 'z'), source('z')],
      1,
    ],
    ['two of which a third makes use', [source('a'), source('b'), derived('c', 'a', 'b')], 2],
    [
      'two of which a third makes use, and a fourth',
      [source('a'), derived('c', 'a', 'b'), source('b'), source('d')],
      3,
    ],
    ['one that draws on two that nobody cites', [derived('a', 'x', 'y'), source('x'), source('y')], 2],
    [
      'two that draw on overlapping origins',
      [derived('a', 'x', 'y'), derived('b', 'y', 'z'), source('x'), source('y'), source('z')],
      3,
    ],
    ['origins that are not known', [derived('a', 'gone'), derived('b', 'gone')], 2],
    ['one known through another', [read('a', 'b'), source('b')], 1],
    ['one known through two that nobody cites', [read('a', 'x', 'y'), source('x'), source('y')], 1],
    ['two that were read in one third', [read('a', 'x'), read('b', 'x'), source('x')], 1],
    ['one known through another, and a third', [read('a', 'b'), source('b'), source('c')], 2],
    ['one known through what quotes a third', [read('a', 'x'), derived('x', 'c'), source('c')], 1],
  ])('%s', (_, sources, expected) => {
    const cited = sources.map(({ id = '' }) => id).filter((id) => 'abcd'.includes(id));
    expect(chainWith({ sources, evidence: cited.map((id) => item(`e-${id}`, id)) }).independent).toBe(
      expected,
    );
    expect(chainWith({ sources, evidence: [item('e', ...cited.reverse())] }).independent).toBe(expected);
  });

  test('an uncited source that draws on two does not connect them', () => {
    const sources = [source('a'), source('b'), derived('x', 'a', 'b')];
    expect(chainWith({ sources, evidence: [item('e', 'a', 'b')] }).independent).toBe(2);
  });

  test('sources of the register count: ungraded, and origins like others', () => {
    const register = {
      sources: ['agency', 'archive'].map((id) => ({ id, csl: { type: 'report' as const } })),
    };
    const sources: Source[] = [
      derived('a', 'agency'),
      { ref: 'archive', reliability: 'B', derivedFrom: ['agency'] },
    ];
    expect(chainWith({ sources, evidence: [item('e', 'a', 'archive', 'agency')] }, register)).toMatchObject({
      sources: ['a', 'archive', 'agency'],
      independent: 1,
      reliability: { best: 'B', worst: 'B', unjudged: 0, ungraded: 2 },
    });
  });
});

describe('circles of derivation', () => {
  test.each<[string, Source[], boolean, number]>([
    ['a source derived from itself', [derived('a', 'a')], true, 1],
    ['two derived from each other', [derived('a', 'b'), derived('b', 'a')], true, 1],
    [
      'a circle further back',
      [derived('a', 'x'), derived('x', 'y'), derived('y', 'x'), source('b')],
      true,
      2,
    ],
    [
      'a circle that draws on a source outside of it',
      [derived('a', 'b', 'x'), derived('b', 'a'), source('x')],
      true,
      1,
    ],
    ['two circles', [derived('a', 'x'), derived('x', 'a'), derived('b', 'y'), derived('y', 'b')], true, 2],
    [
      'a circle that another circle draws on',
      [derived('a', 'x', 'b'), derived('x', 'a'), derived('b', 'y'), derived('y', 'b')],
      true,
      1,
    ],
    ['a circle that is not behind the evidence', [source('a'), derived('x', 'x', 'a')], false, 1],
    [
      'two ways to one origin are none',
      [derived('a', 'x', 'y'), derived('x', 'z'), derived('y', 'z'), source('z')],
      false,
      1,
    ],
  ])('%s', (_, sources, circular, independent) => {
    const cited = sources.map(({ id = '' }) => id).filter((id) => 'ab'.includes(id));
    expect(chainWith({ sources, evidence: [item('e', ...cited)] })).toMatchObject({ circular, independent });
  });

  test('the origins of a source in a circle are all sources of the circle', () => {
    const { knownSources } = resolvedWith({ sources: [derived('a', 'b'), derived('b', 'a'), source('c')] });
    expect([...originsOf(['a'], knownSources)]).toEqual(['a', 'b']);
  });

  test('a long chain of sources is followed to its end', () => {
    const sources = Array.from({ length: 5000 }, (_, n) => derived(`s${n}`, `s${n + 1}`));
    const { knownSources } = resolvedWith({ sources });
    expect(originsOf(['s0'], knownSources).size).toBe(5000);
  });
});

describe('grades', () => {
  const graded = (...grades: Source['reliability'][]) =>
    grades.map((reliability, n) => source(`s${n}`, reliability && { reliability }));

  test.each<[string, Source[], EvidenceChain['reliability']]>([
    [
      'A to E from the best to the worst',
      graded('C', 'A', 'E', 'B'),
      { best: 'A', worst: 'E', unjudged: 0, ungraded: 0 },
    ],
    ['F is not the worst', graded('F', 'D', 'B', 'F'), { best: 'B', worst: 'D', unjudged: 2, ungraded: 0 }],
    ['F alone is no grade', graded('F'), { best: undefined, worst: undefined, unjudged: 1, ungraded: 0 }],
    ['no grade is not F', graded(undefined, 'C'), { best: 'C', worst: 'C', unjudged: 0, ungraded: 1 }],
  ])('reliability: %s', (_, sources, expected) => {
    const evidence = [item('e', ...sources.map(({ id = '' }) => id)), item('f', 's0')];
    expect(chainWith({ sources, evidence }).reliability).toStrictEqual(expected);
  });

  test.each<[string, (number | undefined)[], EvidenceChain['credibility']]>([
    ['1 to 5 from the best to the worst', [3, 1, 5], { best: 1, worst: 5, unjudged: 0, ungraded: 0 }],
    ['6 is not the worst', [6, 2, 4], { best: 2, worst: 4, unjudged: 1, ungraded: 0 }],
    ['6 alone is no grade', [6, 6], { best: undefined, worst: undefined, unjudged: 2, ungraded: 0 }],
    ['no grade is not 6', [undefined, 2], { best: 2, worst: 2, unjudged: 0, ungraded: 1 }],
  ])('credibility, of citations: %s', (_, grades, expected) => {
    const cited = grades.map((credibility) => ({ source: 's', ...(credibility && { credibility }) }));
    expect(chainWith({ sources: [source('s')], evidence: [item('e', ...cited)] }).credibility).toStrictEqual(
      expected,
    );
  });
});

describe('dates', () => {
  const dated = (...dates: string[]) => dates.map((date, n) => ({ ...item(`e${n}`), date }));
  const issued = (date: NonNullable<Source['csl']>['issued'] & {}) =>
    source('s', { csl: { type: 'document', issued: date } });

  test.each<[string[], string, string]>([
    [['2024-03-22'], '2024-03-22', '2024-03-22'],
    [['2024-03', '2016~', '2024-05?'], '2016~', '2024-05?'],
    [['2024-02-01', '2024', '2024-11-30'], '2024', '2024'],
    [['2019-05/2024-01', '2020'], '2019-05/2024-01', '2019-05/2024-01'],
    [['2024/..', '2024-06'], '2024/..', '2024-06'],
    [['../2023-05', '2023-06-01'], '../2023-05', '2023-06-01'],
    [['2024-03-22', '2024-03-22?'], '2024-03-22', '2024-03-22'],
    [['201X', '2012-01'], '201X', '201X'],
  ])('%j: from %s to %s', (dates, oldest, newest) => {
    expect(chainWith({ evidence: dated(...dates) }).dates).toEqual({ oldest, newest });
  });

  test.each<[NonNullable<NonNullable<Source['csl']>['issued']>, string | undefined]>([
    ['2024-03~', '2024-03~'],
    [{ 'date-parts': [[2024, 3, 2]] }, '2024-03-02'],
    [{ 'date-parts': [['2024', '3']], circa: true }, '2024-03~'],
    [
      {
        'date-parts': [
          [2024, 3, 22],
          [2024, 4],
        ],
      },
      '2024-03-22/2024-04',
    ],
    [{ 'date-parts': [[2024]], season: 2 }, '2024-22'],
    [{ 'date-parts': [[2024]], season: 'Ramadan' }, '2024'],
    [{ 'date-parts': [[2024, 2, 30]] }, undefined],
    [{ literal: 'in spring' }, undefined],
  ])('evidence without one has that of its source: %j', (date, expected) => {
    expect(chainWith({ sources: [issued(date)], evidence: [item('e', 's', 'gone')] }).dates).toEqual({
      oldest: expected,
      newest: expected,
    });
  });

  test('evidence with a date of its own does not take that of its source', () => {
    const evidence = [{ ...item('e', 's'), date: '2020' }];
    expect(chainWith({ sources: [issued('2024')], evidence }).dates).toEqual({
      oldest: '2020',
      newest: '2020',
    });
  });

  test('of several sources, all dates count; a source without a date adds nothing', () => {
    const sources = [
      source('old', { csl: { type: 'book', issued: '1999' } }),
      source('undated'),
      source('new', { csl: { type: 'book', issued: '2021-05' } }),
    ];
    const evidence = [item('e', 'new', 'undated', 'old')];
    expect(chainWith({ sources, evidence }).dates).toEqual({ oldest: '1999', newest: '2021-05' });
  });
});

test('chains: one for each judgment, by id, in the order of the file', () => {
  const assessment = resolvedWith({
    sources: [source('s')],
    evidence: [item('e', 's')],
    judgments: [
      { ...judgment, id: 'second', evidence: ['e'] },
      { ...judgment, id: 'first' },
    ],
  });
  const all = chains(assessment);
  expect([...all.keys()]).toEqual(['second', 'first']);
  for (const one of assessment.judgments) expect(all.get(one.id)).toEqual(chainOf(one, assessment));
  expect([...all.values()].map(({ evidence }) => evidence)).toEqual([1, 0]);
});

describe('for any sources', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'gone'];
  const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });
  const anySources = fc
    .tuple(some, some, some, some, some)
    .map((origins) => origins.map((from, n) => derived(ids[n] ?? '', ...from)));
  const anyEvidence = fc
    .array(some, { maxLength: 5 })
    .map((cited) => cited.map((its, n) => item(`e${n}`, ...its)));

  test('each end of the chains counts once: at least one if there is a source', () => {
    fc.assert(
      fc.property(anySources, anyEvidence, (sources, evidence) => {
        const chain = chainWith({ sources, evidence });
        expect(chain.independent === 0).toBe(chain.sources.length === 0);
        const { knownSources } = resolvedWith({ sources });
        const plain = chain.sources.every(
          (id) => !originsOf(knownSources.get(id)?.derivedFrom ?? [], knownSources).has(id),
        );
        const ends = [...originsOf(chain.sources, knownSources)].filter(
          (id) => originsOf(knownSources.get(id)?.derivedFrom ?? [], knownSources).size === 0,
        );
        if (plain) expect(chain.independent).toBeGreaterThanOrEqual(ends.length);
      }),
    );
  });

  test('a source that draws on two cited ones changes nothing', () => {
    fc.assert(
      fc.property(anySources, anyEvidence, (sources, evidence) => {
        const before = chainWith({ sources, evidence });
        fc.pre(before.sources.length > 1);
        const after = chainWith({
          sources: [...sources, derived('digest', ...before.sources)],
          evidence: [...evidence, item('e-digest', 'digest')],
        });
        expect(after.independent).toBe(before.independent);
      }),
    );
  });

  test('sources without derivation are all independent', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const chain = chainWith({ sources: ids.slice(0, 5).map((id) => source(id)), evidence });
        expect(chain.independent).toBe(chain.sources.length);
      }),
    );
  });

  test('a copy of a cited source never adds an independent source', () => {
    fc.assert(
      fc.property(anySources, anyEvidence, fc.nat(), (sources, evidence, pick) => {
        const before = chainWith({ sources, evidence });
        fc.pre(before.sources.length > 0);
        const origin = before.sources[pick % before.sources.length] ?? '';
        const after = chainWith({
          sources: [...sources, derived('copy', origin)],
          evidence: [...evidence, item('e-copy', 'copy')],
        });
        expect(after.sources).toEqual([...before.sources, 'copy']);
        expect(after.independent).toBe(before.independent);
      }),
    );
  });

  test('the order of the evidence never changes the counts', () => {
    fc.assert(
      fc.property(anySources, anyEvidence, (sources, evidence) => {
        const { independent, circular } = chainWith({ sources, evidence });
        expect(chainWith({ sources, evidence: evidence.toReversed() })).toMatchObject({
          independent,
          circular,
        });
      }),
    );
  });
});
