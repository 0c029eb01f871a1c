import fc from 'fast-check';
import type { Assessment, Marking } from '../../src/model/generated/types.ts';
import { markings } from './scales.ts';

/** A word that identifies one entry: letters only, so that nothing in a memo has it by accident. */
export function secret(collection: string, index: number): string {
  return `Zq${collection.slice(0, 3)}${'abcdefghij'.charAt(index)}x`;
}

const marking = fc.option(fc.constantFrom(...markings), { nil: undefined, freq: 1 });
const someOf = (collection: string, count: number) =>
  fc.subarray(Array.from({ length: count }, (_, index) => `${collection}-q${'abcdefghij'.charAt(index)}`));

/** What an entry may refer to, and a marking for something in it. */
interface Refs {
  readonly evidence: string[];
  readonly sources: string[];
  readonly inner: Marking | undefined;
}

/** A collection of entries, each with its own word, marked at random. */
function entries<Entry>(
  collection: string,
  count: number,
  make: (id: string, word: string, refs: Refs) => Entry,
) {
  return fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc
        .record({ marking, inner: marking, evidence: someOf('evidence', 4), sources: someOf('sources', 3) })
        .map((one) => ({
          ...make(`${collection}-q${'abcdefghij'.charAt(index)}`, secret(collection, index), one),
          ...(one.marking && { marking: one.marking }),
        })),
    ),
  );
}

const cite = (ids: readonly string[]) =>
  ids.length === 0 ? '' : ` [${ids.map((id) => `@${id}`).join('; ')}]`;

/** Parts whose entries have no `marking`. */
const PARTS = [
  'gaps',
  'hypotheses',
  'matrix',
  'bottomLine',
  'recommendations',
  'assumptions',
  'scenarios',
  'indicators',
  'implications',
  'trends',
  'relationships',
  'question',
  'subtitle',
  'scope',
  'series',
  'abbreviations',
  'authors',
  'x-desk-note',
] as const;

/**
 * Assessments of which each entry has a word that nothing else has, marked at random. All of them have the same words:
 * `tagged` gives one its own.
 */
