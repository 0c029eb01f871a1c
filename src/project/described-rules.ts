import type { DescribedRule } from '../model/described-rule.ts';
import { CONFIG_FILE } from './inputs.ts';

const file = (name: string, value: object) => ({ name, text: `${JSON.stringify(value, null, 2)}\n` });

/** A minimal assessment with some properties replaced. */
const assessment = (properties: object = {}) => ({
  id: 'fires',
  form: 'policy-memo',
  title: 'Fires along the Northern Line',
  asOf: '2025-04-30',
  marking: 'TLP:CLEAR',
  judgments: [{ id: 'fires-continue', statement: 'Fires will go on.' }],
  ...properties,
});

const config = (rules: object) => file(CONFIG_FILE, { rules });

/** An assessment whose judgment rests on one item of evidence, marked so. */
const restingOn = (marking: string) =>
  assessment({
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    sources: [{ id: 'county-police', csl: { type: 'report' }, marking }],
    evidence: [
      {
        id: 'two-arrests',
        statement: 'Two men were arrested.',
        citations: [{ source: 'county-police' }],
        marking,
      },
    ],
    judgments: [{ id: 'fires-continue', statement: 'Fires will go on.', evidence: ['two-arrests'] }],
  });

/** An assessment with an actor that no release contains, and a bottom line. */
const namingZymurg = (bottomLine: string) =>
  assessment({
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    bottomLine,
    actors: [{ id: 'zymurg', name: 'Zymurg', marking: 'TLP:RED' }],
  });

