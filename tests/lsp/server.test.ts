import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { stringify } from 'yaml';
import { Client, edited } from './client.ts';

const assessment = {
  id: 'rail',
  form: 'policy-memo',
  title: 'Sabotage on the Northern Line',
  authors: [{ name: 'A. Analyst' }],
  marking: 'TLP:GREEN',
  asOf: '2025-04-30',
  question: 'Will the attacks on signal cabinets go on?',
  bottomLine: 'Attacks on the line are likely to go on through 2025.',
  sources: [
    { id: 'authority', csl: { type: 'report', title: 'Quarterly Safety Report' }, reliability: 'B' },
    { ref: 'daily', reliability: 'C', derivedFrom: ['authority'] },
  ],
  evidence: [
    {
      id: 'four-fires',
      statement: 'Four signal cabinets 🔥 were set on fire.',
      kind: 'report',
      citations: [
        { source: 'authority', locator: 'p. 4', credibility: 2 },
        { source: 'daily', credibility: 3 },
      ],
    },
  ],
  judgments: [
    {
      id: 'go-on',
      statement: 'Arson is likely to go on through 2025.',
      likelihood: { term: 'likely' },
      confidence: { level: 'moderate', basis: 'One official source.' },
      horizon: '2025-05/2025-12',
      evidence: ['four-fires'],
    },
  ],
  sections: [
    { id: 'pattern', heading: 'A pattern', body: ['🔥 They look alike.[@four-fires; @daily, p. 5]'] },
  ],
};
const register = JSON.stringify(
  { sources: [{ id: 'daily', csl: { type: 'article-newspaper', title: 'Fires again' } }] },
  undefined,
  2,
);
const other = JSON.stringify({ ...assessment, id: 'other', title: 'Another one' }, undefined, 2);

