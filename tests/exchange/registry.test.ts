import { describe, expect, test } from 'vitest';
import type { Exporter, Importer, Loss } from '../../src/exchange/interfaces.ts';
import { MAX_IMPORT_BYTES, MAX_IMPORT_NESTING, MAX_IMPORT_VALUES } from '../../src/exchange/limits.ts';
import { groupLosses } from '../../src/exchange/losses.ts';
import { findExporter, findImporter, guessImporters, registerFormats } from '../../src/exchange/registry.ts';
import { openSource, readImportedJson } from '../../src/exchange/source.ts';

const nothing = { parts: [], losses: [], remarks: [] };
const byContent: Importer = {
  id: 'by-content',
  label: 'Content',
  endings: ['.json'],
  recognises: ({ json }) => (json.data as { kind?: unknown } | undefined)?.kind === 'content',
  import: () => nothing,
};
const byEnding: Importer = {
  id: 'by-ending',
  label: 'Ending',
  endings: ['.bib'],
  recognises: () => false,
  import: () => nothing,
};
const formats = registerFormats({ importers: [byContent] }, { importers: [byEnding] });

function sourceOf(file: string, text: string) {
  const { source } = openSource(file, new TextEncoder().encode(text));
  if (!source) throw new Error('The source is small.');
  return source;
}

describe('the registry of formats', () => {
  test("a user's own format is listed beside the shipped ones", () => {
    expect(findImporter(formats, 'by-ending')).toBe(byEnding);
    expect(findImporter(formats, 'other')).toBeUndefined();
  });

  test('two with the same id are refused', () => {
    expect(() => registerFormats({ importers: [byContent] }, { importers: [byContent] })).toThrow(
      /by-content/,
    );
  });

  test("content counts before the file's ending; a common ending decides nothing", () => {
    expect(guessImporters(formats, sourceOf('a.bib', '{"kind":"content"}'))).toEqual([byContent]);
    expect(guessImporters(formats, sourceOf('a.bib', '@book{a}'))).toEqual([byEnding]);
    expect(guessImporters(formats, sourceOf('a.json', '{}'))).toEqual([]);
  });
});

describe('a source', () => {
  test('is decoded and parsed on demand, and is undefined if it is neither', () => {
    expect(sourceOf('a.json', '\uFEFF{"a":1}').json.data).toEqual({ a: 1 });
    expect(sourceOf('a.txt', 'words').json.data).toBeUndefined();
    expect(openSource('a', new Uint8Array([0xff, 0x41])).source?.text).toBeUndefined();
  });

  test('of 50 MB is refused without being read', () => {
    const { source, remarks } = openSource('a.json', new Uint8Array(50_000_000));
    expect(source).toBeUndefined();
    expect(remarks[0]?.rule).toBe('import-too-large');
    expect(remarks[0]?.message).toContain(MAX_IMPORT_BYTES.toLocaleString('en'));
  });

  test('with too much nesting or too many values has a finding', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect(readImportedJson(deep).remarks[0]?.rule).toBe('nesting-too-deep');
    expect(readImportedJson(`[${'0,'.repeat(2_000_000)}0]`).remarks[0]?.rule).toBe('too-many-values');
    expect(readImportedJson('{"a":').remarks[0]?.rule).toBe('invalid-json');
  });
});

test('losses are grouped, dropped ones first, and all are listed', () => {
  const loss = (at: string, degree: Loss['degree'], what: string): Loss => ({
    at,
    degree,
    what,
    why: 'No place.',
  });
  const groups = groupLosses([
    loss('/a', 'extension', 'x'),
    loss('/b', 'dropped', 'y'),
    loss('/c', 'dropped', 'z'),
    loss('/d', 'dropped', 'z'),
  ]);
  expect(groups.map(({ what, losses }) => [what, losses.length])).toEqual([
    ['z', 2],
    ['y', 1],
    ['x', 1],
  ]);
});

describe('limits of imports', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const rules = (text: string) => readImportedJson(text).remarks.map(({ rule }) => rule);

  test('are the largest values still read', () => {
    expect(openSource('x', new Uint8Array(MAX_IMPORT_BYTES)).remarks).toEqual([]);
    expect(openSource('x', new Uint8Array(MAX_IMPORT_BYTES + 1)).remarks.map(({ rule }) => rule)).toEqual([
      'import-too-large',
    ]);
    expect(MAX_IMPORT_BYTES).toBe(25_000_000);
    expect(rules(nested(MAX_IMPORT_NESTING))).toEqual([]);
    expect(rules(nested(MAX_IMPORT_NESTING + 1))).toEqual(['nesting-too-deep']);
    expect(MAX_IMPORT_NESTING).toBe(64);
    // The list is a value itself.
    const list = (values: number) => `[${'0,'.repeat(values - 2)}0]`;
    expect(rules(list(MAX_IMPORT_VALUES))).toEqual([]);
    expect(rules(list(MAX_IMPORT_VALUES + 1))).toEqual(['too-many-values']);
    expect(MAX_IMPORT_VALUES).toBe(2_000_000);
  });
});

describe('exporters', () => {
  const exporter = (id: string): Exporter => ({
    id,
    label: id,
    export: () => ({ files: [], losses: [], remarks: [] }),
  });

  test('are found by their unique id', () => {
    const [one, two] = [exporter('one'), exporter('two')];
    const both = registerFormats({ exporters: [one] }, { exporters: [two] });
    expect([findExporter(both, 'one'), findExporter(both, 'two'), findExporter(both, 'three')]).toEqual([
      one,
      two,
      undefined,
    ]);
    expect(() => registerFormats({ exporters: [one, two, exporter('two')] })).toThrow(
      'Two exporters are called two.',
    );
  });

  test("capitals in a file's ending do not matter", () => {
    expect(guessImporters(formats, sourceOf('A.BIB', 'x'))).toEqual([byEnding]);
  });
});
