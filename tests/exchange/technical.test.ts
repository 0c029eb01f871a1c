import { expect, test } from 'vitest';
import { mispImporter } from '../../src/exchange/misp/import.ts';
import { stixImporter } from '../../src/exchange/stix/import.ts';
import { importData } from './support.ts';

const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

test('patterns of a bundle are counted, and the first ten named', () => {
  const indicators = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      type: 'indicator',
      spec_version: '2.1',
      id: `indicator--${uuid(index)}`,
      created: '2025-03-05T00:00:00.000Z',
      modified: '2025-03-05T00:00:00.000Z',
      name: `Beacon ${index}`,
      pattern: "[file:name = 'x']",
      pattern_type: 'stix',
      valid_from: '2025-03-05T00:00:00.000Z',
    }));
  const said = (count: number) =>
    JSON.stringify(
      importData(stixImporter, { type: 'bundle', id: `bundle--${uuid(99)}`, objects: indicators(count) })
        .parts,
    );
  expect(said(10)).toContain('10 in all: Beacon 0, Beacon 1, Beacon 2');
  expect(said(10)).toContain('Beacon 9.');
  expect(said(12)).toContain('12 in all: Beacon 0');
  expect(said(12)).toContain('Beacon 9 and 2 more.');
});

test('links of an event up to 2,000 characters are sources; longer or broken ones are losses', () => {
  const event = (value: string) => ({
    Event: {
      uuid: uuid(1),
      info: 'Cranes',
      date: '2025-03-05',
      Attribute: [{ uuid: uuid(2), type: 'link', category: 'External analysis', value }],
    },
  });
  const imported = (value: string) => importData(mispImporter, event(value));
  const addresses = (value: string) =>
    imported(value).parts.flatMap(({ content }) =>
      (content.sources ?? []).flatMap(({ csl }) => csl?.URL ?? []),
    );
  const long = `https://example.org/${'x'.repeat(1980)}`;
  expect(addresses(long)).toEqual([long]);
  for (const none of [`${long}x`, 'ftp://example.org/x', 'https://example.org/a b']) {
    expect(addresses(none)).toEqual([]);
    expect(imported(none).losses.map(({ what }) => what)).toContain('link that leads nowhere');
  }
});
