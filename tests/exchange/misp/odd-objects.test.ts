import { describe, expect, test } from 'vitest';
import { shortHash } from '../../../src/exchange/kit/ids.ts';
import { MAX_IMPORT_ENTRIES } from '../../../src/exchange/limits.ts';
import { mispExporter } from '../../../src/exchange/misp/export.ts';
import { mispImporter } from '../../../src/exchange/misp/import.ts';
import { readTagEdits } from '../../../src/exchange/misp/tag-edits.ts';
import {
  isUnderstood,
  likelihoodTag,
  readTag,
  reliabilityOf,
} from '../../../src/exchange/misp/taxonomies.ts';
import type { Assessment, Likelihood } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';
import { context, importData, sourceFrom } from '../support.ts';

type Values = readonly (readonly [relation: string, value: string, ...tags: readonly string[]])[];

const object = (name: string, uuid: string, values: Values, more: object = {}) => ({
  ...{ name, uuid, ...more },
  Attribute: values.map(([object_relation, value, ...tags]) => ({
    ...{ type: 'text', category: 'Other', object_relation, value },
    Tag: tags.map((tag) => ({ name: tag })),
  })),
});
function read(more: object) {
  const event = { uuid: 'e-1', info: 'Two fires', date: '2025-03-01', Tag: [{ name: 'tlp:green' }], ...more };
  const { parts, losses, remarks } = importData(mispImporter, { Event: event });
  return {
    content: parts[0]?.content ?? {},
    lost: losses.map(({ at, what, value }) => `${at} ${what}: ${value ?? ''}`),
    rules: remarks.map(({ rule }) => rule),
  };
}
const summaries = (list: Assessment['actors'] | Assessment['incidents'] = []) =>
  list.map(({ summary }) => summary);

describe('objects with several values of a kind', () => {
  test('keep every value: the first where it has a place, the others as facts', () => {
    const { content } = read({
      Object: [
        object('person', 'p', [
          ['alias', 'Ines'],
          ['alias', 'Inez'],
          ['alias', 'Ines'],
          ['first-name', 'Ines'],
          ['text', 'One.'],
          ['text', 'Two.'],
        ]),
        object('person', 'q', [
          ['first-name', 'Jan'],
          ['last-name', 'Lee'],
        ]),
        object('incident', 'i', [
          ['name', 'Fire'],
          ['description', 'D.'],
          ['description', 'E.'],
          ['detected_by', 'x'.repeat(201)],
        ]),
        object('news-media', 'n', [
          ['title', 'Again'],
          ['url', 'not yet'],
          ['url', 'https://example.org/a'],
          ['url', 'https://example.org/b'],
          ['content', 'C.'],
        ]),
      ],
    });
    expect(content.actors?.map(({ name, aliases }) => [name, aliases])).toEqual([
      ['Ines', ['Inez']],
      ['Jan Lee', undefined],
    ]);
    expect(summaries(content.actors)).toEqual([
      ['One.', 'first-name: Ines; text: Two.[@two-fires]'],
      undefined,
    ]);
    expect(summaries(content.incidents)).toEqual([
      ['D.', `description: E.; detected by: ${'x'.repeat(199)}…[@two-fires]`],
    ]);
    expect(content.sources?.slice(1).map(({ csl }) => csl?.URL)).toEqual(['https://example.org/a']);
    expect(content.evidence?.map(({ statement }) => statement)).toEqual([
      ['Again.', 'C.', 'url: not yet, https://example.org/b.'],
    ]);
  });

  test('have the strictest marking of their attributes; tags without a place are listed', () => {
    const { content, lost } = read({
      Object: [
        object('incident', 'i', [
          ['name', 'Fire', 'tlp:amber', 'own'],
          ['description', 'D.', 'tlp:red', 'tlp:clear'],
        ]),
        object('person', 'p', [['name', 'Ines', 'tlp:amber']]),
        object('annotation', 'a', [
          ['text', 'T.', 'admiralty-scale:information-credibility="2"', 'tlp:red', 'x:y="z"'],
        ]),
      ],
    });
    expect(content.incidents?.map(({ marking }) => marking)).toEqual(['TLP:RED']);
    expect(content.actors?.map(({ marking }) => marking)).toEqual(['TLP:AMBER']);
    expect(content.evidence?.map(({ marking, citations }) => [marking, citations])).toEqual([
      ['TLP:RED', [{ source: 'two-fires', credibility: 2 }]],
    ]);
    expect(lost.filter((line) => line.includes('tag of'))).toEqual([
      '/Event/Object/0/Attribute/0/Tag tag of an attribute: own',
      '/Event/Object/2/Attribute/0/Tag tag of an attribute: x:y="z"',
    ]);
  });

  test('say nothing where they are empty', () => {
    const { content, lost } = read({
      Object: [
        object('organization', 'o', []),
        object('report', 'r', []),
        object('incident', 'i', [], { deleted: true }),
      ],
    });
    expect(content.actors).toEqual([
      { id: 'organization', name: 'organization', type: { other: 'organization' } },
    ]);
    expect(content.evidence).toBeUndefined();
    expect(lost).toEqual(['/Event/Object/2 deleted object incident: ']);
  });

  test('without a number of their own are told apart by their words', () => {
    const start = 'x'.repeat(50);
    const text = (value: string) => ({ type: 'text', category: 'Other', value });
    const { content } = read({ Attribute: [text(start), text(`${start} two`), text(`${start} three`)] });
    expect(content.evidence?.map(({ id }) => id)).toEqual([
      start,
      `${start}-${shortHash(`${start} two`)}`,
      `${start}-${shortHash(`${start} three`)}`,
    ]);
  });

  test('are called as long as words may be', () => {
    const long = (count: number) => 'x'.repeat(count);
    const reference = (type: string) => ({ object_uuid: 'p', referenced_uuid: 'q', relationship_type: type });
    const { content } = read({
      Object: [
        object('person', 'p', [['name', 'Ines']], {
          ObjectReference: [reference(long(60)), reference(long(61))],
        }),
        object('person', 'q', [['name', 'Jan']]),
      ],
      Attribute: [
        { type: 'link', category: 'Other', value: `https://${long(200)}`, uuid: 'a' },
        { type: 'link', category: 'Other', value: `https://${long(201)}`, uuid: 'b' },
      ],
    });
    expect(content.relationships?.map(({ summary }) => summary)).toEqual([
      [`The event calls it “${long(60)}”.[@two-fires]`],
      [`The event calls it “${long(59)}…”.[@two-fires]`],
    ]);
    expect(content.sources?.slice(1).map(({ csl }) => csl?.title)).toEqual([long(200), `${long(199)}…`]);
  });
});

