import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { releasedVersion } from '../../src/memo/release.ts';
import type { Actor, Assessment, CslItem, Register } from '../../src/model/generated/types.ts';

const RED = { marking: 'TLP:RED' } as const;
const base: Assessment = { ...soundAssessment, marking: 'TLP:RED', releasable: 'TLP:GREEN' };

function remarks(properties: Partial<Assessment>, register: Register = {}, previous?: Assessment): string[] {
  const { remarks: found } = releasedVersion({
    assessment: { ...base, ...properties },
    previous,
    register,
    level: 'TLP:GREEN',
  });
  return found.map(({ severity, rule, pointer, message }) => `${severity} ${rule} ${pointer} ${message}`);
}

const actor = (name: string, others: Partial<Actor> = {}): Actor => ({
  id: 'withheld-one',
  name,
  ...RED,
  ...others,
});

describe('a release that names a withheld entry', () => {
  test('is refused, with the name and the place', () => {
    const found = remarks({
      actors: [actor('Marta Vane', { aliases: ['the courier'] })],
      gaps: [
        { id: 'who', question: 'Who pays The **Cour**ier, and why?' },
        { id: 'courierless', question: 'Who pays the couriers?' },
      ],
    });
    expect(found).toEqual([
      'error cannot-release /gaps/0/question This names “the courier” (actors/withheld-one), which is marked above the release: “Who pays The **Cour**ier, and why?”.',
      'warning may-name-withheld /gaps/1/question This seems to name “the courier” (actors/withheld-one), which is marked above the release: “Who pays the couriers?”.',
    ]);
  });

  test('says which sentence of what is repeated', () => {
    const sections = [
      { id: 'money', heading: 'Money', body: 'A courier carried the money.[@four-fires]', ...RED },
    ];
    expect(remarks({ sections, question: 'Who? A courier carried the money.' })).toEqual([
      'error cannot-release /question This repeats a sentence of sections/money, which is marked above the release: “Who? A courier carried the money.”.',
    ]);
  });

  test('is told once of a place that two spellings of one name fit', () => {
    const address = 'https://nine.example/cables/77';
    const informant = { id: 'nine', csl: { type: 'report', URL: address } as CslItem, ...RED };
    const sources = [...(base.sources ?? []), informant];
    const nova = { id: 'nova', name: 'Nova Vane', ...RED };
    expect(remarks({ sources, actors: [nova], question: `Is it Nova Vane, of <${address}>?` })).toEqual([
      expect.stringContaining('/question This names “Nova Vane” (actors/nova)'),
      expect.stringContaining(`/question This names “${address}” (sources/nine)`),
    ]);
  });

  test.each<[string, Partial<Assessment>, string[]]>([
    ['an id', { actors: [actor('Marta Vane')], question: 'Ask withheld-one.' }, ['error /question']],
    [
      'an id in an id',
      { actors: [actor('Marta')], gaps: [{ id: 'not-withheld-one-2', question: 'Who?' }] },
      [],
    ],
    [
      'a name in an id',
      { actors: [actor('Marta Vane')], gaps: [{ id: 'marta-vane', question: 'Who?' }] },
      ['error /gaps/0/id'],
    ],
    [
      'a plain word as id',
      { actors: [{ id: 'karim', name: 'Marta Vane', ...RED }], question: 'Ask Karim.' },
      ['warning /question'],
    ],
    ['a name of two letters', { actors: [actor('IS')], question: 'It is IS.' }, ['error /question']],
    ['the same two letters small', { actors: [actor('IS')], question: 'It is so.' }, []],
    ['a term of the format', { actors: [actor('Official-statement')] }, []],
    [
      'a heading of one word',
      { sections: [{ id: 'x1', heading: 'Outlook', body: 'No.', ...RED }], question: 'What is the outlook?' },
      ['warning /question'],
    ],
    [
      'the same as a heading',
      { sections: [{ id: 'x1', heading: 'Outlook', body: 'No.', ...RED }], question: 'Outlook?' },
      ['error /question'],
    ],
    [
      'what may be named',
      { actors: [actor('Marta Vane')], releasableNames: ['Marta Vane'], question: 'Marta Vane?' },
      [],
    ],
    [
      'what another has too',
      { actors: [actor('Marta Vane'), { id: 'other', name: 'marta vane' }], question: 'Marta Vane?' },
      [],
    ],
    [
      'a short sentence that many say',
      {
        sections: [
          {
            id: 'x1',
            heading: 'Secret one',
            body: 'They meet in the old mill each Sunday. It burned.',
            ...RED,
          },
        ],
        question: 'How did it go? It burned.',
      },
      [],
    ],
    [
      'a sentence',
      {
        sections: [
          { id: 'x1', heading: 'Secret one', body: 'They meet in the old mill each Sunday. Yes.', ...RED },
        ],
        question: 'Do they meet in the *old* mill? They meet in the old mill each Sunday.',
      },
      ['error /question'],
    ],
  ])('%s', (_, properties, expected) => {
    expect(remarks(properties).map((line) => line.replace(/^(\w+) \S+ (\S+) .*$/s, '$1 $2'))).toEqual(
      expected,
    );
  });

  test.each([
    ['title', 'Talk with Orlanthi'],
    ['publisher', 'Agency of Quills'],
    ['a person’s whole name', 'Karim Vexillary'],
    ['a family name', 'said Vexillary'],
    ['a family name with its apostrophe', 'of Vexillary’s notes'],
    ['a family name with a letter of another alphabet', 'said Vехillary'],
    ['address', 'see https://quill.example/4711'],
    ['address without its scheme', 'see quill.example/4711'],
    ['DOI', 'see doi 10.1000/4711'],
    ['speaker', 'Zara Nox said so'],
  ])('a source by its %s', (_, text) => {
    const csl: CslItem = {
      type: 'interview',
      title: 'Talk with Orlanthi',
      publisher: 'Agency of Quills',
      author: [{ given: 'Karim', family: 'Vexillary' }],
      URL: 'https://quill.example/4711',
      DOI: '10.1000/4711',
    };
    const found = remarks({
      sources: [...(soundAssessment.sources ?? []), { id: 'talk-1', csl, ...RED }],
      evidence: [
        ...(soundAssessment.evidence ?? []),
        {
          id: 'said-1',
          statement: 'Paid.',
          speaker: { name: 'Zara Nox' },
          citations: [{ source: 'talk-1' }],
        },
      ],
      question: `What ${text}?`,
    });
    expect(found.map((line) => line.split(' ').slice(0, 3).join(' '))).toContain(
      'error cannot-release /question',
    );
  });

  test.each([
    ['Then ZH came.', ['error']],
    ['Then Z.H. came.', ['error']],
    ['Then Z. H. came.', ['error']],
    ['Then the ZHs came.', ['warning']],
    ['Then the GUSs came.', ['warning']],
    ['Then zh, z.h. and guss came.', []],
  ])('knows short names with full stops and in the plural: %s', (question, severities) => {
    const found = remarks({
      actors: [actor('Marta Vane', { aliases: ['ZH', 'GUS'] })],
      gaps: [{ id: 'who', question }],
    });
    expect(found.map((remark) => remark.split(' ')[0])).toEqual(severities);
  });

  test('finds aliases from the register, and searches its released entries', () => {
    const register: Register = {
      actors: [
        { id: 'marta', name: 'Marta Vane', aliases: ['Night Owl'] },
        { id: 'crew', name: 'The crew of Night Owl' },
      ],
    };
    const actors: Actor[] = [{ ref: 'marta', ...RED }, { ref: 'crew' }];
    expect(
      remarks({ actors, question: 'What will Night Owl do?' }, register).map((line) => line.split(' ')[2]),
    ).toEqual(['/question', '/actors/1/ref']);
  });

  test('searches for names from the previous edition that are withheld now, under any id', () => {
    const source = (id: string, title: string) => ({ id, csl: { type: 'interview', title } as const });
    const previous: Assessment = {
      ...soundAssessment,
      marking: 'TLP:GREEN',
      sources: [...(soundAssessment.sources ?? []), source('karim-interview', 'Talk with Karim Vexillary')],
    };
    const sources = [
      ...(soundAssessment.sources ?? []),
      { ...source('informant-1', 'Talk with K.'), ...RED },
    ];
    const question = 'Who had a talk with Karim Vexillary?';
    expect(remarks({ sources, question }, {}, previous).join()).toContain('karim-interview');
    expect(remarks({ sources, question }, {})).toEqual([]);
  });
});
