import { describe, expect, test } from 'vitest';
import { compareAssessments, differencesOf } from '../../../src/derive/comparison/compare.ts';
import type { AssessmentComparison } from '../../../src/derive/comparison/types.ts';
import { viewComparison } from '../../../src/derive/comparison/view.ts';
import { TYPES, WEIGHTS } from '../../../src/derive/comparison/weights.ts';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

type Own = Partial<Assessment>;

function compare(...properties: readonly Own[]): AssessmentComparison {
  return compareAssessments(
    properties.map((own, index) => ({
      assessment: assessmentWith({ id: `memo-${index + 1}`, ...own }),
      register: emptyRegister,
    })),
  );
}

const actor = (id: string, more: object = {}) => ({ id, name: id, type: 'armed-group' as const, ...more });
const incident = (id: string, more: object = {}) => ({ id, title: id, date: '2025-02-05', ...more });
const own = (properties: object) => properties as Own;

describe('what memos share', () => {
  test('is sorted by the number of memos that share it', () => {
    const { shared } = compare(
      own({ actors: [actor('herons')], incidents: [incident('mill'), incident('pier')] }),
      own({ actors: [actor('herons')], incidents: [incident('mill'), incident('pier')] }),
      own({ actors: [actor('herons')], incidents: [incident('pier')] }),
    );
    expect(shared.map(({ id, memos }) => [id, memos])).toEqual([
      ['pier', [1, 2, 3]],
      ['herons', [1, 2, 3]],
      ['mill', [1, 2]],
    ]);
  });

  test('includes a link of two actors in either direction, but not two mentions in one memo', () => {
    const link = (id: string, from: string, to: string) => ({ id, from, to, type: 'supports' });
    const actors = [actor('herons'), actor('otters'), actor('voles')];
    const { shared } = compare(
      own({ actors, relationships: [link('a', 'herons', 'otters'), link('b', 'otters', 'voles')] }),
      own({ actors, relationships: [link('a', 'otters', 'herons'), link('b', 'otters', 'herons')] }),
    );
    expect(shared.filter(({ kind }) => kind === 'relationship')).toEqual([
      { kind: 'relationship', id: 'herons+otters', name: 'herons – otters', memos: [1, 2] },
    ]);
    const twice = own({
      actors,
      relationships: [link('a', 'herons', 'otters'), link('b', 'otters', 'herons')],
    });
    expect(compare(twice, {}).shared).toEqual([]);
  });

  test('agreements are sorted by the number of memos, then by importance', () => {
    const { agreed, agreements } = compare(
      ...[1, 2, 3].map((number) =>
        own({
          actors: [
            actor('herons', { status: 'active', ...(number < 3 && { intent: { level: 'limited' } }) }),
          ],
          incidents: number < 3 ? [incident('pier', { killed: { reports: [{ value: 3 }] } })] : [],
        }),
      ),
    );
    expect(agreed.map(({ type, sides }) => [type, sides.length])).toEqual([
      ['actor/status', 3],
      ['incident/figure', 2],
      ['actor/intent', 2],
    ]);
    expect(agreements['actor/status']).toBe(1);
  });
});

test('types are in the order of their weight', () => {
  const weights = TYPES.map((type) => WEIGHTS[type]);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  const pages = viewComparison(
    compare(
      ...[1, 2].map(() =>
        own({
          actors: [actor('herons', { status: 'active', intent: { level: 'limited' } })],
          incidents: [incident('pier', { killed: { reports: [{ value: 3 }] } })],
        }),
      ),
    ),
  );
  expect(pages.agreements).toEqual([
    { type: 'incident/figure', count: 1 },
    { type: 'actor/intent', count: 1 },
    { type: 'actor/status', count: 1 },
  ]);
});

test('a difference weighs one more for each memo that states something, up to eight', () => {
  const weight = (count: number) =>
    compare(
      ...Array.from({ length: count }, (_, index) =>
        own({ actors: [actor('herons', { status: index === 0 ? 'active' : 'weakened' })] }),
      ),
    ).differences[0]?.weight;
  expect([2, 7, 8, 9].map(weight)).toEqual([22, 27, 28, 28]);
});

