import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { COLLECTION_OF } from '../../src/model/fields.ts';
import { citedAs, entryOf } from '../../src/scaffold/entries.ts';
import { addedKinds, type Question, questionsOf } from '../../src/scaffold/questions.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

describe('the name of a new source', () => {
  test.each([
    ['10.1093/ia/iiae012', { type: 'article-journal', DOI: '10.1093/ia/iiae012' }],
    ['doi: 10.1093/ia/iiae012', { type: 'article-journal', DOI: '10.1093/ia/iiae012' }],
    ['https://doi.org/10.1093/ia/iiae012', { type: 'article-journal', DOI: '10.1093/ia/iiae012' }],
    ['ISBN 978-0-19-878465-4', { type: 'book', ISBN: '9780198784654' }],
    ['0 19 878465 x', { type: 'book', ISBN: '019878465X' }],
    ['https://example.org/report.pdf', { type: 'webpage', URL: 'https://example.org/report.pdf' }],
    ['  Annual Report 10 of 2025 ', { type: 'document', title: 'Annual Report 10 of 2025' }],
    ['https://example.org/with blanks', { type: 'document', title: 'https://example.org/with blanks' }],
    ['', { type: 'document', title: '' }],
  ])('%j', (text, cited) => {
    expect(citedAs(text)).toEqual(cited);
  });
});

/** An answer that fits a question: of terms the first, of entries those of the sound assessment. */
function answerTo({ name, terms, of }: Question): string {
  if (name === 'likelihood') return 'likely';
  if (name === 'confidence') return 'low';
  if (Array.isArray(terms)) return terms[0] ?? '';
  if (of) return soundAssessment[of[0] ?? 'evidence']?.map(({ id }) => id)[0] ?? '';
  if (/^(?:issued|date|until)$/.test(name)) return '2024-03';
  if (/^(?:killed|injured|arrested)$/.test(name)) return '12';
  if (name === 'marking') return 'TLP:CLEAR';
  if (name === 'key') return 'yes';
  if (name === 'about') return 'actors/line-cell';
  if (name === 'horizon') return '2030-12-31';
  if (name === 'type') return name;
  return `Words on ${name}`;
}

describe.each(addedKinds)('an entry: %s', (kind) => {
  const questions = questionsOf[kind].filter(({ name }) => name !== 'type'); // a term of an open vocabulary
  const collection = COLLECTION_OF[kind];
  const objections = (entry: object) => {
    const before = soundAssessment[collection as 'sources'] ?? [];
    return validateAssessment({ ...soundAssessment, [collection]: [...before, entry] }).remarks;
  };

  test('is valid with every question answered, and contains each answer', () => {
    const answers = Object.fromEntries(questions.map((each) => [each.name, answerTo(each)]));
    const entry = entryOf(kind, { id: 'new-entry', ...answers });
    expect(objections(entry)).toEqual([]);
    const said = JSON.stringify(entry);
    for (const [name, answer] of Object.entries(answers)) {
      if (name === 'key') expect(said).toContain('"key":true');
      else if (kind !== 'source' || name !== 'source') expect(said).toContain(answer); // the title says what it is
    }
  });

  test('has no fields for unanswered questions', () => {
    const required = questions.filter(({ isRequired }) => isRequired);
    const answers = Object.fromEntries(required.map((each) => [each.name, answerTo(each)]));
    const entry = entryOf(kind, { id: 'new-entry', ...answers });
    expect(objections(entry)).toEqual([]);
    expect(JSON.stringify(entry)).not.toMatch(/undefined|null|""|\[\]/);
    const blank = Object.fromEntries(questions.map(({ name }) => [name, '']));
    expect(entryOf(kind, { ...blank, id: 'new-entry', ...answers })).toEqual(entry);
  });
});

test.each([
  ['likely', { term: 'likely' }],
  ['60-80%', { range: [0.6, 0.8] }],
  ['60 % – 80 %', { range: [0.6, 0.8] }],
  ['0.6-0.85', { range: [0.6, 0.85] }],
  ['70', { range: [0.7, 0.7] }],
  ['about 70', { term: 'about 70' }],
])('a likelihood of %s', (likelihood, expected) => {
  expect(entryOf('judgment', { statement: 'So.', likelihood })).toMatchObject({ likelihood: expected });
});

test('figures, a speaker and its own wording', () => {
  expect(
    entryOf('incident', {
      title: 'Fire',
      type: '{"other": "odd"}',
      killed: '10-14',
      injured: '3',
      'figures-from': 's',
    }),
  ).toMatchObject({
    type: { other: 'odd' },
    killed: { reports: [{ min: 10, max: 14, source: 's' }] },
    injured: { reports: [{ value: 3, source: 's' }] },
  });
  expect(entryOf('evidence', { statement: 'So.', speaker: 'O. Lind', office: 'prosecutor' })).toMatchObject({
    speaker: { name: 'O. Lind', office: 'prosecutor' },
  });
  expect(entryOf('evidence', { statement: 'So.', speaker: 'line-cell' })).toMatchObject({
    speaker: { actor: 'line-cell' },
  });
});

test('several answers are separated at commas', () => {
  expect(entryOf('actor', { name: 'Line Cell', aliases: 'LC,  The Line , ,' })).toMatchObject({
    aliases: ['LC', 'The Line'],
  });
  expect(entryOf('judgment', { statement: 'So.', evidence: 'one, two', contrary: 'three' })).toMatchObject({
    evidence: ['one', 'two'],
    contraryEvidence: ['three'],
  });
});
