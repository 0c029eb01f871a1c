import type { DescribedRule } from '../model/described-rule.ts';
import { MAX_REMARKS } from './explain.ts';

const SHAPE =
  'the assessment file of threat-memo: a hand-written JSON Schema, in which unknown properties are errors';
const IDS = 'the assessment file of threat-memo: every id is a slug';

/** The properties that matter, as a file of their own: what else an assessment needs is left out. */
const properties = (value: object) => ({ name: 'memo.json', text: `${JSON.stringify(value, null, 2)}\n` });
const judgment = (value: object) =>
  properties({ judgments: [{ id: 'fires-continue', statement: 'Fires will go on.', ...value }] });

/** Rules on data that does not fit the schema. All are errors. */
export const schemaRules: readonly DescribedRule[] = [
  {
    id: 'invalid-date',
    severity: 'error',
    source: 'ISO 8601-2:2019 (EDTF), levels 0 and 1',
    why: 'A date in another notation can be read in two ways, and one that does not exist cannot be put in order.',
    examples: {
      breaks: properties({ asOf: '22.03.2024' }),
      keeps: properties({ asOf: '2024-03-22' }),
    },
  },
  {
    id: 'invalid-id',
    severity: 'error',
    source: IDS,
    why: 'Ids are used in citations, file names and addresses, where capitals, spaces and other scripts cause trouble.',
    examples: {
      breaks: properties({ gaps: [{ id: 'Who pays?', question: 'Who pays the men?' }] }),
      keeps: properties({ gaps: [{ id: 'who-pays', question: 'Who pays the men?' }] }),
    },
  },
  {
    id: 'invalid-language',
    severity: 'error',
    source: 'BCP 47 (RFC 5646)',
    why: 'The language decides which phrases and quotation marks are used, and how a screen reader speaks.',
    examples: { breaks: properties({ language: 'en_GB' }), keeps: properties({ language: 'en-GB' }) },
  },
  {
    id: 'invalid-reference',
    severity: 'error',
    source: 'the assessment file of threat-memo: a reference is an id, or a collection and an id',
    why: 'A reference in any other form leads nowhere.',
    examples: {
      breaks: properties({
        edition: { number: 2, changes: [{ entity: 'fires-continue', reason: 'A second source.' }] },
      }),
      keeps: properties({
        edition: { number: 2, changes: [{ entity: 'judgments/fires-continue', reason: 'A second source.' }] },
      }),
    },
  },
  {
    id: 'missing-property',
    severity: 'error',
    source: SHAPE,
    why: 'Without it the memo would lack something readers must know, or could not be made.',
    examples: {
      breaks: properties({ gaps: [{ id: 'who-pays' }] }),
      keeps: properties({
        id: 'fires',
        form: 'policy-memo',
        title: 'Fires along the Northern Line',
        asOf: '2025-04-30',
        marking: 'TLP:CLEAR',
        judgments: [{ id: 'fires-continue', statement: 'Fires will go on.' }],
      }),
    },
  },
  {
    id: 'not-one-line',
    severity: 'error',
    source: SHAPE,
    why: 'Headings, names and cells of tables are one line; a second would break the page.',
    examples: {
      breaks: properties({ title: 'Fires along\nthe Northern Line' }),
      keeps: properties({ title: 'Fires along the Northern Line' }),
    },
  },
  {
    id: 'one-of',
    severity: 'error',
    source: SHAPE,
    why: 'Of two properties for the same thing exactly one is needed: neither says nothing, and both may contradict each other.',
    examples: {
      breaks: judgment({ likelihood: { term: 'likely', range: [0.55, 0.8] } }),
      keeps: judgment({ likelihood: { term: 'likely' } }),
    },
  },
  {
    id: 'out-of-range',
    severity: 'error',
    source: 'Axioms of probability; Admiralty grades; geographic coordinates',
    why: 'A number outside the possible range was meant differently, such as 55 for 0.55.',
    examples: {
      breaks: judgment({ likelihood: { range: [55, 80] } }),
      keeps: judgment({ likelihood: { range: [0.55, 0.8] } }),
    },
  },
  {
    id: 'schema-mismatch',
    severity: 'error',
    source: SHAPE,
    why: 'It covers every violation of the schema that has no rule of its own.',
  },
  {
    id: 'too-long',
    severity: 'error',
    source: SHAPE,
    why: 'A value of the wrong length is not what the property is meant for.',
    examples: {
      breaks: judgment({ likelihood: { range: [0.55, 0.7, 0.8] } }),
      keeps: judgment({ likelihood: { range: [0.55, 0.8] } }),
    },
  },
  {
    id: 'too-many-mistakes',
    severity: 'error',
    source: `A limit of the program: ${MAX_REMARKS} mistakes shown`,
    why: 'So many mistakes usually have one cause, which is easiest to see in the first of them.',
  },
  {
    id: 'too-short',
    severity: 'error',
    source: SHAPE,
    why: 'An empty text or list looks as if it had been filled in.',
    examples: {
      breaks: properties({ title: '' }),
      keeps: properties({ title: 'Fires along the Northern Line' }),
    },
  },
  {
    id: 'unknown-property',
    severity: 'error',
    source: SHAPE,
    why: 'A value under a misspelt name, or in the wrong place, would silently be ignored.',
    examples: {
      breaks: properties({ subtitel: 'What to expect' }),
      keeps: properties({ subtitle: 'What to expect' }),
    },
  },
  {
    id: 'unknown-term',
    severity: 'error',
    source: 'ICD 203 D.6.e(2)(a) and D.6.e(2)(b); TLP 2.0; the vocabularies of the schema',
    why: 'A word outside its vocabulary has no defined meaning; each reader would give it another.',
    examples: {
      breaks: judgment({ confidence: { level: 'medium' } }),
      keeps: judgment({ confidence: { level: 'moderate' } }),
    },
  },
  {
    id: 'wrong-type',
    severity: 'error',
    source: SHAPE,
    why: 'Text in place of a list, or a number in place of text, cannot be printed or counted.',
    examples: {
      breaks: judgment({ likelihood: 'likely' }),
      keeps: judgment({ likelihood: { term: 'likely' } }),
    },
  },
];