describe.each([
  ['JSON', 'assessments/rail.json', `${JSON.stringify(assessment, undefined, 2)}\n`],
  ['YAML', 'assessments/rail.yaml', stringify(assessment)],
])('an assessment in %s', (notation, name, text) => {
  let client: Client;
  beforeAll(async () => {
    client = await Client.start({
      [name]: text,
      'assessments/register.json': register,
      'assessments/other.json': other,
    });
    await client.open(name, text);
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });

  const hover = async (needle: string) => {
    const found = await client.at<Hover | null>('textDocument/hover', name, needle);
    return found && (found.contents as { value: string }).value;
  };
  const complete = (needle: string) => client.at<CompletionItem[]>('textDocument/completion', name, needle);
  const locations = async (method: string, needle: string) => {
    const found = await client.at<Location | Location[]>(method, name, needle, {
      context: { includeDeclaration: true },
    });
    return [found].flat();
  };

  test('findings of unsaved text have a place, a rule and a link to its page', async () => {
    const bad = text.replace('term: likely', 'term: likley').replace('"term": "likely"', '"term": "likley"');
    const found = await client.change(name, bad);
    const term = found.find(({ code }) => code === 'unknown-term');
    expect(term).toMatchObject({ severity: 1, source: 'threat-memo' });
    expect(term?.codeDescription?.href).toMatch(/^file:.*\/docs\/rules\.md#unknown-term$/);
    expect(term?.message).toContain('Did you mean `likely`?');
    expect(term && client.textAt(name, term.range)).toContain('likley');
    const mended = await client.change(name, text);
    expect(mended.map(({ code }) => code)).not.toContain('unknown-term');
  });

  test('an id is explained: its entry, grades in words, its uses', async () => {
    const said = await hover('They look alike.[@four-|fires');
    expect(said).toContain('Four signal cabinets 🔥 were set on fire.');
    expect(said).toContain('source B, usually reliable; item 2, probably true');
    expect(said).toContain('`judgments/go-on`, `sections/pattern`');
    expect(await hover('go-|on')).toContain(
      'Rests on 1 item of evidence: 2 sources, 1 independent; 0 against.',
    );
  });

  test('a term is explained with its band', async () => {
    expect(await hover(notation === 'JSON' ? '"term": "lik|ely"' : 'term: lik|ely')).toContain('55–80 %');
    expect(await hover('Sabotage on the North|ern Line')).toBeNull();
  });

  test('a use leads to the entry, the entry to the register; uses are found in all files', async () => {
    const [evidence] = await locations('textDocument/definition', '[@four-|fires');
    expect(evidence?.uri).toBe(client.uri(name));
    expect(evidence && client.textAt(name, evidence.range)).toBe('four-fires');
    const [entry] = await locations('textDocument/definition', '@dai|ly');
    expect(entry?.uri).toBe(client.uri(name));
    const [shared] = await locations(
      'textDocument/definition',
      notation === 'JSON' ? '"ref": "dai|ly' : 'ref: dai|ly',
    );
    expect(shared?.uri).toBe(client.uri('assessments/register.json'));

    const uses = await locations('textDocument/references', '@dai|ly');
    expect(
      uses.filter(({ uri }) => uri === client.uri(name)).map(({ range }) => client.textAt(name, range)),
    ).toEqual(['daily', 'daily', 'daily']);
    expect(new Set(uses.map(({ uri }) => uri)).size).toBe(3);
    const own = await locations('textDocument/references', '[@four-|fires');
    expect(own.map(({ uri, range }) => [uri, client.textAt(name, range)])).toEqual(
      Array(3).fill([client.uri(name), 'four-fires']),
    );
  });

  test('ids are completed with their entries, also in a text that cannot be parsed yet', async () => {
    const cited = text.replace('[@four-fires; @daily, p. 5]', '[@authority; @fo');
    await client.change(name, cited);
    const inProse = await complete('[@authority; @fo|');
    expect(inProse.map(({ label }) => label)).toEqual(['four-fires', 'authority', 'daily']);
    expect(inProse[0]?.detail).toBe('B2, C3 · Four signal cabinets 🔥 were set on fire.');

    const broken =
      notation === 'JSON'
        ? `${text.slice(0, text.lastIndexOf('"evidence"'))}"evidence": ["fo`
        : `${text.slice(0, text.lastIndexOf('    evidence:'))}    evidence:\n      - fo`;
    await client.change(name, broken);
    const inList = await complete(`${notation === 'JSON' ? '["fo' : '      - fo'}|`);
    expect(inList.map(({ label }) => label)).toContain('four-fires');
    const item = inList.find(({ label }) => label === 'four-fires');
    expect(edited(broken, [item?.textEdit as TextEdit])).toMatch(/[" ]four-fires$/);
    await client.change(name, text);
  });

  test('terms are completed with their bands, properties with their purpose', async () => {
    const terms = await complete(notation === 'JSON' ? '"term": "|likely' : 'term: |likely');
    expect(terms.find(({ label }) => label === 'very likely')?.detail).toBe('80–95 %');
    expect(terms.map(({ label }) => label)).not.toContain('realistic possibility'); // of the other scale
    const properties = await complete(notation === 'JSON' ? '"|horizon": "2025-05' : '|horizon: 2025-05');
    expect(properties.find(({ label }) => label === 'wouldChange')?.documentation).toBeTypeOf('string');
    expect(properties.map(({ label }) => label)).not.toContain('statement'); // it is there
  });

  test('outline and folds follow the entries', async () => {
    const textDocument = { uri: client.uri(name) };
    const symbols = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    const judgments = symbols.find((symbol) => symbol.name === 'judgments');
    expect(judgments?.children).toMatchObject([
      { name: 'go-on', detail: 'Arson is likely to go on through 2025.' },
    ]);
    const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folds.some(({ startLine }) => startLine === judgments?.selectionRange.start.line)).toBe(true);
  });

  test('an id is renamed everywhere, in prose and in other files; never to one that is taken', async () => {
    const rename = (needle: string, newName: string) =>
      client.at<WorkspaceEdit>('textDocument/rename', name, needle, { newName });
    const { changes = {} } = await rename('[@four-|fires', 'fires');
    expect(Object.keys(changes)).toEqual([client.uri(name)]);
    const renamed = edited(text, changes[client.uri(name)] ?? []);
    expect(renamed).toBe(text.replaceAll('four-fires', 'fires'));
    const shared = await rename('@dai|ly', 'the-daily');
    expect(Object.keys(shared.changes ?? {}).sort()).toEqual(
      [name, 'assessments/other.json', 'assessments/register.json'].map((each) => client.uri(each)).sort(),
    );
    expect(edited(text, shared.changes?.[client.uri(name)] ?? [])).toBe(
      text.replaceAll('daily', 'the-daily'),
    );
    expect(edited(register, shared.changes?.[client.uri('assessments/register.json')] ?? [])).toBe(
      register.replace('daily', 'the-daily'),
    );
    await expect(rename('[@four-|fires', 'authority')).rejects.toThrow(
      'is the id of something else in `sources`',
    );
    await expect(rename('[@four-|fires', 'Two Words')).rejects.toThrow('is not an id');
  });

  test('quick fixes insert the intended value, and the changes of `check --fix`', async () => {
    const actions = async (bad: string, code: string) => {
      const found = (await client.change(name, bad)).find((each) => each.code === code);
      const textDocument = { uri: client.uri(name) };
      return client.ask<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: found?.range,
        context: { diagnostics: [found] },
      });
    };
    const misspelt = text.replace(/(term"?: "?)likely/, '$1likley');
    const [change] = await actions(misspelt, 'unknown-term');
    expect(change?.title).toBe('Change to `likely`');
    expect(edited(misspelt, change?.edit?.changes?.[client.uri(name)] ?? [])).toBe(text);

    const dated = text.replace(/(asOf"?: "?)2025-04-30/, '$130 April 2025');
    const [written] = await actions(dated, 'invalid-date');
    expect(written?.title).toBe('Change to `2025-04-30`');
    expect(edited(dated, written?.edit?.changes?.[client.uri(name)] ?? [])).toBe(text);

    const invisible = text.replace('They look', 'They \u200Blook');
    const [fix] = await actions(invisible, 'invisible-character');
    expect(edited(invisible, fix?.edit?.changes?.[client.uri(name)] ?? [])).toBe(text);
    await client.change(name, text);
  });

  test('a finding is suppressed with a reason that is still to be written', async () => {
    const textDocument = { uri: client.uri(name) };
    let now = text;
    for (const _ of ['first', 'second']) {
      const found = await client.diagnostics(name);
      const all = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
      const actions = await client.ask<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range: all,
        context: { diagnostics: [] },
      });
      const [except] = actions.filter(({ title }) => title.startsWith('Except '));
      if (!except) throw new Error(`Nothing to except: ${found.map(({ code }) => code).join()}`);
      const rule = except.title.split(' ')[1];
      now = edited(now, except.edit?.changes?.[client.uri(name)] ?? []);
      expect((await client.change(name, now)).some(({ severity }) => severity === 1)).toBe(true); // no reason yet
      now = now.replace(/(reason"?: )""/, '$1"A copy for training."');
      const left = await client.change(name, now);
      expect(left.filter(({ severity }) => severity === 1)).toEqual([]);
      expect(left.length).toBeLessThan(found.length);
      expect(now).toContain(`${rule}`);
    }
    await client.change(name, text);
  });

  test('hints and lenses show the support of a judgment', async () => {
    const textDocument = { uri: client.uri(name) };
    const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const hints = await client.ask<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    expect(hints.map(({ label }) => label).sort()).toEqual(['2 sources, 1 independent', '55–80 %']);
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command }) => command?.title)).toEqual(['evidence: 1 item for, 0 against']);
  });

  test('formatting gives the output of `fmt`, and then no more changes', async () => {
    const textDocument = { uri: client.uri(name) };
    const options = { tabSize: 2, insertSpaces: true };
    const swapped = text.replace(/^( *"?id.*\n)( *"?form.*\n)/m, '$2$1');
    await client.change(name, swapped);
    const edits = await client.ask<TextEdit[]>('textDocument/formatting', { textDocument, options });
    const formatted = edited(swapped, edits);
    expect(formatted.indexOf('rail')).toBeLessThan(formatted.indexOf('policy-memo'));
    await client.change(name, formatted);
    expect(await client.ask('textDocument/formatting', { textDocument, options })).toEqual([]);
    await client.change(name, text);
  });
});