test.each([
  [MAX_IMPORT_ENTRIES - 1, 1, 1],
  [MAX_IMPORT_ENTRIES, 1, 0],
])('an event of %i attributes and %i object gives %i part', (attributes, objects, parts) => {
  const list = (count: number, one: object) => Array.from({ length: count }, () => one);
  const event = {
    ...{ uuid: 'e', info: 'A' },
    Attribute: list(attributes, { type: 'md5', value: 'a' }),
    Object: list(objects, { name: 'file', Attribute: [] }),
  };
  const imported = importData(mispImporter, { Event: event });
  expect(imported.parts).toHaveLength(parts);
  expect(imported.remarks.map(({ rule }) => rule)).toEqual([
    parts === 0 ? 'too-many-entries' : 'unmarked-import',
  ]);
});

test.each([
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), `${'x'.repeat(199)}…`],
])('a long title is cut', (words, title) => {
  expect(read({ info: words }).content.title).toBe(title);
  const named = mispImporter.import(
    sourceFrom(`${words}.json`, JSON.stringify({ Event: { uuid: 'e', info: '', Attribute: [] } })),
    context,
  );
  expect(named.parts[0]?.content.title).toBe(title.replace(/^x/, 'X'));
});

describe('tags', () => {
  test.each([
    ['a:b="c"', { namespace: 'a', predicate: 'b', value: 'c' }],
    [`a:b="${'c'.repeat(494)}"`, { namespace: 'a', predicate: 'b', value: 'c'.repeat(494) }],
    [`a:b="${'c'.repeat(495)}"`, undefined],
    ['a:b', undefined],
  ])('%s is read', (tag, expected) => {
    expect(readTag(tag)).toEqual(expected);
  });

  test('grades are letters of the scale in either case', () => {
    const graded = (value: string) => reliabilityOf([`admiralty-scale:source-reliability="${value}"`]);
    expect(['a', 'F', 'g', ''].map(graded)).toEqual(['A', 'F', undefined, undefined]);
    expect(['tlp:x', 'TLP:red', 'admiralty-scale:x', 'osint:x'].map(isUnderstood)).toEqual([
      ...[true, true, true, false],
    ]);
  });

  test.each<[Likelihood | undefined, string, string | undefined]>([
    [{ term: 'likely' } as Likelihood, 'icd-203', 'likely'],
    [{ term: 'probable' } as Likelihood, 'icd-203', 'likely'],
    [{ term: 'no such term' } as unknown as Likelihood, 'icd-203', undefined],
    [{ term: 'likely' } as Likelihood, 'phia', undefined],
    [undefined, 'icd-203', undefined],
  ])('%j on %s is tagged %s', (likelihood, scale, word) => {
    expect(likelihoodTag(likelihood, scale)).toBe(
      word && `estimative-language:likelihood-probability="${word}"`,
    );
  });

  const likely = 'estimative-language:likelihood-probability="likely"';
  const credible = 'admiralty-scale:information-credibility="2"';
  test.each<[string, object, string, object | undefined]>([
    ['judgments', {}, likely, { likelihood: { term: 'likely' } }],
    ['judgments', { likelihood: { range: [1, 2] } }, likely, undefined],
    [
      'judgments',
      { likelihood: { term: 'unlikely', note: 'n' } },
      likely,
      { likelihood: { term: 'likely', note: 'n' } },
    ],
    ['scenarios', {}, likely, undefined],
    ['scenarios', { likelihood: { term: 'unlikely' } }, likely, { likelihood: { term: 'likely' } }],
    [
      'evidence',
      { citations: [{ source: 's' }] },
      credible,
      { citations: [{ source: 's', credibility: 2 }] },
    ],
    [
      'evidence',
      { citations: [7, { source: 's' }] },
      credible,
      { citations: [{ source: 's', credibility: 2 }] },
    ],
    ['evidence', { citations: [{ source: 's' }, { source: 't' }] }, credible, undefined],
    ['evidence', {}, credible, undefined],
    ['sources', {}, 'admiralty-scale:source-reliability="b"', { reliability: 'B' }],
    ['evidence', {}, 'admiralty-scale:source-reliability="b"', undefined],
    ['gaps', {}, 'tlp:red', undefined],
  ])('of %s with %j: %s gives %j', (collection, entry, tag, expected) => {
    const edited = readTagEdits({ id: 'x', ...entry }, { collection, written: [], tags: [tag] }, {});
    expect(edited.entry).toEqual({ id: 'x', ...entry, ...expected });
    expect(edited.lost.map((one) => one.tag)).toEqual(expected ? [] : [tag]);
  });

  test('of one namespace replace one another in either case', () => {
    const edited = readTagEdits(
      { marking: 'TLP:GREEN' },
      { collection: 'assessment', written: ['tlp:green'], tags: ['TLP:RED'] },
      {},
    );
    expect(edited).toEqual({ entry: { marking: 'TLP:RED' }, lost: [] });
  });
});

