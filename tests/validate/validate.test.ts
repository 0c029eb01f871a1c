import { describe, expect, test } from 'vitest';
import { MAX_REMARKS } from '../../src/validate/explain.ts';
import { validateAssessment, validateRegister } from '../../src/validate/validate.ts';

const judgment = { id: 'a', statement: 'Something will happen.' };
const sound = {
  id: 'x',
  form: 'policy-memo',
  title: 'A title',
  asOf: '2024-03-22',
  marking: 'TLP:CLEAR',
  judgments: [judgment],
};

/** The remarks on a sound assessment with these properties put in: `rule pointer`, and what help is given. */
function remarksOn(properties: object) {
  return validateAssessment({ ...sound, ...properties }).remarks;
}

function only(properties: object) {
  const remarks = remarksOn(properties);
  expect(remarks.map((one) => `${one.rule} ${one.pointer}`)).toHaveLength(1);
  const [remark] = remarks;
  if (!remark) throw new Error('no remark');
  return remark;
}

const onJudgment = (properties: object) => only({ judgments: [{ ...judgment, ...properties }] });

test('a sound assessment is typed, without findings', () => {
  const { assessment, remarks } = validateAssessment(sound);
  expect(remarks).toEqual([]);
  expect(assessment).toBe(sound);
  expect(validateRegister({ places: [{ id: 'moscow', name: 'Moscow' }] }).register?.places).toHaveLength(1);
});

test('with findings there is no assessment and no register', () => {
  expect(validateAssessment({ ...sound, title: 5 })).not.toHaveProperty('assessment');
  const { register, remarks } = validateRegister({ plases: [] });
  expect(register).toBeUndefined();
  expect(remarks[0]).toMatchObject({ pointer: '/plases', on: 'key', help: 'Did you mean `places`?' });
});

test('a value that is not an object is one finding', () => {
  for (const data of [null, [], 'text', 5, true]) {
    const { remarks } = validateAssessment(data);
    expect(remarks.map((one) => `${one.rule} ${one.pointer}`)).toEqual(['wrong-type ']);
    expect(remarks[0]?.message).toMatch(/^The assessment must be an object, not/);
  }
});

describe('unknown properties', () => {
  test.each([
    [{ likelyhood: { term: 'likely' } }, '/judgments/0/likelyhood', 'Did you mean `likelihood`?'],
    [{ Likelihood: { term: 'likely' } }, '/judgments/0/Likelihood', 'Did you mean `likelihood`?'],
    [{ contrary_evidence: [] }, '/judgments/0/contrary_evidence', 'Did you mean `contraryEvidence`?'],
    [{ confidence_level: 'high' }, '/judgments/0/confidence_level', 'Did you mean `confidence`?'],
    [
      { basis: 'x' },
      '/judgments/0/basis',
      '`basis` belongs inside `confidence`: `{"confidence": {"basis": "x"}}`.',
    ],
    [
      { likelihood: { term: 'likely', confidence: 'high' } },
      '/judgments/0/likelihood/confidence',
      '`confidence` belongs one level up, in the judgment.',
    ],
    [{ 'a/b~c': 1 }, '/judgments/0/a~1b~0c', expect.stringMatching(/^Remove it, or use .*`likelihood`/)],
    [{ killed: 5 }, '/judgments/0/killed', expect.stringMatching(/^`killed` is a property of an incident\./)],
    [{ statment: 's' }, '/judgments/0/statment', '`statement` is here already: keep one of the two.'],
  ])('%j', (properties, pointer, help) => {
    expect(onJudgment(properties)).toMatchObject({ rule: 'unknown-property', pointer, on: 'key', help });
  });

  test('`source` at the top is `sources`; `sources` in evidence is inside `citations`', () => {
    expect(only({ source: [] }).help).toBe('Did you mean `sources`?');
    expect(only({ evidence: [{ id: 'e', statement: 's', sources: ['x'] }] }).help).toBe(
      '`source` belongs inside `citations`.',
    );
  });

  test('a property of another object is not treated as a misspelling', () => {
    const source = { id: 's', csl: { type: 'book' }, credibility: 2 };
    expect(only({ sources: [source] }).help).toMatch(/^`credibility` is a property of a citation/);
  });

  test('a misspelt required property is one finding, not two', () => {
    expect(only({ judgments: [{ id: 'a', statment: 's' }] })).toMatchObject({
      rule: 'unknown-property',
      pointer: '/judgments/0/statment',
      help: 'Did you mean `statement`?',
    });
    expect(only({ actors: [{ id: 'a', Name: 'A' }] })).toMatchObject({
      rule: 'unknown-property',
      help: 'Did you mean `name`?',
    });
  });

  test('`__proto__` is an unknown property like any other', () => {
    const data = JSON.parse(`{"__proto__": 1, ${JSON.stringify(sound).slice(1)}`);
    expect(validateAssessment(data).remarks).toMatchObject([
      { rule: 'unknown-property', pointer: '/__proto__' },
    ]);
  });
});