describe('the files around an assessment', () => {
  const name = 'assessments/rail.json';
  const text = `${JSON.stringify(assessment, undefined, 2)}\n`;
  const note = {
    pointer: '/judgments/go-on/statement',
    quoted: 'go on',
    text: 'Until when?',
    author: 'N. Colleague',
    date: '2025-05-01T09:30:00Z',
    resolved: false,
  };
  const reviews = `${JSON.stringify({ notes: [{ ...note, text: 'Else?', resolved: true }, note] }, undefined, 2)}\n`;
  let client: Client;
  beforeAll(async () => {
    client = await Client.start({
      [name]: text,
      'assessments/register.json': register,
      'assessments/reviews/rail.json': reviews,
    });
    await client.open(name, text);
  });
  afterAll(async () => {
    expect(await client.stop()).toBe(0);
  });
  const codes = async () => (await client.diagnostics(name)).map(({ code }) => code);
  const actionsOn = async (code: string) => {
    const found = (await client.diagnostics(name)).find((each) => each.code === code);
    return client.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(name) },
      range: found?.range,
      context: { diagnostics: [found] },
    });
  };

  test('a missing target of a reference is added under its id', async () => {
    const bad = text.replace('"source": "authority"', '"source": "harbour-office"');
    await client.change(name, bad);
    const add = (await actionsOn('dangling-reference')).find(
      ({ title }) => title === 'Add the source `harbour-office`',
    );
    const mended = edited(bad, add?.edit?.changes?.[client.uri(name)] ?? []);
    const left = await client.change(name, mended);
    expect(left.filter(({ severity }) => severity === 1)).toEqual([]);
    expect((JSON.parse(mended) as { sources: { id?: string }[] }).sources.at(-1)?.id).toBe('harbour-office');

    const unread = text.replace('[@four-fires;', '[@nine-lives;');
    await client.change(name, unread);
    expect((await actionsOn('dangling-reference')).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Add the source `nine-lives`', 'Add the item of evidence `nine-lives`']),
    );
    await client.change(name, text);
  });

  test("a colleague's comment is resolved in the file of reviews", async () => {
    const resolve = (await actionsOn('unresolved-comment')).find(
      ({ title }) => title === 'Resolve this comment',
    );
    const uri = client.uri('assessments/reviews/rail.json');
    const changed = edited(reviews, resolve?.edit?.changes?.[uri] ?? []);
    expect(JSON.parse(changed)).toEqual({
      ...(JSON.parse(reviews) as object),
      notes: [
        { ...note, text: 'Else?', resolved: true },
        { ...note, resolved: true },
      ],
    });
    // The editor saves it without a notification: the server notices it on disk.
    await writeFile(join(client.folder, 'assessments/reviews/rail.json'), changed);
    await expect.poll(codes, { timeout: 10_000 }).not.toContain('unresolved-comment');
  });

  test('changes by another program are noticed', async () => {
    const path = join(client.folder, 'assessments/register.json');
    await writeFile(path, register.replace('"daily"', '"weekly"'));
    await expect.poll(codes, { timeout: 10_000 }).toContain('dangling-reference');
    await writeFile(path, register);
    await expect.poll(codes, { timeout: 10_000 }).not.toContain('dangling-reference');
    await writeFile(join(client.folder, 'threat-memo.config.yaml'), 'marking: nato\n');
    await expect.poll(codes, { timeout: 10_000 }).toContain('unknown-term');
  });
});

