import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { openSource } from '../../../src/exchange/source.ts';
import { stixImporter } from '../../../src/exchange/stix/import.ts';
import { assessmentOf, context, importData, sourceFrom } from '../support.ts';

const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const times = {
  spec_version: '2.1',
  created: '2024-01-01T00:00:00.000Z',
  modified: '2024-01-01T00:00:00.000Z',
};

function object(type: string, index: number, more: object = {}): object {
  return { type, id: `${type}--${uuid(index)}`, ...times, name: `${type} ${index}`, ...more };
}

function bundle(objects: readonly object[]): object {
  return { type: 'bundle', id: `bundle--${uuid(0)}`, objects };
}

describe('an unusual bundle', () => {
  test('of 10,000 objects of all kinds is read in 5 s and 500 MB', () => {
    const types = [
      'threat-actor',
      'indicator',
      'malware',
      'attack-pattern',
      'incident',
      'note',
      'relationship',
      'file',
    ];
    const objects = Array.from({ length: 10_000 }, (_, index) => {
      const type = types[index % types.length] ?? 'file';
      const actor = index - (index % types.length);
      const about = {
        description: `Description of ${index}. `.repeat(20),
        external_references: [{ source_name: 'vendor', url: `https://example.org/${index}` }],
      };
      if (type === 'note')
        return object(type, index, {
          content: about.description,
          object_refs: [`threat-actor--${uuid(actor)}`],
        });
      if (type !== 'relationship') return object(type, index, about);
      const to =
        index % 16 === 6
          ? `malware--${uuid(actor + 2)}`
          : `threat-actor--${uuid(((actor + 80) % 9_000) - (((actor + 80) % 9_000) % 8))}`;
      return object(type, index, {
        relationship_type: 'uses',
        source_ref: `threat-actor--${uuid(actor)}`,
        target_ref: to,
      });
    });
    const text = JSON.stringify(bundle(objects));
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    const imported = stixImporter.import(sourceFrom('big.json', text), context);
    // Time of the processor: others may be at work on the machine.
    const used = process.cpuUsage(start);
    const seconds = (used.user + used.system) / 1e6;
    expect(seconds).toBeLessThan(5);
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(500);
    const assessment = assessmentOf(imported);
    expect(JSON.stringify(assessment).length).toBeLessThan(2_000_000);
    expect(imported.losses.some(({ why }) => why.includes('2,000 entries'))).toBe(true);
  }, 60_000);

  test('with more than 50,000 objects is refused; 50 MB are not even read', () => {
    const { remarks, parts } = importData(
      stixImporter,
      bundle(Array.from({ length: 50_001 }, (_, index) => object('file', index))),
    );
    expect(remarks.map(({ rule }) => rule)).toEqual(['too-many-entries']);
    expect(parts).toEqual([]);
    expect(openSource('big.json', new Uint8Array(50_000_000)).remarks[0]?.rule).toBe('import-too-large');
  });

  test('whose objects refer to one another in circles is imported', () => {
    const actors = [0, 1, 2].map((index) => object('threat-actor', index));
    const circle = [0, 1, 2].map((index) =>
      object('relationship', index, {
        relationship_type: 'part-of',
        source_ref: `threat-actor--${uuid(index)}`,
        target_ref: `threat-actor--${uuid((index + 1) % 3)}`,
      }),
    );
    const grouping = object('grouping', 1, { context: 'unspecified', object_refs: [`grouping--${uuid(1)}`] });
    const imported = importData(stixImporter, bundle([...actors, ...circle, grouping]));
    expect(assessmentOf(imported).relationships).toHaveLength(3);
  });

  test('with two different objects of one id: the first is used, with a warning', () => {
    const imported = importData(
      stixImporter,
      bundle([object('threat-actor', 1), object('threat-actor', 1, { name: 'Another' })]),
    );
    expect(imported.remarks.map(({ rule, pointer }) => [rule, pointer])).toContainEqual([
      'colliding-ids',
      '/objects/1',
    ]);
    expect(assessmentOf(imported).actors?.map(({ name }) => name)).toEqual(['threat-actor 1']);
    expect(imported.losses).toContainEqual(expect.objectContaining({ at: '/objects/1', value: 'Another' }));
  });

  test('with older versions, revoked objects, and invalid objects is imported', () => {
    const newer = object('threat-actor', 1, { name: 'Newer', modified: '2025-01-01T00:00:00.000Z' });
    const revoked = object('malware', 2, { revoked: true });
    const imported = importData(
      stixImporter,
      bundle([object('threat-actor', 1), newer, revoked, 7 as unknown as object, { type: 'x' }]),
    );
    expect(assessmentOf(imported).actors?.map(({ name }) => name)).toEqual(['Newer']);
    expect(imported.losses.map(({ at, what }) => [at, what])).toEqual(
      expect.arrayContaining([
        ['/objects/0', 'older version of a threat-actor'],
        ['/objects/2', 'revoked malware'],
        ['/objects/3', 'malformed object'],
        ['/objects/4', 'malformed object'],
      ]),
    );
  });

  test('with Markdown, citations, HTML and control characters in its texts: they are printed literally', () => {
    const name = '[@a] *b*\u001b[31m\n# c';
    const description = '<script>x</script> ![p](file:///etc/passwd) [@a]\n\n- one\n1. two';
    const imported = importData(stixImporter, bundle([object('threat-actor', 1, { name, description })]));
    const [actor] = assessmentOf(imported).actors ?? [];
    expect(actor?.name).toBe('[@a] *b* [31m # c');
    expect(actor?.summary).toEqual([
      '\\<script\\>x\\</script\\> !\\[p\\](file:///etc/passwd) \\[&#64;a\\]',
      '',
      '\\- one 1. two[@sample]',
    ]);
  });

  test('with keys that other programs trip over is imported', () => {
    const text = JSON.stringify(bundle([object('threat-actor', 1)])).replace(
      '"name"',
      '"__proto__":{"polluted":1},"constructor":{"x":1},"name"',
    );
    const imported = stixImporter.import(sourceFrom('a.json', text), context);
    expect(assessmentOf(imported).actors).toHaveLength(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(imported.losses.map(({ what }) => what)).toContain('constructor of threat-actor');
  });
});