/** Rules across files: other files, the configuration, the form, a release. */
export const projectRules: readonly DescribedRule[] = [
  {
    id: 'cannot-release',
    severity: 'error',
    source:
      'TLP 2.0 (FIRST): information goes no further than its label; ICD 203 D.6.e(1): judgments rest on sources',
    why: 'A release must not contain anything not marked for it, nor a judgment or sentence left without support, nor reveal what was left out.',
    examples: {
      breaks: file('fires.json', restingOn('TLP:RED')),
      keeps: file('fires.json', restingOn('TLP:GREEN')),
    },
  },
  {
    id: 'duplicate-assessment',
    severity: 'error',
    source: 'the command line of threat-memo: outputs are named after the id',
    why: 'Two assessments with the same id would overwrite each other’s memo.',
    examples: {
      breaks: { ...file('fires.json', assessment()), beside: [file('fires-copy.json', assessment())] },
      keeps: {
        ...file('fires.json', assessment()),
        beside: [file('fires-copy.json', assessment({ id: 'fires-copy' }))],
      },
    },
  },
  {
    id: 'faulty-convention',
    severity: 'error',
    source: 'the configuration of threat-memo: marking schemes and scales are data',
    why: 'If bands of a scale overlap, or a scheme does not exist, a term or label has no defined meaning.',
    examples: {
      breaks: file(CONFIG_FILE, { marking: 'nata' }),
      keeps: file(CONFIG_FILE, { marking: 'tlp-2' }),
    },
  },
  {
    id: 'fixed-rule',
    severity: 'error',
    source: 'a principle of threat-memo: one source of truth',
    why: 'Some rules cannot be switched off: with what they report, a memo would be wrong or could not be made.',
    examples: {
      breaks: config({ 'duplicate-id': 'off' }),
      keeps: config({ 'id-differs-from-file': 'off' }),
    },
  },
  {
    id: 'may-name-withheld',
    severity: 'warning',
    source: 'TLP 2.0 (FIRST): information goes no further than its label',
    why: 'A plural, a family name or a common word may reveal something that a release leaves out, or be just a word.',
    examples: {
      breaks: file('fires.json', namingZymurg('Zymurgs are seen along the line.')),
      keeps: file('fires.json', namingZymurg('Strangers are seen along the line.')),
    },
  },
  {
    id: 'reserved-id',
    severity: 'error',
    source: 'Windows, naming files: CON, PRN, AUX, NUL, COM1 … and LPT1 … are devices with any ending',
    why: 'Outputs are named after the id, and on Windows a file of this name cannot be written or opened.',
    examples: {
      breaks: file('nul.json', assessment({ id: 'nul' })),
      keeps: file('nullity.json', assessment({ id: 'nullity' })),
    },
  },
  {
    id: 'template-error',
    severity: 'error',
    source: 'forms of threat-memo: a form is a folder of templates',
    why: 'A template that cannot be rendered produces no memo; the form has to be fixed, not the assessment.',
    examples: {
      breaks: {
        name: 'templates/brief/memo.md.hbs',
        text: '# {{md title}}\n\n{{#each judgments}}\n{{/if}}\n',
        beside: [file('fires.json', assessment({ form: 'brief' }))],
      },
      keeps: {
        name: 'templates/brief/memo.md.hbs',
        text: '# {{md title}}\n\n{{#each judgments}}\n{{/each}}\n',
        beside: [file('fires.json', assessment({ form: 'brief' }))],
      },
    },
  },
  {
    id: 'unknown-rule',
    severity: 'error',
    source: 'the command line of threat-memo: names of rules are permanent',
    why: 'A setting for a rule that does not exist has no effect, though its author believes it does.',
    examples: {
      breaks: config({ 'id-differs-from-fiel': 'off' }),
      keeps: config({ 'id-differs-from-file': 'off' }),
    },
  },
  {
    id: 'unreadable-edition',
    severity: 'warning',
    source: 'ICD 203 D.6.e(7): change to or consistency of judgments is explained',
    why: 'Without the previous edition, nobody can check whether each change was given a reason.',
    examples: {
      breaks: file('fires.json', assessment({ edition: { number: 2, supersedes: 'fires-1.json' } })),
      keeps: {
        ...file('fires.json', assessment({ edition: { number: 2, supersedes: 'fires-1.json' } })),
        beside: [file('fires-1.json', assessment({ id: 'fires-1' }))],
      },
    },
  },
  {
    id: 'unusable-picture',
    severity: 'error',
    source: 'a principle of threat-memo: bounded in time and memory; nothing is read outside of the project',
    why: 'Only pictures that were decoded and re-encoded are printed, which fails for one that is missing, damaged, or also something other than a picture.',
  },
  {
    id: 'invalid-field-schema',
    severity: 'error',
    source:
      'the assessment file of threat-memo: own fields are described by a schema that the configuration names',
    why: 'A keyword of JSON Schema that is not supported would look as if it were checked.',
    examples: {
      breaks: {
        ...file(CONFIG_FILE, { fields: 'house/fields.json' }),
        beside: [
          file('house/fields.json', { properties: { 'x-reference': { oneOf: [{ type: 'string' }] } } }),
        ],
      },
      keeps: {
        ...file(CONFIG_FILE, { fields: 'house/fields.json' }),
        beside: [file('house/fields.json', { properties: { 'x-reference': { type: 'string' } } })],
      },
    },
  },
  {
    id: 'invalid-own-field',
    severity: 'error',
    source:
      'the assessment file of threat-memo: own fields are described by a schema that the configuration names',
    why: 'A value that does not fit the project’s description of the field may be printed wrongly, or not found.',
    examples: {
      breaks: {
        ...file('fires.json', assessment({ 'x-distribution': 'Ministry of Transport' })),
        beside: [
          file(CONFIG_FILE, { fields: 'house/fields.json' }),
          file('house/fields.json', { properties: { 'x-distribution': { type: 'array' } } }),
        ],
      },
      keeps: {
        ...file('fires.json', assessment({ 'x-distribution': ['Ministry of Transport'] })),
        beside: [
          file(CONFIG_FILE, { fields: 'house/fields.json' }),
          file('house/fields.json', { properties: { 'x-distribution': { type: 'array' } } }),
        ],
      },
    },
  },
  {
    id: 'undescribed-field',
    severity: 'error',
    source:
      'the assessment file of threat-memo: own fields are described by a schema that the configuration names',
    why: 'Without a description, a misspelt field looks the same as an intended one.',
    examples: {
      breaks: {
        ...file('fires.json', assessment({ 'x-referense': '2025/17' })),
        beside: [
          file(CONFIG_FILE, { fields: 'house/fields.json' }),
          file('house/fields.json', { properties: { 'x-reference': { type: 'string' } } }),
        ],
      },
      keeps: {
        ...file('fires.json', assessment({ 'x-reference': '2025/17' })),
        beside: [
          file(CONFIG_FILE, { fields: 'house/fields.json' }),
          file('house/fields.json', { properties: { 'x-reference': { type: 'string' } } }),
        ],
      },
    },
  },
  {
    id: 'unreadable-field-schema',
    severity: 'error',
    source: 'a principle of threat-memo: nothing is read outside of the project',
    why: 'A missing schema describes nothing, and files outside of the project are not read.',
    examples: {
      breaks: file(CONFIG_FILE, { fields: 'house/fields.json' }),
      keeps: {
        ...file(CONFIG_FILE, { fields: 'house/fields.json' }),
        beside: [file('house/fields.json', { properties: { 'x-reference': { type: 'string' } } })],
      },
    },
  },
  {
    id: 'low-contrast',
    severity: 'warning',
    source: 'WCAG 2.2, 1.4.3: contrast (minimum)',
    why: 'A colour too close to its background cannot be read by everybody, nor in a copy.',
    examples: {
      breaks: file(CONFIG_FILE, { brand: { colours: { accent: '#e0a040' } } }),
      keeps: file(CONFIG_FILE, { brand: { colours: { accent: '#8a5a00' } } }),
    },
  },
  {
    id: 'unusable-font',
    severity: 'error',
    source:
      'OpenType 1.9.1, OS/2: fsType; a principle of threat-memo: what cannot be shown is refused or said',
    why: 'A font that is missing, may not be embedded, or is variable would silently be replaced by another.',
    examples: {
      breaks: file(CONFIG_FILE, { brand: { fonts: { serif: [{ file: 'house/none.woff2' }] } } }),
      keeps: file(CONFIG_FILE, { brand: { base: 'plain' } }),
    },
  },
  {
    id: 'unusable-logo',
    severity: 'error',
    source:
      'a principle of threat-memo: untrusted input stays untrusted; nothing is read outside of the project',
    why: 'A logo may come from a stranger’s project: one that contains a script, a reference or text, or is not a picture, is not shown.',
    examples: {
      breaks: file(CONFIG_FILE, { brand: { logo: 'house/none.svg' } }),
      keeps: file(CONFIG_FILE, { brand: { name: 'Institute for Examples' } }),
    },
  },
  {
    id: 'unreadable-template',
    severity: 'error',
    source: 'a principle of threat-memo: nothing is read outside of the project',
    why: 'With a missing Word template, memos would not look as the institution wants, and files outside of the project are not read.',
    examples: {
      breaks: file(CONFIG_FILE, { word: { template: 'house/memo.docx' } }),
      keeps: file(CONFIG_FILE, { word: { notes: 'endnotes' } }),
    },
  },
  {
    id: 'unreadable-file',
    severity: 'error',
    source: 'a principle of threat-memo: one bad assessment never stops the others',
    why: 'A file that is gone, or is a folder, must not be skipped silently.',
  },
];
