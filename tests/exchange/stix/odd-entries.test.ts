import { describe, expect, test } from 'vitest';
import { stixExporter } from '../../../src/exchange/stix/export.ts';
import { markingId, typeWord } from '../../../src/exchange/stix/exported-words.ts';
import { stixImporter } from '../../../src/exchange/stix/import.ts';
import { schemeOf } from '../../../src/model/conventions/conventions.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';
import { importData } from '../support.ts';
import type { StixObject } from './objects.ts';

const register: Register = {
  actors: [
    { id: 'herons', name: 'Grey Herons', type: 'cell' },
    { id: 'board', name: 'Rail Board', type: 'organization' },
    { id: 'far', name: 'Far Group', type: 'unknown' },
  ],
  incidents: [{ id: 'old-fire', title: 'Old fire' }],
} as unknown as Register;

function exported(more: object): { readonly objects: StixObject[]; readonly report: StixObject } {
  const assessment = assessmentWith(more as Partial<Assessment>);
  const { files } = stixExporter.export({ assessment, register, options: {} });
  const { objects } = JSON.parse(String(files[0]?.content)) as { readonly objects: StixObject[] };
  const [report] = objects;
  if (report?.type !== 'report') throw new Error('The first object is the report.');
  return { objects, report };
}
const own = ({ extensions }: StixObject) =>
  Object.values(extensions as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[0] ?? {};
const of = (objects: readonly StixObject[], collection: string) =>
  objects.filter((object) => object.extensions !== undefined && own(object).collection === collection);

describe('entries that say little', () => {
  test('have the name and the type of the register, otherwise their id', () => {
    const { objects } = exported({
      actors: [{ ref: 'herons' }, { ref: 'board' }, { ref: 'gone' }, { id: 'x' }],
      incidents: [{ ref: 'old-fire' }, { ref: 'gone' }, { id: 'y' }],
    });
    expect(of(objects, 'actors').map(({ type, name, ...more }) => [type, name, kindOf(more)])).toEqual([
      ['threat-actor', 'Grey Herons', ['unknown']],
      ['identity', 'Rail Board', 'organization'],
      ['identity', 'gone', 'unknown'],
      ['identity', 'x', 'unknown'],
    ]);
    expect(of(objects, 'incidents').map(({ name }) => name)).toEqual(['Old fire', 'gone', 'y']);
  });
  const kindOf = (more: Readonly<Record<string, unknown>>) => more.threat_actor_types ?? more.identity_class;

  test('have no empty lists; lists without entries stay with the report', () => {
    const { objects, report } = exported({
      actors: [{ id: 'a', name: 'A', type: 'cell', aliases: [] }],
      evidence: [{ id: 'e', statement: 'Seen.', kind: 'report' }],
      incidents: [],
      relationships: [{ id: 'r', from: 'a', to: 'a', type: 'supports', asserts: [], denies: [] }],
    });
    expect(of(objects, 'actors')[0]).not.toHaveProperty('aliases');
    const [evidence] = of(objects, 'evidence');
    for (const member of ['confidence', 'external_references', 'authors'])
      expect(evidence).not.toHaveProperty(member);
    expect(evidence?.object_refs).toEqual([report.id]);
    expect(report).not.toHaveProperty('external_references');
    expect(own(report).contents).toEqual({
      actors: ['a'],
      relationships: ['r'],
      evidence: ['e'],
      judgments: expect.any(Array),
    });
    expect(own(report).entry).toMatchObject({ incidents: [] });
    expect(objects.filter(({ type }) => type === 'opinion')).toEqual([]);
  });

  test('a second entry of an id has an object of its own, the same in each export', () => {
    const twice = () =>
      of(
        exported({
          evidence: [1, 2, 3].map((at) => ({ id: 'e', statement: `S${at}.`, kind: 'report' })),
        }).objects,
        'evidence',
      );
    expect(new Set(twice().map(({ id }) => id)).size).toBe(3);
    expect(twice()).toEqual(twice());
  });

  test('refer to what they are about, each once; otherwise to the report', () => {
    const { objects, report } = exported({
      trends: [
        { id: 't', subject: 'fires', direction: 'rising' },
        { id: 'u', direction: 'rising' },
      ],
      judgments: [{ id: 'j', statement: 'J.', evidence: ['e'] }],
      evidence: [{ id: 'e', statement: 'E.', kind: 'report' }],
      scenarios: [{ id: 's', title: 'Worse', narrative: 'N.' }],
      implications: [{ id: 'i', statement: 'I.', judgments: ['j', 'j', 'gone'] }],
    });
    const note = (collection: string, at = 0) => of(objects, collection)[at];
    expect([note('trends')?.content, note('trends', 1)?.content]).toEqual(['fires', 'Trend']);
    expect(note('implications')?.object_refs).toEqual([note('judgments')?.id]);
    expect(note('evidence')?.object_refs).toEqual([note('judgments')?.id]);
    expect(note('scenarios')).toMatchObject({ abstract: 'Worse', content: 'N.', object_refs: [report.id] });
  });
});

test('evidence is as sure as its surest citation', () => {
  const { objects } = exported({
    sources: [{ id: 's', csl: { type: 'report', title: 'S' }, reliability: 'B' }],
    evidence: [
      {
        ...{ id: 'e', statement: 'E.', kind: 'report' },
        citations: [
          { source: 's', credibility: 4 },
          { source: 's', credibility: 2 },
          { source: 's', credibility: 6 },
        ],
      },
    ],
  });
  expect(of(objects, 'evidence')[0]?.confidence).toBe(70);
});

test.each<[object, readonly object[]]>([
  [{ asserts: ['A'] }, [{ opinion: 'strongly-agree', authors: ['A'] }]],
  [{ denies: ['B'] }, [{ opinion: 'strongly-disagree', authors: ['B'] }]],
  [{ denies: ['B'], standing: 'denied' }, [{ opinion: 'strongly-disagree', authors: ['B'] }]],
  [
    { standing: 'disputed' },
    [{ opinion: 'disagree', explanation: 'Standing of the relationship in the assessment: disputed.' }],
  ],
  [
    { standing: 'denied' },
    [
      {
        opinion: 'strongly-disagree',
        explanation: 'Standing of the relationship in the assessment: denied.',
      },
    ],
  ],
  [{ standing: 'confirmed' }, []],
])('a relationship with %j has these opinions: %j', (more, opinions) => {
  const { objects } = exported({
    relationships: [{ id: 'r', from: 'herons', to: 'board', type: 'supports', ...more }],
  });
  const found = objects.filter(({ type }) => type === 'opinion');
  expect(found).toMatchObject(opinions);
  expect(found).toHaveLength(opinions.length);
  expect(found.map((one) => Object.keys(one).filter((key) => key in (opinions[0] ?? {})).length)).toEqual(
    opinions.map((one) => Object.keys(one).length),
  );
});

test('ends of relationships that are no actors of the assessment get one object each', () => {
  const { objects } = exported({
    relationships: [
      { id: 'r', from: 'far', to: 'nobody', type: 'supports' },
      { id: 's', from: 'nobody', to: 'far', type: 'supports' },
    ],
  });
  const identities = objects.filter(({ type, name }) => type === 'identity' && name !== 'threat-memo');
  expect(identities.map(({ name, identity_class }) => [name, identity_class])).toEqual([
    ['Far Group', 'unknown'],
    ['nobody', 'unknown'],
  ]);
  const [far, nobody] = identities.map(({ id }) => id);
  expect(of(objects, 'relationships').map(({ source_ref, target_ref }) => [source_ref, target_ref])).toEqual([
    [far, nobody],
    [nobody, far],
  ]);
});

test.each([
  ['2025-03-01', undefined, '2025-03-01', '2025-03-01'],
  ['2025-03-01', '2025-03-09', '2025-03-01', '2025-03-09'],
  ['2025-03-01', '2025-02-01', '2025-03-01', '2025-03-01'],
  ['../2025-06-03', undefined, '2025-06-03', '2025-06-03'],
  ['..', '2025-07-01', '1970-01-01', '2025-07-01'],
])('as of %s, published %s: made on %s, changed on %s', (asOf, published, created, modified) => {
  const { report } = exported({ asOf, ...(published !== undefined && { published }) });
  expect([report.created, report.modified, report.published]).toEqual(
    [created, modified, modified].map((day) => `${day}T00:00:00.000Z`),
  );
});

test('each label that is used has its definition, in the order of their names', () => {
  const evidence = (id: string, more: object) => ({ id, statement: 'S.', kind: 'report', ...more });
  const { objects } = exported({
    marking: 'TLP:GREEN',
    sources: [
      { id: 's', csl: { type: 'report', title: 'S' }, reliability: 'B', marking: 'TLP:RED' },
      { id: 't', csl: { type: 'report', title: 'T' }, reliability: 'B', marking: 'TLP:CLEAR' },
    ],
    evidence: [
      evidence('a', { citations: [{ source: 's', credibility: 2 }] }),
      evidence('b', { citations: [{ source: 't', credibility: 2 }] }),
      evidence('c', { marking: 'TLP:AMBER' }),
    ],
    // Only evidence is bound by the marking of what it cites.
    gaps: [{ id: 'g', question: 'Q?', citations: [{ source: 's' }] }],
  });
  const scheme = schemeOf({});
  const labels = ['TLP:RED', 'TLP:GREEN', 'TLP:AMBER'] as const;
  expect(of(objects, 'evidence').map((one) => one.object_marking_refs)).toEqual(
    labels.map((label) => [markingId(label, scheme)]),
  );
  expect(of(objects, 'gaps')[0]?.object_marking_refs).toEqual([markingId('TLP:GREEN', scheme)]);
  expect(objects.filter(({ type }) => type === 'marking-definition').map(({ name }) => name)).toEqual([
    ...['TLP:AMBER', 'TLP:GREEN', 'TLP:RED'],
  ]);
  const statement = markingId('INTERNAL' as 'TLP:RED', scheme);
  expect(statement).toMatch(/^marking-definition--[0-9a-f-]{36}$/);
  expect(markingId('SECRET' as 'TLP:RED', scheme)).not.toBe(statement);
});

test.each([
  ['cell', 'cell'],
  [{ other: 'crew' }, 'crew'],
  [7, undefined],
  [undefined, undefined],
])('the word for the type %j is %s', (type, word) => {
  expect(typeWord(type)).toBe(word);
});

describe('an exported assessment that others added to', () => {
  const more = {
    actors: [{ ref: 'herons' }, { id: 'x', name: 'X', type: 'cell' }],
    evidence: ['a', 'b', 'c'].map((id) => ({ id, statement: `${id}.`, kind: 'report' })),
    relationships: [
      { id: 'r', from: 'herons', to: 'far', type: 'supports', asserts: ['x', 'Desk'], denies: ['Board'] },
    ],
  };
  const back = (change: (objects: StixObject[]) => StixObject[]) => {
    const { objects } = exported(more);
    const { parts, losses } = importData(
      stixImporter,
      { type: 'bundle', id: 'bundle--1', objects: change(objects) },
      register,
    );
    expect(parts.map(({ belongs, returns }) => [belongs, returns])).toEqual([['assessment', true]]);
    return { content: parts[0]?.content ?? {}, losses: losses.map(({ what }) => what) };
  };
  const added = (type: string, members: object): StixObject => ({
    ...{ type, spec_version: '2.1', id: `${type}--5f3a3c4e-6d0d-4e2b-8b1a-0a6d2a1b7c11` },
    ...{ created: '2025-06-01T00:00:00.000Z', modified: '2025-06-01T00:00:00.000Z', ...members },
  });
  const numbers = ({ evidence = [] }: Partial<Assessment>) => evidence.map(({ id }) => id);

  test('keeps the order of its entries, whatever that of the objects', () => {
    const { content, losses } = back((objects) => objects.toReversed());
    expect(numbers(content)).toEqual(['a', 'b', 'c']);
    expect(losses).toEqual([]);
  });

  test('has a copy of one of its objects after that object', () => {
    const { content } = back((objects) => {
      const [first] = of(objects, 'evidence');
      return [...objects, { ...first, type: 'note', id: added('note', {}).id }];
    });
    expect(numbers(content)).toEqual(['a', 'a', 'b', 'c']);
  });

  test('has its own actor once if they describe it too', () => {
    const { content } = back((objects) => [...objects, added('threat-actor', { name: 'Grey Herons' })]);
    expect(content.actors?.map(({ id, ref }) => id ?? ref)).toEqual(['herons', 'x']);
  });

  test('has a relationship that leads to an actor that only the register has', () => {
    const { content } = back((objects) => {
      const far = objects.find(({ name }) => name === 'Far Group')?.id;
      const [herons] = of(objects, 'actors').map(({ id }) => id);
      return [
        ...objects,
        added('relationship', { relationship_type: 'supports', source_ref: far, target_ref: herons }),
      ];
    });
    expect(content.relationships?.map(({ from, to }) => [from, to])).toEqual([
      ['herons', 'far'],
      ['far', 'herons'],
    ]);
  });

  test('has one party where they left one; what says nothing of ours is listed', () => {
    const { content, losses } = back((objects) =>
      objects.map((object) =>
        object.opinion === 'strongly-agree'
          ? { ...object, authors: ['X'] }
          : object.opinion === 'strongly-disagree'
            ? { ...object, authors: [7], explanation: 'None.' }
            : object,
      ),
    );
    expect(content.relationships?.[0]).toMatchObject({ asserts: ['x'], denies: ['Board'] });
    expect(losses).toEqual([
      'authors of an opinion of ours, changed',
      'explanation of an opinion of ours, changed',
    ]);
  });
});
