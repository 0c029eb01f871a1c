import { describe, expect, test } from 'vitest';
import type { Imported } from '../../../src/exchange/interfaces.ts';
import { mispImporter } from '../../../src/exchange/misp/import.ts';
import { credibilityOf } from '../../../src/exchange/misp/taxonomies.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { context, importData, sourceFrom } from '../support.ts';

/** An event of MISP with what a test needs. */
const event = (more: object) => ({
  Event: {
    uuid: 'e-1',
    info: 'Two fires',
    date: '2025-03-01',
    timestamp: '1741132800',
    Tag: [{ name: 'tlp:green' }],
    ...more,
  },
});
const attribute = (type: string, value: unknown, more: object = {}) => ({
  uuid: `a-${type}`,
  type,
  category: 'Other',
  value,
  ...more,
});

function read(more: object): {
  readonly content: Partial<Assessment>;
  readonly lost: readonly string[];
  readonly imported: Imported;
} {
  const imported = importData(mispImporter, event(more));
  return {
    imported,
    content: imported.parts[0]?.content ?? {},
    lost: imported.losses.map(({ at, what, value }) => `${at} ${what}: ${value ?? ''}`),
  };
}
const CITED = [{ source: 'two-fires', credibility: 6 }];

describe('an event', () => {
  test('has the date of its last change, its creator as author, and its date of publication', () => {
    const { content, lost } = read({
      Orgc: { name: 'Desk North', uuid: 'o' },
      Org: { name: 'Importer' },
      published: true,
      publish_timestamp: '1741219200',
      threat_level_id: '2',
    });
    expect(content).toMatchObject({
      id: 'two-fires',
      title: 'Two fires',
      asOf: '2025-03-05',
      published: '2025-03-06',
      marking: 'TLP:GREEN',
    });
    expect(content.sources).toEqual([
      {
        id: 'two-fires',
        csl: {
          type: 'dataset',
          title: 'Two fires',
          author: [{ literal: 'Desk North' }],
          issued: '2025-03-06',
          genre: 'MISP event',
        },
        reliability: 'F',
      },
    ]);
    expect(content.evidence).toEqual([
      expect.objectContaining({
        statement: 'Desk North puts the threat level of the event at medium.',
        speaker: { name: 'Desk North' },
        citations: CITED,
      }),
    ]);
    expect(lost).toContain('/Event/date date of event: 2025-03-01');
  });

  test("without a time has its own date, or today's; a missing TLP marking is reported", () => {
    const bare = importData(mispImporter, {
      Event: { uuid: 'e', info: 'Fires', date: '2025-03-01', Attribute: [] },
    });
    expect(bare.parts[0]?.content).toMatchObject({ asOf: '2025-03-01' });
    expect(bare.remarks).toHaveLength(1);
    const undated = importData(mispImporter, { Event: { uuid: 'e', info: 'Fires', Attribute: [] } });
    expect(undated.parts[0]?.content.asOf).toBe(context.today);
    expect(read({}).imported.remarks).toEqual([]);
  });

  test('without a title is named by its file, or by its number', () => {
    const titled = (file: string) =>
      mispImporter.import(
        sourceFrom(
          file,
          JSON.stringify({ Event: { uuid: 'e', info: ' ', Attribute: [attribute('text', 'A')] } }),
        ),
        context,
      ).parts[0]?.content.title;
    expect(titled('dir/norham_port-fires.json')).toBe('Norham port fires');
    expect(titled('.json')).toMatch(/^MISP event [0-9a-z]+$/);
  });

  test('takes the strictest of several markings', () => {
    const { content } = read({
      Tag: [{ name: 'tlp:green' }, { name: 'TLP:AMBER+STRICT' }, { name: 'tlp:white' }],
    });
    expect(content.marking).toBe('TLP:AMBER+STRICT');
  });

  test('is classified by its other tags', () => {
    const { content } = read({
      Tag: [{ name: 'tlp:green' }, { name: 'osint:source-type="blog-post"' }, { name: 'own tag' }],
    });
    expect(content.evidence?.map(({ statement }) => [statement].flat().join(' '))).toEqual([
      'The producer classifies the event as: osint:source-type="blog-post", own tag.',
    ]);
    expect(content.evidence?.[0]?.kind).toBe('analysis');
  });
});

