import type { DescribedRule } from '../model/described-rule.ts';

/**
 * Rules about files from others: imported files, returned Word documents, house templates. Their examples are
 * files of these formats, made by the tests of the rooms that read them.
 */
export const foreignRules: readonly DescribedRule[] = [
  {
    id: 'already-there',
    severity: 'note',
    source: 'a principle of threat-memo: one source of truth',
    why: 'An entry that the register already has is not added twice, and what the new one says differently must not get lost unseen.',
  },
  {
    id: 'colliding-ids',
    severity: 'warning',
    source: 'STIX 2.1, 2.9: ids are unique',
    why: 'Of two things with the same id only one can be imported, and the user should know that there were two.',
  },
  {
    id: 'guessed-encoding',
    severity: 'warning',
    source: 'a principle of threat-memo: nothing is guessed without saying so',
    why: 'The file is not UTF-8 and was read in an encoding that fits; names may be wrong.',
  },
  {
    id: 'import-marked-above',
    severity: 'warning',
    source: 'TLP 2.0 (FIRST): information goes no further than its label',
    why: 'The imported part is marked above the assessment it was added to: a release at the label of the whole would disclose it.',
  },
  {
    id: 'import-not-valid',
    severity: 'error',
    source: 'a principle of threat-memo: what is written is checked',
    why: 'The result would not be a valid assessment, so nothing is written.',
  },
  {
    id: 'import-too-large',
    severity: 'error',
    source: 'a principle of threat-memo: bounded in time and memory',
    why: 'A file beyond the limit could take all memory.',
  },
  {
    id: 'invalid-json',
    severity: 'error',
    source: 'RFC 8259',
    why: 'Invalid JSON cannot be read in part: nobody would know what is missing.',
  },
  {
    id: 'invalid-mapping',
    severity: 'error',
    source: 'imports of threat-memo: a mapping is suggested and kept',
    why: 'A mapping that names columns or fields that do not exist would import nothing, or the wrong thing.',
  },
  {
    id: 'invalid-table',
    severity: 'error',
    source: 'RFC 4180',
    why: 'In a table with unclosed quotation marks, rows run together.',
  },
  {
    id: 'invalid-text',
    severity: 'error',
    source: 'RFC 4180',
    why: 'A binary file is not a table.',
  },
  {
    id: 'no-mapping',
    severity: 'error',
    source: 'imports of threat-memo: a mapping is suggested and kept',
    why: 'If the headings of a table do not say what it holds, a guess would enter the assessment as a fact.',
  },
  {
    id: 'no-such-collection',
    severity: 'error',
    source: 'imports of threat-memo (docs/exchange.md)',
    why: 'A table fills one list of the assessment, and there is none of that name.',
  },
  {
    id: 'not-this-format',
    severity: 'error',
    source: 'imports of threat-memo: every importer lists what it could not carry',
    why: 'Read as the wrong format, a file would lose nearly everything it holds.',
  },
  {
    id: 'too-many-columns',
    severity: 'error',
    source: 'a principle of threat-memo: bounded in time and memory',
    why: 'No table of events has so many columns, and reading it could take forever.',
  },
  {
    id: 'too-many-entries',
    severity: 'warning',
    source: 'a principle of threat-memo: bounded in time and memory',
    why: 'Nobody reviews so many entries one by one; choose those that matter first.',
  },
  {
    id: 'unmarked-import',
    severity: 'warning',
    source: 'TLP 2.0 (FIRST): information goes no further than its label',
    why: 'The source does not say who may read it, so it gets the most restrictive marking until somebody decides.',
  },
  {
    id: 'word-entities',
    severity: 'error',
    source: 'OWASP, XML external entity prevention',
    why: 'A document type or an entity can expand to a text of any size; no word processor writes them.',
  },
  {
    id: 'word-external',
    severity: 'error',
    source: 'MITRE ATT&CK T1221: template injection',
    why: 'Whoever opens the document would fetch the template or picture from elsewhere.',
  },
  {
    id: 'word-macros',
    severity: 'error',
    source: 'MITRE ATT&CK T1204.002: malicious file',
    why: 'A macro runs on the machine of everyone who opens the document.',
  },
  {
    id: 'word-other-forms',
    severity: 'warning',
    source: 'Word documents of threat-memo: what comes back is compared with what went out',
    why: 'The memo was made with another version of the form, so derived sentences differ although nobody changed them.',
  },
  {
    id: 'word-template-content',
    severity: 'error',
    source: 'MITRE ATT&CK T1221: template injection',
    why: 'The content of a template is in every memo: readers would open a field that reads files, or an embedded object.',
  },
  {
    id: 'word-too-large',
    severity: 'error',
    source: 'a principle of threat-memo: bounded in time and memory',
    why: 'A small file can unpack to more than the memory of the machine.',
  },
  {
    id: 'word-unreadable',
    severity: 'error',
    source: 'ECMA-376',
    why: 'A file that is broken, or is not a Word document, has nothing to import.',
  },
];
