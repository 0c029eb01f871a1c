import { expect, test } from 'vitest';
import schema from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import { ALSO_CALLED } from '../../src/validate/also-called.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

/** What is advised on an assessment with one thing wrong. */
function helpOn(change: Readonly<Record<string, unknown>>): (string | undefined)[] {
  return validateAssessment({
    id: 't',
    form: 'policy-memo',
    title: 'Fires',
    marking: 'TLP:GREEN',
    asOf: '2025-04-30',
    judgments: [{ id: 'go-on', statement: 'Arson goes on.' }],
    ...change,
  }).remarks.map(({ help }) => help);
}
const killed = (value: unknown) =>
  helpOn({ incidents: [{ id: 'f', title: 'Fire', date: '2025', killed: { reports: [{ value }] } }] });
const likelihood = (odds: unknown) =>
  helpOn({ judgments: [{ id: 'go-on', statement: 'Arson goes on.', likelihood: odds }] });

test.each([
  ['1,200', 'Write `1200`.'],
  ['1 200', 'Write `1200`.'],
  ['1.200.000', 'Write `1200000`.'],
  ['12', 'Write `12`.'],
  ['three', 'Write `3`.'],
  ['about 3', 'Write `"value": 3, "qualifier": "about"`.'],
  ['~1,200', 'Write `"value": 1200, "qualifier": "about"`.'],
  ['at least five', 'Write `"value": 5, "qualifier": "at-least"`.'],
  ['20+', 'Write `"value": 20, "qualifier": "at-least"`.'],
  ['more than 100', 'Write `"value": 100, "qualifier": "more-than"`.'],
  ['up to 7', 'Write `"value": 7, "qualifier": "at-most"`.'],
  ['3-5', 'Write `"min": 3, "max": 5` in place of `value`.'],
  ['between 3 and 5', 'Write `"min": 3, "max": 5` in place of `value`.'],
  ['1,200 to 1,500', 'Write `"min": 1200, "max": 1500` in place of `value`.'],
])('a figure written %s', (value, help) => {
  expect(killed(value)).toEqual([help]);
});

test.each([
  [{ range: 0.7 }, 'Write `[0.7, 0.7]`.'],
  [{ range: [0.7] }, 'A range has two ends; for one number write `[0.7, 0.7]`, or take a `term`.'],
  [{ range: '0.55-0.8' }, 'Write `[0.55, 0.8]`.'],
  [{ range: '55–80 %' }, 'Write `[0.55, 0.8]`.'],
])('a range written %j', (odds, help) => {
  expect(likelihood(odds)).toEqual([help]);
});

test('a level of confidence for a likelihood, and a marking of another scheme', () => {
  expect(likelihood({ term: 'moderate' })[0]).toMatch(
    /^`moderate` is a level of confidence.*`likely` 55–80 %/,
  );
  expect(likelihood({ term: 'possible' })[0]).toMatch(/^Choose by the odds/);
  expect(helpOn({ marking: 'OFFICIAL-SENSITIVE' })[0]).toMatch(
    /choose by who may read it: `TLP:CLEAR` anybody/,
  );
  expect(helpOn({ marking: 'white' })).toEqual(['Did you mean `TLP:CLEAR`?']);
});

test.each([
  ['website', 'webpage'],
  ['newspaperArticle', 'article-newspaper'],
  ['techreport', 'report'],
  ['tweet', 'post'],
])('a kind of item called %s', (type, meant) => {
  expect(helpOn({ sources: [{ id: 'a', csl: { type, title: 'A' } }] })).toEqual([
    `Did you mean \`${meant}\`?`,
  ]);
});

test.each([
  ['55°45′21″N', '55.75583'],
  ['12°35′S', '-12.58333'],
  ["43° 20' W", '-43.33333'],
])('a latitude written %s', (latitude, decimal) => {
  const place = { name: 'A', coordinates: { latitude, longitude: 3 } };
  expect(helpOn({ incidents: [{ id: 'f', title: 'F', date: '2025', place }] })).toEqual([
    `Write \`${decimal}\`: decimal degrees, south and west negative.`,
  ]);
});

