import { describe, expect, test } from 'vitest';
import { compareAssessments, differencesOf } from '../../../src/derive/comparison/compare.ts';
import type { Reason } from '../../../src/derive/comparison/types.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

const register: Register = {
  actors: [{ id: 'herons', name: 'Grey Herons' }],
  sources: [
    { id: 'police', csl: { type: 'report', title: 'Annual Report', issued: '2024-02' } },
    { id: 'post', csl: { type: 'article-newspaper', title: 'The Herons Return', issued: '2025-01-10' } },
  ],
};

interface Memo {
  readonly id: string;
  readonly asOf?: string;
  readonly term: string;
  readonly horizon?: string;
  readonly statement?: string;
  readonly cites?: readonly { source: string; credibility?: number; against?: boolean }[];
}

function assessmentOf({ id, asOf = '2025-03-01', term, horizon = '2025', cites = [], ...memo }: Memo) {
  const evidence = cites.map(({ source, credibility = 2 }, index) => ({
    id: `item-${index}`,
    statement: `Item ${index}.`,
    kind: 'report' as const,
    citations: [{ source, credibility }],
  }));
  const ids = (against: boolean) =>
    cites.flatMap((cited, index) => ((cited.against ?? false) === against ? [`item-${index}`] : []));
  return assessmentWith({
    id,
    asOf,
    actors: [{ ref: 'herons' }],
    sources: cites.map(({ source }) => ({ ref: source, reliability: 'B' as const })),
    evidence,
    judgments: [
      {
        id: 'returns',
        statement: memo.statement ?? `The herons are ${term} to attack the harbour again.`,
        likelihood: { term },
        horizon,
        about: ['actors/herons'],
        evidence: ids(false),
        contraryEvidence: ids(true),
      },
    ],
  } as Partial<Assessment>);
}

function reasons(...all: readonly Memo[]): readonly Reason[] {
  const comparison = compareAssessments(all.map((memo) => ({ assessment: assessmentOf(memo), register })));
  const [difference] = differencesOf(comparison, 'judgment/likelihood');
  if (!difference) throw new Error('They do not differ.');
  return difference.hangsOn;
}

