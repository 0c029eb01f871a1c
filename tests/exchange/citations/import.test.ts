import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bibtexImporter, cslImporter, risImporter } from '../../../src/exchange/citations/import.ts';
import type { ImportContext, Imported, Importer, Loss } from '../../../src/exchange/interfaces.ts';
import { guessImporters } from '../../../src/exchange/registry.ts';
import { shippedFormats } from '../../../src/exchange/shipped.ts';
import type { Assessment, Register, Source } from '../../../src/model/generated/types.ts';
import { validateRegister } from '../../../src/validate/validate.ts';
import { processorTime } from '../../support/processor-time.ts';
import { context, importFile, ownSamples, printedLosses, publicSamples, sourceFrom } from '../support.ts';

const own = (name: string) => `${ownSamples}citations/${name}`;

function read(importer: Importer, text: string, more: Partial<ImportContext> = {}): Imported {
  return importer.import(sourceFrom('sample', text), { ...context, ...more });
}

function sourcesOf({ parts }: Imported): readonly Source[] {
  return parts.flatMap(({ content }) => content.sources ?? []);
}

const cslOf = (imported: Imported, id: string) => sourcesOf(imported).find((source) => source.id === id)?.csl;

const lossLines = (losses: readonly Loss[]) =>
  losses.map(({ at, what, degree }) => `${at}: ${what} (${degree})`);

/** The imported sources are valid in a register. */
function expectRegister(imported: Imported): void {
  const { remarks } = validateRegister({ sources: sourcesOf(imported) });
  expect(remarks).toEqual([]);
  expect(imported.parts.map(({ belongs }) => belongs)).toEqual(['register']);
}

describe('BibTeX and BibLaTeX', () => {
  const imported = importFile(bibtexImporter, own('rail.bib'));

  test('become sources of the register, under their keys', () => {
    expectRegister(imported);
    expect(sourcesOf(imported).map(({ id }) => id)).toEqual([
      ...['berg2025', 'lee-chapter', 'handbook', 'channel', 'decade', 'old', 'thesis'],
    ]);
  });

  test('are read with their letters, names, particles and abbreviations', () => {
    expect(cslOf(imported, 'berg2025')).toMatchObject({
      type: 'article-journal',
      title: 'The NATO <i>fires</i> of São João & Köln — part 2',
      author: [
        { family: 'Berg', given: 'Ines', 'non-dropping-particle': 'van der' },
        { literal: 'Rail Safety Authority' },
        { family: 'Masri', given: 'Abu', 'non-dropping-particle': 'al-' },
        { family: 'King', given: 'Martin', suffix: 'Jr.' },
      ],
      'container-title': 'Northern Post',
      issued: '2025-04',
      volume: '12',
      issue: '3',
      page: '4-9',
      DOI: '10.5555/rail.1',
    });
  });

  test('inherit from the entry to which they refer', () => {
    expect(cslOf(imported, 'lee-chapter')).toMatchObject({
      type: 'chapter',
      title: 'Cabinets',
      'container-title': 'A Handbook of Signals',
      editor: [{ family: 'Ed', given: 'E.' }],
      edition: '2',
      publisher: 'P',
      'publisher-place': 'London',
      issued: '2011',
      page: '77',
    });
  });

  test('keep the precision of their dates', () => {
    expect(cslOf(imported, 'channel')).toMatchObject({ issued: '2016~', accessed: '2021-01-02' });
    expect(cslOf(imported, 'decade')?.issued).toBe('202X');
    expect(cslOf(imported, 'old')?.issued).toBe('-0049');
    expect(cslOf(imported, 'thesis')?.genre).toBe('PhD thesis');
  });

  test('have the listed losses', () => {
    expect(lossLines(imported.losses)).toEqual([
      'entry berg2025, field file: field file (dropped)',
      'entry berg2025, field myfield: field myfield (dropped)',
    ]);
  });

  test('are imported even if one entry is broken', () => {
    const broken = read(
      bibtexImporter,
      '@string{a = "A"}\n@book{x, title={X}\n@book{y, title={Y}, publisher=a}\n',
    );
    expect(sourcesOf(broken).map(({ csl }) => [csl?.title, csl?.publisher])).toEqual([['Y', 'A']]);
    expect(lossLines(broken.losses)).toEqual(['line 2: entry that cannot be read (dropped)']);
  });

  test.each([
    ['braces without end', `@book{a, title=${'{'.repeat(50_000)}`],
    ['an entry that refers to itself', '@book{a, title={A}, crossref={a}}'],
    ['entries in a circle', '@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}'],
    ['the names of prototypes', '@book{__proto__, title={A}, constructor={x}}\n@book{toString, title={B}}'],
    ['nothing but signs', `@${'@'.repeat(100_000)}`],
    [
      'many keys',
      Array.from({ length: 3000 }, (_, index) => `@misc{k${index}, title={T ${index}}}`).join('\n'),
    ],
  ])('do no harm: %s', (_, text) => {
    const took = processorTime(() => {
      const { parts, losses, remarks } = read(bibtexImporter, text);
      expect(parts.length + losses.length + remarks.length).toBeGreaterThan(0);
      expect(sourcesOf({ parts, losses, remarks }).length).toBeLessThanOrEqual(2000);
    });
    expect(took).toBeLessThan(5000);
  });
});