export const markedAssessments = fc
  .record({
    sources: entries('sources', 3, (id, word) => ({
      id,
      csl: {
        type: 'report',
        title: `Report ${word} on fires`,
        publisher: `House ${word}`,
        author: [{ family: word, given: 'A.' }],
      },
      reliability: 'B',
    })),
    evidence: entries('evidence', 4, (id, word, { sources }) => ({
      id,
      statement: `The ${word} burned at night for hours.`,
      kind: 'report',
      speaker: { name: `Speaker ${word}` },
      wording: `We saw ${word} there.`,
      citations: (sources.length > 0 ? sources : ['sources-qa']).map((source) => ({
        source,
        credibility: 2,
      })),
      'x-desk-note': `Kept by ${word}.`,
    })),
    actors: entries('actors', 3, (id, word, { evidence }) => ({
      id,
      name: `Band ${word}`,
      aliases: [`Alias ${word}`],
      summary: `They are ${word} people.`,
      intent: { level: 'moderate', evidence },
      capabilities: [{ dimension: 'planning', level: 'limited', rationale: `So ${word} plans.`, evidence }],
    })),
    incidents: entries('incidents', 2, (id, word, { evidence, sources }) => ({
      id,
      title: `Fire of ${word}`,
      date: '2025-03',
      place: { name: `Town of ${word}`, coordinates: { latitude: 42, longitude: 47 } },
      summary: `At night ${word} burned.`,
      killed: { reports: [{ value: 3, ...(sources[0] && { source: sources[0] }) }] },
      counts: [
        { of: `sheds of ${word}`, reports: [{ value: 7 }, { value: 9, by: { name: `Clerk ${word}` } }] },
      ],
      attributions: ['actors-qa', 'actors-qb'].map((actor) => ({
        actor: { actor },
        by: `Court of ${word}`,
        evidence,
      })),
      claims: [{ actor: { actor: 'actors-qc' }, evidence }],
      evidence,
    })),
    judgments: entries('judgments', 4, (id, word, { evidence, sources, inner }) => ({
      id,
      statement: `Fires by ${word} will go on.`,
      likelihood: { term: 'likely' },
      confidence: { level: 'moderate', basis: `As ${word} says.` },
      horizon: '2025-05/2025-12',
      evidence,
      about: ['actors/actors-qa', 'incidents/incidents-qa'],
      baseRate: {
        event: `Fires near ${word}`,
        count: 3,
        of: 9,
        ...(sources[0] && { source: sources[0] }),
        note: `As ${word} counts.`,
      },
      estimates: [
        { by: `Analyst ${word}`, likelihood: { term: 'likely' } },
        { by: 'Another', likelihood: { term: 'unlikely' }, note: `After ${word} came.` },
      ],
      dissents: [
        { by: `Minority ${word}`, statement: `Not ${word}.`, reason: `For ${word} is gone.` },
        {
          by: 'Another minority',
          statement: `Never ${word.replace('Zq', 'Zqd')}.`,
          ...(inner && { marking: inner }),
        },
      ],
      wouldChange: `A year without ${word}.`,
    })),
    media: entries('media', 2, (id, word, { sources }) => ({
      id,
      file: `pictures/${word}.png`,
      alt: `A drawing of ${word} at night.`,
      caption: `Fire near ${word}.`,
      credit: `Archive ${word}`,
      ...(sources[0] && { source: sources[0] }),
    })),
    sections: entries('sections', 3, (id, word, { evidence }) => ({
      id,
      heading: `On ${word} matters`,
      body: [
        `It is ${word} that burns.${cite(evidence)}`,
        '',
        ...(id === 'sections-qb' ? [`![](media:media-qa)`, '', `![](media:media-qb)`] : []),
      ],
    })),
    markings: fc.dictionary(fc.constantFrom(...PARTS), fc.constantFrom(...markings), { minKeys: 1 }),
    matrix: someOf('evidence', 4),
  })
  .map(({ matrix, ...parts }) => ({
    id: 'sample',
    form: 'policy-memo',
    title: 'Fires',
    asOf: '2025-04-30',
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    bottomLine: `Fires, says ${secret('bottomLine', 0)}, go on.`,
    scope: { geography: `The shires of ${secret('scope', 0)}` },
    series: { name: `Papers of ${secret('series', 0)}` },
    abbreviations: [{ short: 'QQV', long: `The ${secret('abbreviations', 0)} way` }],
    authors: [{ name: `Writer ${secret('authors', 0)}` }],
    'x-desk-note': `Filed under ${secret('desk', 0)}.`,
    ...parts,
    gaps: [{ id: 'gaps-qa', question: `Who is ${secret('gaps', 0)}?` }],
    hypotheses: [
      { id: 'hypotheses-qa', statement: `It was ${secret('hypotheses', 0)}.` },
      { id: 'hypotheses-qb', statement: `It was ${secret('hypotheses', 1)}.` },
    ],
    matrix: matrix.map((evidence) => ({
      evidence,
      ratings: { 'hypotheses-qa': 'C', 'hypotheses-qb': 'I' },
      note: `Row of ${secret('matrix', 0)}.`,
    })),
    recommendations: [
      {
        id: 'recommendations-qa',
        to: 'all',
        action: `Watch ${secret('recommendations', 0)}.`,
        judgments: ['judgments-qa'],
      },
    ],
    relationships: [
      {
        id: 'relationships-qa',
        from: 'actors-qa',
        to: 'actors-qb',
        type: 'supplies',
        standing: 'alleged',
        summary: `Through ${secret('relationships', 0)}.`,
      },
      {
        id: 'relationships-qb',
        from: 'actors-qc',
        to: 'actors-qa',
        type: 'directs',
        asserts: [{ name: `Bench ${secret('relationships', 1)}` }],
        denies: [{ actor: 'actors-qb' }],
      },
    ],
    subtitle: `Of ${secret('subtitle', 0)}`,
    question: `Is it ${secret('question', 0)}?`,
    assumptions: [{ id: 'assumptions-qa', statement: `Nobody guards ${secret('assumptions', 0)}.` }],
    indicators: [{ id: 'indicators-qa', statement: `More of ${secret('indicators', 0)}.` }],
    scenarios: [
      {
        id: 'scenarios-qa',
        title: `If ${secret('scenarios', 0)} comes`,
        narrative: `Then ${secret('scenarios', 0)} goes on.`,
        likelihood: { term: 'unlikely' },
        indicators: ['indicators-qa'],
      },
    ],
    implications: [
      {
        id: 'implications-qa',
        statement: `So is ${secret('implications', 0)}.`,
        judgments: ['judgments-qb'],
      },
    ],
    trends: [
      {
        id: 'trends-qa',
        subject: `Fires of ${secret('trends', 0)}`,
        measure: 'fires',
        direction: 'rising',
        series: [
          { at: '2023', value: 1 },
          { at: '2024', value: 4 },
          { at: '2025', value: 9 },
        ],
        drivers: [`the price of ${secret('trends', 0)}`],
        breaks: [{ at: '2024', reason: `A count by ${secret('trends', 0)}.` }],
      },
    ],
  }));

/** An assessment with unique words and ids, so that it can be combined with others. */
export function tagged<Value>(value: Value, tag: string): Value {
  const text = JSON.stringify(value).replaceAll('Zq', `Zq${tag}`).replaceAll('-q', `-q${tag}`);
  return { ...JSON.parse(text), id: `sample-${tag}` };
}

const rank = (label: string | undefined) => (markings as readonly string[]).indexOf(label ?? '');

/** The words and ids of everything that is marked above a level. */
export function wordsAbove(assessment: Assessment, level: Marking): string[] {
  const whole = (collection: string) =>
    rank((assessment.markings as Record<string, string> | undefined)?.[collection]) > rank(level);
  return Object.entries(assessment).flatMap(([collection, value]) => {
    if (!Array.isArray(value)) return whole(collection) ? ownWords(value) : [];
    return value.flatMap((entry: { id?: string; marking?: string }) => {
      if (!whole(collection) && rank(entry.marking) <= rank(level))
        return Object.values(entry)
          .flatMap(listed)
          .filter(({ marking: inner }) => rank(inner) > rank(level))
          .flatMap(ownWords);
      return [...ownWords(entry), ...(entry.id === undefined ? [] : [entry.id])];
    });
  });
}

function listed(value: unknown): readonly { readonly marking?: string }[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object') : [];
}

function ownWords(value: unknown): string[] {
  return [...new Set(JSON.stringify(value).match(/\bZq[a-zA-Z]+x\b/g))];
}
