import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareAssessments, differencesOf } from '../../../src/derive/comparison/compare.ts';
import type { AssessmentComparison, DifferenceType } from '../../../src/derive/comparison/types.ts';
import { viewComparison } from '../../../src/derive/comparison/view.ts';
import { comparisonMarkdown } from '../../../src/ledger/compare/comparison-markdown.ts';
import type { Assessment, Incident, Register } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

const register: Register = {
  actors: [
    { id: 'ruritania', name: 'Ruritania', type: 'state' },
    { id: 'watch', name: 'State Watch', type: 'security-service', parent: 'ruritania' },
    { id: 'guard', name: 'Guard', type: 'security-service', parent: 'watch' },
    { id: 'river-men', name: 'River Men', type: 'armed-group' },
    { id: 'hill-men', name: 'Hill Men', type: 'armed-group' },
    { id: 'duke', name: 'Rupert Duke', type: 'person' },
  ],
  incidents: [{ id: 'pier', title: 'Attack on the pier', date: '2025-05-05' }],
};

/** Compares two assessments, or more, that have only these properties beside what the schema requires. */
function compare(...properties: readonly Partial<Assessment>[]): AssessmentComparison {
  return compareAssessments(
    properties.map((own, index) => ({
      assessment: assessmentWith({ id: `memo-${index + 1}`, ...own }),
      register,
    })),
  );
}

/** An assessment that speaks of the incident of the register. */
function pier(incident: Partial<Incident>): Partial<Assessment> {
  return { incidents: [{ ref: 'pier', ...incident }] };
}

function valuesOf<Type extends DifferenceType>(comparison: AssessmentComparison, type: Type) {
  return differencesOf(comparison, type).map(({ matter, sides }) => ({
    name: matter.name,
    aspect: matter.aspect,
    memos: sides.map(({ memo }) => memo),
    values: sides.map(({ value }) => value),
  }));
}

describe('a comparison', () => {
  it('finds nothing if assessments share nothing', () => {
    const { differences, shared, memos } = compare(pier({}), {
      incidents: [{ id: 'other', title: 'Other' }],
    });
    expect(differences).toEqual([]);
    expect(shared).toEqual([]);
    expect(compare(pier({}), { incidents: [{ id: 'other', title: 'Other' }] }).sharedSources).toEqual([]);
    expect(memos.map(({ number, id }) => [number, id])).toEqual([
      [1, 'memo-1'],
      [2, 'memo-2'],
    ]);
  });

  it('matches sources that come from the register, not ids that are equal by chance', () => {
    const csl = { type: 'report' as const, title: 'R' };
    const shared: Register = { ...register, sources: [{ id: 'yearbook', csl }] };
    const sides = (one: Partial<Assessment>, other: Partial<Assessment>) =>
      compareAssessments(
        [one, other].map((own, index) => ({
          assessment: assessmentWith({ id: `memo-${index + 1}`, ...own }),
          register: shared,
        })),
      );
    const referring: Partial<Assessment> = { sources: [{ ref: 'yearbook' }] };
    const citing: Partial<Assessment> = {
      evidence: [{ id: 'e', statement: 'E.', citations: [{ source: 'yearbook' }] }],
    };
    const own: Partial<Assessment> = { ...citing, sources: [{ id: 'yearbook', csl }] };
    expect(sides(referring, citing).sharedSources).toEqual(['yearbook']);
    expect(viewComparison(sides(referring, citing)).sharesNothing).toBe(false);
    expect(sides(referring, own).sharedSources).toEqual([]);
    expect(viewComparison(sides(own, own)).sharesNothing).toBe(true);
  });

  it('matches things with the same id, whether or not the register has them', () => {
    const own = { incidents: [{ id: 'fire', title: 'Fire' }] };
    expect(compare(own, own).shared).toEqual([{ kind: 'incident', id: 'fire', name: 'Fire', memos: [1, 2] }]);
    expect(compare(pier({}), pier({})).shared).toMatchObject([{ id: 'pier', name: 'Attack on the pier' }]);
  });

  it('gives each side its assessment and its cut-off', () => {
    const { differences } = compare(
      { ...pier({ killed: { reports: [{ value: 3 }] } }), asOf: '2025-05-06' },
      { ...pier({ killed: { reports: [{ value: 4 }] } }), asOf: '2025-06' },
    );
    expect(differences[0]?.sides.map(({ assessment, asOf }) => [assessment, asOf.text])).toEqual([
      ['memo-1', '2025-05-06'],
      ['memo-2', '2025-06'],
    ]);
  });

  it('puts the most important first', () => {
    const one = {
      ...pier({ killed: { reports: [{ value: 3 }] } }),
      actors: [{ ref: 'river-men', status: 'active' as const }],
    };
    const two = {
      ...pier({ killed: { reports: [{ value: 4 }] } }),
      actors: [{ ref: 'river-men', status: 'weakened' as const }],
    };
    expect(compare(one, two).differences.map(({ type }) => type)).toEqual([
      'incident/figure',
      'actor/status',
    ]);
  });
});