describe('RIS', () => {
  const imported = importFile(risImporter, own('rail.ris'));

  test('becomes sources of the register', () => {
    expectRegister(imported);
    const [first, second] = sourcesOf(imported);
    expect(first).toMatchObject({
      id: 'berg2025',
      csl: {
        type: 'article-journal',
        author: [{ family: 'Berg', given: 'Ines' }, { literal: 'Rail Safety Authority' }],
        title: 'The fires  - a reckoning',
        'container-title': 'Northern Post',
        issued: '2025-04-13',
        accessed: '2025-05-01',
        URL: 'https://post.example/a-very-long-address-that-other-programs-break-into-lines?x=1',
      },
    });
    expect(second).toMatchObject({
      id: 'rail-safety-authority-2025',
      csl: { type: 'report', issued: '2025-04', note: 'A note that goes on' },
    });
  });

  test('has the listed losses', () => {
    expect(lossLines(imported.losses)).toEqual(['record 1, tag L1: tag L1 (dropped)']);
  });
});

describe('CSL-JSON as Zotero exports it', () => {
  const imported = importFile(cslImporter, own('zotero.json'));

  test('becomes sources of the register, and lines of Extra become properties', () => {
    expectRegister(imported);
    expect(sourcesOf(imported)[0]).toEqual({
      id: 'doe-2025',
      csl: {
        id: 'http://zotero.org/users/1/items/ABCD2345',
        type: 'report',
        title: 'Quarterly <i>Safety</i> Report',
        'title-short': 'Safety Report',
        publisher: 'Rail Safety Authority',
        language: 'en',
        author: [{ family: 'Doe', given: 'J.' }],
        issued: '2025-04',
        accessed: '2025-05-01',
        DOI: '10.5555/report.1',
        'original-date': '2019',
        PMID: '123',
        note: 'Seen in print only',
      },
    });
    expect(cslOf(imported, 'statement')?.issued).toEqual({ literal: 'spring of 2025' });
    expect(cslOf(imported, 'bee')).toMatchObject({ type: 'document', issued: { literal: '2024-13-40' } });
  });

  test('has the listed losses', () => {
    expect(lossLines(imported.losses)).toEqual([
      '/0/author: part of author (changed)',
      '/0/custom: property custom (dropped)',
      '/0/note: line of Extra (dropped)',
      '/2/type: kind of item (changed)',
    ]);
  });
});

describe('an existing item', () => {
  const csl = (more: object) => [{ type: 'report', title: 'Annual Report', issued: '2024', ...more }];
  const register = {
    sources: [
      {
        id: 'annual',
        csl: { type: 'report', title: 'Annual Report', issued: '2024', DOI: '10.5555/a', publisher: 'P' },
      },
      { id: 'page', csl: { type: 'webpage', title: 'Page', URL: 'https://www.a.example/x/' } },
    ],
  } as unknown as Register;
  const take = (items: unknown, more: Partial<ImportContext> = {}) =>
    read(cslImporter, JSON.stringify(items), { register, ...more });

  test.each([
    ['a DOI in other letters', csl({ title: 'Other', DOI: 'https://doi.org/10.5555/A' })],
    ['an address', [{ type: 'webpage', title: 'Other', URL: 'http://a.example/x#top' }]],
    ['title and year', csl({ title: 'Annual report', publisher: 'P' })],
  ])('is recognised by %s', (_, items) => {
    const imported = take(items);
    expect(imported.parts).toEqual([]);
    expect(imported.remarks).toMatchObject([{ rule: 'already-there', severity: 'note' }]);
  });

  test.each([
    ['the year is another', csl({ issued: '2023' })],
    ['another body wrote it', csl({ publisher: 'Q' })],
  ])('is another item if %s', (_, items) => {
    expect(sourcesOf(take(items))).toHaveLength(1);
  });

  test('keeps its values; differences of the new one are listed', () => {
    expect(
      lossLines(take(csl({ publisher: 'P', volume: 3, issued: '2024-05', DOI: '10.5555/a' })).losses),
    ).toEqual([
      '/0/issued: property issued of a known item (dropped)',
      '/0/volume: property volume of a known item (dropped)',
    ]);
  });

  test('is referred to by an assessment that is named, without a grade', () => {
    const into = { sources: [] } as unknown as Assessment;
    expect(sourcesOf(take(csl({ publisher: 'P' }), { into }))).toEqual([{ ref: 'annual', reliability: 'F' }]);
    expect(sourcesOf(take(csl({ publisher: 'Q' }), { into }))).toMatchObject([{ reliability: 'F' }]);
  });

  test('is not added a second time', () => {
    for (const [importer, file] of [
      [bibtexImporter, 'rail.bib'],
      [risImporter, 'rail.ris'],
      [cslImporter, 'zotero.json'],
    ] as const) {
      const text = readFileSync(own(file), 'utf8');
      const sources = sourcesOf(read(importer, text));
      const again = read(importer, text, { register: { sources } as ImportContext['register'] });
      expect(again.parts, file).toEqual([]);
    }
  });
});

