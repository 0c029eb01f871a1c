import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Incoherence, incoherences } from '../../../src/derive/analysis/coherence.ts';
import type { Assessment, Judgment, Likelihood } from '../../../src/model/generated/types.ts';
import { resolvedWith } from '../../support/assessments.ts';

const named = (id: string, likelihood?: Likelihood, ...implies: string[]): Judgment => ({
  id,
  statement: `${id}.`,
  ...(likelihood && { likelihood }),
  ...(implies.length > 0 && { implies }),
});
const term = (words: NonNullable<Likelihood['term']>): Likelihood => ({ term: words });
const range = (low: number, high = low): Likelihood => ({ range: [low, high] });
const phia = { standards: { likelihood: 'phia' } } satisfies Partial<Assessment>;

const found = (properties: Partial<Assessment>) => incoherences(resolvedWith(properties));
const among = (...judgments: Judgment[]) => found({ judgments });
const pairs = (list: readonly Incoherence[]) => list.map(({ members }) => members.join(' '));

/** An exclusive set of judgments with these likelihoods, called `j0`, `j1` and so on. */
const setOf = (
  likelihoods: readonly (Likelihood | undefined)[],
  exhaustive?: boolean,
): Partial<Assessment> => ({
  judgments: likelihoods.map((likelihood, index) => named(`j${index}`, likelihood)),
  exclusive: [
    {
      members: likelihoods.map((_, index) => `judgments/j${index}`),
      ...(exhaustive !== undefined && { exhaustive }),
    },
  ],
});

test('an assessment without implications or exclusive sets is coherent', () => {
  expect(found({})).toEqual([]);
});

describe('a judgment that implies another', () => {
  test('is not likelier than the other', () => {
    expect(
      among(named('other'), named('a', term('very likely'), 'other', 'b'), named('b', term('unlikely'))),
    ).toEqual([
      {
        kind: 'implication',
        members: ['judgments/a', 'judgments/b'],
        pointer: '/judgments/1/implies/1',
        approximate: false,
        path: ['judgments/a', 'judgments/b'],
        low: { member: 'judgments/a', percent: 80, approximate: false },
        high: { member: 'judgments/b', percent: 45, approximate: false },
        sentence: '80 % at the least for `a`, but 45 % at the most for `b`, which it implies',
      },
    ]);
  });

  test('bands that touch or overlap can hold', () => {
    expect(among(named('a', term('very likely'), 'b'), named('b', term('likely')))).toEqual([]);
    expect(among(named('a', range(0.3, 0.9), 'b'), named('b', range(0.2, 0.3)))).toEqual([]);
    expect(among(named('a', range(0.55), 'b'), named('b', term('roughly even odds')))).toEqual([]);
  });

  test('the smallest excess is found', () => {
    expect(among(named('a', range(0.301, 0.9), 'b'), named('b', range(0.2, 0.3)))).toMatchObject([
      { low: { percent: 30.1 }, high: { percent: 30 } },
    ]);
    expect(among(named('a', range(0.3001), 'b'), named('b', range(0.3)))).toMatchObject([
      { low: { percent: 30.01 } },
    ]);
  });

  test('may be less likely', () => {
    expect(among(named('a', term('remote'), 'b'), named('b', term('almost certain')))).toEqual([]);
  });

  test('a reversed range is read forwards', () => {
    expect(among(named('a', range(0.9, 0.3), 'b'), named('b', range(0.4)))).toEqual([]);
    expect(among(named('a', range(0.9, 0.5), 'b'), named('b', range(0.4)))).toHaveLength(1);
  });

  test('the scale decides: PHIA has a gap where ICD 203 has an edge', () => {
    const judgments = [named('a', term('likely'), 'b'), named('b', term('realistic possibility'))];
    expect(found({ judgments, ...phia })).toMatchObject([
      {
        approximate: true,
        sentence: '~55 % at the least for `a`, but ~50 % at the most for `b`, which it implies',
      },
    ]);
    const unlikely = [named('a', range(0.4), 'b'), named('b', term('unlikely'))];
    expect(found({ judgments: unlikely })).toEqual([]);
    expect(found({ judgments: unlikely, ...phia })).toMatchObject([{ high: { percent: 35 } }]);
  });

  test('unknown ids and judgments without a likelihood are skipped', () => {
    expect(among(named('a', range(0.9), 'gone', 'b'), named('b'))).toEqual([]);
    expect(among(named('a', undefined, 'b'), named('b', range(0.1)))).toEqual([]);
    expect(among(named('constructor', range(0.9), 'valueOf'))).toEqual([]);
  });

  test('chains of implications are followed, through judgments without a likelihood too; the path is reported', () => {
    const list = among(
      named('a', range(0.9), 'side', 'b'),
      named('b', undefined, 'c'),
      named('c', term('likely'), 'd'),
      named('d', range(0.1)),
      named('side', range(0.95)),
    );
    expect(pairs(list)).toEqual([
      'judgments/a judgments/c',
      'judgments/a judgments/d',
      'judgments/c judgments/d',
    ]);
    expect(list[1]).toMatchObject({
      path: ['judgments/a', 'judgments/b', 'judgments/c', 'judgments/d'],
      pointer: '/judgments/0/implies/1',
      sentence: '90 % at the least for `a`, but 10 % at the most for `d`, which it implies through `b`, `c`',
    });
  });

  test('the shortest path is shown', () => {
    const [first] = among(
      named('a', range(0.9), 'b', 'd'),
      named('b', undefined, 'c'),
      named('c', undefined, 'd'),
      named('d', range(0.1)),
    );
    expect(first).toMatchObject({ path: ['judgments/a', 'judgments/d'], pointer: '/judgments/0/implies/1' });
  });
});