test('no text stops the server, and other files are left unchanged', async () => {
  const text = await readFile(
    new URL('../../assessments/dagestan-attacks-2016.json', import.meta.url),
    'utf8',
  );
  const name = 'assessments/x.json';
  const client = await Client.start({ [name]: text });
  await client.open(name, text);
  for (const bad of [
    '',
    '{',
    '[[[[',
    '"',
    '\u0000',
    '{"judgments": [null, 1, {"id": 3}]}',
    text.slice(0, 5000),
  ]) {
    const found = await client.change(name, bad);
    expect(found.some(({ severity }) => severity === 1)).toBe(true);
    for (const method of ['hover', 'completion', 'definition']) {
      await client.ask(`textDocument/${method}`, {
        textDocument: { uri: client.uri(name) },
        position: { line: 0, character: 1 },
      });
    }
    await client.ask('textDocument/documentSymbol', { textDocument: { uri: client.uri(name) } });
  }
  const foreign = { uri: client.uri('notes.txt') };
  await client.notify('textDocument/didOpen', {
    textDocument: { ...foreign, languageId: 'plaintext', version: 1, text: 'x' },
  });
  expect(await client.ask('textDocument/documentSymbol', { textDocument: foreign })).toEqual([]);
  expect(await client.change(name, text)).not.toContainEqual(
    expect.objectContaining({ severity: 1, code: 'syntax' }),
  );
  expect(await client.stop()).toBe(0);
});