test('a name for an id, and an id that no thing has', () => {
  const sources = [{ id: 'ra', csl: { type: 'report', title: 'Report', publisher: 'Rail Authority' } }];
  const cited = (source: string) =>
    helpOn({ sources, evidence: [{ id: 'four', statement: 'Four.', citations: [{ source }] }] });
  expect(cited('Rail Authority')).toEqual(['Write `ra`: that is its id.']);
  expect(cited('The Gazette')).toEqual(['The ids of sources are `ra`.']);
});

test('two dates, and seasons in doubt or in an interval', () => {
  const date = (value: unknown) => helpOn({ incidents: [{ id: 'f', title: 'F', date: value }] });
  expect(date(['2025-03-09', '2025-03-10'])[0]).toContain('"2025-03-09/2025-03-10"');
  expect(date('2024-21?')).toEqual(['Give its months: `2024-03/2024-05?`.']);
  expect(date('2024-24/2025-21')).toEqual(['Give its months: `2024-12/2025-05`.']);
});

test('half of a text behind a comma in the braces of YAML', () => {
  const confidence = { level: 'low', basis: 'One source', 'the others agree.': null };
  expect(helpOn({ judgments: [{ id: 'a', statement: 'A.', confidence }] })[0]).toContain('in double quotes');
});

test('a qualified figure of any quantity', () => {
  const counts = [{ of: 'persons paid', reports: [{ value: 'more than 150000' }] }];
  expect(helpOn({ incidents: [{ id: 'f', title: 'Fire', date: '2025', counts }] })).toEqual([
    'Write `"value": 150000, "qualifier": "more-than"`.',
  ]);
});

test('a property by the name that analysts have for it', () => {
  const incident = (more: object) =>
    helpOn({ incidents: [{ id: 'f', title: 'Fire', date: '2025', ...more }] });
  expect(incident({ actors: ['cell'] })[0]).toMatch(/^Here it is called `attributions`\. .+ Example: /);
  expect(incident({ fatalities: 3 })[0]).toMatch(/^Here it is called `killed`\. Number killed\./);
  expect(incident({ deaths: 3, killed: { reports: [{ value: 3 }] } })).toEqual([
    '`killed` says that, and is here already: keep one of the two.',
  ]);
  expect(helpOn({ recommendations: [{ id: 'r', action: 'Act.', by: '2025-03' }] })).toEqual([
    'Here it is called `timeframe`. By when, in plain words. Example: `"within three months"`.',
  ]);
  expect(
    helpOn({ judgments: [{ id: 'go-on', statement: 'Arson goes on.', 'counter-evidence': ['a'] }] })[0],
  ).toMatch(/^Here it is called `contraryEvidence`\./);
});

test('a property that is missing, by the name that analysts have for it, is one mistake', () => {
  const matrix = [{ evidence: 'a', hypothesis: 'paid', rating: 'C' }];
  expect(helpOn({ matrix })).toEqual([
    expect.stringMatching(/^Here it is called `ratings`\..+"paid": "CC"/),
    'Did you mean `ratings`?',
  ]);
  expect(helpOn({ gaps: [{ id: 'g', text: 'Who paid?' }] })[0]).toMatch(/^Here it is called `question`\./);
});

test('every name of the table leads to a property that is there', () => {
  const definitions = [schema, ...Object.values(schema.$defs)] as { title?: string; properties?: object }[];
  const wrong = Object.entries(ALSO_CALLED).flatMap(([title, names]) => {
    const known = Object.keys(definitions.find((one) => one.title === title)?.properties ?? {});
    return Object.entries(names).filter(
      ([name, property]) => known.includes(name) || !known.includes(property),
    );
  });
  expect(wrong).toEqual([]);
});

test('a quantity that has no property of its own goes under counts', () => {
  const affected = { reports: [{ value: 500 }] };
  expect(helpOn({ incidents: [{ id: 'f', title: 'Fire', peopleAffected: affected }] })).toEqual([
    'Any other quantity stands under `counts`: `{"of": "people affected", "reports": [ … ]}`, where `of` says what is counted.',
  ]);
});