describe('attributes of an event', () => {
  test('without a value, and deleted ones, are lost', () => {
    const { content, lost } = read({
      Attribute: [
        attribute('text', ' '),
        attribute('comment', 7),
        attribute('text', 'Gone', { deleted: true }),
      ],
    });
    expect(content.evidence).toBeUndefined();
    expect(lost).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\/Event\/Attribute\/0 attribute text without a value:/),
        '/Event/Attribute/1 attribute comment without a value: 7',
        '/Event/Attribute/2 deleted attribute text: Gone',
      ]),
    );
    expect(lost.filter((line) => line.includes('/Attribute/'))).toHaveLength(3);
  });

  test('with links become sources, with their grade, note and marking', () => {
    const { content, lost } = read({
      Attribute: [
        attribute('link', ' https://example.org/a ', {
          comment: 'First.',
          Tag: [{ name: 'admiralty-scale:source-reliability="b"' }, { name: 'tlp:amber' }, { name: 'own' }],
        }),
        attribute('url', 'https://example.org/b', { category: 'External analysis' }),
        attribute('url', 'https://example.org/c'),
        attribute('link', 'example.org'),
      ],
    });
    expect(content.sources?.slice(1)).toEqual([
      {
        id: 'example-org-a',
        csl: { type: 'webpage', title: 'example.org/a', URL: 'https://example.org/a' },
        reliability: 'B',
        note: 'First.',
        marking: 'TLP:AMBER',
      },
      {
        id: 'example-org-b',
        csl: { type: 'webpage', title: 'example.org/b', URL: 'https://example.org/b' },
        reliability: 'F',
      },
    ]);
    expect(lost).toEqual(
      expect.arrayContaining([
        '/Event/Attribute/0/Tag tag of an attribute: own',
        '/Event/Attribute/3 link that leads nowhere: example.org',
        '/Event/Attribute/2 MISP attribute url: https://example.org/c',
      ]),
    );
    expect(content.evidence?.map(({ statement }) => statement)).toEqual([
      'The event lists technical attributes: 1 of type url.',
    ]);
  });

  test('that are technical are counted by type', () => {
    const { content, lost } = read({
      Attribute: [attribute('md5', 'aa'), attribute('domain', 'b.example'), attribute('md5', 'cc')],
    });
    expect(content.evidence?.map(({ statement }) => statement)).toEqual([
      'The event lists technical attributes: 2 of type md5, 1 of type domain.',
    ]);
    expect(lost.filter((line) => line.includes('MISP attribute')).sort()).toEqual([
      '/Event/Attribute/0 MISP attribute md5: aa',
      '/Event/Attribute/1 MISP attribute domain: b.example',
      '/Event/Attribute/2 MISP attribute md5: cc',
    ]);
  });

  test('that name an actor become that actor, with everything stated about it', () => {
    const { content, lost } = read({
      Attribute: [
        attribute('threat-actor', 'Grey Herons', {
          category: 'Attribution',
          comment: 'One.\n\nTwo.',
          Tag: [{ name: 'own' }],
        }),
        attribute('threat-actor', 'Cranes'),
      ],
    });
    expect(content.actors).toEqual([
      {
        id: 'grey-herons',
        name: 'Grey Herons',
        type: 'unknown',
        summary: expect.stringMatching(/^One\. +Two\.\[@two-fires\]$/),
      },
      { id: 'cranes', name: 'Cranes', type: 'unknown', summary: 'Named in the event.[@two-fires]' },
    ]);
    expect(lost.filter((line) => line.includes('/Attribute/'))).toEqual([
      '/Event/Attribute/0/Tag tag of an attribute: own',
    ]);
  });

  test('with text become evidence, or a judgment if their producer states a likelihood', () => {
    const { content } = read({
      Attribute: [
        attribute('target-location', 'Norham', {
          category: 'Targeting data',
          comment: 'Thrice.',
          first_seen: '2025-02-01T00:00:00Z',
        }),
        attribute('campaign-name', 'Winter', {
          Tag: [{ name: 'admiralty-scale:information-credibility="3"' }, { name: 'tlp:amber' }],
        }),
        attribute('comment', 'It will go on.', {
          Tag: [
            { name: 'estimative-language:likelihood-probability="very-likely"' },
            { name: 'estimative-language:confidence-in-analytic-judgment="high"' },
          ],
        }),
      ],
    });
    expect(content.evidence).toEqual([
      {
        id: 'target-location-norham',
        statement: ['target location: Norham', 'Thrice.'],
        kind: 'report',
        citations: CITED,
        date: '2025-02-01',
        venue: 'MISP, Targeting data',
      },
      {
        id: 'campaign-name-winter',
        statement: ['campaign name: Winter'],
        kind: 'report',
        citations: [{ source: 'two-fires', credibility: 3 }],
        marking: 'TLP:AMBER',
      },
    ]);
    expect(content.judgments).toEqual([
      {
        id: 'it-will-go-on',
        statement: ['It will go on.'],
        likelihood: { term: 'very likely' },
        confidence: { level: 'high' },
      },
    ]);
  });

  test.each([
    ['0', 6],
    ['1', 1],
    ['6', 6],
    ['7', 6],
    ['2.5', 6],
  ])('of credibility %s count as %i', (value, credibility) => {
    const { content } = read({
      Attribute: [
        attribute('text', 'A.', { Tag: [{ name: `admiralty-scale:information-credibility="${value}"` }] }),
      ],
    });
    expect(content.evidence?.[0]?.citations).toEqual([{ source: 'two-fires', credibility }]);
  });
});

