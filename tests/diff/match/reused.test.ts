import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffAssessments } from '../../../src/diff/diff-assessments.ts';
import { judgmentMoves } from '../../../src/diff/weigh/judgment-moves.ts';
import { movedJudgments } from '../../../src/diff/weigh/presentation.ts';
import { canonicalAssessment } from '../../../src/diff/words/canonical.ts';
import type { Assessment, Judgment } from '../../../src/model/generated/types.ts';
import { sampled } from '../../support/soak.ts';
import { applyChanges } from '../apply-changes.ts';
import { assessmentWith, changesBetween } from '../samples.ts';

const ports: Judgment = {
  id: 'j',
  statement: 'Smugglers will bring drones through the southern ports.',
  likelihood: { term: 'likely' },
  confidence: { level: 'moderate' },
};
const parliament: Judgment = {
  id: 'j',
  statement: 'The parliament passes a budget for border guards.',
  likelihood: { term: 'unlikely' },
  confidence: { level: 'low' },
};
const strike: Judgment = {
  id: 'k',
  statement: 'Railway unions call off their strike.',
  likelihood: { term: 'very likely' },
};

const told = (before: Partial<Assessment>, after: Partial<Assessment>) =>
  changesBetween(before, after).map(({ type, entity, before: old, after: fresh }) =>
    type === 'renamed' ? `${String(old)} → ${String(fresh)}` : `${type} ${entity.id}`,
  );
const judgments = (...list: Judgment[]): Partial<Assessment> => ({
  judgments: list as Assessment['judgments'],
});

function expectApplied(before: Partial<Assessment>, after: Partial<Assessment>): void {
  const applied = applyChanges(assessmentWith(before), changesBetween(before, after));
  expect(canonicalAssessment(applied)).toBe(canonicalAssessment(assessmentWith(after)));
}

describe('an id used again', () => {
  test('for an unrelated judgment: one withdrawn, one added, none moved', () => {
    const [before, after] = [judgments(ports), judgments(parliament)];
    const changes = changesBetween(before, after);
    expect(
      changes.map(({ type, entity, field, summary, pointers }) => [
        type,
        entity.id,
        field,
        summary,
        pointers,
      ]),
    ).toEqual([
      [
        'withdrawn',
        'j',
        null,
        'Judgment withdrawn: Smugglers will bring drones through the southern ports (likely, confidence moderate)',
        { before: '/judgments/0' },
      ],
      [
        'added',
        'j',
        null,
        'Judgment added: The parliament passes a budget for border guards (unlikely, confidence low)',
        { after: '/judgments/0' },
      ],
    ]);
    expect(movedJudgments({ id: { before: '', after: '' }, title: '', changes }).size).toBe(0);
    expectApplied(before, after);
  });

  test('a comment of a pull request has a row for each of the two', () => {
    const sides = [judgments(ports), judgments(parliament)].map((own) => ({
      assessment: assessmentWith(own),
      register: {},
    }));
    const [before, after] = sides;
    if (!before || !after) throw new Error('two sides');
    expect(
      judgmentMoves(diffAssessments(before, after), before, after).map(({ sign, label, likelihood }) => [
        sign,
        label,
        likelihood,
      ]),
    ).toEqual([
      ['-', 'Smugglers will bring drones through the southern ports', 'likely'],
      ['+', 'The parliament passes a budget for border guards', 'unlikely'],
    ]);
  });

  test('none, one and several of them', () => {
    expect(told(judgments(ports, strike), judgments(ports, strike))).toEqual([]);
    expect(told(judgments(ports, strike), judgments(parliament, strike))).toEqual(['withdrawn j', 'added j']);
    const river: Judgment = { id: 'k', statement: 'Heavy rain floods villages along both rivers.' };
    expect(told(judgments(ports, strike), judgments(parliament, river)).sort()).toEqual([
      'added j',
      'added k',
      'withdrawn j',
      'withdrawn k',
    ]);
    expectApplied(judgments(ports, strike), judgments(parliament, river));
  });

  test('of every other kind that has a sentence of its own', () => {
    const [was, is] = [
      'Smugglers will bring drones through the southern ports.',
      'The parliament passes a budget for border guards.',
    ];
    const kinds = (text: string): Partial<Assessment> => ({
      evidence: [{ id: 'e', statement: text, citations: [{ source: 'log' }] }],
      assumptions: [{ id: 'a', statement: text }],
      hypotheses: [{ id: 'h', statement: text }],
      scenarios: [{ id: 's', title: text }],
      indicators: [{ id: 'i', statement: text }],
      gaps: [{ id: 'g', question: text }],
      implications: [{ id: 'm', for: 'ministers', statement: text }],
      recommendations: [{ id: 'r', to: 'ministers', action: text }],
    });
    const found = told(kinds(was), kinds(is)).filter((one) => !one.startsWith('leader'));
    expect(found.sort()).toEqual(
      ['e', 'a', 'h', 's', 'i', 'g', 'm', 'r'].flatMap((id) => [`added ${id}`, `removed ${id}`]).sort(),
    );
    expectApplied(kinds(was), kinds(is));
  });

  test('references that stayed are no changes, those that changed are', () => {
    const naming = (own: Judgment, ids: string[]): Partial<Assessment> => ({
      ...judgments(own, strike),
      recommendations: [{ id: 'r', to: 'ministers', action: 'Watch.', judgments: ids }],
    });
    expect(told(naming(ports, ['j']), naming(parliament, ['j']))).toEqual(['withdrawn j', 'added j']);
    expect(told(naming(ports, ['j']), naming(parliament, ['j', 'k']))).toEqual([
      'withdrawn j',
      'added j',
      'list-changed r',
    ]);
    expectApplied(naming(ports, ['j']), naming(parliament, ['j', 'k']));
  });

  test('what is computed of the one is not compared with the other', () => {
    const led = (first: string): Partial<Assessment> => ({
      hypotheses: [
        { id: 'h', statement: first },
        { id: 'other', statement: 'Vandals copy each other for fun.' },
      ],
      matrix: [{ evidence: 'e', ratings: { h: 'C', other: 'II' } }],
    });
    const leader = changesBetween(
      led('A foreign service pays local couriers.'),
      led('Insurance fraud explains every burnt cabinet.'),
    ).find(({ class: name }) => name === 'derived');
    expect([leader?.type, leader?.before, leader?.after, leader?.summary]).toEqual([
      'leader-changed',
      ['h'],
      ['h'],
      'Leading hypothesis: “A foreign service pays local couriers” → “Insurance fraud explains every burnt cabinet”',
    ]);
  });
});