describe('figures', () => {
  it('differ if range or latest figure do, and are counted if they agree', () => {
    const same = { injured: { reports: [{ value: 7 }] } };
    const comparison = compare(
      pier({ killed: { reports: [{ value: 133 }] }, ...same }),
      pier({ killed: { reports: [{ value: 139, qualifier: 'at-least' }] }, ...same }),
      pier({}),
    );
    expect(valuesOf(comparison, 'incident/figure')).toMatchObject([
      {
        name: 'Attack on the pier',
        aspect: 'killed',
        memos: [1, 2],
        values: [{ max: 133 }, { max: undefined }],
      },
    ]);
    expect(comparison.agreements['incident/figure']).toBe(1);
  });

  it('of several incidents together are not compared with those of one', () => {
    const shared = pier({ killed: { reports: [{ value: 22 }], across: ['other'] } });
    const comparison = compare(shared, pier({ killed: { reports: [{ value: 17 }] } }), shared);
    expect(valuesOf(comparison, 'incident/figure')).toEqual([]);
    expect(comparison.agreements['incident/figure']).toBe(0);
  });

  it('of anything else are compared if they have the same name and measure', () => {
    const ransom = (value: number, of = 'Ransom paid', year?: string) => ({
      of,
      money: { currency: 'USD', ...(year !== undefined && { year }) },
      reports: [{ value, source: 'wire' }],
    });
    const oil = (value: number, unit: string, more = {}) => ({
      of: 'oil spilt',
      unit,
      reports: [{ value }],
      ...more,
    });
    const comparison = compare(
      pier({ counts: [ransom(22e6), oil(40, 'tonnes'), { of: 'boats lost', reports: [{ value: 3 }] }] }),
      pier({ counts: [ransom(15e6, 'ransom  paid'), oil(300, 'barrels')] }),
      pier({ counts: [ransom(9e6, 'Ransom paid', '2019'), { of: 'boats lost', reports: [{ value: 3 }] }] }),
      pier({ counts: [oil(90, 'tonnes', { across: ['other'] })] }),
    );
    expect(valuesOf(comparison, 'incident/figure')).toMatchObject([
      {
        name: 'Attack on the pier',
        aspect: 'Ransom paid, USD',
        memos: [1, 2],
        values: [{ min: 22e6 }, { min: 15e6 }],
      },
    ]);
    expect(comparison.agreed.map(({ matter }) => matter.aspect)).toEqual(['boats lost']);
    const markdown = comparisonMarkdown(comparison, 9);
    expect(markdown).toContain('Attack on the pier: how much or how many (Ransom paid, USD)');
    expect(markdown).toMatch(/- 22,000,000 — .*\n- 15,000,000 — /);
    expect(viewComparison(comparison).figures?.rows.map(({ matter }) => matter.aspect)).toEqual([
      'Ransom paid, USD',
    ]);
  });

  it('of anything else are compared under several names, all of which are printed', () => {
    const seized = (of: string, value: number) => pier({ counts: [{ of, reports: [{ value }] }] });
    const comparison = compare(
      seized('vessels seized', 3),
      seized('Seized  vessel', 4),
      seized('ships seized', 3),
      seized('vessels not seized', 9),
    );
    expect(valuesOf(comparison, 'incident/figure')).toMatchObject([
      { aspect: 'vessels seized / Seized  vessel / ships seized', memos: [1, 2, 3] },
    ]);
  });

  it('are grouped by content, with everybody who reports it', () => {
    const reports = [
      { value: 4, by: 'State Watch' },
      { value: 5, by: 'a witness' },
      { value: 4, by: 'the governor' },
    ];
    const comparison = compare(
      pier({ perpetrators: { reports } }),
      pier({ perpetrators: { reports: [{ value: 4 }] } }),
    );
    const [groups] = viewComparison(comparison).figures?.rows[0]?.cells ?? [];
    expect(groups?.map(({ report, reports: by }) => [report.value, by.map((one) => one.by?.name)])).toEqual([
      [4, ['State Watch', 'the governor']],
      [5, ['a witness']],
    ]);
  });
});

