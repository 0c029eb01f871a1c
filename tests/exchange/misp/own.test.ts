import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../../src/check/sound-assessment.ts';
import { mispExporter } from '../../../src/exchange/misp/export.ts';
import { mispImporter } from '../../../src/exchange/misp/import.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { assessmentOf, importData } from '../support.ts';

type Part = Record<string, unknown> & {
  name: string;
  uuid: string;
  Attribute: Part[];
  ObjectReference: Part[];
  Tag: { name: string }[];
};

interface MispEvent {
  info: string;
  Tag: { name: string }[];
  Attribute: Part[];
  Object: Part[];
  EventReport: Part[];
  [member: string]: unknown;
}

const assessment: Assessment = {
  ...soundAssessment,
  marking: 'TLP:GREEN',
  status: 'draft',
  sources: [
    {
      id: 'police',
      csl: { type: 'report', title: 'Annual Report', URL: 'https://police.example/report' },
      reliability: 'B',
    },
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
    { id: 'cell', name: 'Line Cell', type: 'cell', aliases: ['The Nine', 'The Line'] },
    { id: 'ministry', name: 'Ministry', type: 'organization' },
  ],
  relationships: [{ id: 'pays', from: 'ministry', to: 'cell', type: 'supports' }],
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

/** The assessment as it comes back after somebody's changes on an instance of MISP, and what is listed. */
function afterEdit(edit: (event: MispEvent, object: (collection: string) => Part) => void) {
  const { files } = mispExporter.export({ assessment, register: {}, memo: '# The memo\n', options: {} });
  const file = JSON.parse(String(files[0]?.content)) as { Event: MispEvent };
  const object = (collection: string): Part => {
    const found = file.Event.Object.find(({ name }) => name === `threat-memo-${collection}`);
    if (!found) throw new Error(`There is no ${collection}`);
    return found;
  };
  edit(file.Event, object);
  const imported = importData(mispImporter, file);
  return {
    assessment: assessmentOf(imported),
    why: imported.losses.map((loss) => loss.why),
    lost: imported.losses.map(({ what, value }) => (value === undefined ? what : `${what}: ${value}`)),
  };
}

const tagged = ({ Attribute }: Part): Part => {
  const found = Attribute.find(({ Tag }) => Tag !== undefined);
  if (!found) throw new Error('Nothing is tagged.');
  return found;
};
const named = ({ Attribute }: Part, relation: string): Part => {
  const found = Attribute.find(({ object_relation }) => object_relation === relation);
  if (!found) throw new Error(`There is no ${relation}`);
  return found;
};
const attribute = (relation: string, value: string): Part =>
  ({
    uuid: '3b6f6f2e-0000-4000-8000-000000000001',
    object_relation: relation,
    type: 'text',
    category: 'Other',
    value,
  }) as unknown as Part;

describe('an event of ours that others changed', () => {
  test('gives the same without a loss if it is unchanged', () => {
    expect(afterEdit(() => undefined)).toEqual({ assessment, lost: [], why: [] });
  });

  test('imports the values of its attributes, and further values of its lists', () => {
    const back = afterEdit((_, object) => {
      named(object('actors'), 'name').value = 'Line Cells';
      object('actors').Attribute.push(attribute('aliases[2]', 'Line 9'));
      named(object('judgments'), 'likelihood.term').value = 'very likely';
    });
    expect(back.assessment.actors?.[0]).toMatchObject({
      name: 'Line Cells',
      aliases: ['The Nine', 'The Line', 'Line 9'],
    });
    expect(back.assessment.judgments[0]?.likelihood).toEqual({ term: 'very likely' });
    expect(back.lost).toEqual([]);
  });

  test('imports grades, likelihoods and markings from its tags', () => {
    const back = afterEdit((event, object) => {
      tagged(object('judgments')).Tag = [
        { name: 'estimative-language:likelihood-probability="very-likely"' },
        { name: 'estimative-language:confidence-in-analytic-judgment="moderate"' },
      ];
      tagged(object('sources')).Tag = [{ name: 'admiralty-scale:source-reliability="c"' }];
      tagged(object('evidence')).Tag = [
        { name: 'admiralty-scale:information-credibility="2"' },
        { name: 'tlp:amber' },
      ];
      event.Tag = [{ name: 'tlp:amber' }];
    });
    expect(back.assessment.judgments[0]).toMatchObject({
      likelihood: { term: 'very likely' },
      confidence: { level: 'moderate', basis: 'One source.' },
    });
    expect(back.assessment.sources?.[0]?.reliability).toBe('C');
    expect(back.assessment.evidence?.[0]).toMatchObject({
      marking: 'TLP:AMBER',
      citations: [{ source: 'police', credibility: 2 }],
    });
    expect(back.assessment.marking).toBe('TLP:AMBER');
    expect(back.lost).toEqual([]);
  });

  test('lists tags without an equivalent, removed tags, and tags that would mark less strictly', () => {
    const back = afterEdit((event, object) => {
      tagged(object('judgments')).Tag = [
        { name: 'estimative-language:likelihood-probability="likely"' },
        { name: 'workflow:todo="review"' },
      ];
      event.Tag = [{ name: 'tlp:clear' }, { name: 'osint:source-type="blog-post"' }];
    });
    expect(back.assessment).toEqual(assessment);
    expect(back.lost).toEqual([
      'tag of threat-memo-judgments: workflow:todo="review"',
      'tag of threat-memo-judgments: estimative-language:confidence-in-analytic-judgment="low"',
      'tag of an event of ours: tlp:clear',
      'tag of an event of ours: osint:source-type="blog-post"',
    ]);
  });

  test('imports its title; date, analysis and threat level are listed', () => {
    const back = afterEdit((event) => {
      Object.assign(event, {
        info: 'Another title',
        threat_level_id: '1',
        analysis: '2',
        date: '2026-01-01',
      });
    });
    expect(back.assessment.title).toBe('Another title');
    expect(back.lost).toEqual([
      'date of an event of ours: 2026-01-01',
      'threat_level_id of an event of ours: 1',
      'analysis of an event of ours: 2',
    ]);
  });

  test('says why a title without words is not taken, and a date that follows from others', () => {
    const { why } = afterEdit((event) => Object.assign(event, { info: ' ', date: '2026-01-01' }));
    expect(why).toEqual([
      'What others add to our event is not taken over.',
      'It follows from the dates of the assessment.',
    ]);
  });

  test('lists added objects, attributes, references, reports, galaxies, sightings, proposals, remarks', () => {
    const back = afterEdit((event, object) => {
      event.Attribute.push(attribute('', 'https://elsewhere.example'));
      event.Object.push({ name: 'file', uuid: 'x', Attribute: [] } as unknown as Part);
      event.EventReport.push({ name: 'Their view', uuid: 'y', content: 'x' } as unknown as Part);
      event.Galaxy = [{ name: 'Threat Actor', GalaxyCluster: [{ value: 'APT 1' }] }];
      event.Sighting = [{ value: 'seen' }];
      event.ShadowAttribute = [{ value: 'proposed' }];
      object('judgments').Attribute.push(attribute('verdict', 'true'));
      object('actors').ObjectReference = [
        { uuid: 'z', relationship_type: 'owns', referenced_uuid: object('sources').uuid } as unknown as Part,
      ];
      Object.assign(named(object('actors'), 'name'), {
        comment: 'Is it?',
        Sighting: [{ source: 'us' }],
        ShadowAttribute: [{ value: 'Line Gang' }],
        Galaxy: [{ name: 'Malpedia' }],
      });
    });
    expect(back.assessment).toEqual(assessment);
    expect(back.lost.toSorted()).toEqual(
      [
        'galaxy added to threat-memo-actors: Malpedia',
        `reference added to threat-memo-actors: owns ${'_'}`,
        'attribute added to threat-memo-judgments: verdict: true',
        'attribute added to an event of ours: https://elsewhere.example',
        'added to an event of ours: Their view',
        'added to an event of ours: file',
        'Galaxy of an event of ours: Threat Actor',
        'Sighting of an event of ours: seen',
        'ShadowAttribute of an event of ours: proposed',
        'Object.Attribute.comment of event of ours: Is it?',
        'Object.Attribute.Sighting of event of ours: [{"source":"us"}]',
        'Object.Attribute.ShadowAttribute of event of ours: [{"value":"Line Gang"}]',
      ]
        .map((line) => line.replace('_', uuidOfSources()))
        .toSorted(),
    );
  });

  test('lists removed and deleted things, and keeps properties that are missing as a whole', () => {
    const back = afterEdit((event, object) => {
      Object.assign(named(object('actors'), 'aliases[0]'), { deleted: true });
      object('sources').Attribute = object('sources').Attribute.filter(
        ({ object_relation }) => object_relation !== 'csl.URL',
      );
      object('judgments').ObjectReference = [];
      event.Object = event.Object.filter(({ name }) => name !== 'threat-memo-relationships');
      event.Attribute = [];
      Object.assign(object('evidence'), { deleted: true });
      Object.assign(event.EventReport[0] ?? {}, { content: '# Another memo' });
    });
    expect(back.assessment.actors?.[0]?.aliases).toEqual(['The Line']);
    expect(back.assessment.evidence).toEqual(assessment.evidence);
    expect(back.lost.map((line) => line.replace(/\d+ of \d+/, 'n of m'))).toEqual([
      'attributes taken out of threat-memo-sources: n of m',
      'deleted object threat-memo-evidence',
      'deleted attribute of threat-memo-actors: aliases[0]: The Nine',
      'references taken out of threat-memo-judgments: n of m',
      'attributes taken out of an event of ours: 1',
      'objects threat-memo-relationships taken out: n of m',
      'memo changed as a report',
    ]);
  });

  test('says of each change what is done about it', () => {
    const { files } = mispExporter.export({ assessment, register: {}, memo: '# The memo\n', options: {} });
    const file = JSON.parse(String(files[0]?.content)) as { Event: MispEvent };
    const found = (collection: string) => {
      const object = file.Event.Object.find(({ name }) => name === `threat-memo-${collection}`);
      if (!object) throw new Error(collection);
      return object;
    };
    Object.assign(file.Event, { info: ' Another title ', analysis: '2' });
    const [link] = file.Event.Attribute;
    Object.assign(link ?? {}, {
      value: 'https://other.example',
      Sighting: [{ source: 'us' }],
      Tag: [{ name: 'x' }],
    });
    Object.assign(named(found('actors'), 'name'), { deleted: true });
    Object.assign(named(found('actors'), 'aliases[1]'), { deleted: true });
    const [first, second] = found('judgments').ObjectReference;
    Object.assign(first ?? {}, { comment: 'Really?' });
    expect(second).toBeUndefined();
    Object.assign(found('evidence').ObjectReference[0] ?? {}, { deleted: true });
    const sources = found('sources').Attribute.length;
    found('sources').Attribute = found('sources').Attribute.filter(
      ({ object_relation }) => object_relation !== 'csl.URL' && object_relation !== 'csl.title',
    );
    file.Event.Object = file.Event.Object.filter((object) => object.name !== 'threat-memo-relationships');
    const imported = importData(mispImporter, file);
    expect(imported.parts[0]?.returns).toBe(true);
    expect(imported.parts[0]?.content.title).toBe('Another title');
    expect(imported.parts[0]?.content.actors?.[0]).toMatchObject({
      name: 'Line Cell',
      aliases: ['The Nine'],
    });
    const none = 'An import removes nothing: remove it from the assessment yourself.';
    const repeats = 'It repeats an entry of the assessment, which is not changed: change it there.';
    const added = 'What others add to our event is not taken over.';
    const parts =
      'A property that is missing as a whole stays in the assessment; one that is missing in part is imported without that part.';
    expect(imported.losses.map(({ what, why, value }) => [what, why, value])).toEqual([
      ['attributes taken out of threat-memo-sources', parts, `2 of ${sources - 1}`],
      ['references taken out of threat-memo-evidence', repeats, '1 of 1'],
      ['deleted attribute of threat-memo-actors', none, 'name: Line Cell'],
      ['deleted attribute of threat-memo-actors', parts, 'aliases[1]: The Line'],
      ['comment on a reference of threat-memo-judgments', added, 'Really?'],
      [
        'analysis of an event of ours',
        'It follows from the status of the assessment, which people approve.',
        '2',
      ],
      ['attribute changed in an event of ours', repeats, 'https://other.example'],
      ['Tag of an attribute of ours', added, '[{"name":"x"}]'],
      ['Sighting of an attribute of ours', 'An assessment has no place for it.', '[{"source":"us"}]'],
      ['objects threat-memo-relationships taken out', none, '1 of 1'],
    ]);
  });

  test('is read quickly, whatever numbers it claims', () => {
    const back = afterEdit((event, object) => {
      for (const { Attribute } of event.Object) {
        const written = named({ Attribute } as Part, 'exported');
        written.value = JSON.stringify({
          ...JSON.parse(String(written.value)),
          attributes: 1e9,
          references: 1e9,
        });
      }
      object('judgments').ObjectReference = Array.from(
        { length: 500 },
        (_, at) => ({ uuid: `x${at}`, relationship_type: 'owns', referenced_uuid: 'y' }) as unknown as Part,
      );
    });
    expect(back.assessment).toEqual(assessment);
    expect(back.lost.filter((line) => line.startsWith('reference added'))).toHaveLength(500);
  });

  test('reports that the record of its contents is missing', () => {
    const back = afterEdit((event) => {
      for (const object of event.Object)
        object.Attribute = object.Attribute.filter(({ object_relation }) => object_relation !== 'exported');
      event.info = 'Another title';
    });
    expect(back.assessment).toEqual(assessment);
    expect(back.lost).toContain('changes elsewhere');
  });
});

function uuidOfSources(): string {
  const { files } = mispExporter.export({ assessment, register: {}, options: {} });
  const { Event } = JSON.parse(String(files[0]?.content)) as { Event: MispEvent };
  return Event.Object.find(({ name }) => name === 'threat-memo-sources')?.uuid ?? '';
}
