import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  biblatexExporter,
  bibtexExporter,
  cslExporter,
  risExporter,
} from '../../../src/exchange/citations/export.ts';
import { bibtexImporter, cslImporter, risImporter } from '../../../src/exchange/citations/import.ts';
import type { Exporter, Importer } from '../../../src/exchange/interfaces.ts';
import type { Assessment, Register, Source } from '../../../src/model/generated/types.ts';
import { sampled } from '../../support/soak.ts';
import { shippedAssessments, shippedRegister } from '../shipped.ts';
import { context, importFile, ownSamples, sourceFrom } from '../support.ts';

const formats: readonly [string, Exporter, Importer][] = [
  ['CSL-JSON', cslExporter, cslImporter],
  ['BibTeX', bibtexExporter, bibtexImporter],
  ['BibLaTeX', biblatexExporter, bibtexImporter],
  ['RIS', risExporter, risImporter],
];

function exported(exporter: Exporter, sources: readonly Source[], register: Register = {}) {
  const assessment = { id: 'a', sources } as unknown as Assessment;
  const { files, losses } = exporter.export({ assessment, register, options: {} });
  return { text: String(files[0]?.content), name: files[0]?.name, losses };
}

const sourcesIn = (importer: Importer, text: string) =>
  importer.import(sourceFrom('x', text), context).parts.flatMap(({ content }) => content.sources ?? []);

/** Each property that does not come back has a loss, and each loss is a property that does not come back. */
function expectTrueLosses(exporter: Exporter, importer: Importer, sources: readonly Source[]): void {
  const { text, losses } = exported(exporter, sources);
  const back = new Map(sourcesIn(importer, text).map(({ id, csl }) => [id, csl as unknown]));
  const gone = sources.flatMap(({ id, csl }, index) => {
    const there = (back.get(id) ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(csl ?? {})
      .filter(
        ([name, value]) => !['id', 'citation-key'].includes(name) && plain(value) !== plain(there[name]),
      )
      .map(([name]) => `/sources/${index}/csl/${name}`);
  });
  const said = losses
    .map(({ at }) => at)
    .filter((at) => at.includes('/csl/') && !/\/(id|citation-key)$/.test(at));
  expect(said.sort()).toEqual(gone.sort());
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : typeof inner === 'string'
        ? inner.replace(/\s+/g, ' ')
        : typeof inner === 'number'
          ? String(inner)
          : inner,
  );
}

const bibliography = importFile(bibtexImporter, `${ownSamples}citations/rail.bib`).parts.flatMap(
  ({ content }) => content.sources ?? [],
);

describe.each(formats)('%s', (_, exporter, importer) => {
  test('dates in words come back, or are told as losses', () => {
    const csl = {
      type: 'report' as const,
      title: 'Floods',
      issued: { literal: 'the spring after the flood' },
      accessed: { literal: 'one evening' },
      'original-date': { literal: 'long before' },
    };
    expectTrueLosses(exporter, importer, [{ id: 'floods', csl, reliability: 'B' }]);
  });

  test('is the same after import, except for the losses', () => {
    expectTrueLosses(exporter, importer, bibliography);
  });

  test('has the same ids after import, for every shipped assessment', () => {
    for (const assessment of shippedAssessments()) {
      const { files } = exporter.export({ assessment, register: shippedRegister, options: {} });
      const back = sourcesIn(importer, String(files[0]?.content));
      const ids = (assessment.sources ?? []).map(({ id, ref }) => id ?? ref);
      expect(back.map(({ id }) => id)).toEqual(ids);
    }
  });

  test('is the same after import, except for the losses, with any words', () => {
    const word = fc
      .stringMatching(/^[\p{L}\p{N}{}\\$%&#_~^"'@,= .-]{1,20}$/u)
      .filter((text) => /\p{L}{2}/u.test(text));
    const item = fc.record({
      title: word,
      family: word,
      publisher: word,
      year: fc.integer({ min: 1000, max: 2400 }),
    });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const sources = items.map(({ title, family, publisher, year }, index) => ({
          id: `s-${index}`,
          csl: {
            type: 'book',
            title: `${index} ${title.trim()}`,
            author: [{ family: family.trim(), given: 'A.' }],
            publisher: publisher.trim(),
            issued: String(year),
          },
        })) as Source[];
        const { text } = exported(exporter, sources);
        // No text of an item becomes an entry of its own, and none is lost.
        expect(sourcesIn(importer, text)).toHaveLength(sources.length);
        expectTrueLosses(exporter, importer, sources);
      }),
      { numRuns: sampled(30, 300) },
    );
  });
});

test('CSL-JSON loses nothing of an item, and BibLaTeX little of this bibliography', () => {
  const ofItems = (exporter: Exporter) =>
    exported(exporter, bibliography).losses.map(({ at, what }) => `${at} ${what}`);
  expect(ofItems(cslExporter)).toEqual([]);
  // "al-" is read as a word of its own.
  expect(ofItems(biblatexExporter)).toEqual(['/sources/0/csl/author source: author']);
  expect(ofItems(bibtexExporter)).not.toEqual([]);
});

test('properties beside the item, and entries of other collections, are losses', () => {
  const assessment = {
    id: 'a',
    sources: [{ ref: 'r', reliability: 'B', bias: 'x' }],
    judgments: [{ id: 'j', statement: 's' }],
  } as unknown as Assessment;
  const register: Register = { sources: [{ id: 'r', csl: { type: 'book', title: 'T' } }] };
  const { losses, files } = cslExporter.export({ assessment, register, options: {} });
  expect(losses.map(({ at }) => at)).toEqual(['/judgments', '/sources/0/reliability', '/sources/0/bias']);
  expect(files[0]?.name).toBe('a.csl.json');
  expect(JSON.parse(String(files[0]?.content))).toEqual([
    { id: 'r', 'citation-key': 'r', type: 'book', title: 'T' },
  ]);
});

test('dates are exported in the form that other programs read', () => {
  const issued = ['2024-03-22', '2024~', '2024-21', '2020/2022', '-0049', '202X'];
  const sources = issued.map((date, index) => ({
    id: `s${index}`,
    csl: { type: 'book', title: date, issued: date },
  }));
  const items = JSON.parse(exported(cslExporter, sources as Source[]).text) as { issued: unknown }[];
  expect(items.map((item) => item.issued)).toEqual([
    { 'date-parts': [[2024, 3, 22]] },
    { 'date-parts': [[2024]], circa: true },
    { 'date-parts': [[2024]], season: 1 },
    { 'date-parts': [[2020], [2022]] },
    { 'date-parts': [[-50]] },
    { raw: '202X' },
  ]);
});

test('RIS keeps an address on one line', () => {
  const url = `https://a.example/${'x'.repeat(200)}`;
  const { text } = exported(risExporter, [
    { id: 's', csl: { type: 'webpage', title: 'T', URL: url } },
  ] as Source[]);
  expect(text).toContain(`UR  - ${url}\r\n`);
});