describe('the reason for a difference', () => {
  test('other sources', () => {
    const [first] = reasons(
      { id: 'a', term: 'likely', cites: [{ source: 'police' }] },
      { id: 'b', term: 'unlikely', cites: [{ source: 'post' }] },
    );
    expect(first).toMatchObject({
      kind: 'sources',
      shared: 0,
      all: 2,
      alone: [
        { memo: 1, titles: ['Annual Report'] },
        { memo: 2, titles: ['The Herons Return'] },
      ],
    });
  });

  test('sources that only one of them cites, if the other cites nothing alone', () => {
    const found = reasons(
      { id: 'a', term: 'likely', cites: [{ source: 'police' }] },
      { id: 'b', term: 'unlikely', cites: [{ source: 'police' }, { source: 'post' }] },
    );
    expect(found).toContainEqual({
      kind: 'sources',
      shared: 1,
      all: 2,
      alone: [{ memo: 2, titles: ['The Herons Return'] }],
      share: 0.8 * (1 - 1 / 2),
    });
  });

  test('another cut-off counts by its distance if nothing was published between', () => {
    const cites = [{ source: 'police' }];
    const share = (asOf: string) => {
      const found = reasons({ id: 'a', asOf, term: 'unlikely', cites }, { id: 'b', term: 'likely', cites });
      return found.find(({ kind }) => kind === 'dates')?.share;
    };
    expect(share('2025-03-01')).toBeUndefined();
    expect(share('2025-02-28')).toBeCloseTo(0.3 / 365, 6);
    expect(share('2024-09-01')).toBeCloseTo((0.3 * 181) / 365, 6);
    expect(share('2020-01-01')).toBeCloseTo(0.3, 6);
  });

  test('another cut-off, with the sources published since', () => {
    const [first] = reasons(
      { id: 'a', asOf: '2024-12-31', term: 'unlikely', cites: [{ source: 'police' }] },
      { id: 'b', asOf: '2025-03-01', term: 'likely', cites: [{ source: 'police' }, { source: 'post' }] },
    );
    // One of the two sources of the later one came out since.
    expect(first).toMatchObject({ kind: 'dates', since: ['The Herons Return'], share: 0.4 + 0.5 / 2 });
  });

  test('another reading of the same sources: for and against, or another grade', () => {
    const [first] = reasons(
      { id: 'a', term: 'likely', cites: [{ source: 'police', credibility: 2 }] },
      { id: 'b', term: 'unlikely', cites: [{ source: 'police', credibility: 4, against: true }] },
    );
    expect(first).toMatchObject({
      kind: 'reading',
      shared: 1,
      share: 1,
      read: [
        {
          title: 'Annual Report',
          by: [
            { memo: 1, role: 'for', credibility: [2] },
            { memo: 2, role: 'against', credibility: [4] },
          ],
        },
      ],
    });
  });

  test('another period, or another question', () => {
    const cites = [{ source: 'police' }];
    const times = reasons(
      { id: 'a', term: 'likely', horizon: '2025', cites },
      { id: 'b', term: 'unlikely', horizon: '2027', cites },
    );
    expect(times).toContainEqual(
      expect.objectContaining({
        kind: 'horizon',
        spans: [
          { memo: 1, first: '2025-01-01', last: '2025-12-31' },
          { memo: 2, first: '2027-01-01', last: '2027-12-31' },
        ],
      }),
    );
    expect(
      reasons({ id: 'a', term: 'likely', horizon: '2025', cites }, { id: 'b', term: 'unlikely', cites }).map(
        ({ kind }) => kind,
      ),
    ).not.toContain('horizon');
    const touching = [
      { id: 'a', term: 'likely', horizon: '2025-01-01/2025-06-30', cites },
      { id: 'b', term: 'unlikely', horizon: '2025-06-30/2025-12-31', cites },
    ];
    expect(reasons(...touching).map(({ kind }) => kind)).not.toContain('horizon');
    const questions = reasons(
      { id: 'a', term: 'likely', statement: 'Money likely comes from abroad.', cites },
      { id: 'b', term: 'unlikely', statement: 'Their leader will unlikely resign.', cites },
    );
    expect(questions.map(({ kind }) => kind)).toContain('question');
    // One word of eight is common: an eighth, where a fifth makes one question of two.
    const halfway = reasons(
      { id: 'a', term: 'likely', statement: 'Harbour boats burn nightly.', cites },
      { id: 'b', term: 'unlikely', statement: 'Harbour taxes rise again soon.', cites },
    );
    expect(halfway.find(({ kind }) => kind === 'question')?.share).toBeCloseTo(0.6 * (1 - 0.125 / 0.2), 9);
  });

  test('for the same sources only their reading is mentioned', () => {
    const cites = [{ source: 'police' }, { source: 'post' }];
    const found = reasons({ id: 'a', term: 'likely', cites }, { id: 'b', term: 'unlikely', cites });
    expect(found).toEqual([{ kind: 'reading', share: 0.5, shared: 2, read: [] }]);
  });

  test('for three memos, the share of common sources counts for all pairs', () => {
    const found = reasons(
      { id: 'a', term: 'likely', cites: [{ source: 'police' }, { source: 'post' }] },
      { id: 'b', term: 'unlikely', cites: [{ source: 'police' }] },
      { id: 'c', term: 'unlikely', cites: [{ source: 'police' }] },
    );
    // Four citations of two sources, where six could be: half of what could be in common is.
    expect(found.map(({ kind, share }) => [kind, share])).toEqual([
      ['sources', 0.8 * (1 - 0.5)],
      ['reading', 0.5 * 0.5],
    ]);
  });

  test('a source cited on both sides and twice is listed with every grade in order', () => {
    const found = reasons(
      {
        id: 'a',
        term: 'likely',
        cites: [
          { source: 'police', credibility: 4 },
          { source: 'police', credibility: 2, against: true },
        ],
      },
      {
        id: 'b',
        term: 'unlikely',
        cites: [
          { source: 'police', credibility: 3 },
          { source: 'police', credibility: 3 },
        ],
      },
    );
    expect(found.find(({ kind }) => kind === 'reading')).toMatchObject({
      read: [
        {
          by: [
            { role: 'both', credibility: [2, 4], reliability: 'B' },
            { role: 'for', credibility: [3] },
          ],
        },
      ],
    });
  });

  test('the earliest and the latest cut-off, in any order, and the sources published after the first', () => {
    const post = [{ source: 'police' }, { source: 'post' }];
    const found = reasons(
      { id: 'a', asOf: '2025-03-01', term: 'likely', cites: post },
      { id: 'b', asOf: '2024-12-31', term: 'unlikely', cites: [{ source: 'police' }] },
      { id: 'c', asOf: '2025-02-01', term: 'likely', cites: post },
    );
    expect(found.find(({ kind }) => kind === 'dates')).toMatchObject({
      share: 0.4 + 0.5 * (2 / 4),
      earliest: { memo: 2 },
      latest: { memo: 1 },
      since: ['The Herons Return'],
    });
    // What came out on the day of the first cut-off was known.
    const known = reasons(
      { id: 'a', asOf: '2025-01-10', term: 'likely', cites: [{ source: 'police' }] },
      { id: 'b', asOf: '2025-01-11', term: 'unlikely', cites: post },
    );
    expect(known.find(({ kind }) => kind === 'dates')).toMatchObject({ since: [], share: 0.3 / 365 });
  });

  test('words are the same if their first six letters are', () => {
    const question = (one: string, other: string) =>
      reasons(
        { id: 'a', term: 'likely', statement: one },
        { id: 'b', term: 'unlikely', statement: other },
      ).some(({ kind }) => kind === 'question');
    expect(question('Bombings threaten harbours.', 'THE HARBOUR IS THREATENED.')).toBe(false);
    expect(question('Bombings threaten harbours.', 'The harbor is quiet.')).toBe(true);
    // One of five is a fifth: enough.
    expect(question('Herons attack boats.', 'Herons steal sails.')).toBe(false);
  });

  test('the nearest pair of sentences of any two memos is used for all', () => {
    const statements = ['Money comes from abroad.', 'Leaders resign soon.', 'Money came from abroad again.'];
    const found = reasons(
      ...statements.map((statement, index) => ({
        id: `memo-${index}`,
        term: index === 0 ? 'likely' : 'unlikely',
        statement,
      })),
    );
    expect(found.map(({ kind }) => kind)).not.toContain('question');
  });

  test('the lack of a named reason is stated', () => {
    const found = reasons(
      { id: 'a', term: 'likely' },
      { id: 'b', term: 'unlikely', cites: [{ source: 'post' }] },
    );
    expect(found).toContainEqual({ kind: 'unsourced', share: 0.1, memos: [1] });
  });

  test('one source under two names is one source, matched by DOI, address or title and year', () => {
    const own = (id: string, term: string) => ({
      ...assessmentOf({ id, term, cites: [{ source: 'police' }] }),
      sources: [
        {
          id: 'police',
          csl: { type: 'report', title: `Named by ${id}`, DOI: id === 'a' ? '10.1/X' : '10.1/x' },
          reliability: id === 'a' ? 'B' : 'C',
        },
      ],
    });
    const comparison = compareAssessments(
      [own('a', 'likely'), own('b', 'unlikely')].map((assessment) => ({
        assessment: assessment as unknown as Assessment,
        register,
      })),
    );
    expect(differencesOf(comparison, 'judgment/likelihood')[0]?.hangsOn[0]).toMatchObject({
      kind: 'reading',
      shared: 1,
      read: [{ title: 'Named by a' }],
    });
  });

  test.each([
    [{ URL: 'https://www.watch.example/report/' }, { URL: 'http://Watch.example/report#' }, 0],
    [{ URL: 'https://watch.example/report' }, { URL: 'https://watch.example/other' }, 2],
    [{ title: 'Report', issued: '2024-02' }, { title: 'REPORT', issued: '2024' }, 0],
    [{ title: 'Report', issued: '2024' }, { title: 'Report', issued: '2025' }, 2],
  ])('%j and %j', (one, other, apart) => {
    const citing = (id: string, term: string, csl: object) => ({
      assessment: {
        ...assessmentOf({ id, term, cites: [{ source: 'it' }] }),
        sources: [{ id: 'it', csl: { type: 'report', ...csl } }],
      } as unknown as Assessment,
      register,
    });
    const comparison = compareAssessments([citing('a', 'likely', one), citing('b', 'unlikely', other)]);
    const [difference] = differencesOf(comparison, 'judgment/likelihood');
    const sources = difference?.hangsOn.find(({ kind }) => kind === 'sources');
    expect(sources?.kind === 'sources' ? sources.all : 0).toBe(apart);
  });
});