describe('attributions', () => {
  it('differs by actor and by likelihood; an actor named twice is one', () => {
    const comparison = compare(
      pier({
        attributions: [
          { actor: 'river-men', by: 'State Watch', likelihood: { term: 'likely' } },
          { actor: { name: 'a cell', actor: 'river-men' }, by: 'the press' },
        ],
      }),
      pier({ attributions: [{ actor: 'hill-men', by: 'State Watch' }] }),
    );
    const [table] = viewComparison(comparison).blame;
    expect(table?.table.rows.map(({ matter }) => matter.name)).toEqual(['River Men', 'Hill Men']);
    expect(table?.table.rows[0]?.cells).toMatchObject([
      {
        judged: [],
        attributions: [
          { by: [{ name: 'State Watch' }], likelihood: { term: 'likely' } },
          { by: [{ name: 'the press' }], likelihood: undefined },
        ],
      },
      undefined,
    ]);
  });

  it('never combine the likelihood of one attribution with the confidence of another', () => {
    const comparison = compare(
      pier({
        attributions: [
          { actor: 'river-men', by: 'State Watch', confidence: 'moderate' },
          { actor: 'river-men', by: 'an official', likelihood: { term: 'likely' } },
        ],
      }),
      pier({ attributions: [{ actor: 'hill-men' }] }),
    );
    expect(viewComparison(comparison).blame[0]?.table.rows[0]?.cells[0]?.attributions).toMatchObject([
      { likelihood: undefined, confidence: 'moderate' },
      { likelihood: { term: 'likely' }, confidence: undefined },
    ]);
  });

  it('of which the memo says the same are one, with all accusers', () => {
    const comparison = compare(
      pier({
        attributions: [
          { actor: 'river-men', by: 'State Watch', confidence: 'moderate' },
          { actor: 'river-men', by: 'an official', confidence: 'low' },
          { actor: 'river-men', by: 'the press', confidence: 'moderate' },
          { actor: 'river-men', confidence: 'moderate' },
        ],
      }),
      pier({ attributions: [{ actor: 'hill-men' }] }),
    );
    expect(viewComparison(comparison).blame[0]?.table.rows[0]?.cells[0]?.attributions).toMatchObject([
      { by: [{ name: 'State Watch' }, { name: 'the press' }], confidence: 'moderate' },
      { by: [{ name: 'an official' }], confidence: 'low' },
      { by: [], confidence: 'moderate' },
    ]);
  });

  it("count as the memo's own if a judgment is about this incident and this actor", () => {
    const about = (...ids: readonly string[]) => [...ids];
    const judgment = (id: string, key: boolean, ...subjects: readonly string[]) => ({
      id,
      key,
      statement: 'They did it.',
      likelihood: { term: 'almost certain' as const },
      confidence: { level: 'moderate' as const },
      about: about(...subjects),
    });
    const blames = pier({ attributions: [{ actor: 'river-men', likelihood: { term: 'likely' } }] });
    const judgedBy = (...judgments: readonly ReturnType<typeof judgment>[]) =>
      viewComparison(
        compare(
          { ...blames, actors: [{ ref: 'river-men' }, { ref: 'hill-men' }], judgments: [...judgments] },
          pier({ attributions: [{ actor: 'hill-men' }] }),
        ),
      ).blame[0]?.table.rows[0]?.cells[0]?.judged;
    const other = judgment('other', true, 'actors/river-men');
    expect(judgedBy(judgment('own', false, 'incidents/pier', 'actors/river-men'), other)).toMatchObject([
      { number: 2, likelihood: { term: 'almost certain' }, confidence: 'moderate' },
    ]);
    expect(judgedBy(judgment('both', true, 'pier', 'river-men', 'hill-men'))).toEqual([]);
    expect(judgedBy(judgment('elsewhere', true, 'pier', 'hill-men'))).toEqual([]);
    expect(
      judgedBy({ ...judgment('vague', true, 'pier', 'river-men'), likelihood: undefined } as never),
    ).toEqual([]);
  });

  it('agree if memos judge the same, whatever they report of others', () => {
    const memo = (term: 'likely' | 'very likely'): Partial<Assessment> => ({
      ...pier({ attributions: [{ actor: 'river-men', by: 'the press', likelihood: { term } }] }),
      judgments: [
        { id: 'j', statement: 'S.', likelihood: { term: 'almost certain' }, about: ['pier', 'river-men'] },
      ],
      actors: [{ ref: 'river-men' }],
    });
    expect(compare(memo('likely'), memo('very likely')).agreements['incident/attribution']).toBe(1);
  });

  it('are the same if actors and bands are, in whatever order and words', () => {
    const actors = [
      { actor: 'river-men', likelihood: { term: 'likely' as const } },
      { actor: 'hill-men', by: 'one' },
    ];
    const comparison = compare(
      pier({ attributions: actors }),
      pier({
        attributions: [
          { actor: 'hill-men', by: 'another' },
          { actor: 'river-men', likelihood: { term: 'probable' } },
        ],
      }),
    );
    expect(comparison.differences).toEqual([]);
    expect(comparison.agreements['incident/attribution']).toBe(1);
  });
});

