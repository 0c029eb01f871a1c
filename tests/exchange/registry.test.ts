import { describe, expect, test } from 'vitest';
import type { Importer, Loss } from '../../src/exchange/interfaces.ts';
import { MAX_IMPORT_BYTES } from '../../src/exchange/limits.ts';
import { groupLosses } from '../../src/exchange/losses.ts';
import { findImporter, guessImporters, registerFormats } from '../../src/exchange/registry.ts';
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
  test("a user's own format stands beside those before it", () => {
    expect(findImporter(formats, 'by-ending')).toBe(byEnding);
    expect(findImporter(formats, 'other')).toBeUndefined();
  });

  test('two of the same id are refused', () => {
    expect(() => registerFormats({ importers: [byContent] }, { importers: [byContent] })).toThrow(
      /by-content/,
    );
  });

  test('content decides before the ending; a common ending decides nothing', () => {
    expect(guessImporters(formats, sourceOf('a.bib', '{"kind":"content"}'))).toEqual([byContent]);
    expect(guessImporters(formats, sourceOf('a.bib', '@book{a}'))).toEqual([byEnding]);
    expect(guessImporters(formats, sourceOf('a.json', '{}'))).toEqual([]);
  });
});

describe('a source', () => {
  test('is decoded and parsed when asked, and undefined where it is neither', () => {
    expect(sourceOf('a.json', '\uFEFF{"a":1}').json.data).toEqual({ a: 1 });
    expect(sourceOf('a.txt', 'words').json.data).toBeUndefined();
    expect(openSource('a', new Uint8Array([0xff, 0x41])).source?.text).toBeUndefined();
  });

  test('of 50 MB is refused unread', () => {
    const { source, remarks } = openSource('a.json', new Uint8Array(50_000_000));
    expect(source).toBeUndefined();
    expect(remarks[0]?.rule).toBe('import-too-large');
    expect(remarks[0]?.message).toContain(MAX_IMPORT_BYTES.toLocaleString('en'));
  });

  test('nested too deep, or too full, has a remark', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    expect(readImportedJson(deep).remarks[0]?.rule).toBe('nesting-too-deep');
    expect(readImportedJson(`[${'0,'.repeat(2_000_000)}0]`).remarks[0]?.rule).toBe('too-many-values');
    expect(readImportedJson('{"a":').remarks[0]?.rule).toBe('invalid-json');
  });
});

test('losses are grouped, what is gone first, none left out', () => {
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