describe('objects of an event', () => {
  const object = (name: string, values: Readonly<Record<string, string>>, more: object = {}) => ({
    uuid: `o-${name}`,
    name,
    Attribute: Object.entries(values).map(([relation, value]) =>
      attribute('text', value, { object_relation: relation }),
    ),
    ...more,
  });

  test('for incidents and people become these; other facts stay as text', () => {
    const { content, lost } = read({
      Object: [
        object(
          'incident',
          { description: 'At night.', detected_by: 'Guards' },
          { comment: 'Fire at the shed' },
        ),
        object('incident', {}),
        object('person', {
          'first-name': 'Ines',
          'last-name': 'Berg',
          alias: 'Ines Berg',
          text: 'A witness.',
        }),
        object('person', {}, { uuid: 'o-2', comment: 'Somebody' }),
        object('incident', { name: 'Gone' }, { deleted: true }),
      ],
    });
    expect(content.incidents).toEqual([
      {
        id: 'fire-at-the-shed',
        title: 'Fire at the shed',
        type: 'unknown',
        summary: ['At night.', 'detected by: Guards.[@two-fires]'],
      },
      { id: 'incident', title: 'Incident', type: 'unknown' },
    ]);
    expect(content.actors).toEqual([
      // An alias is the name where no other is given.
      {
        id: 'ines-berg',
        name: 'Ines Berg',
        type: 'person',
        summary: ['A witness.', 'first-name: Ines; last-name: Berg.[@two-fires]'],
      },
      { id: 'somebody', name: 'Somebody', type: 'person' },
    ]);
    expect(lost).toContain('/Event/Object/4 deleted object incident: ');
  });

  test('with texts become evidence, with their page', () => {
    const { content } = read({
      Object: [
        object('news-media', {
          title: 'Fire again',
          url: 'https://example.org/fire',
          content: 'It burned.',
          language: 'en',
        }),
        object('annotation', { text: 'Odd.', ref: 'no address' }),
      ],
    });
    expect(content.sources?.slice(1)).toEqual([
      {
        id: 'fire-again',
        csl: { type: 'webpage', title: 'Fire again', URL: 'https://example.org/fire' },
        reliability: 'F',
      },
    ]);
    expect(
      content.evidence?.map(({ id, statement, kind, citations }) => ({ id, statement, kind, citations })),
    ).toEqual([
      {
        id: expect.stringMatching(/^fire-again/),
        statement: ['Fire again.', 'It burned.', 'language: en.'],
        kind: 'report',
        citations: [...CITED, { source: 'fire-again', credibility: 6 }],
      },
      { id: 'annotation-odd', statement: ['Odd.', 'ref: no address.'], kind: 'analysis', citations: CITED },
    ]);
  });

  test('with technical data are counted, and listed with their values', () => {
    const { content, lost } = read({
      Object: [object('file', { md5: 'aa', name: 'b' }), object('file', {}, { uuid: 'f' })],
    });
    expect(content.evidence?.map(({ statement }) => statement)).toEqual([
      'The event lists technical objects: 2 of kind file.',
    ]);
    expect(lost.filter((line) => line.startsWith('/Event/Object/'))).toEqual([
      '/Event/Object/0 MISP object file: aa, b',
      expect.stringMatching(/^\/Event\/Object\/1 MISP object file:/),
    ]);
  });

  test('refer to each other if both are actors', () => {
    const reference = (to: string) => ({
      object_uuid: 'o-person',
      referenced_uuid: to,
      relationship_type: 'works-with',
      comment: 'Seen.',
    });
    const { content, lost } = read({
      Object: [
        object(
          'person',
          { name: 'Berg' },
          { ObjectReference: [reference('o-organization'), reference('o-file')] },
        ),
        object('organization', { name: 'Rail Board' }),
      ],
    });
    expect(content.relationships).toEqual([
      {
        id: 'berg-works-with-rail-board',
        from: 'berg',
        to: 'rail-board',
        type: 'linked-to',
        summary: ['The event calls it “works-with”.', 'Seen.[@two-fires]'],
      },
    ]);
    expect(lost).toContain('/Event/Object/0/ObjectReference/1 reference between objects: works-with');
  });
});