describe('formats', () => {
  test.each([
    ['rail.bib', 'bibtex'],
    ['rail.ris', 'ris'],
    ['zotero.json', 'csl'],
  ])('are recognised by their content: %s', (file, id) => {
    const source = sourceFrom('download', readFileSync(own(file)));
    expect(guessImporters(shippedFormats, source).map((importer) => importer.id)).toEqual([
      ...(id === 'csl' ? ['csl'] : [id]),
    ]);
  });

  test.each([
    '',
    '{}',
    '[]',
    'Dear reader, @home: nothing',
    '{"type":"bundle","id":"bundle--1","objects":[]}',
  ])('do not recognise %j', (text) => {
    for (const importer of [bibtexImporter, risImporter, cslImporter]) {
      expect(importer.recognises(sourceFrom('x', text))).toBe(false);
      expect(read(importer, text).remarks).toMatchObject([{ severity: 'error' }]);
    }
  });
});

describe.runIf(existsSync(publicSamples))('the public samples', () => {
  const folder = `${publicSamples}citations/`;

  test('give the same as BibLaTeX and as CSL-JSON', () => {
    const bib = importFile(bibtexImporter, `${folder}biblatex-input.bib`);
    const csl = importFile(cslImporter, `${folder}biblatex-csl.json`);
    expectRegister(bib);
    expectRegister(csl);
    expect(sourcesOf(bib)).toHaveLength(28);
    // Braces around the name of a body, and words for a key of biblatex, are in the one alone.
    const plain = (source: Source) => {
      const { author: _, genre: __, ...rest } = source.csl as unknown as Record<string, unknown>;
      return { id: source.id, ...rest };
    };
    expect(sourcesOf(bib).map(plain)).toEqual(sourcesOf(csl).map(plain));
    expect(printedLosses(bib.losses).split('\n')).toEqual([
      ...[
        '3 × field origlanguage (dropped): Bibliographic items in CSL have no such property. entry winklerprins:entry, field origlanguage',
        '2 × field titleaddon (dropped): Bibliographic items in CSL have no such property. entry renner:single, field titleaddon',
        '1 × field booktitleaddon (dropped): Bibliographic items in CSL have no such property. entry renner:chapter, field booktitleaddon',
        '1 × field number (dropped): Bibliographic items in CSL have no such property. entry terano:thesis, field number',
        '1 × property custom (dropped): An item of an assessment has no such property. entry Willighagen2019CitationjsAF, field custom',
      ],
    ]);
  });
});

describe('exports of Zotero', () => {
  test('as CSL-JSON: notes and files of items are listed, Extra is read, ranges of dates stay', () => {
    const path = own('zotero-library.json');
    expect(
      guessImporters(shippedFormats, sourceFrom('zotero-library.json', readFileSync(path))).map(
        ({ id }) => id,
      ),
    ).toEqual(['csl']);
    const imported = importFile(cslImporter, path);
    expectRegister(imported);
    const [article] = sourcesOf(imported);
    expect(article?.csl).toMatchObject({
      issued: '2024-02/2024-04',
      accessed: '2024-03-22',
      'original-date': '1998',
      PMID: '12',
      author: [
        { family: 'Berg', 'non-dropping-particle': 'van der' },
        { literal: 'UN Office' },
        { family: 'de Gaulle' },
      ],
    });
    expect(lossLines(imported.losses)).toContain('/4: note without a title (dropped)');
  });

  test('as BibTeX and RIS, with a byte-order mark, files, notes and dates with slashes', () => {
    const bib = importFile(bibtexImporter, own('zotero.bib'));
    expectRegister(bib);
    expect(cslOf(bib, 'berg-ports-2024')).toMatchObject({ issued: '2024-02', page: '1-9', DOI: '10.1/x_y' });
    expect(lossLines(bib.losses)).toContain('entry berg_ports_2024, field file: field file (dropped)');
    expect(lossLines(bib.losses)).toContain('entry berg_ports_2024, field author: “and others” (dropped)');
    expect(JSON.stringify(bib.parts)).not.toContain('others');
    const ris = importFile(risImporter, own('zotero.ris'));
    expectRegister(ris);
    expect(sourcesOf(ris)[0]?.csl).toMatchObject({
      issued: '2024-03-22',
      accessed: '2024-03-23',
      note: 'a note\nsecond',
    });
    expect(lossLines(ris.losses)).toContain('record 1, tag L1: tag L1 (dropped)');
  });
});
