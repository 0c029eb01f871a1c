import fc from 'fast-check';
import type { Assessment } from '../../src/model/generated/types.ts';
import { assessmentWith } from '../support/assessments.ts';

/** Names as they come: short and long, of several scripts, and some that would break a careless drawing. */
const name = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('FSB', 'Islamic State – Khorasan Province (ISKP)', 'Kaluga cell', 'Iran'),
  },
  fc.constantFrom(
    'Служба безопасности Украины',
    'Далерҷон Мирзоев',
    'המדינה האסלאמית',
    'تنظيم الدولة الإسلامية',
  ),
  fc.constantFrom(
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    '伊斯兰国',
  ),
  fc.constantFrom('</text><script>alert(1)</script>', 'A & B "C" <d>', '[@x] *bold* `code`', '\u202eevil'),
  fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
);

const sentence = fc.array(name, { minLength: 1, maxLength: 7 }).map((names) => `${names.join(' and ')}.`);

const date = fc.oneof(
  fc.constantFrom(
    '2024-03-22',
    '2024-03',
    '2024',
    '2023~',
    '2022-05/2024-01',
    '2021/..',
    '2024-03-23?',
    '201X',
    '../2020',
  ),
  fc
    .tuple(
      fc.integer({ min: 1990, max: 2025 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')),
  fc.integer({ min: 1, max: 28 }).map((day) => `2024-03-${String(day).padStart(2, '0')}`),
);

const count = fc.oneof({ weight: 4, arbitrary: fc.nat(200) }, fc.nat(2_000_000));

const report = fc.oneof(
  fc.record(
    {
      value: count,
      qualifier: fc.constantFrom(
        'about' as const,
        'at-least' as const,
        'more-than' as const,
        'at-most' as const,
      ),
      asOf: date,
      by: name,
    },
    { requiredKeys: ['value'] },
  ),
  fc.tuple(count, count).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
);
const quantity = fc.record({ reports: fc.array(report, { minLength: 1, maxLength: 9 }) });

const likelihood = fc.oneof(
  fc
    .constantFrom('almost no chance', 'very unlikely', 'likely', 'very likely', 'almost certain')
    .map((term) => ({
      term: term as 'likely',
    })),
  fc
    .tuple(fc.nat(100), fc.nat(100))
    .map(([a, b]) => ({ range: [Math.min(a, b) / 100, Math.max(a, b) / 100] as [number, number] })),
);

const confidence = fc.constantFrom('low' as const, 'moderate' as const, 'high' as const);
const level = fc.constantFrom(
  'none' as const,
  'minimal' as const,
  'limited' as const,
  'substantial' as const,
);
const trend = fc.constantFrom(
  'rising' as const,
  'falling' as const,
  'steady' as const,
  'fluctuating' as const,
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const DIMENSIONS = [
  'planning',
  'finance',
  'external-operations',
  'weapons',
  'support-base',
  'leadership',
] as const;
const TYPES = ['part-of', 'cooperates-with', 'hostile-to', 'recruits-from', 'directs', 'linked-to'] as const;
const STANDINGS = ['asserted', 'alleged', 'disputed', 'denied'] as const;
const RATINGS = ['CC', 'C', 'N', 'I', 'II', 'NA'] as const;

/** Fields that have no value are left out, as in a file. */
function without<T extends object>(item: T): T {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as T;
}

const place = fc.record({
  name,
  coordinates: fc.oneof(
    fc.record({
      latitude: fc.double({ min: 41, max: 44, noNaN: true }),
      longitude: fc.double({ min: 44, max: 48, noNaN: true }),
    }),
    fc.record({
      latitude: fc.double({ min: -85, max: 85, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  ),
});

const incidents = fc.array(
  fc.record({
    title: name,
    date: maybe(date),
    place: maybe(place),
    outcome: maybe(
      fc.constantFrom('completed' as const, 'failed' as const, 'foiled' as const, 'ongoing' as const),
    ),
    killed: maybe(quantity),
    injured: maybe(quantity),
  }),
  { maxLength: 40 },
);

const actors = fc.array(
  fc.record({
    name,
    intent: maybe(fc.record({ level, trend })),
    capabilities: fc.uniqueArray(fc.record({ dimension: fc.constantFrom(...DIMENSIONS), level, trend }), {
      selector: ({ dimension }) => dimension,
    }),
  }),
  { minLength: 1, maxLength: 30 },
);

/** An assessment with something of everything that figures draw, in any number. */
export const anyAssessment: fc.Arbitrary<Assessment> = fc
  .record({
    language: fc.constantFrom('en', 'he', 'ru'),
    likelihoodScale: fc.constantFrom('icd-203' as const, 'phia' as const),
    judgments: fc.array(
      fc.record({ statement: sentence, likelihood: maybe(likelihood), level: maybe(confidence) }),
      {
        minLength: 1,
        maxLength: 14,
      },
    ),
    incidents,
    actors,
    links: fc.array(
      fc.record({
        from: fc.nat(60),
        to: fc.nat(60),
        type: fc.constantFrom(...TYPES),
        standing: maybe(fc.constantFrom(...STANDINGS)),
      }),
      { maxLength: 40 },
    ),
    hypotheses: fc.array(sentence, { maxLength: 9 }),
    matrix: fc.array(
      fc.record({ statement: sentence, ratings: fc.array(fc.constantFrom(...RATINGS), { minLength: 9 }) }),
      {
        maxLength: 30,
      },
    ),
    series: fc.array(fc.record({ at: date, value: fc.double({ min: -50, max: 3e6, noNaN: true }) }), {
      maxLength: 14,
    }),
    scenarios: fc.array(
      fc.record({
        title: name,
        likelihood: maybe(likelihood),
        impact: maybe(fc.constantFrom('negligible' as const, 'moderate' as const, 'severe' as const)),
      }),
      { maxLength: 9 },
    ),
  })
  .map((random) => {
    const actorId = (index: number) => `a${index % random.actors.length}`;
    return assessmentWith({
      language: random.language,
      standards: { likelihood: random.likelihoodScale },
      judgments: random.judgments.map(({ statement, likelihood, level }, index) =>
        without({ id: `j${index}`, statement, likelihood, confidence: level && { level } }),
      ) as Assessment['judgments'],
      incidents: random.incidents.map((incident, index) => without({ id: `i${index}`, ...incident })),
      actors: random.actors.map((actor, index) => without({ id: `a${index}`, ...actor })),
      relationships: random.links.map(({ from, to, ...link }, index) =>
        without({ id: `r${index}`, from: actorId(from), to: actorId(to), ...link }),
      ),
      evidence: random.matrix.map(({ statement }, index) => ({ id: `e${index}`, statement })),
      hypotheses: random.hypotheses.map((statement, index) => ({ id: `h${index}`, statement })),
      matrix: random.matrix.map(({ ratings }, index) => ({
        evidence: `e${index}`,
        ratings: Object.fromEntries(random.hypotheses.map((_, at) => [`h${at}`, ratings[at] ?? 'NA'])),
      })),
      trends: [{ id: 't', subject: 'attacks', direction: 'rising', series: random.series }],
      scenarios: random.scenarios.map((scenario, index) => without({ id: `s${index}`, ...scenario })),
    } as Partial<Assessment>);
  });
