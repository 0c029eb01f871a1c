import { expect, test } from 'vitest';
import schema from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import config from '../../src/model/schema/config.schema.json' with { type: 'json' };
import cslItem from '../../src/model/schema/csl-item.schema.json' with { type: 'json' };
import { ALSO_CALLED } from '../../src/validate/meant/also-called.ts';
import { validateAssessment, validateConfig } from '../../src/validate/validate.ts';

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

test.each([
  ['70 %', '`{"range": [0.7, 0.7]}`'],
  ['55–80 %', '`{"range": [0.55, 0.8]}`'],
  ['0.6 to 0.7', '`{"range": [0.6, 0.7]}`'],
  ['3 in 4', '`{"range": [0.75, 0.75]}`'],
  [70, '`{"range": [0.7, 0.7]}`'],
  [[55, 80], '`{"range": [0.55, 0.8]}`'],
  ['Likely', '`{"term": "likely"}`'],
])('a likelihood written %j', (odds, written) => {
  expect(likelihood(odds)).toEqual([`Write ${written}.`]);
});

test('a range by the names of its ends', () => {
  expect(likelihood({ range: { min: 0.55, max: 0.8 } })).toEqual(['Write `[0.55, 0.8]`.']);
});

/** What is advised on one property of a judgment, an incident, a trend, a source. */
const inJudgment = (more: object) =>
  helpOn({ judgments: [{ id: 'go-on', statement: 'Arson goes on.', ...more }] });
const inIncident = (more: object) =>
  helpOn({ incidents: [{ id: 'f', title: 'Fire', date: '2025', ...more }] });
const inTrend = (more: object) =>
  helpOn({ trends: [{ id: 't', subject: 'Fires', direction: 'rising', ...more }] });
const inSource = (csl: object) =>
  helpOn({ sources: [{ id: 'ra', csl: { type: 'report', title: 'Report', ...csl } }] });

test.each([
  [helpOn({ gaps: ['Who pays?'] }), '`{"id": "who-pays", "question": "Who pays?"}`'],
  [
    helpOn({ hypotheses: ['Somebody pays for the fires.'] }),
    '`{"id": "somebody-pays-for-the", "statement": "Somebody pays for the fires."}`',
  ],
  [helpOn({ recommendations: ['Fit alarms.'] }), '`{"id": "fit-alarms", "action": "Fit alarms."}`'],
  [helpOn({ sections: ['Text.'] }), '`{"id": "text", "heading": "…", "body": "Text."}`'],
  [inJudgment({ dissents: ['I disagree.'] }), '`{"by": "…", "statement": "I disagree."}`'],
  [inJudgment({ resolution: true }), '`{"outcome": true}`'],
  [inJudgment({ resolution: { outcome: 'did not happen' } }), '`false`'],
  [inJudgment({ baseRate: '3 of 10' }), '`{"event": "…", "count": 3, "of": 10}`'],
  [inJudgment({ confidence: { level: 60 } }), 'a word for it: `"low"`, `"moderate"` or `"high"`'],
  [
    inJudgment({ estimates: { alice: 0.6, bob: '55–70 %' } }),
    '`[{"by": "alice", "likelihood": {"range": [0.6, 0.6]}}, {"by": "bob", "likelihood": {"range": [0.55, 0.7]}}]`',
  ],
  [inJudgment({ evidence: 'four-fires, two-arrests' }), '`["four-fires", "two-arrests"]`'],
  [inJudgment({ evidence: [{ id: 'four-fires' }] }), '`"four-fires"`'],
  [inIncident({ killed: 'about 3' }), '`{"reports": [{"value": 3, "qualifier": "about"}]}`'],
  [inIncident({ killed: '3-5' }), '`{"reports": [{"min": 3, "max": 5}]}`'],
  [inIncident({ counts: { 'cables cut': 2 } }), '`[{"of": "cables cut", "reports": [{"value": 2}]}]`'],
  [
    inIncident({ place: { name: 'A', coordinates: '55.7, -2.1' } }),
    '`{"latitude": 55.7, "longitude": -2.1}`',
  ],
  [
    inIncident({ place: { name: 'A', coordinates: "55°43'N 2°09'W" } }),
    '`{"latitude": 55.71667, "longitude": -2.15}`',
  ],
  [inTrend({ series: { 2021: 2, 2022: 5 } }), '`[{"at": "2021", "value": 2}, {"at": "2022", "value": 5}]`'],
  [inSource({ author: 'Berg, Ines' }), '`[{"family": "Berg", "given": "Ines"}]`'],
  [inSource({ author: 'Rail Authority' }), '`[{"literal": "Rail Authority"}]`'],
])('plain text for an object: %j', (help, written) => {
  expect(help).toEqual([`Write ${written}.`]);
});