test('terms of open vocabularies are completed, including the project’s own; a configuration’s settings too', async () => {
  const name = 'assessments/rail.json';
  const config = JSON.stringify({
    vocabularies: { 'incident-type': { 'balloon-theft': { en: 'theft of a balloon' } } },
    brand: { base: 'plain' },
  });
  const written = {
    ...assessment,
    incidents: [{ id: 'fire', title: 'Fire', date: '2025', type: 'arson' }],
    actors: [{ id: 'cell', name: 'Cell', type: 'cell', capabilities: [{ dimension: 'planning' }] }],
    edition: { number: 2, changes: [{ entity: 'judgments/go-on', reason: 'New.' }] },
  };
  const text = JSON.stringify(written, undefined, 2);
  const client = await Client.start({ [name]: text, 'threat-memo.config.json': config });
  await client.open(name, text);
  await client.open('threat-memo.config.json', config);
  const complete = (needle: string, file = name) =>
    client.at<CompletionItem[]>('textDocument/completion', file, needle);
  const labels = async (needle: string, file = name) =>
    (await complete(needle, file)).map(({ label }) => label);
  expect(await labels('"type": "ar|son"')).toEqual(expect.arrayContaining(['arson', 'cable-damage']));
  expect(await complete('"type": "ar|son"')).toContainEqual(
    expect.objectContaining({ label: 'balloon-theft', detail: 'theft of a balloon' }),
  );
  expect(await labels('"type": "c|ell"')).toContain('hacker-group');
  expect(await labels('"dimension": "p|lanning"')).toContain('initial-access');
  expect(await labels('"entity": "judg|ments/go-on"')).toContain('judgments/go-on');
  const settings = 'threat-memo.config.json';
  expect(await labels('"base":"|plain"', settings)).toEqual(['institute', 'ministry', 'plain']);
  expect(await labels('{"|base"', settings)).toContain('colours');
  expect(await labels('{"|vocabularies"', settings)).toContain('brand');
  expect(await client.stop()).toBe(0);
});

test('names of forms, languages and rules are completed, in an assessment and in the configuration', async () => {
  const name = 'assessments/rail.json';
  const config = '{ "rules": { "long-sentence": "off" }, "desk": { "forms": { "x": {} } } }';
  const text = JSON.stringify(
    {
      ...assessment,
      form: 'policy-memo',
      language: 'en',
      exceptions: [{ rule: 'long-sentence', at: '/judgments/0', reason: 'It is a quotation.' }],
    },
    undefined,
    2,
  );
  const own = 'templates/our-form/memo.md.hbs';
  const client = await Client.start({
    [name]: text,
    'threat-memo.config.json': config,
    [own]: '# {{title}}',
  });
  await client.open(name, text);
  await client.open('threat-memo.config.json', config);
  const complete = (needle: string, file = name) =>
    client.at<CompletionItem[]>('textDocument/completion', file, needle);
  const labels = async (needle: string, file = name) =>
    (await complete(needle, file)).map(({ label }) => label);
  expect(await labels('"form": "p|olicy-memo"')).toEqual([
    'commentary',
    'event-report',
    'explainer',
    'incident-brief',
    'one-pager',
    'our-form',
    'policy-memo',
  ]);
  expect(await labels('"language": "e|n"')).toEqual(['ar', 'de', 'en', 'fr', 'he', 'ru', 'uk']);
  const rules = await complete('"rule": "long|-sentence"');
  expect(rules).toContainEqual(expect.objectContaining({ label: 'vague-likelihood', detail: 'warning' }));
  // A rule without which the file would not be whole cannot be switched off.
  expect(rules.map(({ label }) => label)).not.toContain('unknown-form');
  const settings = 'threat-memo.config.json';
  expect(await labels('{ "|long-sentence"', settings)).toContain('judgment-without-evidence');
  expect(await labels('{ "|x"', settings)).toContain('our-form');
  expect(await client.stop()).toBe(0);
});

