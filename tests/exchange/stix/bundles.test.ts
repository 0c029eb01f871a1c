import { describe, expect, test } from 'vitest';
import { stixExporter } from '../../../src/exchange/stix/export.ts';
import {
  externalReference,
  identityClass,
  shortName,
  threatType,
  times,
} from '../../../src/exchange/stix/exported-words.ts';
import { stixImporter } from '../../../src/exchange/stix/import.ts';
import {
  confidenceLevel,
  confidenceOfCredibility,
  credibilityOfConfidence,
} from '../../../src/exchange/stix/vocabulary.ts';
import type { Source } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';
import { context, sourceFrom } from '../support.ts';
import { object, read, report, type StixObject, said } from './objects.ts';

describe('versions of an object', () => {
  const actor = (modified: string, name: string) => object('threat-actor', 'a', { modified, name });

  test.each<[string, string, string]>([
    ['later', '2025-03-01T00:00:00Z', '2025-03-02T00:00:00Z'],
    ['earlier', '2025-03-02T00:00:00Z', '2025-03-01T00:00:00Z'],
  ])('the newest counts, if the %s is last', (_, first, second) => {
    const { content, lost, rules } = read(actor(first, 'First'), actor(second, 'Second'));
    const [newer, older, at] = first < second ? ['Second', 'First', 0] : ['First', 'Second', 1];
    expect(content.actors?.map(({ name }) => name)).toEqual([newer]);
    expect(lost).toContain(`/objects/${at} older version of a threat-actor: ${older}`);
    expect(rules.filter((rule) => rule.startsWith('colliding'))).toEqual([]);
  });

  test('with the same time: the first counts, with a warning', () => {
    const same = '2025-03-01T00:00:00Z';
    const { content, lost, rules } = read(actor(same, 'First'), actor(same, 'Second'));
    expect(content.actors?.map(({ name }) => name)).toEqual(['First']);
    expect(lost).toContain('/objects/1 second threat-actor of the same id: Second');
    expect(rules).toContain('colliding-ids warning');
  });

  test('that were revoked, and invalid objects, are lost', () => {
    const { content, lost } = read(
      object('threat-actor', 'a', { name: 'Gone', revoked: true }),
      object('threat-actor', 'b', { name: 'There' }),
      7,
      { type: 'malware' },
      { type: 'malware', id: 'tool--1' },
    );
    expect(content.actors?.map(({ name }) => name)).toEqual(['There']);
    expect(lost).toEqual(
      expect.arrayContaining([
        '/objects/0 revoked threat-actor: Gone',
        '/objects/2 malformed object: 7',
        expect.stringMatching(/^\/objects\/3 malformed object:/),
        expect.stringMatching(/^\/objects\/4 malformed object:/),
      ]),
    );
  });
});

describe('a bundle of several reports', () => {
  const actors = ['a', 'b', 'c'].map((name) =>
    object('threat-actor', name, { name: `Band ${name}`, created_by_ref: 'identity--maker' }),
  );
  const identities = [
    object('identity', 'maker', { name: 'Maker', identity_class: 'organization' }),
    object('identity', 'writer', { name: 'Writer', identity_class: 'organization' }),
    object('identity', 'other', { name: 'Other', identity_class: 'organization' }),
  ];

  test('gives each report its own objects, with their creators; unreferenced objects are lost', () => {
    const { parts, lost } = read(
      report('North', ['threat-actor--a'], { created_by_ref: 'identity--writer' }),
      report('South', ['threat-actor--b']),
      ...actors,
      ...identities,
    );
    expect(parts.map(({ title, actors: list }) => [title, list?.map(({ name }) => name)])).toEqual([
      ['North', ['Band a']],
      ['South', ['Band b']],
    ]);
    expect(parts[0]?.sources?.[0]?.csl?.author).toEqual([{ literal: 'Writer' }]);
    expect(lost.filter((line) => line.includes('outside of the reports'))).toEqual([
      '/objects/4 threat-actor outside of the reports: ',
    ]);
  });

  test('with a single report gives it all objects', () => {
    const { parts } = read(report('North', ['threat-actor--a']), ...actors);
    expect(parts.map(({ actors: list }) => list?.length)).toEqual([3]);
  });
});