test('a value that cannot be derived is shown by an example', () => {
  expect(inJudgment({ confidence: 0.6 })).toEqual([
    'Write it like `{"level": "moderate", "basis": "One official source; nothing independent confirms it."}`.',
  ]);
  expect(inTrend({ series: [2, 5] })[1]).toMatch(/^Write it like `\{"at": "2024-09", "value": 1/);
  expect(inIncident({ place: { name: 'A', coordinates: [95, 200] } })[0]).toMatch(/^Write it like/);
});

test.each([
  [inTrend({ direction: 'up' }), '`rising`'],
  [helpOn({ relationships: [{ id: 'r', from: 'a', to: 'b', type: 'allied with' }] }), '`cooperates-with`'],
  [helpOn({ relationships: [{ id: 'r', from: 'a', to: 'b', type: 'funds' }] }), '`supports`'],
  [helpOn({ sources: [{ id: 'a', csl: { type: 'report', title: 'A' }, reliability: 'B2' }] }), '`B`'],
  [
    helpOn({ sources: [{ id: 'a', csl: { type: 'report', title: 'A' }, reliability: 'usually reliable' }] }),
    '`B`',
  ],
  [helpOn({ matrix: [{ evidence: 'a', ratings: { paid: '--' } }] }), '`II`'],
  [helpOn({ status: 'approved' }), '`final`'],
])('a term of another vocabulary: %j', (help, meant) => {
  expect(help).toEqual([`Did you mean ${meant}?`]);
});

test('credibility in words, and with the reliability before it', () => {
  const credibility = (value: unknown) =>
    helpOn({ evidence: [{ id: 'a', statement: 'A.', citations: [{ source: 's', credibility: value }] }] });
  expect(credibility('probably true')).toEqual(['Write `2`.']);
  expect(credibility('B3')).toEqual(['Write `3`.']);
});

test('ids are not taken for entries of another list', () => {
  expect(helpOn({ hypotheses: [{ id: 'paid', statement: 'Paid.', evidence: ['four'] }] })[0]).toMatch(
    /^Remove it/,
  );
});

test('a version as a number, and a day without its hyphens', () => {
  expect(helpOn({ schemaVersion: 1 })).toEqual(['Did you mean `1.0`?']);
  expect(helpOn({ asOf: 20250430 })).toEqual(['Write `"2025-04-30"`.']);
});

test('only credibility accepts the words of the Admiralty, and only times have two ends', () => {
  expect(killed('confirmed')).toEqual([undefined]);
  expect(helpOn({ subtitle: { from: 'a', to: 'b' } })).toEqual([undefined]);
});

test('a text of megabytes is not a figure, and is read once', () => {
  const long = `${'-'.repeat(2_000_000)} x y`;
  expect(likelihood(long)[0]).toMatch(/^Write it like/);
  expect(killed(long)).toEqual([undefined]);
  expect(inJudgment({ horizon: long })[0]).toMatch(/^Write for instance/);
  expect(inIncident({ place: { name: 'A', coordinates: long } })[0]).toMatch(/^Write it like/);
});

test('words for a term of an open vocabulary', () => {
  expect(inIncident({ type: 'Car bomb' })).toEqual([
    'Did you mean `bombing`? If not, `{"other": "Car bomb"}` says it in words.',
  ]);
});

test.each([
  ['Q1 2025', '2025-01/2025-03'],
  ['9-11 January 2025', '2025-01-09/2025-01-11'],
  ['March–May 2025', '2025-03/2025-05'],
  ['early January 2025', '2025-01'],
  ['the second half of 2025', '2025-07/2025-12'],
  ['by the end of 2026', '2026'],
  ['next 12 months', '2025-04-30/2026-04-30'],
  ['within ten months', '2025-04-30/2026-02-28'],
  ['over the next two weeks', '2025-04-30/2025-05-14'],
  [{ from: '2025', to: '2026' }, '2025/2026'],
])('a time written %j', (horizon, written) => {
  expect(inJudgment({ horizon })).toEqual([
    `Write \`${typeof horizon === 'string' ? written : `"${written}"`}\`.`,
  ]);
});

