import { describe, expect, test } from 'vitest';
import { getLanguageService, type LanguageService, TextDocument } from 'vscode-json-languageservice';
import assessmentSchema from '../../src/model/schema/assessment.schema.json' with { type: 'json' };
import configSchema from '../../src/model/schema/config.schema.json' with { type: 'json' };
import cslItem from '../../src/model/schema/csl-item.schema.json' with { type: 'json' };
import registerSchema from '../../src/model/schema/register.schema.json' with { type: 'json' };

/* What an editor without our language server makes of the schemas: that of VS Code completes, explains and objects by them alone. */

const schemas = [assessmentSchema, configSchema, cslItem, registerSchema] as const;
const fileOf = ['assessment', 'config', 'csl-item', 'register'] as const;
const FOLDER = 'file:///schema/';

function service(): LanguageService {
  const service = getLanguageService({
    schemaRequestService: (uri) => {
      const index = fileOf.findIndex((name) => uri === `${FOLDER}${name}.schema.json`);
      const schema = schemas[index];
      return schema
        ? Promise.resolve(JSON.stringify(schema))
        : Promise.reject(new Error(`${uri} is not here.`));
    },
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
  });
  service.configure({
    validate: true,
    schemas: [
      { fileMatch: ['*/assessments/*.json'], uri: `${FOLDER}assessment.schema.json` },
      { fileMatch: ['*/threat-memo.config.json'], uri: `${FOLDER}config.schema.json` },
    ],
  });
  return service;
}

const ASSESSMENT = 'file:///project/assessments/fires.json';
const CONFIG = 'file:///project/threat-memo.config.json';

/** A file being edited: `|` is the cursor. */
function written(uri: string, text: string) {
  const at = text.indexOf('|');
  expect(at, 'a cursor').toBeGreaterThanOrEqual(0);
  const document = TextDocument.create(uri, 'json', 1, text.slice(0, at) + text.slice(at + 1));
  const editor = service();
  return { editor, document, parsed: editor.parseJSONDocument(document), position: document.positionAt(at) };
}

/** What is offered at the cursor, by what it is called there: `"of"` is `of`. */
async function offered(uri: string, text: string): Promise<readonly string[]> {
  const { editor, document, parsed, position } = written(uri, text);
  const list = await editor.doComplete(document, position, parsed);
  return (list?.items ?? []).map(({ label }) => label.replace(/^"(.*)"$/, '$1'));
}

/** The hover text at the cursor. */
async function explained(uri: string, text: string): Promise<string> {
  const { editor, document, parsed, position } = written(uri, text);
  const hover = await editor.doHover(document, position, parsed);
  return JSON.stringify(hover?.contents ?? '').replaceAll('\\\\', ''); // Markdown escapes are no words
}

describe('in an assessment', () => {
  test.each<[where: string, text: string, names: readonly string[]]>([
    [
      'an incident',
      '{"incidents": [{"id": "fire", |}]}',
      ['counts', 'until', 'techniques', 'date', 'killed'],
    ],
    ['a quantity', '{"incidents": [{"injured": {|}}]}', ['reports', 'per', 'across', 'note']],
    ['a part of a quantity', '{"incidents": [{"injured": {"per": [{|}]}}]}', ['group', 'reports']],
    ['a count', '{"incidents": [{"counts": [{|}]}]}', ['of', 'unit', 'money', 'reports', 'per', 'across']],
    ['a sum of money', '{"incidents": [{"counts": [{"money": {|}}]}]}', ['currency', 'year']],
    ['reports of a date', '{"incidents": [{"date": {"reports": [{|}]}}]}', ['value', 'source', 'asOf']],
    ['a judgment', '{"judgments": [{|}]}', ['estimates', 'dissents', 'baseRate']],
    [
      'an estimate',
      '{"judgments": [{"estimates": [{|}]}]}',
      ['by', 'likelihood', 'confidence', 'on', 'note'],
    ],
    [
      'a dissent',
      '{"judgments": [{"dissents": [{|}]}]}',
      ['by', 'statement', 'likelihood', 'reason', 'evidence'],
    ],
    ['a base rate', '{"judgments": [{"baseRate": {|}}]}', ['event', 'count', 'of', 'period', 'source']],
    ['a picture', '{"media": [{|}]}', ['id', 'file', 'alt', 'caption', 'credit', 'marking']],
    ['a relationship', '{"relationships": [{|}]}', ['asserts', 'denies', 'standing']],
    ['a source', '{"sources": [{|}]}', ['knownThrough', 'derivedFrom']],
    ['a section', '{"sections": [{|}]}', ['about', 'heading']],
    ['an abbreviation', '{"abbreviations": [{|}]}', ['short', 'long']],
    ['the whole', '{|}', ['media', 'abbreviations', 'approvals', 'status', 'schemaVersion']],
  ])('%s is completed with its fields', async (_, text, names) => {
    expect(await offered(ASSESSMENT, text)).toEqual(expect.arrayContaining([...names]));
  });

  test.each<[field: string, text: string, values: readonly string[]]>([
    ['a status', '{"status": |}', ['draft', 'review', 'final']],
    ['a version', '{"schemaVersion": |}', ['1.1']],
    ['a kind of incident', '{"incidents": [{"type": |}]}', ['ransomware', 'cable-damage', 'arson']],
    ['a kind of actor', '{"actors": [{"type": |}]}', ['vessel', 'company', 'cell']],
  ])('%s is completed with its terms', async (_, text, values) => {
    expect(await offered(ASSESSMENT, text)).toEqual(expect.arrayContaining([...values]));
  });

  test.each<[field: string, text: string, words: string]>([
    ['counts', '{"incidents": [{"cou|nts": []}]}', 'Other quantities'],
    ['per', '{"incidents": [{"killed": {"p|er": []}}]}', 'count for parts of it'],
    ['estimates', '{"judgments": [{"esti|mates": []}]}', 'Each analyst'],
    ['dissents', '{"judgments": [{"diss|ents": []}]}', 'not share'],
    ['baseRate', '{"judgments": [{"base|Rate": {}}]}', 'happened before'],
    ['media', '{"me|dia": []}', 'icture'],
    ['x-reference', '{"x-ref|erence": "A/1"}', 'of the project'],
    ['x-case, of an incident', '{"incidents": [{"x-ca|se": 4}]}', 'threat-memo.config.json'],
  ])('%s is explained', async (_, text, words) => {
    expect(await explained(ASSESSMENT, text)).toContain(words);
  });

  test.each([
    ['across', '{"incidents": [{"killed": {"ac|ross": []}}]}', 'A list of ids'],
    ['until', '{"incidents": [{"un|til": "2025"}]}', 'A date, or reports of it'],
  ])(
    '%s is explained by its definition: this service ignores a description beside a $ref',
    async (_, text, words) => {
      expect((await explained(ASSESSMENT, text)).replaceAll('`', '')).toContain(words);
    },
  );

  test('an unknown field is reported at its place, and a project’s own is not', async () => {
    const { editor, document, parsed } = written(
      ASSESSMENT,
      JSON.stringify({
        id: 'fires',
        form: 'policy-memo',
        title: 'Fires',
        marking: 'TLP:GREEN',
        asOf: '2025',
        judgments: [{ id: 'go-on', statement: 'They go on.', 'x-case': 4, baserate: {} }],
        'x-reference': 'A/1',
      }).concat('|'),
    );
    const found = await editor.doValidation(document, parsed);
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('baserate')]);
    expect(document.getText(found[0]?.range)).toContain('baserate');
  });
});

