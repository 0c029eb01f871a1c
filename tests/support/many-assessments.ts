import type { Assessment, Register } from '../../src/model/generated/types.ts';

/** Numbers from 0 to 1, always the same for a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TERMS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
];
const AREAS = ['Baltic Sea', 'Dagestan', 'Sahel', 'Black Sea', 'Hospitals'];
const AUTHORS = ['A. Alder', 'B. Birch', 'C. Cedar', 'D. Dogwood'];
const MARKINGS = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER'] as const;

/** What the generated assessments have in common: actors with aliases, one with a name in Cyrillic, and sources. */
export const manyRegister: Register = {
  actors: [
    { id: 'iskp', name: 'Islamic State – Khorasan Province', aliases: ['ISKP', 'ISIS-K', 'Вилаят Хорасан'] },
    { id: 'shadow-fleet', name: 'Shadow fleet', aliases: ['Dark fleet'] },
    { id: 'lockers', name: 'Lockers', aliases: ['Locker Group', 'לוקרים'] },
  ],
  sources: [
    {
      id: 'wire',
      csl: {
        type: 'article-newspaper',
        title: 'The Wire',
        issued: '2024-02-01',
        URL: 'https://wire.example/an-address-without-any-blank-that-is-longer-than-a-telephone-is-wide.html',
      },
    },
    { id: 'gazette', csl: { type: 'article-newspaper', title: 'The Gazette', issued: '2024-03-01' } },
  ],
};

/**
 * Assessments of every kind that a ledger query can find: open, overdue, resolved early and late, withdrawn, moved; with one
 * source or several, derived and not. Every fifth takes the place of the one before it. The same seed gives the same.
 */
export function manyAssessments(count: number, seed = 1): Assessment[] {
  const random = randomFrom(seed);
  const made: Assessment[] = [];
  for (let number = 1; number <= count; number += 1) {
    const before = made.at(-1);
    made.push(
      number % 5 === 0 && before ? nextEdition(before, number, random) : firstEdition(number, random),
    );
  }
  return made;
}

type Random = () => number;

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from.');
  return item;
}

function day(year: number, random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
}

function idOf(number: number): string {
  return `memo-${String(number).padStart(5, '0')}`;
}

function firstEdition(number: number, random: Random): Assessment {
  const year = 2020 + (number % 6);
  const actor = pick(['iskp', 'shadow-fleet', 'lockers'], random);
  const evidence = ['seen', 'heard', 'copied', 'stated'] as const;
  return {
    id: idOf(number),
    form: pick(['policy-memo', 'commentary', 'event-report'], random),
    title: `Memo ${number}`,
    authors: [{ name: pick(AUTHORS, random) }],
    status: pick(['draft', 'final'], random),
    marking: pick(MARKINGS, random),
    asOf: day(year, random),
    scope: { geography: [pick(AREAS, random)] },
    edition: { number: 1 },
    actors: [{ ref: actor, intent: { level: pick(['limited', 'substantial', 'extensive'], random) } }],
    sources: [
      { ref: 'wire', reliability: pick(['A', 'B', 'C'], random) },
      { ref: 'gazette', reliability: pick(['C', 'D', 'E'], random) },
      {
        id: 'copy',
        csl: { type: 'report', title: `Copy ${number}` },
        reliability: 'D',
        derivedFrom: ['wire'],
      },
    ],
    evidence: evidence.map((id) => ({
      id,
      statement: `Something was ${id} in case ${number}.`,
      citations: [{ source: { seen: 'wire', heard: 'gazette', copied: 'copy', stated: 'gazette' }[id] }],
    })),
    incidents: [
      {
        id: `event-${number}`,
        title: `Event ${number}`,
        date: day(year, random),
        place: {
          name: pick(['Moscow', 'Riga', 'Bamako'], random),
          coordinates: { latitude: 50 + Math.floor(random() * 9), longitude: 20 + Math.floor(random() * 9) },
        },
        type: 'bombing',
        killed: { reports: [{ value: Math.floor(random() * 9), source: 'wire' }] },
        attributions: [{ actor }],
      },
    ],
    judgments: ['first', 'second', 'third'].map((id) => judgmentOf(id, actor, year, random)),
    gaps: [{ id: 'who', question: 'Who paid?', priority: pick(['low', 'medium', 'high'], random) }],
    indicators: [
      { id: 'sign', statement: 'Buying of drones.', status: pick(['not-observed', 'observed'], random) },
    ],
    recommendations: [
      { id: 'act', action: 'Guard the gate.', to: 'Ministry', priority: pick(['low', 'high'], random) },
    ],
  };
}

function judgmentOf(
  id: string,
  actor: string,
  year: number,
  random: Random,
): Assessment['judgments'][number] {
  const fate = random();
  const resolvedOn = day(year + 1, random);
  return {
    id,
    key: id === 'first',
    statement: `Case ${id} of ${year} comes about.`,
    ...(random() < 0.9 && { likelihood: { term: pick(TERMS, random) as 'likely' } }),
    confidence: { level: pick(['low', 'moderate', 'high'], random) },
    horizon: fate < 0.15 ? `${year + 40}` : `${year + 1}-12-31`,
    ...(random() < 0.6 && { about: [`actors/${actor}`] }),
    evidence: random() < 0.3 ? ['copied'] : random() < 0.5 ? ['heard', 'stated'] : ['seen', 'heard'],
    ...(fate > 0.4 && {
      resolution: {
        outcome: random() < 0.5,
        on: resolvedOn,
        ...(random() < 0.8 && { evidence: ['stated'] }),
      },
    }),
  };
}

/** The second judgment moves, the third goes, where they can. */
function nextEdition(before: Assessment, number: number, random: Random): Assessment {
  const [first, second] = before.judgments;
  if (!first || !second) throw new RangeError('A generated assessment has three judgments.');
  return {
    ...before,
    title: `Memo ${number}`,
    id: idOf(number),
    asOf: day(2027, random),
    status: 'final',
    edition: {
      number: 2,
      supersedes: `${before.id}.json`,
      changes: [{ entity: 'judgments/second', reason: 'New evidence.' }],
    },
    judgments: [first, { ...second, likelihood: { term: 'almost certain' } }],
  };
}
