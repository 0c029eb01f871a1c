import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../../src/check/sound-assessment.ts';
import { stixExporter } from '../../../src/exchange/stix/export.ts';
import { stixImporter } from '../../../src/exchange/stix/import.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { assessmentOf, importData } from '../support.ts';

interface StixObject {
  type: string;
  id: string;
  [member: string]: unknown;
}

const register: Register = {
  actors: [{ id: 'herons', name: 'Grey Herons', aliases: ['Ardea'], type: 'criminal-group' }],
};

const assessment: Assessment = {
  ...soundAssessment,
  sources: [
    { id: 'police', csl: { type: 'report', title: 'Annual Report', publisher: 'Police' }, reliability: 'B' },
  ],
  evidence: [
    {
      id: 'seen',
      statement: 'Two vans were seen.',
      kind: 'report',
      citations: [{ source: 'police', credibility: 3 }],
    },
  ],
  actors: [
    { ref: 'herons', intent: { level: 'substantial' } },
    { id: 'cell', name: 'Line Cell', type: 'cell', aliases: ['The Nine'] },
    { id: 'ministry', name: 'Ministry', type: 'organization' },
  ],
  relationships: [
    {
      id: 'pays',
      from: 'herons',
      to: 'cell',
      type: 'supports',
      period: '2024-03/2024-11',
      confidence: 'low',
      asserts: ['ministry'],
    },
  ],
  incidents: [
    {
      id: 'fire',
      title: 'Fire',
      date: '2025-01-03',
      type: 'arson',
      attributions: [{ actor: 'cell', confidence: 'low' }],
    },
  ],
  judgments: [
    {
      id: 'goes-on',
      statement: 'More fires are likely in 2025.',
      likelihood: { term: 'likely' },
      confidence: { level: 'low', basis: 'One source.' },
      horizon: '2025',
      evidence: ['seen'],
    },
  ],
} as unknown as Assessment;

/** The assessment as it comes back after a change elsewhere, and what is listed. */
function afterEdit(edit: (find: (type: string, name?: string) => StixObject, objects: StixObject[]) => void) {
  const { files } = stixExporter.export({ assessment, register, options: {} });
  const bundle = JSON.parse(String(files[0]?.content)) as { objects: StixObject[] };
  const find = (type: string, name?: string) => {
    const found = bundle.objects.find(
      (object) => object.type === type && (name === undefined || JSON.stringify(object).includes(name)),
    );
    if (!found) throw new Error(`There is no ${type} ${name ?? ''}`);
    return found;
  };
  edit(find, bundle.objects);
  const imported = importData(stixImporter, bundle, register);
  return { back: assessmentOf(imported), losses: imported.losses };
}

