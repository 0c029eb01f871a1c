import { describe, expect, test } from 'vitest';
import type { MemoView } from '../../src/derive/memo-view.ts';
import { confidenceScaleOf, schemeOf } from '../../src/model/conventions/conventions.ts';
import { lookOf } from '../../src/model/conventions/markings.ts';
import { directionOf } from '../../src/model/conventions/writing-direction.ts';
import { parseEdtf } from '../../src/model/edtf.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { judgment, memoWith } from '../support/assessments.ts';
import { likelihoodScales } from '../support/scales.ts';

test('the view of the least assessment has every property, so that a strict template can use any', () => {
  const only = {
    id: 'attacks-continue',
    number: 1,
    key: true,
    statement: 'Attacks will continue.',
    likelihood: undefined,
    confidence: undefined,
    horizon: undefined,
    evidence: [],
    contraryEvidence: [],
    against: undefined,
    about: [],
    assumptions: [],
    implies: [],
    estimates: [],
    aggregate: undefined,
    dissents: [],
    baseRate: undefined,
    wouldChange: undefined,
    resolution: undefined,
    marking: undefined,
  };
  const asOf = parseEdtf('2024-03-22');
  if (!asOf) throw new Error('no date');
  expect(memoWith()).toStrictEqual({
    id: 'sample',
    form: 'policy-memo',
    printedForm: 'policy-memo',
    title: 'A sample',
    subtitle: undefined,
    series: undefined,
    authors: [],
    language: 'en',
    direction: 'ltr',
    status: undefined,
    approvals: [],
    marking: 'TLP:CLEAR',
    look: lookOf(schemeOf({}), 'TLP:CLEAR'),
    asOf,
    published: undefined,
    edition: undefined,
    question: undefined,
    scope: undefined,
    bottomLine: undefined,
    judgments: { key: [only], others: [], all: [only] },
    released: undefined,
    support: [],
    footing: undefined,
    revision: undefined,
    sections: [],
    answers: { sections: [], unplaced: [] },
    actors: { assessed: [], others: [], comparison: undefined },
    relationships: [],
    chronology: [],
    incidentFacts: [],
    incidentsLatestFirst: [],
    incidentBrief: expect.any(Array),
    disputedFigures: [],
    trends: [],
    assumptions: [],
    gaps: [],
    alternatives: undefined,
    outlook: undefined,
    onePage: expect.any(Array),
    exclusives: [],
    implications: [],
    recommendations: [],
    subjects: [],
    eventReport: {
      event: { incident: undefined, others: [], told: undefined, isToldInAnnex: false },
      account: [],
      versions: undefined,
      weighed: [],
      itemNumbers: new Map(),
      verdict: undefined,
      consequences: [],
    },
    commentary: {
      essay: { opening: [only], parts: [] },
      appraisal: { known: [], unconfirmed: [], disputes: [], numbers: new Map(), unknown: [] },
    },
    sources: [],
    citableSources: new Map(),
    evidence: new Map(),
    scale: likelihoodScales['icd-203'],
    confidenceScale: confidenceScaleOf({}),
    scheme: schemeOf({}),
    uses: { likelihood: false, range: false, confidence: false, grades: false },
    abbreviations: [],
    media: new Map(),
    ownFields: { assessment: {}, entries: {} },
    exceptions: [],
    keywords: [],
  } satisfies MemoView);
});

test('identity and handling are copied', () => {
  const view = memoWith({
    subtitle: 'What it means',
    series: { name: 'Memos', number: 43 },
    authors: [{ name: 'A. Author', affiliation: 'Institute' }],
    language: 'he',
    status: 'final',
    published: '2024-04',
    edition: { number: 2, supersedes: 'v1' },
    question: ['Will it?', 'When?'],
    scope: { geography: 'Russia', period: '2023/2024' },
    bottomLine: 'It will.',
    standards: { likelihood: 'phia' },
    sections: [{ id: 's', heading: 'One', body: ['A.', 'B.'], marking: 'TLP:GREEN' }],
    assumptions: [{ id: 'a', statement: 'It holds.' }],
    gaps: [{ id: 'g', question: ['Who', 'pays?'], priority: 'high' }],
  });
  expect(view).toMatchObject({
    subtitle: 'What it means',
    series: { name: 'Memos', number: '43' },
    authors: [{ name: 'A. Author', role: undefined, affiliation: 'Institute' }],
    direction: 'rtl',
    status: 'final',
    published: { latest: '2024-04-30' },
    edition: 2,
    question: 'Will it?\nWhen?',
    scope: { geography: ['Russia'], period: { earliest: '2023-01-01' }, audience: [] },
    bottomLine: 'It will.',
    sections: [{ id: 's', heading: 'One', kind: 'narrative', body: 'A.\nB.', marking: 'TLP:GREEN' }],
    assumptions: [{ id: 'a', statement: 'It holds.', linchpin: false, ifWrong: undefined }],
    gaps: [{ id: 'g', question: 'Who\npays?', priority: 'high', collection: undefined }],
  });
  expect(view.scale).toBe(likelihoodScales.phia);
});