describe('clusters of galaxies', () => {
  const galaxy = (type: string, cluster: object, more: object = {}) => ({
    type,
    name: 'Threat Actor',
    GalaxyCluster: [cluster],
    ...more,
  });

  test('of actors become actors, others evidence; repeated tags count once', () => {
    const { content } = read({
      Tag: [
        { name: 'tlp:green' },
        { name: 'misp-galaxy:threat-actor="Grey Herons"' },
        { name: 'misp-galaxy:threat-actor="Cranes"' },
        { name: 'misp-galaxy:mitre-tool="Lamp"' },
      ],
      Galaxy: [
        galaxy('threat-actor', {
          tag_name: 'misp-galaxy:threat-actor="Grey Herons"',
          value: 'Grey Herons',
          description: 'A gang.\n\nOf old.',
          meta: { synonyms: ['Ardea', 'Grey Herons', 'Ardea'], country: ['NO'] },
        }),
        galaxy('threat-actor', { value: 'Storks' }),
        galaxy('mitre-malware', { value: 'Lock', meta: { synonyms: ['Bolt'] } }, { name: 'Malware' }),
      ],
    });
    expect(content.actors).toEqual([
      {
        id: 'grey-herons',
        name: 'Grey Herons',
        aliases: ['Ardea'],
        type: 'unknown',
        areas: ['NO'],
        summary: ['A gang.', '', 'Of old.[@two-fires]'],
      },
      { id: 'storks', name: 'Storks', type: 'unknown', summary: ['Storks (Threat Actor).[@two-fires]'] },
      { id: 'cranes', name: 'Cranes', type: 'unknown', summary: 'Named in the event.[@two-fires]' },
    ]);
    expect(content.evidence?.map(({ statement }) => statement)).toEqual([
      'Lock (Malware, also Bolt).',
      'The event is about Lamp (mitre tool).',
    ]);
  });
});

describe('reports of an event', () => {
  test('become sections; a long one is shortened, with a loss', () => {
    const { content, lost } = read({
      EventReport: [
        { uuid: 'r', name: 'Night', content: 'One.\r\n[@evil]\n' },
        { uuid: 's', name: 'Gone', content: 'X', deleted: true },
        { uuid: 't', content: 'b'.repeat(12_001) },
        { uuid: 'u', name: 'Empty' },
      ],
    });
    expect(content.sections?.map(({ heading, body }) => [heading, body])).toEqual([
      ['Night', ['One.', '[&#64;evil]', '', 'From the event.[@two-fires]']],
      ['Event report', ['b'.repeat(12_000), '', 'From the event.[@two-fires]']],
    ]);
    expect(lost.filter((line) => line.startsWith('/Event/EventReport/'))).toEqual([
      '/Event/EventReport/1 deleted event report: Gone',
      expect.stringMatching(/^\/Event\/EventReport\/2\/content end of a long text: /),
    ]);
  });
});

test.each([
  ['1', 1],
  ['6', 6],
  ['0', undefined],
  ['7', undefined],
  ['2.5', undefined],
])('a tag of credibility %s is %s', (value, credibility) => {
  expect(credibilityOf([`admiralty-scale:information-credibility="${value}"`])).toBe(credibility);
});

test.each<[string, unknown, boolean]>([
  ['an event', event({ Attribute: [] }), true],
  ['a list of events', [event({ Attribute: [] })], true],
  ['an answer of a server', { response: [event({ Object: [] })] }, true],
  ['an event without its frame', { info: 'A', Attribute: [] }, true],
  ['an event that only has objects', { info: 'A', Object: [] }, true],
  ['a record with a title', { info: 'A' }, false],
  ['a list without a title', { Attribute: [] }, false],
])('%s is told from other JSON', (_, data, expected) => {
  expect(mispImporter.recognises(sourceFrom('x.json', JSON.stringify(data)))).toBe(expected);
});