test('attributions weigh by the distance of reported likelihoods, if no memo judges', () => {
  const weight = (one: string, other: string) =>
    compareAssessments(
      [one, other].map((term, index) => ({
        assessment: assessmentWith({
          id: `memo-${index}`,
          actors: [{ ref: 'herons' }],
          incidents: [
            { id: 'pier', title: 'Pier', attributions: [{ actor: 'herons', likelihood: { term } }] },
          ],
        } as Partial<Assessment>),
        register,
      })),
    ).differences[0]?.weight ?? 0;
  expect(weight('almost certain', 'almost no chance')).toBeGreaterThan(weight('likely', 'very likely') + 1);
});

test("attributions weigh by the memos' own judgments, not by reports of others", () => {
  const weight = (judged: string) =>
    compareAssessments(
      [judged, 'likely'].map((term, index) => ({
        assessment: assessmentWith({
          id: `memo-${index}`,
          actors: [{ ref: 'herons' }],
          incidents: [
            {
              id: 'pier',
              title: 'Pier',
              attributions: [{ actor: 'herons', likelihood: { term: 'likely' } }],
            },
          ],
          judgments: [{ id: 'j', statement: 'S.', likelihood: { term }, about: ['pier', 'herons'] }],
        } as Partial<Assessment>),
        register,
      })),
    ).differences.find(({ type }) => type === 'incident/attribution')?.weight;
  expect(weight('very likely')).toBeCloseTo(95 + 2 + 8 * (0.875 - 0.675), 6);
  expect(weight('likely')).toBeUndefined();
});

test('of differences of one type, those with a greater distance weigh more', () => {
  const far = compareAssessments(
    (['almost certain', 'almost no chance'] as const).map((term, index) => ({
      assessment: assessmentOf({ id: `far-${index}`, term }),
      register,
    })),
  );
  const near = compareAssessments(
    (['likely', 'very likely'] as const).map((term, index) => ({
      assessment: assessmentOf({ id: `near-${index}`, term }),
      register,
    })),
  );
  expect(far.differences[0]?.weight).toBeGreaterThan(near.differences[0]?.weight ?? 100);
  // 70 for a likelihood, one for each memo that speaks, and up to 8 for how far apart the middles of the bands are.
  expect(near.differences[0]?.weight).toBeCloseTo(70 + 2 + 8 * (0.875 - 0.675), 6);
});