test.each([
  [{ rules: { 'long-sentence': 'disabled' } }, 'Did you mean `off`?'],
  [{ rules: { 'long-sentence': false } }, 'Did you mean `off`?'],
  [{ rules: 'off' }, 'Write it like `{"long-sentence": "off", "judgment-without-evidence": "error"}`.'],
  [{ marking: 'UK' }, 'Did you mean `uk-gscp`?'],
  [{ scales: { likelihood: 'PHIA' } }, 'Did you mean `phia`?'],
  [{ brand: 'ministry' }, 'Write `{"base": "ministry"}`.'],
  [{ vocabularies: { 'incident-type': { 'cable-cut': 'Cable cut' } } }, 'Write `{"en": "Cable cut"}`.'],
])('a configuration of %j', (settings, help) => {
  expect(validateConfig(settings).remarks.map((remark) => remark.help)).toEqual([help]);
});

test('a sum of money in words', () => {
  const ransom = (value: unknown) =>
    inIncident({ counts: [{ of: 'ransom', money: { currency: 'USD' }, reports: [{ value }] }] });
  expect(ransom('$22m')).toEqual(['Write `22000000`.']);
  expect(ransom('about 1.5 billion')).toEqual(['Write `"value": 1500000000, "qualifier": "about"`.']);
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

test('two dates, and seasons that are uncertain or in an interval', () => {
  const date = (value: unknown) => helpOn({ incidents: [{ id: 'f', title: 'F', date: value }] });
  expect(date(['2025-03-09', '2025-03-10'])[0]).toContain('"2025-03-09/2025-03-10"');
  expect(date('2024-21?')).toEqual(['Give its months: `2024-03/2024-05?`.']);
  expect(date('2024-24/2025-21')).toEqual(['Give its months: `2024-12/2025-05`.']);
});

test('half of a text after a comma in the braces of YAML', () => {
  const confidence = { level: 'low', basis: 'One source', 'the others agree.': null };
  expect(helpOn({ judgments: [{ id: 'a', statement: 'A.', confidence }] })[0]).toContain('in double quotes');
});

test('a qualified figure of any quantity', () => {
  const counts = [{ of: 'persons paid', reports: [{ value: 'more than 150000' }] }];
  expect(helpOn({ incidents: [{ id: 'f', title: 'Fire', date: '2025', counts }] })).toEqual([
    'Write `"value": 150000, "qualifier": "more-than"`.',
  ]);
});

test("a property by an analyst's name for it", () => {
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

test("a missing property under an analyst's name is one mistake", () => {
  const matrix = [{ evidence: 'a', hypothesis: 'paid', rating: 'C' }];
  expect(helpOn({ matrix })).toEqual([
    expect.stringMatching(/^Here it is called `ratings`\..+"paid": "CC"/),
    'Did you mean `ratings`?',
  ]);
  expect(helpOn({ gaps: [{ id: 'g', text: 'Who paid?' }] })[0]).toMatch(/^Here it is called `question`\./);
});

test('a value a level too high or too low is shown where it belongs', () => {
  expect(inIncident({ killed: { value: 3 } })).toContain(
    '`value` belongs inside `reports`: `{"reports": [{"value": 3}]}`.',
  );
  const hypotheses = [{ id: 'paid', statement: 'Paid.' }];
  expect(helpOn({ hypotheses, matrix: [{ evidence: 'a', ratings: {}, paid: 'C' }] })).toContain(
    'Ratings stand together: `{"ratings": {"paid": "C"}}`.',
  );
  expect(inTrend({ series: [{ year: '2024', value: 2 }] })).toEqual([
    'Here it is called `at`. When the value held. Example: `"2025-03"`.',
  ]);
});

test('every name of the table leads to an existing property', () => {
  const { trend, judgment } = schema.$defs;
  const definitions = [
    schema,
    ...Object.values(schema.$defs),
    cslItem,
    ...Object.values(cslItem.$defs),
    config,
    { title: 'vocabularies', properties: config.properties.vocabularies.properties },
    { title: 'exceptions', properties: schema.properties.exceptions.items.properties },
    { title: 'edition', properties: schema.properties.edition.properties },
    { title: 'series', properties: trend.properties.series.items.properties },
    { title: 'resolution', properties: judgment.properties.resolution.properties },
  ] as { title?: string; properties?: object }[];
  const wrong = Object.entries(ALSO_CALLED).flatMap(([title, names]) => {
    const known = Object.keys(definitions.find((one) => one.title === title)?.properties ?? {});
    return Object.entries(names).filter(
      ([name, property]) => known.includes(name) || !known.includes(property),
    );
  });
  expect(wrong).toEqual([]);
});

test('a quantity without its own property goes under counts', () => {
  const affected = { reports: [{ value: 500 }] };
  expect(helpOn({ incidents: [{ id: 'f', title: 'Fire', peopleAffected: affected }] })).toEqual([
    'Any other quantity stands under `counts`: `{"of": "people affected", "reports": [ … ]}`, where `of` says what is counted.',
  ]);
});