describe('the head of a body', () => {
  const speaks = (...names: readonly string[]) =>
    own({
      actors: [actor('guard', { type: 'security-service' })],
      evidence: names.map((name, index) => ({
        id: `said-${index}`,
        statement: 'Said.',
        kind: 'claim',
        speaker: { name, office: 'head', actor: 'guard' },
      })),
    });
  test('differs if two of three memos name nobody in common, whatever the third says of both', () => {
    const found = differencesOf(
      compare(speaks('Weir', 'Lock'), speaks('Weir'), speaks('Lock'), {}),
      'body/people',
    );
    expect(found.map(({ matter, sides }) => [matter.name, sides.length])).toEqual([['guard', 3]]);
    expect(compare(speaks('Weir', 'Lock'), speaks('Lock')).differences).toEqual([]);
    expect(compare(speaks('Lock'), speaks('Weir', 'Lock')).differences).toEqual([]);
  });
  test("is compared for bodies under any memo's name for them", () => {
    const plain = { ...speaks('Lock'), actors: [actor('guard', { type: 'armed-group' })] } as Own;
    const state = (name: string) => ({ ...speaks(name), actors: [actor('guard', { type: 'state' })] }) as Own;
    expect(differencesOf(compare(plain, speaks('Weir')), 'body/people')).toHaveLength(1);
    expect(differencesOf(compare(state('Lock'), state('Weir')), 'body/people')).toEqual([]);
    expect(differencesOf(compare(state('Lock'), speaks('Weir')), 'body/people')).toHaveLength(1);
  });
  test('may be the leader: a person below it, with the office that begins the summary', () => {
    const led = (name: string) =>
      own({
        actors: [
          actor('guard', { type: 'security-service' }),
          { id: 'head', name, type: 'person', parent: 'guard', summary: 'Head of the Guard; since 2020.' },
        ],
      });
    const [found] = differencesOf(compare(led('A. Weir'), led('B. Lock')), 'body/people');
    expect(found?.sides.map(({ value }) => value)).toEqual([
      [{ name: 'A. Weir', office: 'Head of the Guard' }],
      [{ name: 'B. Lock', office: 'Head of the Guard' }],
    ]);
  });
  test('a person without an id is matched by name, and differs if two of three offices do', () => {
    const holds = (...offices: readonly string[]) =>
      own({
        evidence: offices.map((office, index) => ({
          id: `said-${index}`,
          statement: 'Said.',
          kind: 'claim',
          speaker: { name: 'Rupert Duke', office },
        })),
      });
    const found = differencesOf(
      compare(holds('governor', 'minister'), holds('governor'), holds('minister')),
      'speaker/office',
    );
    expect(found.map(({ matter, sides }) => [matter.id, matter.name, sides.length])).toEqual([
      ['Rupert Duke', 'Rupert Duke', 3],
    ]);
    expect(compare(holds('governor', 'minister'), holds('minister')).differences).toEqual([]);
    expect(compare(holds('minister'), holds('governor', 'minister')).differences).toEqual([]);
    expect(compare(holds('the long-standing governor'), holds('Governor')).differences).toEqual([]);
    expect(compare(holds('Governor'), holds('the long-standing governor')).differences).toEqual([]);
  });
  test('everybody named with an office counts: in proposals, attributions, relationships, reports', () => {
    const by = (office: string) => [{ name: 'Duke', office }];
    const places: readonly ((office: string) => object)[] = [
      (office) => ({ hypotheses: [{ id: 'h', statement: 'H.', proponents: by(office) }] }),
      (office) => ({ relationships: [{ id: 'l', from: 'a', to: 'b', type: 'supports', by: by(office) }] }),
      (office) => ({ incidents: [incident('pier', { attributions: [{ actor: 'x', by: by(office) }] })] }),
      ...['killed', 'injured', 'arrested', 'perpetrators'].map((count) => (office: string) => ({
        incidents: [incident('pier', { [count]: { reports: [{ value: 1, by: by(office)[0] }] } })],
      })),
    ];
    for (const place of places) {
      const found = differencesOf(compare(own(place('governor')), own(place('minister'))), 'speaker/office');
      expect(found.map(({ matter }) => matter.name)).toEqual(['Duke']);
    }
  });
});

