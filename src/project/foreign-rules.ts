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
    why: 'What the register has already is not added twice, and what the new one says otherwise must not be lost unseen.',
  },
  {
    id: 'colliding-ids',
    severity: 'warning',
    source: 'STIX 2.1, 2.9: ids are unique',
    why: 'Of two things with one id only one can be taken, and a reader should know that there were two.',
  },
  {
    id: 'guessed-encoding',
    severity: 'warning',
    source: 'a principle of threat-memo: nothing is guessed without saying so',
    why: 'A file that is not UTF-8 was read as something that fits; names may be wrong.',
  },
  {
    id: 'import-marked-above',
    severity: 'warning',
    source: 'TLP 2.0 (FIRST): information goes no further than its label',
    why: 'What came is marked above the assessment that it was put into: a release by the label of the whole would let it out.',
  },
  {
    id: 'import-not-valid',
    severity: 'error',
    source: 'a principle of threat-memo: what is written is checked',
    why: 'What came would be no valid assessment, so nothing is written.',
  },
  {
    id: 'import-too-large',
    severity: 'error',
    source: 'a principle of threat-memo: bounded in time and memory',
    why: 'A file beyond the limit would take memory without end.',
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
    why: 'A mapping that names columns or fields that are not there would put nothing, or the wrong thing, in their place.',
  },
  {
    id: 'invalid-table',
    severity: 'error',
    source: 'RFC 4180',
    why: 'A table whose quotation marks do not close has rows that nobody wrote.',
  },
  {
    id: 'invalid-text',
    severity: 'error',
    source: 'RFC 4180',
    why: 'What is no text is no table.',
  },
  {
    id: 'no-mapping',
    severity: 'error',
    source: 'imports of threat-memo: a mapping is suggested and kept',
    why: 'Where the heads of a table do not say what it holds, a guess would be put into an assessment as a fact.',
  },
  {
    id: 'no-such-collection',
    severity: 'error',
    source: 'imports of threat-memo (docs/exchange.md)',
    why: 'A table is of one list of the assessment, and there is none of that name.',
  },
  {
    id: 'not-this-format',
    severity: 'error',
    source: 'imports of threat-memo: every importer lists what it could not carry',
    why: 'A file that is not what it is said to be would lose nearly all that it holds.',
  },
  {
    id: 'too-many-columns',
    severity: 'error',
    source: 'a principle of threat-memo: bounded in time and memory',
    why: 'A row of so many columns is no table of events, and takes time without end.',
  },
  {
    id: 'too-many-entries',
    severity: 'warning',
    source: 'a principle of threat-memo: bounded in time and memory',
    why: 'Nobody reviews so many entries one by one; those that matter should be chosen before.',
  },
  {
    id: 'unmarked-import',
    severity: 'warning',
    source: 'TLP 2.0 (FIRST): information goes no further than its label',
    why: 'The source says nothing of who may read it, so it is kept from everybody until somebody decides.',
  },
  {
    id: 'word-entities',
    severity: 'error',
    source: 'OWASP, XML external entity prevention',
    why: 'A document type or an entity can stand for a text of any size; no word processor writes them.',
  },
  {
    id: 'word-external',
    severity: 'error',
    source: 'MITRE ATT&CK T1221: template injection',
    why: 'A template or picture from elsewhere is fetched by whoever opens the document.',
  },
  {
    id: 'word-macros',
    severity: 'error',
    source: 'MITRE ATT&CK T1204.002: malicious file',
    why: 'A macro runs on the machine of whoever opens the document.',
  },
  {
    id: 'word-other-forms',
    severity: 'warning',
    source: 'Word documents of threat-memo: what comes back is compared with what went out',
    why: 'The memo was made by another version of the form, so words that the program works out differ without anybody having changed them.',
  },
  {
    id: 'word-template-content',
    severity: 'error',
    source: 'MITRE ATT&CK T1221: template injection',
    why: 'What stands in a template is in every memo: a field that reads files, or an object, would be opened by its readers.',
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
    why: 'What is no Word document, or is broken, says nothing that could be carried.',
  },
];
