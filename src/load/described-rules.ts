import type { DescribedRule } from '../model/described-rule.ts';
import {
  MAX_ALIASED_VALUES,
  MAX_FILE_BYTES,
  MAX_MARKS,
  MAX_NESTING,
  MAX_TEXT_LENGTH,
  MAX_VALUES,
} from './limits.ts';

const JSON_TEXT = 'RFC 8259: JSON';
const YAML_TEXT = 'YAML 1.2.2, core schema';
const SHAPE = 'the assessment file of threat-memo (docs/assessment-file.md)';

const json = (text: string) => ({ name: 'memo.json', text });
const yaml = (text: string) => ({ name: 'memo.yaml', text });
const figure = (number: number) => number.toLocaleString('en');

/** Rules about files that cannot be read as data, or not as their author meant. */
export const readingRules: readonly DescribedRule[] = [
  {
    id: 'duplicate-key',
    severity: 'error',
    source: 'RFC 8259 §4: the names within an object should be unique; YAML 1.2.2 §3.2.1.1',
    why: 'Of two values under one key only one would be used, and the author could not know which.',
    examples: {
      breaks: json('{\n  "title": "Fires",\n  "title": "Floods"\n}\n'),
      keeps: json('{\n  "title": "Fires",\n  "subtitle": "Floods"\n}\n'),
    },
  },
  {
    id: 'empty-file',
    severity: 'error',
    source: SHAPE,
    why: 'An empty file is a file that was lost, or is still to be written.',
    examples: { breaks: yaml('# to be written\n'), keeps: yaml('title: Fires\n') },
  },
  {
    id: 'file-too-large',
    severity: 'error',
    source: `A limit of the program: ${figure(MAX_FILE_BYTES)} bytes`,
    why: 'Such a file is hardly one assessment, and reading it would stall the run for all others.',
  },
  {
    id: 'invalid-utf8',
    severity: 'error',
    source: 'RFC 8259 §8.1: JSON text is encoded in UTF-8; YAML 1.2.2 §5.2',
    why: 'Read in the wrong encoding, names in other scripts turn into characters that nobody wrote.',
  },
  {
    id: 'json-syntax',
    severity: 'error',
    source: JSON_TEXT,
    why: 'Text that is not valid JSON, because of a comma, a quotation mark or a comment, cannot be read as data.',
    examples: {
      breaks: json('{\n  "title": "Fires",\n  "asOf": "2025-04-30",\n}\n'),
      keeps: json('{\n  "title": "Fires",\n  "asOf": "2025-04-30"\n}\n'),
    },
  },
  {
    id: 'nesting-too-deep',
    severity: 'error',
    source: `A limit of the program: ${MAX_NESTING} levels`,
    why: 'An assessment has seven levels; text with far more was not written by hand and could stop the run.',
  },
  {
    id: 'non-finite-number',
    severity: 'error',
    source: 'RFC 8259 §6: infinity and NaN are not numbers',
    why: 'A figure that is not a number, or too large to keep, would spread through everything derived from it.',
    examples: { breaks: yaml('killed: .nan\n'), keeps: yaml('killed: 4\n') },
  },
  {
    id: 'several-documents',
    severity: 'error',
    source: SHAPE,
    why: 'A file holds one assessment; everything after a second `---` would silently be ignored.',
    examples: {
      breaks: yaml('title: Fires\n---\ntitle: Floods\n'),
      keeps: yaml('---\ntitle: Fires\n'),
    },
  },
  {
    id: 'text-too-long',
    severity: 'error',
    source: `A limit of the program: ${figure(MAX_TEXT_LENGTH)} characters`,
    why: 'No reader takes in a text of that length, and reading its language would stall the run for all others.',
  },
  {
    id: 'too-many-aliases',
    severity: 'error',
    source: `A limit of the program: ${figure(MAX_ALIASED_VALUES)} values repeated`,
    why: 'A few lines of aliases can stand for millions of values and stop the run.',
  },
  {
    id: 'too-many-values',
    severity: 'error',
    source: `A limit of the program: ${figure(MAX_VALUES)} keys and values`,
    why: 'Such a file is hardly one assessment, and checking it would stall the run for all others.',
  },
  {
    id: 'too-much-markup',
    severity: 'error',
    source: `A limit of the program: ${figure(MAX_MARKS)} asterisks, underscores, tildes, backticks and brackets`,
    why: 'Pairing the marks of a text takes time that grows with the square of their number, and no prose needs so many.',
  },
  {
    id: 'truncated-file',
    severity: 'error',
    source: JSON_TEXT,
    why: 'A file that ends too early was not saved or copied whole: judgments may be missing from it.',
    examples: {
      breaks: json('{\n  "title": "Fires",\n  "judgments": [\n'),
      keeps: json('{\n  "title": "Fires",\n  "judgments": []\n}\n'),
    },
  },
  {
    id: 'unknown-file-type',
    severity: 'error',
    source: SHAPE,
    why: 'The extension determines how a file is read; without one, the program would have to guess.',
    examples: {
      breaks: { name: 'memo.toml', text: 'title = "Fires"\n' },
      keeps: yaml('title: Fires\n'),
    },
  },
  {
    id: 'yaml-alias',
    severity: 'error',
    source: `${YAML_TEXT}, §7.1`,
    why: 'An alias refers to a value anchored before it; without that there is nothing to insert.',
    examples: {
      breaks: yaml('asOf: *cutoff\n'),
      keeps: yaml('asOf: &cutoff 2025-04-30\npublished: *cutoff\n'),
    },
  },
  {
    id: 'yaml-directive',
    severity: 'error',
    source: YAML_TEXT,
    why: 'A directive could change the meaning of the rest of the file; all files are read the same way.',
    examples: {
      breaks: yaml('%YAML 1.1\n---\ntitle: Fires\n'),
      keeps: yaml('---\ntitle: Fires\n'),
    },
  },
  {
    id: 'yaml-hash',
    severity: 'warning',
    source: `${YAML_TEXT}, §6.6: a comment begins with a # behind a blank`,
    why: 'Unquoted text ends before such a sign: “Fires #3” is silently read as “Fires”.',
    examples: { breaks: yaml('title: Fires #3\n'), keeps: yaml('title: "Fires #3" # the third of them\n') },
  },
  {
    id: 'yaml-key',
    severity: 'error',
    source: 'RFC 8259 §4: a name is a string, so that YAML and JSON hold the same data',
    why: 'A key that is a number, a list or empty has no counterpart in JSON.',
    examples: { breaks: yaml('2024: quiet\n'), keeps: yaml('"2024": quiet\n') },
  },
  {
    id: 'yaml-number',
    severity: 'warning',
    source: `${YAML_TEXT}, §10.3.2: 0o14 is octal, 0x1F is hexadecimal, 012 is twelve`,
    why: 'Programs read such spellings differently, and people rarely mean them: the memo would print another figure.',
    examples: { breaks: yaml('value: 0o14\n'), keeps: yaml('value: 12\n') },
  },
  {
    id: 'yaml-syntax',
    severity: 'error',
    source: YAML_TEXT,
    why: 'Text that is not valid YAML, because of its indentation or a colon inside a value, cannot be read as data.',
    examples: {
      breaks: yaml('title: Norham: a memo\n'),
      keeps: yaml('title: "Norham: a memo"\n'),
    },
  },
  {
    id: 'yaml-tab',
    severity: 'error',
    source: `${YAML_TEXT}, §6.1: indentation is by spaces`,
    why: 'The width of a tab depends on the editor, so the structure of the file would depend on it too.',
    examples: { breaks: yaml('series:\n\tname: Rail\n'), keeps: yaml('series:\n  name: Rail\n') },
  },
  {
    id: 'yaml-tag',
    severity: 'error',
    source: YAML_TEXT,
    why: 'A tag can turn a value into something other than data; these files hold only data.',
    examples: { breaks: yaml('asOf: !!str 2024\n'), keeps: yaml('asOf: "2024"\n') },
  },
];