describe('claims of responsibility', () => {
  const claimed = (...actors: readonly string[]) =>
    own({
      actors: [actor('herons'), actor('otters')],
      incidents: [incident('pier', { claims: actors.map((one) => ({ actor: one })) })],
    });
  test('are the same in any order and number', () => {
    const same = compare(claimed('herons', 'otters', 'herons'), claimed('otters', 'herons'));
    expect(same.agreements['incident/claim']).toBe(1);
    const [found] = differencesOf(compare(claimed('herons', 'otters'), claimed('otters')), 'incident/claim');
    expect(found?.sides.map(({ value }) => value)).toEqual([['herons', 'otters'], ['otters']]);
  });
});

test('an actor attributed with and without a likelihood counts as attributed with it', () => {
  const by = (...reports: readonly object[]) =>
    own({
      incidents: [incident('pier', { attributions: reports.map((one) => ({ actor: 'herons', ...one })) })],
    });
  const likely = { likelihood: { term: 'likely' } };
  expect(compare(by(likely, { by: 'the press' }), by(likely)).differences).toEqual([]);
  expect(compare(by({ by: 'the press' }), by(likely)).differences).toHaveLength(1);
  const unlikely = { likelihood: { term: 'unlikely' } };
  expect(compare(by(likely, unlikely), by(unlikely, likely)).differences).toEqual([]);
});

describe('the greatest threat', () => {
  const threat = (id: string, intent: string, ...levels: readonly [level: string, trend?: string][]) =>
    actor(id, {
      intent: { level: intent },
      capabilities: levels.map(([level, trend], index) => ({
        dimension: ['finance', 'planning'][index],
        level,
        ...(trend && { trend }),
      })),
    });
  test('has its highest capability beside its intent; intent weighs more than any capability', () => {
    const [found] = differencesOf(
      compare(
        own({
          actors: [
            threat('herons', 'moderate', ['limited'], ['moderate', 'rising']),
            threat('otters', 'limited', ['extensive', 'rising']),
          ],
        }),
        own({ actors: [threat('otters', 'limited', ['limited']), actor('herons')] }),
      ),
      'threat/greatest',
    );
    expect(
      found?.sides.map(({ value }) => value.map(({ id, capability }) => [id, capability.dimension])),
    ).toEqual([[['herons', 'planning']], [['otters', 'finance']]]);
  });
  test('is the same if the same actors tie, in any order', () => {
    const two = [threat('herons', 'limited', ['limited']), threat('otters', 'limited', ['limited'])];
    const comparison = compare(own({ actors: two }), own({ actors: [...two].reverse() }));
    expect(comparison.agreements['threat/greatest']).toBe(1);
  });
});

describe('explanations', () => {
  const explained = (leading: 'a' | 'b', likelihood?: object) =>
    own({
      incidents: [incident('pier'), incident('mill')],
      hypotheses: ['a', 'b', 'c'].map((id) => ({ id, statement: `It was ${id} [@x].`, ...likelihood })),
      sources: [{ id: 'x', csl: { type: 'report', title: 'X' } }],
      evidence: [{ id: 'e', statement: 'E.', kind: 'report', citations: [{ source: 'x', credibility: 2 }] }],
      matrix: [{ evidence: 'e', ratings: { a: 'I', b: 'I', c: 'I', [leading]: 'C' } }],
      judgments: [
        { id: 'why', statement: 'Why.', about: ['hypotheses/a', 'incidents/pier'] },
        { id: 'mill', statement: 'Mill.', about: ['incidents/mill'] },
      ],
    });
  test('are led by the least contradicted of the matrix; only those of incidents with a judgment', () => {
    const comparison = compare(explained('a'), explained('b'));
    const found = differencesOf(comparison, 'incident/explanation');
    expect(found.map(({ matter, sides }) => [matter.id, sides.map(({ value }) => value.length)])).toEqual([
      ['pier', [1, 1]],
    ]);
    expect(found[0]?.sides[0]?.value[0]).toEqual({
      statement: 'It was a [@x].',
      likelihood: undefined,
      score: expect.closeTo(0),
    });
  });
  test('are ranked without their citations, and printed with them', () => {
    const pages = viewComparison(compare(explained('a'), explained('b')));
    const statements = (sides: readonly { value: unknown }[] | undefined) =>
      sides?.map(({ value }) => (value as readonly { statement: string }[])[0]?.statement);
    expect(statements(pages.ranked.find(({ type }) => type === 'incident/explanation')?.sides)).toEqual([
      'It was a.',
      'It was b.',
    ]);
    expect(statements(pages.explanations[0]?.sides)).toEqual(['It was a [@x].', 'It was b [@x].']);
  });
});

