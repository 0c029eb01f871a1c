import { small } from '../e2e/run.ts';

/** Extremes of what an assessment may hold, each as small as shows it: what is printed of them must be read all the same. */
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const PLACES = [
  ['Norham', 55.72, -2.16],
  ['Berwick', 55.77, -2],
  ['Alnwick', 55.41, -1.7],
  ['Morpeth', 55.17, -1.69],
] as const;

function fires(count: number) {
  return numbers(count).map((index) => {
    const [name, latitude, longitude] = PLACES[index % 4] ?? PLACES[0];
    return {
      id: `fire-${index}`,
      title: `Cabinet fire ${index} at ${name}`,
      date: `${2020 + (index % 5)}-${String(1 + (index % 12)).padStart(2, '0')}-${10 + (index % 18)}`,
      place: { name, country: 'Northland', coordinates: { latitude, longitude } },
      type: 'arson',
      outcome: (['completed', 'failed', 'foiled'] as const)[index % 3],
      target: 'a signal cabinet',
      evidence: ['four-fires'],
    };
  });
}

/** One fire with a toll on which 25 spokesmen differ. */
function disputedToll() {
  const reports = numbers(25).map((index) => ({
    value: 12 + 5 * index,
    ...(index % 4 === 0 && { qualifier: 'at-least' }),
    by: `Spokesman ${index} of the Regional Directorate for Health`,
    asOf: `2025-03-${String(index + 1).padStart(2, '0')}`,
    source: 'rail-authority',
  }));
  return fires(1).map((fire) => ({ ...fire, killed: { reports } }));
}

const TYPES = ['affiliated-with', 'supports', 'supplies', 'hostile-to', 'part-of', 'linked-to'] as const;
const STANDINGS = ['asserted', 'alleged', 'disputed', 'denied'] as const;

function sixtyActors() {
  const actors = numbers(60).map((index) => ({
    id: `group-${index}`,
    name: `Group ${index} of the Northern Province`,
    type: 'armed-group',
    summary: 'One of many.',
    ...(index < 6 && { intent: { level: 'substantial', trend: 'steady', confidence: 'moderate' } }),
  }));
  const relationships = numbers(89).map((index) => ({
    id: `link-${index}`,
    from: `group-${1 + (index % 59)}`,
    to: `group-${index < 59 ? Math.floor(index / 3) : (index * 7) % 59 === 1 + (index % 59) ? 0 : (index * 7) % 59}`,
    type: TYPES[index % 6],
    standing: STANDINGS[index % 4],
    confidence: 'low',
    evidence: ['four-fires'],
  }));
  return { actors, relationships: relationships.filter(({ from, to }) => from !== to) };
}

function matrix(hypotheses: number, items: number) {
  const ratings = ['II', 'I', 'N', 'C', 'CC', 'NA'] as const;
  const evidence = numbers(items).map((index) => ({
    id: `item-${index}`,
    statement: `Item ${index}: somebody saw a man with a can near cabinet ${index} at night.`,
    kind: 'report',
    citations: [{ source: 'rail-authority', credibility: 2 }],
  }));
  return {
    evidence,
    hypotheses: numbers(hypotheses).map((index) => ({
      id: `h${index}`,
      statement: `Hypothesis number ${index}: a band of its own sets the fires.`,
    })),
    matrix: evidence.map(({ id }, index) => ({
      evidence: id,
      ratings: Object.fromEntries(
        numbers(hypotheses).map((at) => [`h${at}`, ratings[(index * 5 + at * 3) % 6]]),
      ),
    })),
  };
}

/** A month's fires from 2008, up and down over the years. */
function series(count: number, lift = 20) {
  return numbers(count).map((index) => ({
    at: `${2008 + Math.floor(index / 12)}-${String(1 + (index % 12)).padStart(2, '0')}`,
    value: Math.round((lift + 12 * Math.sin(index / 10) + 3 * Math.sin(index)) * 10) / 10,
    source: 'rail-authority',
  }));
}

function trend(count: number, lift?: number) {
  return [
    {
      id: 't',
      subject: 'the Northern Line',
      measure: 'Fires in a month',
      unit: 'fires',
      direction: 'fluctuating',
      series: series(count, lift),
    },
  ];
}

const TERMS = [
  'likely',
  'unlikely',
  'very likely',
  'very unlikely',
  'roughly even chance',
  'almost certain',
] as const;

function judgments(count: number) {
  return numbers(count).map((index) => ({
    id: `pattern-${index}`,
    key: true,
    statement: `It is ${TERMS[index % 6]} that attack pattern number ${index} spreads to another line of the northern network.`,
    likelihood: { term: TERMS[index % 6] },
    confidence: { level: 'moderate', basis: 'One official source; nothing independent confirms it.' },
    horizon: '2999-12-31',
    evidence: ['four-fires'],
    contraryEvidence: ['two-arrests'],
    wouldChange: 'Half a year without an attack.',
  }));
}

const columns = numbers(40);
const wideTable = [
  `| ${columns.map((column) => `Head${column}`).join(' | ')} |`,
  `| ${columns.map(() => '---').join(' | ')} |`,
  ...numbers(6).map((row) => `| ${columns.map((column) => 1000 + row * 40 + column).join(' | ')} |`),
].join('\n');

/** Files of a project by path. */
export function extremeAssessments(): Record<string, string> {
  const { evidence } = JSON.parse(small('sample')) as { evidence: readonly object[] };
  const weighed = matrix(8, 40);
  const all: Record<string, object> = {
    'toll-event-report': { form: 'event-report', incidents: disputedToll() },
    'toll-incident-brief': { form: 'incident-brief', incidents: disputedToll() },
    'toll-one-pager': { form: 'one-pager', incidents: disputedToll() },
    'eighty-incidents': { form: 'event-report', incidents: fires(80) },
    'sixty-actors': sixtyActors(),
    'matrix-8x40': {
      form: 'event-report',
      ...weighed,
      evidence: [...evidence, ...weighed.evidence],
      incidents: fires(1),
    },
    'forty-judgments': { judgments: judgments(40) },
    'thirty-authors': {
      authors: numbers(30).map((index) => ({
        name: `Author Number ${index} de la Fontaine`,
        affiliation: `Senior research fellow, Institute ${index} for Examples`,
      })),
    },
    'trend-two': { trends: trend(2) },
    'trend-many': { trends: trend(200) },
    'trend-negative': { trends: trend(14, -2) },
    'wide-table': {
      sections: [
        { id: 's', heading: 'A table of forty columns', body: ['Before it.', wideTable, 'After it.'] },
      ],
    },
    'one-city': {
      form: 'commentary',
      incidents: fires(40).map((fire, index) => ({
        ...fire,
        place: {
          name: `Site ${index}, Moscow`,
          country: 'Russia',
          coordinates: { latitude: 55.74 + index / 900, longitude: 37.58 + index / 700 },
        },
      })),
    },
  };
  return Object.fromEntries(
    Object.entries(all).map(([id, more]) => [`assessments/${id}.json`, small(id, more)]),
  );
}