describe('missing properties', () => {
  test('are one finding for each object, at its place', () => {
    expect(only({ judgments: [judgment, {}] })).toMatchObject({
      rule: 'missing-property',
      pointer: '/judgments/1',
      message: 'The judgment lacks `id` and `statement`.',
      help: expect.stringContaining('`statement`: The judgment in one sentence'),
    });
    expect(validateAssessment({}).remarks).toMatchObject([
      {
        rule: 'missing-property',
        pointer: '',
        message: expect.stringContaining('`asOf`, `marking` and `judgments`'),
      },
    ]);
  });
});

describe('one of several', () => {
  test.each([
    [{ actors: [{}] }, '/actors/0', 'one-of', 'The actor needs `id` and `name`, or `ref`.'],
    [{ actors: [{ id: 'a' }] }, '/actors/0', 'missing-property', 'The actor `a` lacks `name`.'],
    [
      { actors: [{ id: 'a', name: 'A', ref: 'b' }] },
      '/actors/0/ref',
      'one-of',
      'The actor `a` has `id` and `ref`; it takes one or the other.',
    ],
    [{ sources: [{ id: 's' }] }, '/sources/0', 'missing-property', 'The source `s` lacks `csl`.'],
    [
      { judgments: [{ ...judgment, likelihood: {} }] },
      '/judgments/0/likelihood',
      'one-of',
      'The likelihood needs `term` or `range`.',
    ],
    [
      { judgments: [{ ...judgment, likelihood: { term: 'likely', range: [0.5, 0.8] } }] },
      '/judgments/0/likelihood/range',
      'one-of',
      'The likelihood has `term` and `range`; it takes one or the other.',
    ],
    [
      { incidents: [{ id: 'i', title: 'I', killed: { reports: [{}] } }] },
      '/incidents/0/killed/reports/0',
      'one-of',
      'The quantity report needs `value`, or `min` and `max` (either may be missing).',
    ],
  ])('%j', (properties, pointer, rule, message) => {
    expect(only(properties)).toMatchObject({ pointer, rule, message });
  });
});

describe('bibliographic items', () => {
  const withCsl = (csl: object) => only({ sources: [{ id: 's', csl }] });

  test('may have the id of a reference manager', () => {
    const csl = { id: 'http://zotero.org/users/1/items/ABC', type: 'report', title: 'Quarterly Report' };
    expect(validateAssessment({ ...sound, sources: [{ id: 's', csl }] }).remarks).toEqual([]);
  });

  test.each([
    ['website', 'webpage'],
    ['newspaper', 'article-newspaper'],
    ['Journal Article', 'article-journal'],
    ['newspaperArticle', 'article-newspaper'],
    ['tweet', 'post'],
    ['techreport', 'report'],
    ['reprot', 'report'],
  ])('of the kind %s are recognised as %s', (type, meant) => {
    expect(withCsl({ type, title: 'T' }).help).toBe(`Did you mean \`${meant}\`?`);
  });

  test('are called by their title, not by their id', () => {
    expect(withCsl({ id: 'http://x.example/1', type: 'book', title: 'Fires', colour: 'red' }).message).toBe(
      '`colour` is not a property of the bibliographic item `Fires`.',
    );
  });
});