describe('the greatest threat', () => {
  const threat = (ref: string, level: 'limited' | 'extensive', trend: 'rising' | 'steady' = 'steady') => ({
    ref,
    intent: { level: 'substantial' as const },
    capabilities: [{ dimension: 'planning' as const, level, trend }],
  });

  it('is chosen by intent, then capability, then its trend; ties are named too', () => {
    const comparison = compare(
      { actors: [threat('river-men', 'extensive'), threat('hill-men', 'limited')] },
      { actors: [threat('river-men', 'limited'), threat('hill-men', 'limited')] },
      { actors: [threat('river-men', 'limited'), threat('hill-men', 'limited', 'rising')] },
    );
    expect(
      valuesOf(comparison, 'threat/greatest')[0]?.values.map((threats) => threats.map(({ id }) => id)),
    ).toEqual([['river-men'], ['river-men', 'hill-men'], ['hill-men']]);
  });

  it('is compared only between memos with a common actor', () => {
    const comparison = compare(
      { actors: [threat('river-men', 'extensive'), threat('hill-men', 'limited')] },
      { actors: [threat('hill-men', 'limited')] },
      { actors: [threat('guard', 'limited')] },
    );
    expect(comparison.differences.find(({ type }) => type === 'threat/greatest')?.sides).toMatchObject([
      { memo: 1 },
      { memo: 2 },
    ]);
    const apart = compare(
      { actors: [threat('river-men', 'extensive')] },
      { actors: [threat('guard', 'limited')] },
    );
    expect(apart.differences).toEqual([]);
  });

  it('ignores actors without intent or capability, and former ones', () => {
    const capable = {
      ref: 'guard',
      capabilities: [{ dimension: 'planning' as const, level: 'extensive' as const }],
    };
    const gone = { ...threat('hill-men', 'extensive'), status: 'dismantled' as const };
    const comparison = compare(
      { actors: [capable, gone, threat('river-men', 'limited')] },
      { actors: [threat('river-men', 'limited')] },
    );
    expect(comparison.differences).toEqual([]);
    expect(comparison.agreements['threat/greatest']).toBe(1);
  });
});