describe('the head of an import', () => {
  test('is named by the report, a grouping, the file or its contents', () => {
    const titled = (file: string, ...objects: readonly unknown[]) =>
      stixImporter.import(
        sourceFrom(file, JSON.stringify({ type: 'bundle', id: 'bundle--1', objects })),
        context,
      ).parts[0]?.content.title;
    const actor = object('threat-actor', 'a', { name: 'Band' });
    expect(titled('x.json', report('North', []), object('grouping', 'g', { name: 'Group' }))).toBe('North');
    expect(
      titled(
        'x.json',
        actor,
        object('grouping', 'g', { name: 'Group', context: 'malware', object_refs: [actor.id] }),
      ),
    ).toBe('Group');
    expect(titled('dir/norham_port.stix2', actor)).toBe('Norham port');
    expect(titled('.json', actor)).toMatch(/^STIX bundle [0-9a-z]+$/);
  });

  test('has the date of the report, or of the last change of any object', () => {
    const actor = (modified: string, name: string) => object('threat-actor', name, { name, modified });
    expect(
      read(
        actor('2025-03-04T00:00:00Z', 'a'),
        actor('2025-03-09T00:00:00Z', 'b'),
        actor('2025-03-06T00:00:00Z', 'c'),
      ).content.asOf,
    ).toBe('2025-03-09');
    expect(read(report('North', []), actor('2025-03-09T00:00:00Z', 'a')).content).toMatchObject({
      asOf: '2025-03-05',
      published: '2025-03-05',
    });
    const undated = { type: 'threat-actor', id: 'threat-actor--a', name: 'A' };
    expect(read(undated).content.asOf).toBe(context.today);
  });

  test('has its language and marking; a less strictly marked part keeps its own', () => {
    const amber = 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82';
    const green = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';
    const { content, rules, lost } = read(
      report('North', [], { lang: 'de', object_marking_refs: [amber] }),
      object('threat-actor', 'a', { name: 'A', object_marking_refs: [green] }),
      object('threat-actor', 'b', { name: 'B', object_marking_refs: ['marking-definition--own'] }),
      object('marking-definition', 'own', {
        definition_type: 'statement',
        definition: { statement: 'Ours' },
      }),
    );
    expect(content).toMatchObject({ marking: 'TLP:AMBER', language: 'de' });
    expect(content.actors?.map(({ marking }) => marking)).toEqual(['TLP:GREEN', undefined]);
    expect(rules).toEqual([]);
    expect(lost.filter((line) => line.includes('marking other than TLP'))).toHaveLength(2);
    expect(read(object('threat-actor', 'a', { name: 'A' })).rules).toHaveLength(1);
  });
});