describe('an exported event', () => {
  interface Exported {
    readonly Event: Readonly<Record<string, unknown>> & {
      readonly Object: readonly (Readonly<Record<string, unknown>> & {
        readonly Attribute: readonly { readonly Tag?: readonly { readonly name: string }[] }[];
      })[];
    };
  }
  const exported = (more: object) => {
    const assessment = assessmentWith(more as Partial<Assessment>);
    const { files } = mispExporter.export({ assessment, register: {}, options: {} });
    return (JSON.parse(String(files[0]?.content)) as Exported).Event;
  };

  test.each([
    ['draft', '0'],
    ['review', '1'],
    ['final', '2'],
    ['superseded', '2'],
  ])('that is a %s is at stage %s of its analysis', (status, analysis) => {
    expect(exported({ status }).analysis).toBe(analysis);
  });

  test.each([
    ['2025-03-05', undefined, '2025-03-05', '1741132800'],
    ['2025-03-05', '2025-03-06', '2025-03-06', '1741219200'],
    ['2025-03-05', '2025-03-04', '2025-03-04', '1741132800'],
  ])('as of %s and published %s is of %s, changed at %s', (asOf, published, date, timestamp) => {
    expect(exported({ asOf, ...(published !== undefined && { published }) })).toMatchObject({
      date,
      timestamp,
    });
  });

  test.each([
    [[{ name: 'Berg', affiliation: 'House' }], 'House'],
    [[{ name: 'Berg' }, { name: 'Lee', affiliation: 'House' }], 'Berg'],
    [[], 'threat-memo'],
  ])('by %j is of %s', (authors, name) => {
    expect(exported({ authors }).Orgc).toMatchObject({ name });
  });

  test('has a link for each source with an address, by its title or its kind', () => {
    const source = (id: string, csl: object) => ({ id, csl: { type: 'report', ...csl }, reliability: 'B' });
    const { Attribute } = exported({
      sources: [
        source('a', { title: 'A', URL: 'https://example.org/a' }),
        source('b', { URL: 'http://example.org/b' }),
        source('c', { title: 'C', URL: 'ftp://example.org/c' }),
        source('d', { title: 'D' }),
      ],
    }) as unknown as { readonly Attribute: readonly object[] };
    expect(Attribute).toMatchObject([
      { type: 'link', value: 'https://example.org/a', comment: 'A' },
      { type: 'link', value: 'http://example.org/b', comment: 'report' },
    ]);
    expect(Attribute).toHaveLength(2);
  });

  test('has the surest credibility of evidence as a tag, and at most three references alike', () => {
    const cited = (credibility: number) => ({ source: 's', credibility });
    const { Object: objects } = exported({
      sources: [{ id: 's', csl: { type: 'report', title: 'S' }, reliability: 'B' }],
      evidence: [
        { id: 'e', statement: 'E.', kind: 'report', citations: [4, 2, 3, 6].map(cited) },
        { id: 'f', statement: 'F.', kind: 'report' },
      ],
      gaps: [],
    });
    const [first, second] = objects.filter(({ name }) => name === 'threat-memo-evidence');
    const tags = first?.Attribute.flatMap(({ Tag = [] }) => Tag.map(({ name }) => name));
    expect(tags).toEqual(['admiralty-scale:information-credibility="2"']);
    expect(first?.ObjectReference).toHaveLength(3);
    expect(second).not.toHaveProperty('ObjectReference');
    expect(objects.map(({ name }) => name)).not.toContain('threat-memo-gaps');
  });
});