describe('terms', () => {
  test.each([
    ['Moderate', 'Did you mean `moderate`?'],
    ['medium', 'Did you mean `moderate`?'],
    ['hihg', 'Did you mean `high`?'],
    ['certain', undefined],
  ])('confidence level %j', (level, help) => {
    const remark = onJudgment({ confidence: { level } });
    expect(remark).toMatchObject({ rule: 'unknown-term', pointer: '/judgments/0/confidence/level' });
    expect(remark.message).toBe(
      `\`level\` must be one of \`low\`, \`moderate\` or \`high\`, not the text \`${level}\`.`,
    );
    expect(remark.help).toBe(help);
  });

  test.each([
    ['TLP: AMBER', 'TLP:AMBER'],
    ['tlp:amber+strict', 'TLP:AMBER+STRICT'],
    ['TLP:AMBER STRICT', 'TLP:AMBER+STRICT'],
    ['red', 'TLP:RED'],
    ['TLP:WHITE', 'TLP:CLEAR'],
  ])('marking %j is %s', (marking, meant) => {
    expect(only({ marking })).toMatchObject({ rule: 'unknown-term', help: `Did you mean \`${meant}\`?` });
  });

  test('a vocabulary of a dozen terms is listed in full', () => {
    const remark = only({ relationships: [{ id: 'r', from: 'a', to: 'b', type: 'part of' }] });
    expect(remark.help).toBe('Did you mean `part-of`?');
    expect(remark.message.match(/`[a-z-]+`/g)).toHaveLength(14); // the property and its thirteen terms
  });

  test('a list for a single term, nothing for a required one, the version as a number', () => {
    expect(onJudgment({ confidence: { level: ['high'] } })).toMatchObject({
      rule: 'wrong-type',
      help: 'Write `"high"`.',
    });
    expect(only({ marking: null })).toMatchObject({
      rule: 'wrong-type',
      help: 'Fill it in: it cannot be left out.',
    });
    expect(only({ schemaVersion: 1 })).toMatchObject({
      rule: 'unknown-term',
      message: '`schemaVersion` must be one of `1.0` or `1.1`, not the number `1`.',
    });
  });
});

describe('types', () => {
  const incident = { id: 'i', title: 'I' };
  test.each([
    [{ asOf: 2024 }, '`asOf` must be text, not the number `2024`.', 'Write `"2024"`.'],
    [{ title: ['A'] }, '`title` must be text, not a list.', 'Write `"A"`.'],
    [{ title: { name: 'A' } }, '`title` must be text, not an object.', 'Write `"A"`.'],
    [
      { authors: 'Jane Doe' },
      '`authors` must be a list, not the text `Jane Doe`.',
      'Write `[{"name": "Jane Doe"}]`.',
    ],
    [
      { actors: [5] },
      'Item 1 of `actors` must be an object, not the number `5`.',
      'Write it like `{"id": "line-cell", "name": "Northern Line cell", "type": "cell", "status": "active"}`.',
    ],
    [{ judgments: { a: {} } }, '`judgments` must be a list, not an object.', 'Write `[{"id": "a"}]`.'],
    [{ edition: 2 }, '`edition` must be an object, not the number `2`.', 'Write `{"number": 2}`.'],
    [{ question: 5 }, '`question` must be text or a list, not the number `5`.', 'Write `"5"`.'],
    [
      { subtitle: null },
      '`subtitle` must be text, not nothing (`null`).',
      'Leave it out when nothing is known.',
    ],
    [
      { judgments: [{ ...judgment, key: 'yes' }] },
      '`key` must be `true` or `false`, not the text `yes`.',
      'Write `true`.',
    ],
    [
      { judgments: [{ ...judgment, evidence: 'e1' }] },
      '`evidence` must be a list, not the text `e1`.',
      'Write `["e1"]`.',
    ],
    [
      { judgments: [{ ...judgment, likelihood: 'likely' }] },
      '`likelihood` must be an object, not the text `likely`.',
      'Write `{"term": "likely"}`.',
    ],
    [
      { judgments: [{ ...judgment, likelihood: [0.55, 0.8] }] },
      '`likelihood` must be an object, not a list.',
      'Write `{"range": [0.55, 0.8]}`.',
    ],
    [
      { judgments: [{ ...judgment, confidence: 'high' }] },
      '`confidence` must be an object, not the text `high`.',
      'Write `{"level": "high"}`.',
    ],
    [
      { incidents: [{ ...incident, killed: 5 }] },
      '`killed` must be an object, not the number `5`.',
      'Write `{"reports": [{"value": 5}]}`.',
    ],
    [
      { incidents: [{ ...incident, killed: { reports: [{ value: 1.5 }] } }] },
      '`value` must be a whole number, not the number `1.5`.',
      'Write it without a decimal point.',
    ],
    [
      { incidents: [{ ...incident, killed: { reports: [{ value: '145' }] } }] },
      '`value` must be a whole number, not the text `145`.',
      'Write `145`.',
    ],
  ])('%j', (properties, message, help) => {
    const remark = only(properties);
    expect(remark).toMatchObject({ rule: 'wrong-type', message });
    expect(remark.help).toBe(help);
  });
});