describe('the same judgment, rewritten', () => {
  const one = (statement: string, more: Partial<Judgment> = {}) =>
    judgments({ ...ports, statement, ...more });

  test('with the likelihood reversed is one that moved', () => {
    const changes = changesBetween(
      one('Smugglers will bring drones through the southern ports.'),
      one('Drones will not be brought in by sea.', { likelihood: { term: 'very unlikely' } }),
    );
    expect(changes.map(({ type }) => type)).toEqual(['likelihood-moved', 'reworded']);
  });

  test('in other words, on the same evidence', () => {
    const on = ['seized-crates'];
    expect(
      told(
        one('Smugglers will bring drones through the southern ports.', { evidence: on }),
        one('Unmanned aircraft arrive by sea.', { evidence: on }),
      ),
    ).toEqual(['reworded j']);
  });

  test('in other words, with its reason', () => {
    const [before, after] = [judgments(ports), judgments(parliament)];
    const edition = { number: 2, changes: [{ entity: 'judgments/j', reason: 'Narrowed after the vote.' }] };
    expect(
      changesBetween(before, { ...after, edition })
        .filter(({ entity }) => entity.collection === 'judgments')
        .map(({ type }) => type),
    ).toEqual(['likelihood-moved', 'confidence-moved', 'reworded']);
  });

  test('too short to tell', () => {
    expect(told(one('Fires spread.'), one('Arson stops.'))).toEqual(['reworded j']);
  });

  test('translated', () => {
    const english = one('Smugglers will bring drones through the southern ports.');
    const russian = one('Контрабандисты повезут беспилотники через южные порты.');
    const german = one('Schmuggler bringen unbemannte Flugzeuge auf dem Seeweg herein.');
    expect(told(english, russian)).toEqual(['reworded j']);
    expect(told(english, { ...german, language: 'de' }).filter((line) => line.endsWith(' j'))).toEqual([
      'reworded j',
    ]);
  });
});