describe('levels and trends', () => {
  it('differ by level, and by trend if both are known', () => {
    const actor = (level: 'limited' | 'moderate', trend: 'rising' | 'falling' | 'unknown') => ({
      actors: [{ ref: 'river-men', capabilities: [{ dimension: 'finance' as const, level, trend }] }],
    });
    const count = (...memos: Partial<Assessment>[]) =>
      differencesOf(compare(...memos), 'actor/capability').length;
    expect(count(actor('limited', 'rising'), actor('moderate', 'rising'))).toBe(1);
    expect(count(actor('limited', 'rising'), actor('limited', 'falling'))).toBe(1);
    expect(count(actor('limited', 'rising'), actor('limited', 'unknown'))).toBe(0);
  });

  it('are listed in one table by their weight, whatever their kind', () => {
    const hill = {
      ref: 'hill-men',
      capabilities: [{ dimension: 'finance' as const, level: 'limited' as const }],
    };
    const river = (level: 'limited' | 'moderate') => ({ ref: 'river-men', intent: { level } });
    const comparison = compare(
      { actors: [hill, river('limited')] },
      {
        actors: [
          { ...hill, capabilities: [{ dimension: 'finance' as const, level: 'moderate' as const }] },
          river('moderate'),
        ],
      },
      { actors: [river('moderate')] },
    );
    const { levels } = viewComparison(comparison);
    // Three speak of the one, two of the other.
    expect(levels?.rows.map(({ matter }) => matter.name)).toEqual(['River Men', 'Hill Men']);
  });

  it('compare the directions of all trends of an actor', () => {
    const trend = (direction: 'rising' | 'falling', subject = 'river-men') => ({
      trends: [{ id: 'reach', subject, measure: 'reach', direction }],
    });
    expect(valuesOf(compare(trend('rising'), trend('falling')), 'actor/trend')).toMatchObject([
      { name: 'River Men', values: [[{ direction: 'rising' }], [{ direction: 'falling' }]] },
    ]);
    expect(compare(trend('rising', 'Violence'), trend('falling', 'Violence')).differences).toEqual([]);
  });
});

describe('relationships', () => {
  const link = (from: string, to: string, standing: 'denied' | 'asserted') => ({
    relationships: [{ id: 'link', from, to, type: 'supports' as const, standing }],
  });

  it('are the same pair in either direction', () => {
    const found = valuesOf(
      compare(link('ruritania', 'river-men', 'denied'), link('river-men', 'ruritania', 'denied')),
      'relationship/standing',
    );
    expect(found).toMatchObject([{ name: 'River Men – Ruritania', memos: [1, 2] }]);
  });

  it('agree if type, direction and status do', () => {
    const same = link('ruritania', 'river-men', 'denied');
    expect(compare(same, same).agreements['relationship/standing']).toBe(1);
    expect(compare(same, link('ruritania', 'river-men', 'asserted')).differences).toHaveLength(1);
  });
});

describe('judgments', () => {
  const judged = (id: string, about: string, term: 'likely' | 'unlikely', key = true) => ({
    id,
    key,
    statement: `Statement ${id}.`,
    about: [about],
    likelihood: { term },
  });

  it('are compared if they are about the same subject and their bands differ', () => {
    const comparison = compare(
      { actors: [{ ref: 'river-men' }], judgments: [judged('a', 'actors/river-men', 'likely')] },
      { actors: [{ ref: 'river-men' }], judgments: [judged('b', 'river-men', 'unlikely')] },
    );
    expect(valuesOf(comparison, 'judgment/likelihood')).toMatchObject([
      { name: 'River Men', values: [{ shown: [{ id: 'a' }] }, { shown: [{ id: 'b' }] }] },
    ]);
  });

  it('treat the services of a state as one subject', () => {
    const comparison = compare(
      { judgments: [judged('a', 'actors/guard', 'likely')] },
      { judgments: [judged('b', 'actors/watch', 'unlikely')] },
    );
    expect(differencesOf(comparison, 'judgment/likelihood')).toMatchObject([
      { matter: { kind: 'services', name: 'Ruritania' } },
    ]);
  });

  it('stop at services that name each other as parents', () => {
    const circle: Register = {
      actors: [
        { id: 'watch', name: 'State Watch', type: 'security-service', parent: 'guard' },
        { id: 'guard', name: 'Guard', type: 'security-service', parent: 'watch' },
      ],
    };
    const [a, b] = (['likely', 'unlikely'] as const).map((term, index) => ({
      assessment: assessmentWith({ id: `memo-${index}`, judgments: [judged('a', 'actors/guard', term)] }),
      register: circle,
    }));
    const { differences } = compareAssessments(a && b ? [a, b] : []);
    expect(differences).toMatchObject([{ matter: { kind: 'actor', name: 'Guard' } }]);
  });

  it('show key judgments first, at most three, and count the others', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => judged(id, 'actors/river-men', 'likely', id === 'd'));
    const comparison = compare(
      { judgments: many },
      { judgments: [judged('x', 'actors/river-men', 'unlikely')] },
    );
    const [{ values } = { values: [] }] = valuesOf(comparison, 'judgment/likelihood');
    expect(values[0]).toMatchObject({ shown: [{ id: 'd' }, { id: 'a' }, { id: 'b' }], more: 1 });
  });
});