test('pictures and the project’s own fields are completed', async () => {
  const name = 'assessments/rail.json';
  const media = [
    { id: 'burnt-cabinet', file: 'a.png', alt: 'A cabinet, black.', caption: 'After.', credit: 'Police' },
  ];
  const written = {
    ...assessment,
    media,
    'x-desk': '',
    sections: [{ id: 'pattern', heading: 'A pattern', body: ['As [@ shows.', '![](media:)'] }],
  };
  const schema = {
    properties: {
      'x-desk': { title: 'Desk', enum: ['north', 'south'] },
      'x-reference': { description: 'The number under which it is filed.', type: 'string' },
      judgments: { items: { properties: { 'x-owner': { type: 'string' } } } },
    },
  };
  const text = JSON.stringify(written, undefined, 2);
  const client = await Client.start({
    [name]: text,
    'threat-memo.config.json': JSON.stringify({ fields: 'fields.schema.json' }),
    'fields.schema.json': JSON.stringify(schema),
    'assessments/register.json': register,
  });
  await client.open(name, text);
  const labels = async (needle: string) =>
    (await client.at<CompletionItem[]>('textDocument/completion', name, needle)).map(({ label }) => label);
  expect(await labels('As [@| shows')).toContain('fig-burnt-cabinet');
  expect(await labels('![](media:|)')).toEqual(['burnt-cabinet']);
  expect(await labels('"|x-desk": ""')).toContain('x-reference');
  expect(await labels('"x-desk": "|"')).toEqual(['north', 'south']);

  // A picture is known by its id wherever it is shown or referred to.
  const body = [
    'As [@fig-burnt-cabinet] and [@fig-burnt-cabinet; @four-fires] show.',
    '![](media:burnt-cabinet)',
  ];
  const shown = text.replace('"As [@ shows."', JSON.stringify(body[0])).replace('![](media:)', body[1] ?? '');
  await client.change(name, shown);
  const definition = await client.at<Location>('textDocument/definition', name, '(media:burnt|-cabinet)');
  const { line } = definition.range.start;
  expect(shown.split('\n')[line]).toContain('"id": "burnt-cabinet"');
  const references = await client.at<Location[]>('textDocument/references', name, '[@fig-burnt-|cabinet]', {
    context: { includeDeclaration: true },
  });
  expect(references).toHaveLength(4);
  const { changes = {} } = await client.at<WorkspaceEdit>(
    'textDocument/rename',
    name,
    '[@fig-burnt-|cabinet]',
    {
      newName: 'black-cabinet',
    },
  );
  expect(edited(shown, changes[client.uri(name)] ?? [])).toBe(
    shown.replaceAll('burnt-cabinet', 'black-cabinet'),
  );
  expect(await client.stop()).toBe(0);
});

test('an id that is used through YAML aliases is renamed once, where it is written', async () => {
  const text = `id: fire
form: policy-memo
title: Fire
authors: [{ name: A. Analyst }]
marking: TLP:GREEN
asOf: 2025-04-30
evidence:
  - { id: fires, statement: Four fires. }
judgments:
  - id: first
    statement: It is likely to go on.
    evidence: &both [fires]
  - id: second
    statement: It is likely to end.
    evidence: *both
`;
  const client = await Client.start({ 'threat-memo.config.json': '{}', 'assessments/fire.yaml': text });
  onTestFinished(async () => void (await client.stop()));
  const name = 'assessments/fire.yaml';
  await client.open(name, text);
  const params = { newName: 'blazes' };
  const { changes = {} } = await client.at<WorkspaceEdit>('textDocument/rename', name, 'id: fi|res', params);
  expect(edited(text, changes[client.uri(name)] ?? [])).toBe(
    text.replace('id: fires', 'id: blazes').replace('[fires]', '[blazes]'),
  );
});