describe('actors', () => {
  test('have types, kinds and facts', () => {
    const { content } = read(
      object('threat-actor', 'a', {
        name: 'Grey Herons',
        aliases: ['Ardea', 'Grey Herons', 'Ardea'],
        threat_actor_types: ['crime-syndicate', 'spy'],
        roles: ['director'],
        resource_level: 'team',
        first_seen: '2024-01-02T00:00:00Z',
        description: 'A gang.',
      }),
      object('threat-actor', 'b', { name: 'B', threat_actor_types: ['unknown', 'hacker'] }),
      object('threat-actor', 'c', {
        name: 'C',
        threat_actor_types: ['unknown'],
        resource_level: 'individual',
      }),
      object('intrusion-set', 'd', { name: 'D' }),
      object('identity', 'e', { name: 'E', identity_class: 'class' }),
    );
    expect(content.actors?.map(({ name, type }) => [name, type])).toEqual([
      ['Grey Herons', 'criminal-group'],
      ['B', { other: 'hacker' }],
      ['C', 'person'],
      ['D', { other: 'intrusion set' }],
      ['E', 'community'],
    ]);
    expect(content.actors?.[0]).toMatchObject({
      aliases: ['Ardea'],
      summary: [
        'A gang.',
        expect.stringMatching(
          /^Kind: spy; Roles: director; Resource level: team; First seen: 2024-01-02\.\[@/,
        ),
      ],
    });
  });

  test('do not include those who only created or saw something', () => {
    const { content } = read(
      object('identity', 'maker', { name: 'Maker' }),
      object('identity', 'guard', { name: 'Guard' }),
      object('identity', 'victim', { name: 'Victim' }),
      object('malware', 'm', { name: 'Lock', created_by_ref: 'identity--maker' }),
      object('sighting', 's', {
        sighting_of_ref: 'malware--m',
        where_sighted_refs: ['identity--guard'],
        count: 1,
      }),
      object('sighting', 't', { sighting_of_ref: 'malware--m', count: 4, description: 'At night.' }),
    );
    expect(content.actors?.map(({ name }) => name)).toEqual(['Victim']);
    expect(said(content)).toEqual(
      expect.arrayContaining(['Lock was seen once at Guard.', 'Lock was seen 4 times. At night.']),
    );
  });
});

test('notes, opinions and groupings list what they refer to and the bundle has not', () => {
  const refs = ['threat-actor--a', 'malware--gone', 'report--this'];
  const { content, lost } = read(
    object('threat-actor', 'a', { name: 'Herons' }),
    object('note', 'n', { content: 'They rest.', object_refs: refs }),
    object('opinion', 'o', { opinion: 'agree', authors: ['Egret'], object_refs: refs.slice(0, 2) }),
    object('grouping', 'g', { name: 'Birds', context: 'unspecified', object_refs: refs.slice(0, 2) }),
  );
  expect(said(content)).toEqual(
    expect.arrayContaining([
      'About: Herons. They rest.',
      'Egret agrees with: Herons.',
      'Birds (unspecified): Herons.',
    ]),
  );
  expect(lost.filter((line) => line.includes('is not there'))).toEqual([
    '/objects/1/object_refs object that is not there: malware--gone',
    '/objects/2/object_refs object that is not there: malware--gone',
    '/objects/3/object_refs object that is not there: malware--gone',
  ]);
});

describe('relationships to things', () => {
  const relation = (name: string, from: string, type: string, to: string, more: object = {}) =>
    object('relationship', name, { source_ref: from, target_ref: to, relationship_type: type, ...more });

  test('become one sentence for each actor, verb and kind of thing', () => {
    const { content, lost } = read(
      object('threat-actor', 'a', { name: 'Herons' }),
      object('malware', 'm', {
        name: 'Lock',
        is_family: true,
        malware_types: ['ransomware'],
        description: 'It locks.',
      }),
      object('malware', 'n', { name: 'Bolt' }),
      object('attack-pattern', 'p', {
        name: 'Phishing',
        external_references: [{ source_name: 'mitre-attack', external_id: 'T1566' }],
      }),
      object('location', 'l', { name: 'Norham' }),
      relation('1', 'threat-actor--a', 'uses', 'malware--m', { description: 'Often.' }),
      relation('2', 'threat-actor--a', 'uses', 'malware--n'),
      relation('3', 'threat-actor--a', 'targets', 'location--l'),
      relation('4', 'threat-actor--a', 'located-at', 'location--l'),
      relation('5', 'threat-actor--a', 'uses', 'malware--gone'),
      relation('6', 'tool--gone', 'uses', 'malware--m'),
      relation('7', 'malware--m', 'communicates-with', 'location--l'),
    );
    expect(said(content)).toEqual([
      'Herons uses Lock, Bolt (malware). Often.',
      'Lock communicates with Norham (location).',
      'Lock (malware family, ransomware): It locks.',
      'Phishing (technique, T1566).',
    ]);
    expect(content.actors?.[0]).toMatchObject({ targeting: ['Norham'], areas: ['Norham'] });
    expect(lost).toEqual(
      expect.arrayContaining([
        '/objects/9 relationship to something that is not there: malware--gone',
        '/objects/10 relationship to something that is not there: tool--gone',
      ]),
    );
    expect(lost.filter((line) => /^\/objects\/(?:9|10)\b/.test(line))).toHaveLength(2);
  });

  test('between actors have their sides: who asserts them, and who denies them', () => {
    const opinion = (name: string, word: string, more: object) =>
      object('opinion', name, { opinion: word, object_refs: ['relationship--1'], ...more });
    const { content } = read(
      object('identity', 'maker', { name: 'Maker' }),
      object('threat-actor', 'a', { name: 'Ardea' }),
      object('threat-actor', 'b', { name: 'Bitterns' }),
      relation('1', 'threat-actor--a', 'works-with', 'threat-actor--b', {
        created_by_ref: 'identity--maker',
        confidence: 70,
        start_time: '2024-01-01T00:00:00Z',
      }),
      opinion('o', 'agree', { authors: ['Desk', 'Maker'] }),
      opinion('p', 'strongly-disagree', { created_by_ref: 'threat-actor--b' }),
      opinion('q', 'neutral', { authors: ['Nobody'] }),
    );
    expect(content.relationships).toEqual([
      expect.objectContaining({
        from: 'ardea',
        to: 'bitterns',
        type: 'linked-to',
        standing: 'disputed',
        asserts: ['Maker', 'Desk'],
        denies: ['bitterns'],
        confidence: 'high',
        summary: [expect.stringMatching(/^The source calls it “works-with”\.\[@/)],
      }),
    ]);
    expect(said(content)).toEqual([
      'Desk, Maker agrees with: Ardea works with Bitterns.',
      'Bitterns disagrees strongly with: Ardea works with Bitterns.',
      'Nobody is neutral about: Ardea works with Bitterns.',
    ]);
  });
});

describe('notes, groups and advice', () => {
  test('become evidence with the names of their subjects', () => {
    const { content } = read(
      object('identity', 'maker', { name: 'Maker' }),
      object('threat-actor', 'a', { name: 'A' }),
      object('note', 'n', {
        abstract: 'Short.',
        content: 'Long.',
        authors: ['Ines'],
        object_refs: ['threat-actor--a'],
      }),
      object('note', 'm', { content: 'Alone.', object_refs: [] }),
      object('grouping', 'g', {
        name: 'Set',
        context: 'suspicious-activity',
        description: 'Odd.',
        object_refs: ['threat-actor--a'],
      }),
      object('course-of-action', 'c', { name: 'Lock the doors', created_by_ref: 'identity--maker' }),
      object('course-of-action', 'd', {
        name: 'Wait!',
        description: 'It passes.',
        created_by_ref: 'identity--maker',
      }),
    );
    expect(said(content)).toEqual(['Short. About: A. Long.', 'Alone.', 'Set (suspicious-activity): A. Odd.']);
    expect(content.evidence?.[0]?.speaker).toEqual({ name: 'Ines' });
    expect(
      content.recommendations?.map(({ action, rationale }) => [
        String(action).replace(/\[.*/, ''),
        rationale,
      ]),
    ).toEqual([
      ['Lock the doors.', 'Recommended by Maker.'],
      ['Wait!', 'It passes.'],
    ]);
  });
});

describe('numbers for confidence', () => {
  test.each([
    [undefined, undefined, undefined],
    [-1, undefined, undefined],
    [0, undefined, 5],
    [1, 'low', 5],
    [19, 'low', 5],
    [20, 'low', 4],
    [29, 'low', 4],
    [30, 'moderate', 4],
    [69, 'moderate', 2],
    [70, 'high', 2],
    [80, 'high', 1],
    [100, 'high', 1],
    [101, undefined, undefined],
  ])('%s is confidence %s, and credibility %s', (value, level, credibility) => {
    expect([confidenceLevel(value), credibilityOfConfidence(value)]).toEqual([level, credibility]);
  });

  test('credibility 1 to 5 is 90 to 10; 6 has no number', () => {
    expect([undefined, 0, 1, 2, 3, 4, 5, 6].map(confidenceOfCredibility)).toEqual([
      ...[undefined, undefined, 90, 70, 50, 30, 10, undefined],
    ]);
  });
});

describe('exported words', () => {
  test('of an actor in the register are those of the register, unless the entry has its own', () => {
    const register = {
      actors: [{ id: 'herons', name: 'Grey Herons', aliases: ['Ardea'], type: 'criminal-group' as const }],
    };
    const aliasesOf = (more: object) => {
      const actors = [{ ref: 'herons', intent: { level: 'moderate' as const }, ...more }];
      const { files } = stixExporter.export({
        assessment: assessmentWith({ actors }),
        register,
        options: {},
      });
      const { objects } = JSON.parse(String(files[0]?.content)) as {
        readonly objects: readonly StixObject[];
      };
      return objects.find(({ type }) => type === 'threat-actor')?.aliases;
    };
    expect(aliasesOf({})).toEqual(['Ardea']);
    expect(aliasesOf({ aliases: ['Egrets'] })).toEqual(['Egrets']);
  });

  test('are cut at a hundred characters', () => {
    expect(shortName('a'.repeat(100))).toBe('a'.repeat(100));
    expect(shortName(`${'a'.repeat(98)} bc`)).toBe(`${'a'.repeat(98)}…`);
    expect(shortName('')).toBe('Untitled');
  });

  test('for types are the nearest terms of STIX', () => {
    expect(
      ['person', 'community', 'movement', 'brotherhood', 'unknown', undefined, 'state'].map(identityClass),
    ).toEqual([...['individual', 'class', 'group', 'group', 'unknown', 'unknown', 'organization']]);
    expect(['criminal-group', 'movement', 'cell', 'unknown', undefined, 'spy'].map(threatType)).toEqual([
      ...['crime-syndicate', 'activist', 'unknown', 'unknown', 'unknown', 'spy'],
    ]);
  });

  test('for a period have an end only if it is later', () => {
    const day = (text: string) => `${text}T00:00:00.000Z`;
    expect(times('2025-03-01/2025-03-04')).toMatchObject({ start_time: day('2025-03-01') });
    expect(String((times('2025-03-01/2025-03-04') as { stop_time?: string }).stop_time)).toMatch(
      /^2025-03-04T/,
    );
    expect(times(undefined)).toEqual({});
  });

  test.each<[object, object]>([
    [
      {
        type: 'report',
        title: 'Fires',
        publisher: 'House',
        issued: '2025',
        URL: 'https://example.org/a',
        author: [{ given: 'Ines', family: 'Berg' }, { literal: 'Board' }],
      },
      { source_name: 'House', description: 'Ines Berg, Board: Fires, 2025', url: 'https://example.org/a' },
    ],
    [
      { type: 'report', author: [{ family: 'Berg' }], genre: 'Letter' },
      { source_name: 'Berg', description: 'Letter' },
    ],
    [
      { type: 'report', 'container-title': 'cve', URL: 'ftp://example.org' },
      { source_name: 'cve (publisher)', description: 'report' },
    ],
    [{ type: 'report' }, { source_name: 'report', description: 'report' }],
  ])('of a source say who published what', (csl, expected) => {
    expect(externalReference({ id: 's', csl } as Source)).toEqual(expected);
  });
});