describe('explanations', () => {
  it('are compared if hypotheses explain the same incident', () => {
    const explains = (leader: 'local' | 'foreign') => ({
      ...pier({}),
      hypotheses: [
        {
          id: 'local',
          statement: 'Locals did it.',
          likelihood: { term: leader === 'local' ? 'likely' : 'unlikely' } as const,
        },
        {
          id: 'foreign',
          statement: 'Foreigners did it.',
          likelihood: { term: leader === 'foreign' ? 'likely' : 'unlikely' } as const,
        },
      ],
      judgments: [{ id: 'who', statement: 'Who.', about: ['incidents/pier', 'hypotheses/local'] }],
    });
    expect(
      valuesOf(compare(explains('local'), explains('foreign')), 'incident/explanation')[0]?.values.map(
        ([leader]) => leader?.statement,
      ),
    ).toEqual(['Locals did it.', 'Foreigners did it.']);
    expect(compare(explains('local'), explains('local')).differences).toEqual([]);
  });
});

describe('people', () => {
  const speaks = (name: string, office: string, actor?: string) => ({
    evidence: [
      {
        id: 'said',
        statement: 'Said.',
        kind: 'claim' as const,
        speaker: { name, office, ...(actor && { actor }) },
      },
    ],
  });

  it('differ if the same person holds another office', () => {
    const count = (one: string, two: string) =>
      differencesOf(
        compare(speaks('Duke', one, 'duke'), speaks('Rupert Duke', two, 'duke')),
        'speaker/office',
      ).length;
    expect(count('governor', 'minister')).toBe(1);
    expect(count('governor', 'Governor of the river')).toBe(0);
  });

  it('differ if assessments name other people for one body', () => {
    const found = valuesOf(
      compare(
        speaks('A. Weir', 'head of the Guard', 'guard'),
        speaks('B. Lock', 'head of the Guard', 'guard'),
      ),
      'body/people',
    );
    expect(found).toMatchObject([{ name: 'Guard', values: [[{ name: 'A. Weir' }], [{ name: 'B. Lock' }]] }]);
    expect(
      compare(speaks('Weir', 'head', 'guard'), speaks('Anna Weir', 'head of it', 'guard')).differences,
    ).toEqual([]);
  });
});

describe('people of three memos', () => {
  const holds = (office: string): Partial<Assessment> => ({
    evidence: [
      {
        id: 'said',
        statement: 'Said.',
        kind: 'claim',
        speaker: { name: 'Rupert Duke', office, actor: 'duke' },
      },
    ],
  });
  it('differ if two of them agree and the third does not', () => {
    const found = differencesOf(
      compare(holds('governor'), holds('governor'), holds('minister')),
      'speaker/office',
    );
    expect(found.map(({ matter, sides }) => [matter.name, sides.length])).toEqual([['Rupert Duke', 3]]);
  });
  it('have the name in the register', () => {
    const [found] = differencesOf(
      compare(
        {
          evidence: [
            {
              id: 'a',
              statement: 'Said.',
              kind: 'claim',
              speaker: { name: 'R. D.', office: 'governor', actor: 'duke' },
            },
          ],
        },
        holds('minister'),
      ),
      'speaker/office',
    );
    expect(found?.matter.name).toBe('Rupert Duke');
  });
  it('are persons: a service below a body is not its head', () => {
    const guard = (summary: string): Partial<Assessment> => ({ actors: [{ ref: 'guard', summary }] });
    expect(differencesOf(compare(guard('Guards.'), guard('Watches.')), 'body/people')).toEqual([]);
  });
});