describe('judgments that imply one another in a circle', () => {
  test('are equally likely: bands with a common point are coherent', () => {
    expect(
      among(
        named('a', range(0.2, 0.5), 'b'),
        named('b', range(0.5, 0.7), 'c'),
        named('c', range(0.1, 0.9), 'a'),
      ),
    ).toEqual([]);
  });

  test('bands without one are not, whichever is higher', () => {
    const list = among(named('a', range(0.2), 'b'), named('b', undefined, 'c'), named('c', range(0.6), 'a'));
    expect(list).toMatchObject([
      { members: ['judgments/c', 'judgments/a'], path: ['judgments/c', 'judgments/a'] },
    ]);
    const otherWay = among(
      named('a', range(0.6), 'b'),
      named('b', undefined, 'c'),
      named('c', range(0.2), 'a'),
    );
    expect(otherWay).toMatchObject([{ path: ['judgments/a', 'judgments/b', 'judgments/c'] }]);
  });

  test('a judgment that implies itself is not reported', () => {
    expect(among(named('a', range(0.2, 0.9), 'a'))).toEqual([]);
  });
});

describe('an exclusive set', () => {
  test('does not add up to more than 100 %', () => {
    expect(found(setOf([term('likely'), term('very likely')]))).toEqual([
      {
        kind: 'exclusive',
        members: ['judgments/j1', 'judgments/j0'],
        pointer: '/exclusive/0',
        approximate: false,
        ends: [
          { member: 'judgments/j1', percent: 80, approximate: false },
          { member: 'judgments/j0', percent: 55, approximate: false },
        ],
        sum: 135,
        sentence: '80 % + 55 % = 135 % at the least, more than 100 %',
      },
    ]);
  });

  test('exactly 100 % is coherent, however the numbers are written', () => {
    expect(found(setOf([term('very likely'), term('unlikely')]))).toEqual([]);
    expect(
      found(
        setOf(
          [0.1, 0.2, 0.3, 0.4].map((p) => range(p)),
          true,
        ),
      ),
    ).toEqual([]);
    expect(found(setOf([range(0.7, 1), range(0.1, 1), range(0.2, 1)]))).toEqual([]);
    expect(found(setOf([range(0.57), range(0.43)], true))).toEqual([]);
  });

  test('a tenth of a percent too much or too little is found, and thirds are not rounded', () => {
    expect(found(setOf([range(0.501), range(0.5)]))).toMatchObject([{ sum: 100.1 }]);
    expect(found(setOf([range(0.499), range(0.5)], true))).toMatchObject([{ kind: 'exhaustive', sum: 99.9 }]);
    expect(found(setOf([range(1 / 6, 1), range(1 / 3, 1), range(0.5, 1)]))).toEqual([]);
    expect(found(setOf(Array(6).fill(range(1 / 6)), true))).toEqual([]);
    expect(found(setOf(Array(3).fill(range(1 / 3)), true))).toEqual([]);
    expect(found(setOf(Array(3).fill(range(0.333)), true))).toMatchObject([{ sum: 99.9 }]);
    expect(found(setOf([range(0.1666), range(0.1667), range(0.6667)], true))).toEqual([]);
  });

  test('with exactly one true member adds up to 100 % or more at the upper ends', () => {
    expect(found(setOf([term('unlikely'), term('very unlikely')], true))).toMatchObject([
      {
        kind: 'exhaustive',
        members: ['judgments/j0', 'judgments/j1'],
        pointer: '/exclusive/0',
        sum: 65,
        sentence: '45 % + 20 % = 65 % at the most, less than 100 %',
      },
    ]);
    expect(found(setOf([term('likely'), term('very unlikely')], true))).toEqual([]);
  });

  test('without a true member may add up to little', () => {
    expect(found(setOf([term('unlikely'), term('very unlikely')]))).toEqual([]);
    expect(found(setOf([term('unlikely'), term('very unlikely')], false))).toEqual([]);
  });

  test('a member without a likelihood may take the rest, but gets no room', () => {
    expect(found(setOf([range(0.2), undefined], true))).toEqual([]);
    expect(found(setOf([range(0.6), undefined, range(0.5)], true))).toMatchObject([
      { kind: 'exclusive', members: ['judgments/j0', 'judgments/j2'], sum: 110 },
    ]);
  });

  test('may contain scenarios and hypotheses; unknown ids have no likelihood', () => {
    const mixed = (...more: string[]): Partial<Assessment> => ({
      judgments: [named('same', range(0.1))],
      scenarios: [{ id: 'same', title: 'S', likelihood: range(0.3) }],
      hypotheses: [{ id: 'same', statement: 'H.', likelihood: range(0.2) }],
      exclusive: [
        { members: ['judgments/same', 'scenarios/same'] },
        { members: ['judgments/same', 'scenarios/same', 'hypotheses/same', ...more], exhaustive: true },
      ],
    });
    expect(found(mixed())).toMatchObject([
      {
        pointer: '/exclusive/1',
        members: ['scenarios/same', 'hypotheses/same', 'judgments/same'],
        sentence: '30 % + 20 % + 10 % = 60 % at the most, less than 100 %',
      },
    ]);
    expect(found(mixed('judgments/gone'))).toEqual([]);
    expect(found(mixed('actors/same'))).toEqual([]);
  });

  test('a member named twice counts once; a set of one is ignored', () => {
    const judgments = [named('a', range(0.6)), named('b', range(0.4))];
    const a = 'judgments/a';
    expect(found({ judgments, exclusive: [{ members: [a, 'judgments/b', a], exhaustive: true }] })).toEqual(
      [],
    );
    expect(found({ judgments, exclusive: [{ members: [a, a], exhaustive: true }] })).toEqual([]);
  });

  test('on the PHIA yardstick the sum is as approximate as its ends', () => {
    expect(found({ ...setOf([term('highly likely'), term('unlikely')]), ...phia })).toMatchObject([
      { approximate: true, sum: 105, sentence: '~80 % + ~25 % = ~105 % at the least, more than 100 %' },
    ]);
    expect(found({ ...setOf([term('highly unlikely'), term('highly likely')], true), ...phia })).toEqual([]);
    expect(found({ ...setOf([range(0.7), term('unlikely'), range(0.1)]), ...phia })).toMatchObject([
      { approximate: true, sentence: '70 % + ~25 % + 10 % = ~105 % at the least, more than 100 %' },
    ]);
    expect(found({ ...setOf([range(0.7), range(0.31)]), ...phia })).toMatchObject([{ approximate: false }]);
  });
});