describe('in a configuration', () => {
  test.each<[where: string, text: string, names: readonly string[]]>([
    [
      'the whole',
      '{|}',
      [
        'rules',
        'vocabularies',
        'marking',
        'markingSchemes',
        'scales',
        'likelihoodScales',
        'confidenceScales',
        'fields',
        'word',
        'brand',
        'desk',
      ],
    ],
    [
      'the style of the house',
      '{"brand": {|}}',
      ['base', 'logo', 'colours', 'fonts', 'opening', 'watermark', 'distribution'],
    ],
    ['colours', '{"brand": {"colours": {|}}}', ['structure', 'accent', 'tint', 'band', 'bandText']],
    [
      'a marking scheme',
      '{"markingSchemes": {"acme": {|}}}',
      ['title', 'source', 'labels', 'caveats', 'prefixes'],
    ],
    [
      'a label of a scheme',
      '{"markingSchemes": {"acme": {"labels": [{|}]}}}',
      ['label', 'portion', 'colour', 'background'],
    ],
    [
      'a scale of likelihood',
      '{"likelihoodScales": {"drei": {|}}}',
      ['title', 'source', 'bands', 'words', 'note'],
    ],
    ['a band', '{"likelihoodScales": {"drei": {"bands": [{|}]}}}', ['low', 'high', 'terms', 'forms']],
    ['a scale of confidence', '{"confidenceScales": {"drei": {|}}}', ['title', 'source', 'levels']],
    ['what the desk demands', '{"desk": {|}}', ['every', 'forms', 'bottomLineWords', 'roles', 'beforeFinal']],
    ['what comes before final', '{"desk": {"beforeFinal": {|}}}', ['approvals', 'roles', 'approvers']],
  ])('%s is completed with its fields', async (_, text, names) => {
    expect(await offered(CONFIG, text)).toEqual(expect.arrayContaining([...names]));
  });

  test.each<[field: string, text: string, values: readonly string[]]>([
    ['a shipped style', '{"brand": {"base": |}}', ['institute', 'ministry', 'plain']],
    ['a shipped scheme', '{"marking": |}', ['tlp-2', 'uk-gscp', 'nato', 'de-vs']],
    ['a shipped scale', '{"scales": {"likelihood": |}}', ['icd-203', 'phia']],
    ['how much a rule matters', '{"rules": {"long-sentence": |}}', ['off', 'note', 'warning', 'error']],
  ])('%s is completed with its terms', async (_, text, values) => {
    expect(await offered(CONFIG, text)).toEqual(expect.arrayContaining([...values]));
  });

  test.each<[field: string, text: string, words: string]>([
    ['brand', '{"br|and": {}}', 'ouse'],
    ['markingSchemes', '{"marking|Schemes": {}}', 'replaces it'],
    ['likelihoodScales', '{"likeli|hoodScales": {}}', 'scales of likelihood'],
    ['fields', '{"fie|lds": "house/fields.schema.json"}', 'x-…'],
    ['beforeFinal', '{"desk": {"before|Final": {}}}', 'final'],
  ])('%s is explained', async (_, text, words) => {
    expect(await explained(CONFIG, text)).toContain(words);
  });
});