describe('an id used again while what it stood for', () => {
  test('lives on under another: a new id, and an addition', () => {
    const [before, after] = [judgments(ports), judgments(parliament, { ...ports, id: 'drones' })];
    expect(told(before, after)).toEqual(['added j', 'j → drones']);
    expectApplied(before, after);
    expect(told(after, before)).toEqual(['withdrawn j', 'drones → j']);
    expectApplied(after, before);
  });

  test('all move on by one, and the references follow', () => {
    const numbered = (list: Judgment[]): Partial<Assessment> => ({
      ...judgments(...list.map((own, index) => ({ ...own, id: `j${index + 1}` }))),
      recommendations: [{ id: 'r', to: 'ministers', action: 'Watch.', judgments: [`j${list.length}`] }],
    });
    const [before, after] = [numbered([ports, strike]), numbered([parliament, ports, strike])];
    expect(told(before, after).sort()).toEqual(['added j1', 'j1 → j2', 'j2 → j3']);
    expectApplied(before, after);
    expect(told(after, before).sort()).toEqual(['j2 → j1', 'j3 → j2', 'withdrawn j1']);
    expectApplied(after, before);
  });

  test('also judgments that share words, if the words went on unchanged', () => {
    const [attack, claim, outlook] = [
      'Militants from the north carried out the attack in the capital.',
      'The government will blame its neighbours for the attack in the capital.',
      'Another attack on the scale of that in the capital follows by autumn.',
    ] as [string, string, string];
    const of = (...texts: string[]) =>
      judgments(...texts.map((statement, at) => ({ id: `j${at + 1}`, statement })));
    expect(told(of(attack, claim), of(outlook, attack, claim)).sort()).toEqual([
      'added j1',
      'j1 → j2',
      'j2 → j3',
    ]);
    expectApplied(of(attack, claim), of(outlook, attack, claim));
  });

  test('of hypotheses with ratings', () => {
    const rated = (...texts: string[]): Partial<Assessment> => ({
      hypotheses: texts.map((statement, at) => ({ id: `h${at + 1}`, statement })),
      matrix: [
        {
          evidence: 'e',
          ratings: Object.fromEntries(
            texts.map((text, at) => [`h${at + 1}`, text.includes('pays') ? 'C' : 'II']),
          ),
        },
      ],
    });
    const [pays, fraud, fun] = [
      'A foreign service pays local couriers.',
      'Insurance fraud explains every burnt cabinet.',
      'Vandals copy each other for amusement.',
    ] as [string, string, string];
    const own = (before: Partial<Assessment>, after: Partial<Assessment>) =>
      changesBetween(before, after)
        .filter(({ entity, origin }) => entity.collection === 'hypotheses' && origin === 'assessment')
        .map(({ type, entity }) => `${type} ${entity.id}`)
        .sort();
    expect(own(rated(fraud, pays), rated(fun, fraud, pays))).toEqual([
      'added h1',
      'renamed h2',
      'renamed h3',
    ]);
    expectApplied(rated(fraud, pays), rated(fun, fraud, pays));
    expectApplied(rated(fun, fraud, pays), rated(fraud, pays));
  });

  test('and the references stayed: one withdrawn, two added', () => {
    const watched = (own: Partial<Assessment>): Partial<Assessment> => ({
      ...own,
      recommendations: [{ id: 'r', to: 'ministers', action: 'Watch.', judgments: ['j'] }],
    });
    const [before, after] = [
      watched(judgments(ports)),
      watched(judgments(parliament, { ...ports, id: 'drones' })),
    ];
    expect(told(before, after).sort()).toEqual(['added drones', 'added j', 'withdrawn j']);
    expectApplied(before, after);
  });
});

/** Sentences in one language of which no two have a word in common. */
const STATEMENTS: readonly (readonly string[])[] = [
  [
    'Smugglers will bring drones through the southern ports.',
    'The parliament passes a budget for border guards.',
    'Railway unions call off their strike.',
    'Heavy rain floods villages along both rivers.',
    'A foreign service pays local couriers.',
  ],
  [
    'Боевики вернутся в горные сёла Дагестана.',
    'Цены на зерно упадут после сбора урожая.',
    'Железнодорожники объявят бессрочную забастовку.',
    'Суд отменит решение избирательной комиссии.',
    'Вирус поразит сервера областных больниц.',
  ],
  [
    'הפגנות גדולות ייערכו מול לשכת הנשיא.',
    'מפעל חדש ייפתח ליד גבול הצפון.',
    'מחירי הדלק יעלו בתחנות הדרכים.',
    'בית המשפט ידחה את ערעור החשודים.',
    'סופת אבק תשבית טיסות בינלאומיות.',
  ],
];

/** Which statement each of the ids has on either side. */
const uses = fc
  .constantFrom(...STATEMENTS)
  .chain((texts) =>
    fc.tuple(
      fc.shuffledSubarray([...texts], { minLength: 1 }),
      fc.shuffledSubarray([...texts], { minLength: 1 }),
      fc.constantFrom(...texts),
    ),
  )
  .map(([old, fresh, watched]) =>
    [old, fresh].map((texts): Assessment => {
      const list = texts.map((statement, at) => ({ id: `j${at}`, statement }));
      const own = texts.includes(watched) ? [`j${texts.indexOf(watched)}`] : [];
      return assessmentWith({
        ...judgments(...list),
        recommendations: [{ id: 'r', to: 'ministers', action: 'Watch.', judgments: own }],
      });
    }),
  );

describe('ids dealt out anew', () => {
  test('what is in both lived on, the rest came or went; applied, the differences give the newer one', () => {
    fc.assert(
      fc.property(uses, ([before, after]) => {
        if (!before || !after) throw new Error('two sides');
        const sides = [before, after].map((assessment) => ({ assessment, register: {} }));
        const { changes } = diffAssessments(...(sides as [(typeof sides)[0], (typeof sides)[0]]));
        const applied = applyChanges(before, changes);
        expect(canonicalAssessment(applied)).toBe(canonicalAssessment(after));
        expect(changes.map(({ type }) => type)).not.toContain('reworded');
        const textsOf = ({ judgments: list }: Assessment) => list.map(({ statement }) => statement);
        const added = changes
          .filter(({ type }) => type === 'added')
          .map((change) => (change.after as { statement?: unknown }).statement);
        expect(added.sort()).toEqual(
          textsOf(after)
            .filter((text) => !textsOf(before).includes(text))
            .sort(),
        );
      }),
      { numRuns: sampled(60, 2000) },
    );
  });
});