describe('tables', () => {
  test('have a column for each memo that fills any row, and empty cells for the others', () => {
    const of = (status: string, second?: string) =>
      own({
        actors: [actor('herons', { status }), ...(second ? [actor('otters', { status: second })] : [])],
      });
    const { statuses } = viewComparison(
      compare(of('active', 'active'), {}, of('weakened'), of('active', 'dead')),
    );
    expect(statuses?.columns.map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(statuses?.rows.map(({ matter, cells }) => [matter.id, cells])).toEqual([
      ['herons', ['active', 'weakened', 'active']],
      ['otters', ['active', undefined, 'dead']],
    ]);
  });
  test('of attributions begin with the actors named by most memos', () => {
    const blaming = (...actors: readonly string[]) =>
      own({ incidents: [incident('pier', { attributions: actors.map((one) => ({ actor: one })) })] });
    const [blame] = viewComparison(compare(blaming('herons', 'otters'), blaming('otters'))).blame;
    expect(blame?.table.rows.map(({ matter }) => matter.id)).toEqual(['otters', 'herons']);
  });
});

describe('judgments of one memo on two subjects', () => {
  const judged = (id: string, term: string, about: readonly string[], more: object = {}) => ({
    id,
    statement: `Statement ${id}.`,
    likelihood: { term },
    about,
    ...more,
  });
  const of = (...judgments: readonly object[]) =>
    own({ actors: [actor('herons')], incidents: [incident('pier')], judgments });

  test('are shown once, under the narrower one, and a second time only if nothing else is there', () => {
    const both = ['actors/herons', 'incidents/pier'];
    const comparison = compare(
      of(judged('a', 'likely', both)),
      of(judged('b', 'unlikely', both), judged('c', 'very unlikely', ['actors/herons'])),
    );
    const shown = differencesOf(comparison, 'judgment/likelihood').map(({ matter, sides }) => [
      matter.kind,
      ...sides.map(({ value }) => [...value.shown.map(({ id }) => id), value.more]),
    ]);
    // The two of the actor are further apart, and so come first.
    expect(shown).toEqual([
      ['actor', ['a', 0], ['c', 1]],
      ['incident', ['a', 0], ['b', 0]],
    ]);
  });

  test('agree if they have the same bands in another order, and the widest subject of a kind comes first', () => {
    const same = compare(
      of(judged('a', 'likely', ['actors/herons']), judged('b', 'unlikely', ['actors/herons'])),
      of(judged('c', 'unlikely', ['actors/herons']), judged('d', 'likely', ['actors/herons'])),
    );
    expect(same.agreements['judgment/likelihood']).toBe(1);
    const wide = (term: string, ...ids: readonly string[]) =>
      own({
        actors: [actor('herons'), actor('otters')],
        judgments: ids.map((id) => judged(id, term, [`actors/${id}`])),
      });
    const found = differencesOf(
      compare(
        wide('likely', 'herons', 'otters'),
        wide('unlikely', 'herons', 'otters'),
        wide('likely', 'otters'),
      ),
      'judgment/likelihood',
    );
    expect(found.map(({ matter }) => matter.id)).toEqual(['otters', 'herons']);
  });

  test('show the dissents of each', () => {
    const dissents = [{ by: ['The Watch'], statement: 'No.', likelihood: { term: 'unlikely' } }];
    const comparison = compare(
      of(judged('a', 'likely', ['actors/herons'], { dissents })),
      of(judged('b', 'unlikely', ['actors/herons'])),
    );
    const [first, second] = differencesOf(comparison, 'judgment/likelihood')[0]?.sides ?? [];
    expect(first?.value.shown[0]?.dissents).toMatchObject([
      { by: ['The Watch'], statement: 'No.', likelihood: { term: 'unlikely' } },
    ]);
    expect(second?.value.shown[0]?.dissents).toEqual([]);
  });

  test('two levels of confidence in one band are not a contradiction, in any order', () => {
    const sure = (...levels: readonly string[]) =>
      of(
        ...levels.map((level, index) =>
          judged(`j-${index}`, 'likely', ['actors/herons'], { confidence: { level } }),
        ),
      );
    expect(compare(sure('low', 'high'), sure('high', 'low')).differences).toEqual([]);
    expect(compare(sure('low', 'high'), sure('high')).differences).toHaveLength(1);
  });
});