test('implications come first, then sets, in the order of the file', () => {
  const list = found({
    judgments: [named('a', range(0.7), 'b'), named('b', range(0.4))],
    exclusive: [
      { members: ['judgments/a', 'judgments/b'] },
      { members: ['judgments/b', 'judgments/a'], exhaustive: true },
    ],
  });
  expect(list.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    'implication /judgments/0/implies/0',
    'exclusive /exclusive/0',
    'exclusive /exclusive/1',
  ]);
});

describe('for any likelihoods', () => {
  const hundredth = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  const anyRange = fc.tuple(hundredth, hundredth).map(([a, b]) => range(Math.min(a, b), Math.max(a, b)));
  const anyLikelihood = fc.option(
    fc.oneof(anyRange, fc.constantFrom(term('likely'), term('unlikely'), term('remote'))),
    { nil: undefined },
  );

  test('the order of the members never matters', () => {
    const members = fc.array(anyLikelihood, { minLength: 2, maxLength: 6 }).chain((likelihoods) => {
      const properties = setOf(likelihoods);
      const all = properties.exclusive?.[0]?.members ?? [];
      return fc.tuple(fc.constant(properties), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    fc.assert(
      fc.property(members, fc.boolean(), ([properties, shuffled], exhaustive) => {
        const inOrder = properties.exclusive?.[0]?.members ?? [];
        expect(found({ ...properties, exclusive: [{ members: shuffled, exhaustive }] })).toEqual(
          found({ ...properties, exclusive: [{ members: inOrder, exhaustive }] }),
        );
      }),
    );
  });

  test('likelihoods that add up are never reported', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 0.2, noNaN: true }), (parts, slack) => {
        const sum = parts.reduce((a, b) => a + b, 0) || 1;
        const first = parts.reduce((a, b) => a + b, 0) === 0 ? 1 : 0;
        const likelihoods = parts.map((part, index) => {
          const probability = (part + (index === 0 ? first : 0)) / sum;
          return range(Math.max(0, probability - slack - 1e-8), Math.min(1, probability + slack + 1e-8));
        });
        expect(found(setOf(likelihoods, true))).toEqual([]);
      }),
    );
  });

  test('pairs and paths do not depend on the order of the judgments or their implications', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const graph = fc.tuple(
      fc.array(anyLikelihood, { minLength: 5, maxLength: 5 }),
      fc.array(fc.subarray(ids), { minLength: 5, maxLength: 5 }),
      fc.shuffledSubarray(ids, { minLength: 5 }),
    );
    const seen = (judgments: Judgment[]) =>
      among(...judgments)
        .map(({ pointer: _, ...rest }) => JSON.stringify(rest))
        .sort();
    fc.assert(
      fc.property(graph, ([likelihoods, implied, order]) => {
        const judgments = ids.map((id, i) => named(id, likelihoods[i], ...(implied[i] ?? [])));
        const turned = order.flatMap((id) => {
          const at = ids.indexOf(id);
          return [named(id, likelihoods[at], ...(implied[at] ?? []).toReversed())];
        });
        expect(seen(turned)).toEqual(seen(judgments));
      }),
    );
  });

  test('every reported pair follows from the file, and every step of its path is in it', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const graph = fc.tuple(
      fc.array(anyLikelihood, { minLength: 4, maxLength: 4 }),
      fc.array(fc.subarray(ids), { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(graph, ([likelihoods, implied]) => {
        const list = among(...ids.map((id, i) => named(id, likelihoods[i], ...(implied[i] ?? []))));
        for (const incoherence of list) {
          if (incoherence.kind !== 'implication') throw new Error('only implications were given');
          const { path, low, high, members } = incoherence;
          expect([path[0], path.at(-1)]).toEqual(members);
          expect(low.percent).toBeGreaterThan(high.percent);
          const way = path.map((member) => member.replace('judgments/', ''));
          way.slice(1).forEach((id, step) => {
            expect(implied[ids.indexOf(way[step] ?? '')]).toContain(id);
          });
        }
      }),
    );
  });
});