test('a cut-off that is not a date has no days, never guessed ones', () => {
  expect(memoWith({ asOf: 'spring' }).asOf).toEqual({
    text: 'spring',
    kind: 'interval',
    start: 'unknown',
    end: 'unknown',
  });
});

describe('direction of writing', () => {
  test.each([
    ['en', 'ltr'],
    ['en-GB', 'ltr'],
    ['ru', 'ltr'],
    ['tg', 'ltr'],
    ['he', 'rtl'],
    ['HE-il', 'rtl'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['ps', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
    ['az-Arab-IR', 'rtl'],
    ['uz-Cyrl', 'ltr'],
    ['ar-Latn', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['yi-Hebr', 'rtl'],
  ])('%s: %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});

describe('keywords', () => {
  test('places come first, then assessed actors, each once; actors that are only named are left out', () => {
    const { keywords } = memoWith({
      scope: { geography: ['Russia', 'Dagestan'] },
      actors: [
        { id: 'iskp', name: 'ISKP', intent: { level: 'extensive' } },
        { id: 'fsb', name: 'FSB' },
        { id: 'cell', name: 'Cell', capabilities: [] },
        { id: 'dagestan', name: 'Dagestan', capabilities: [{ dimension: 'finance', level: 'none' }] },
      ],
    });
    expect(keywords).toEqual(['Russia', 'Dagestan', 'ISKP']);
  });
});

describe('notes on scales', () => {
  const likelihood = { term: 'likely' as const };
  const attributions = [{ actor: 'somebody', likelihood }];

  test.each<[string, Partial<Assessment>]>([
    ['a judgment', { judgments: [{ ...judgment, likelihood }] }],
    ['a scenario', { scenarios: [{ id: 's', title: 'S', likelihood }] }],
    ['a hypothesis', { hypotheses: [{ id: 'h', statement: 'H.', likelihood }] }],
    ['an attribution', { incidents: [{ id: 'i', title: 'I', attributions }] }],
  ])('likelihood, when %s has one', (_, properties) => {
    expect(memoWith(properties).uses).toEqual({
      likelihood: true,
      range: false,
      confidence: false,
      grades: false,
    });
  });

  test('a range, which need not be that of its term', () => {
    const judgments = [
      { ...judgment, likelihood: { term: 'likely', range: [0.6, 0.8] as [number, number] } },
    ];
    expect(memoWith({ judgments }).uses).toMatchObject({ likelihood: true, range: true });
  });

  test.each<[string, Partial<Assessment>]>([
    ['a judgment', { judgments: [{ ...judgment, confidence: { level: 'low' } }] }],
    [
      'a relationship',
      { relationships: [{ id: 'r', from: 'a', to: 'b', type: 'supports', confidence: 'low' }] },
    ],
    ['a trend', { trends: [{ id: 't', subject: 'attacks', direction: 'rising', confidence: 'low' }] }],
    [
      'an actor’s capability',
      { actors: [{ id: 'a', name: 'A', intent: { level: 'limited', confidence: 'low' } }] },
    ],
  ])('confidence, when %s has one', (_, properties) => {
    expect(memoWith(properties).uses).toEqual({
      likelihood: false,
      range: false,
      confidence: true,
      grades: false,
    });
  });

  test.each<[string, Partial<Assessment>]>([
    ['a source', { sources: [{ id: 's', csl: { type: 'book' }, reliability: 'F' }] }],
    ['an item', { evidence: [{ id: 'e', statement: 'E.', citations: [{ source: 's', credibility: 6 }] }] }],
  ])('grades, when %s is graded', (_, properties) => {
    expect(memoWith(properties).uses).toEqual({
      likelihood: false,
      range: false,
      confidence: false,
      grades: true,
    });
  });
});