describe('an assessment that others changed as STIX', () => {
  test('is the same if they changed nothing, or only the spelling of a value', () => {
    const { back, losses } = afterEdit((find) => {
      const relationship = find('relationship', 'supports');
      relationship.start_time = String(relationship.start_time).replace('.000Z', 'Z');
    });
    expect(back).toEqual(
      expect.objectContaining({ judgments: assessment.judgments, relationships: assessment.relationships }),
    );
    expect(losses).toEqual([]);
  });

  test.each<
    [
      string,
      (find: (type: string, name?: string) => StixObject) => void,
      (back: Assessment) => unknown,
      unknown,
    ]
  >([
    [
      'likelihood in the sentence of a judgment',
      (find) => {
        find('note', 'likely in 2025').content = 'More fires are very likely in 2025.';
      },
      ({ judgments }) => judgments[0]?.likelihood,
      { term: 'very likely' },
    ],
    [
      'confidence in a judgment',
      (find) => {
        find('note', 'likely in 2025').confidence = 85;
      },
      ({ judgments }) => judgments[0]?.confidence,
      { level: 'high', basis: 'One source.' },
    ],
    [
      'kind of a relationship',
      (find) => {
        find('relationship', 'supports').relationship_type = 'controls';
      },
      ({ relationships }) => relationships?.[0]?.type,
      'directs',
    ],
    [
      'end of a relationship',
      (find) => {
        find('relationship', 'supports').target_ref = find('identity', 'Ministry').id;
      },
      ({ relationships }) => relationships?.[0]?.to,
      'ministry',
    ],
    [
      'date of a relationship',
      (find) => {
        find('relationship', 'supports').stop_time = '2025-02-01T00:00:00Z';
      },
      ({ relationships }) => relationships?.[0]?.period,
      '2024-03/2025-02-01',
    ],
    [
      'name that the register gives',
      (find) => {
        find('threat-actor', 'Grey Herons').name = 'Grey Heron Group';
      },
      ({ actors }) => actors?.[0],
      { ref: 'herons', intent: { level: 'substantial' }, name: 'Grey Heron Group' },
    ],
    [
      'aliases',
      (find) => {
        find('threat-actor', 'Line Cell').aliases = ['The Nine', 'Signal Nine'];
      },
      ({ actors }) => actors?.[1]?.aliases,
      ['The Nine', 'Signal Nine'],
    ],
    [
      'weight of an item of evidence',
      (find) => {
        find('note', 'Two vans').confidence = 90;
      },
      ({ evidence }) => evidence?.[0]?.citations,
      [{ source: 'police', credibility: 1 }],
    ],
    [
      'source of an item of evidence',
      (find) => {
        const note = find('note', 'Two vans');
        (note.external_references as unknown[]).push({
          source_name: 'Northern Post',
          url: 'https://post.example/vans',
        });
      },
      ({ evidence, sources }) => [evidence?.[0]?.citations?.[1], sources?.[1]?.csl?.URL],
      [{ source: 'northern-post', credibility: 6 }, 'https://post.example/vans'],
    ],
    [
      'confidence in an attribution',
      (find) => {
        find('relationship', 'attributed-to').confidence = 85;
      },
      ({ incidents }) => incidents?.[0]?.attributions,
      [{ actor: 'cell', confidence: 'high' }],
    ],
    [
      'who asserts a relationship',
      (find) => {
        find('opinion').authors = ['Ministry', 'The Police'];
      },
      ({ relationships }) => relationships?.[0]?.asserts,
      ['ministry', 'The Police'],
    ],
    [
      'day of publication',
      (find) => {
        find('report').published = '2025-06-01T00:00:00.000Z';
      },
      ({ published }) => published,
      '2025-06-01',
    ],
  ])('has the %s that they gave', (_, edit, read, value) => {
    const { back, losses } = afterEdit(edit);
    expect(read(back)).toEqual(value);
    expect(losses).toEqual([]);
  });

  test('has the parties that deny a relationship, and the actors that are blamed', () => {
    const { back, losses } = afterEdit((find, objects) => {
      const relationship = find('relationship', 'supports');
      objects.push({
        type: 'opinion',
        spec_version: '2.1',
        id: 'opinion--5f3a3c4e-6d0d-4e2b-8b1a-0a6d2a1b7c11',
        created: '2025-06-01T00:00:00.000Z',
        modified: '2025-06-01T00:00:00.000Z',
        opinion: 'strongly-disagree',
        authors: ['Ardea'],
        object_refs: [relationship.id],
      });
      objects.push({
        type: 'relationship',
        spec_version: '2.1',
        id: 'relationship--5f3a3c4e-6d0d-4e2b-8b1a-0a6d2a1b7c12',
        created: '2025-06-01T00:00:00.000Z',
        modified: '2025-06-01T00:00:00.000Z',
        relationship_type: 'attributed-to',
        confidence: 50,
        source_ref: find('incident').id,
        target_ref: find('threat-actor', 'Grey Herons').id,
      });
    });
    expect(back.relationships?.[0]).toMatchObject({
      asserts: ['ministry'],
      denies: ['herons'],
      standing: 'disputed',
    });
    expect(back.incidents?.[0]?.attributions?.[1]).toEqual({ actor: 'herons', confidence: 'moderate' });
    // The opinion stands as evidence too, in its author's words.
    expect(back.evidence?.some(({ statement }) => String(statement).includes('disagrees strongly'))).toBe(
      true,
    );
    expect(losses).toEqual([]);
  });

  test('blames nobody whom another relationship leads to', () => {
    const blamed = (edit: Parameters<typeof afterEdit>[0]) =>
      afterEdit(edit).back.incidents?.[0]?.attributions;
    const { incidents } = assessment;
    expect(
      blamed((find, objects) => {
        objects.push({
          type: 'relationship',
          spec_version: '2.1',
          id: 'relationship--5f3a3c4e-6d0d-4e2b-8b1a-0a6d2a1b7c15',
          created: '2025-06-01T00:00:00.000Z',
          modified: '2025-06-01T00:00:00.000Z',
          relationship_type: 'targets',
          source_ref: find('incident').id,
          target_ref: find('threat-actor', 'Grey Herons').id,
        });
      }),
    ).toEqual(incidents?.[0]?.attributions);
  });

  test('has a relationship that they added between actors of ours', () => {
    const { back } = afterEdit((find, objects) => {
      objects.push({
        type: 'relationship',
        spec_version: '2.1',
        id: 'relationship--5f3a3c4e-6d0d-4e2b-8b1a-0a6d2a1b7c13',
        created: '2025-06-01T00:00:00.000Z',
        modified: '2025-06-01T00:00:00.000Z',
        relationship_type: 'directs',
        source_ref: find('identity', 'Ministry').id,
        target_ref: find('threat-actor', 'Line Cell').id,
      });
    });
    expect(back.relationships?.[1]).toMatchObject({ from: 'ministry', to: 'cell', type: 'directs' });
  });

  test.each<
    [string, (find: (type: string, name?: string) => StixObject, objects: StixObject[]) => void, string]
  >([
    [
      'a kind of relationship that we have not',
      (find) => {
        find('relationship', 'supports').relationship_type = 'derived-from';
      },
      'relationship_type of a relationship of ours, changed',
    ],
    [
      'a label',
      (find) => {
        (find('note', 'Two vans').labels as string[]).push('seen-by-us');
      },
      'labels of a note of ours, changed',
    ],
    [
      'a member of its own',
      (find) => {
        find('threat-actor', 'Line Cell').sophistication = 'novice';
      },
      'sophistication of a threat-actor of ours, changed',
    ],
    [
      'a text taken out',
      (find) => {
        delete find('note', 'Two vans').content;
      },
      'content taken out of a note of ours',
    ],
    [
      'an object taken out',
      (find, objects) => {
        objects.splice(objects.indexOf(find('note', 'Two vans')), 1);
      },
      'entry of evidence taken out',
    ],
    [
      'a source taken out',
      (find) => {
        delete find('note', 'Two vans').external_references;
      },
      'external_references taken out of a note of ours',
    ],
    [
      'a marking that is none of ours',
      (find) => {
        find('note', 'Two vans').object_marking_refs = [
          'marking-definition--5f3a3c4e-6d0d-4e2b-8b1a-0a6d2a1b7c14',
        ];
      },
      'marking of a note of ours',
    ],
  ])('lists %s', (_, edit, what) => {
    const { files } = stixExporter.export({ assessment, register, options: {} });
    const bundle = JSON.parse(String(files[0]?.content)) as { objects: StixObject[] };
    edit((type, name) => {
      const found = bundle.objects.find(
        (object) => object.type === type && (name === undefined || JSON.stringify(object).includes(name)),
      );
      if (!found) throw new Error(type);
      return found;
    }, bundle.objects);
    expect(importData(stixImporter, bundle, register).losses.map((loss) => loss.what)).toContain(what);
  });
});