describe('a pack whose memos share little', () => {
  const csl = { type: 'report' as const, title: 'R' };
  const shared: Register = { ...register, sources: [{ id: 'r', csl }] };
  const sharing = (own: Partial<Assessment>) =>
    viewComparison(
      compareAssessments(
        ['memo-1', 'memo-2'].map((id) => ({ assessment: assessmentWith({ id, ...own }), register: shared })),
      ),
    ).sharesNothing;
  it('says so only if they share no incident, actor or source', () => {
    expect(sharing({})).toBe(true);
    expect(sharing({ sources: [{ ref: 'r' }] })).toBe(false);
    expect(sharing({ ...pier({}), sources: [{ ref: 'r' }] })).toBe(false);
    expect(sharing({ actors: [{ ref: 'duke' }] })).toBe(false);
  });
});

describe('the shipped assessments', () => {
  const folder = new URL('../../../assessments/', import.meta.url);
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'register.json');
  const shared: Register = read('register.json');
  const comparison = compareAssessments(
    names.sort().map((name) => ({ assessment: read(name) as Assessment, register: shared })),
  );

  it('differ in more than a dozen matters', () => {
    expect(comparison.differences.length).toBeGreaterThan(12);
    const found = new Set(
      comparison.differences.map(({ type, matter }) => `${type} ${matter.id} ${matter.aspect ?? ''}`.trim()),
    );
    for (const expected of [
      'threat/greatest threats',
      'incident/attribution crocus-city-hall-2024',
      'incident/explanation crocus-city-hall-2024',
      'incident/figure crocus-city-hall-2024 killed',
      'incident/figure crocus-city-hall-2024 perpetrators',
      'incident/figure crocus-city-hall-2024 arrested',
      'judgment/likelihood crocus-city-hall-2024',
      'judgment/likelihood russia',
      'relationship/standing crocus-attackers+ukraine',
      'actor/capability iskp external-operations',
      'actor/trend iskp',
      'body/people gur',
    ]) {
      expect([...found]).toContain(expected);
    }
  });

  it('agree on something too', () => {
    expect(Object.values(comparison.agreements).reduce((sum, count) => sum + count)).toBeGreaterThan(5);
  });

  it('give the same comparison twice', () => {
    const again = compareAssessments(
      names.map((name) => ({ assessment: read(name) as Assessment, register: shared })),
    );
    expect(again).toEqual(comparison);
  });
});

describe('memos that agree on a fact with different confidence', () => {
  const memo = (level: 'low' | 'high' | undefined): Partial<Assessment> => ({
    actors: [{ ref: 'river-men', intent: { level: 'limited', ...(level && { confidence: level }) } }],
    incidents: [
      {
        ref: 'pier',
        attributions: [
          { actor: 'river-men', likelihood: { term: 'likely' }, ...(level && { confidence: level }) },
        ],
      },
    ],
    judgments: [
      {
        id: 'again',
        statement: 'The River Men are likely to strike again.',
        about: ['actors/river-men'],
        likelihood: { term: 'likely' },
        ...(level && { confidence: { level, basis: 'B.' } }),
      },
    ],
  });
  const types = (comparison: AssessmentComparison) => comparison.differences.map(({ type }) => type);

  it('differ, and weigh less than memos that disagree on the fact', () => {
    const unequal = compare(memo('low'), memo('high'));
    expect(types(unequal)).toEqual(['incident/attribution', 'judgment/likelihood', 'actor/intent']);
    const other = compare(memo('low'), { ...pier({ attributions: [{ actor: 'hill-men' }] }) });
    expect(other.differences[0]?.weight).toBeGreaterThan((unequal.differences[0]?.weight ?? 0) + 20);
  });

  it.each([
    [memo('low'), memo('low')],
    [memo('low'), memo(undefined)],
  ])('agree if one states no confidence', (a, b) => {
    const comparison = compare(a, b);
    expect(types(comparison)).toEqual([]);
    expect(comparison.agreements['judgment/likelihood']).toBe(1);
  });
});