describe('text', () => {
  test.each([
    [{ form: 'Policy Memo' }, 'invalid-id', 'Write `policy-memo`.'],
    [{ form: 'Čečenija №1' }, 'invalid-id', 'Write `cecenija-no1`.'],
    [{ form: 'записка' }, 'invalid-id', 'Write a short name in Latin letters.'],
    [
      { exclusive: [{ members: ['judgments/a', 'b'] }] },
      'invalid-reference',
      'Name the collection: `judgments/b`.',
    ],
    [{ judgments: [{ ...judgment, about: ['Actors/ISKP'] }] }, 'invalid-reference', 'Write `actors/iskp`.'],
    [{ language: 'en_US' }, 'invalid-language', 'Write `en-US`.'],
    [{ language: 'English' }, 'invalid-language', 'Write `en`.'],
    [{ title: 'a\nb' }, 'not-one-line', 'Write it on one line.'],
    [{ title: '  ' }, 'too-short', 'Write the text, or leave the property out.'],
    [{ title: '' }, 'too-short', 'Write the text, or leave the property out.'],
    [{ form: 'x'.repeat(81) }, 'too-long', 'Shorten it.'],
  ])('%j', (properties, rule, help) => {
    expect(only(properties)).toMatchObject({ rule, help });
  });

  test('a key that must be an id', () => {
    const remark = only({ matrix: [{ evidence: 'e', ratings: { 'The state': 'CC' } }] });
    expect(remark).toMatchObject({
      rule: 'invalid-id',
      pointer: '/matrix/0/ratings/The state',
      on: 'key',
      help: 'Write `the-state`.',
    });
  });
});

describe('numbers and sizes', () => {
  test.each([
    [{ judgments: [] }, 'too-short', '`judgments` is empty.'],
    [
      { judgments: [{ ...judgment, likelihood: { range: [0.5] } }] },
      'too-short',
      '`range` must have at least 2 items, but it has 1.',
    ],
    [
      { judgments: [{ ...judgment, likelihood: { range: [0.1, 0.2, 0.3] } }] },
      'too-long',
      '`range` must have at most 2 items, but it has 3.',
    ],
    [{ evidence: [{ id: 'e', statement: 's', speaker: {} }] }, 'too-short', '`speaker` is an empty object.'],
    [{ edition: { number: 0 } }, 'out-of-range', '`number` must be at least 1, not the number `0`.'],
  ])('%j', (properties, rule, message) => {
    expect(only(properties)).toMatchObject({ rule, message });
  });

  test('a probability in per cent', () => {
    expect(onJudgment({ likelihood: { range: [0.5, 80] } })).toMatchObject({
      rule: 'out-of-range',
      pointer: '/judgments/0/likelihood/range/1',
      help: 'Probabilities run from 0 to 1: for 80 per cent write `0.8`.',
    });
  });
});

test('a large number of mistakes is limited, and the rest is counted', () => {
  const remarks = remarksOn({ actors: Array(3000).fill(5) });
  expect(remarks).toHaveLength(MAX_REMARKS + 1);
  expect(remarks.at(-1)).toMatchObject({
    rule: 'too-many-mistakes',
    message: '2,800 more mistakes in this file are not shown.',
  });
});

test('quoted text is shortened and cannot control a terminal', () => {
  const { message } = only({ status: `\u001b[31m${'x'.repeat(500)}` });
  expect(message).not.toContain('\u001b');
  expect(message.length).toBeLessThan(200);
});
