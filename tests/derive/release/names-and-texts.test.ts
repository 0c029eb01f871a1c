import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../../src/check/sound-assessment.ts';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import { appraise } from '../../../src/derive/release/appraised.ts';
import { originalNumbers, printedNumbers } from '../../../src/derive/release/numbers.ts';
import { redactedNames } from '../../../src/derive/release/redacted-names.ts';
import { releaseAt } from '../../../src/derive/release/release.ts';
import { releasePrevious, unaccounted } from '../../../src/derive/release/release-previous.ts';
import { textsIn, withoutCitations, withoutPictures } from '../../../src/derive/release/remaining-texts.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';

const RED = { marking: 'TLP:RED' } as const;
const own = (properties: object): Assessment =>
  ({ ...soundAssessment, marking: 'TLP:RED', releasable: 'TLP:CLEAR', ...properties }) as Assessment;
const released = (properties: object) => releaseAt(own(properties), 'TLP:GREEN');

/** What an entry that is withheld is known by, as `kind text`. */
function known(collection: string, entry: object): string[] {
  const { names } = redactedNames(
    own({ [collection]: [{ id: 'it', ...entry }] }),
    emptyRegister,
    new Set([`${collection}/it`]),
  );
  return names.map(({ kind, text, of }) => (of === `${collection}/it` ? `${kind} ${text}` : of));
}

describe('a withheld entry is recognised by', () => {
  test.each<[string, object, string[]]>([
    ['actors', { name: 'Vane', aliases: ['Owl', 'Night Owl'] }, ['name Vane', 'name Owl', 'name Night Owl']],
    ['incidents', { title: 'Outage' }, ['word Outage']],
    ['incidents', { title: 'A long outage' }, ['name A long outage']],
    ['sections', { heading: 'Outlook', body: 'No.' }, ['word Outlook']],
    ['sections', { heading: ' ', body: 'No.' }, []],
    ['scenarios', { title: 'Quiet years' }, ['name Quiet years']],
    ['evidence', { statement: 'E.', speaker: { name: 'Nox' } }, ['word Nox']],
    ['evidence', { statement: 'E.', speaker: { name: 'Zara Nox' } }, ['name Zara Nox']],
    ['evidence', { statement: 'E.', speaker: 'nox' }, []],
    [
      'evidence',
      { statement: 'E.', speaker: { name: 'Zara Nox', office: 'envoy' } },
      ['name Zara Nox', 'word Nox'],
    ],
    ['evidence', { statement: 'E.', speaker: { name: 'Nox', office: 'envoy' } }, ['word Nox']],
    [
      'evidence',
      { statement: 'E.', speaker: { name: 'J. van der Berg', office: 'envoy' } },
      ['name J. van der Berg', 'word Berg'],
    ],
    [
      'evidence',
      { statement: 'E.', speaker: { name: 'State Security Service of Ruritania' } },
      ['name State Security Service of Ruritania'],
    ],
    [
      'evidence',
      { statement: 'E.', speaker: { name: 'an envoy of Ruritania', office: 'envoy' } },
      ['name an envoy of Ruritania'],
    ],
    [
      'actors',
      { name: 'Zara Nox', type: 'person', aliases: ['Umm Omar al-Shami'] },
      ['name Zara Nox', 'name Umm Omar al-Shami', 'word Nox', 'word al-Shami'],
    ],
    ['actors', { name: 'Zara Nox', type: 'cell' }, ['name Zara Nox']],
    ['gaps', { question: 'Who?' }, []],
  ])('%s %j', (collection, entry, names) => {
    expect(known(collection, entry)).toEqual([...names, 'id it']);
  });

  test.each<[object, string[]]>([
    [{ title: 'Quill', 'title-short': 'Q' }, ['word Quill', 'word Q']],
    [{ 'container-title': 'The Daily Quill' }, ['name The Daily Quill']],
    [
      { publisher: 'Police', archive: 'State Archive', authority: 'Court', event: 'The Hearing' },
      ['word Police', 'name State Archive', 'word Court', 'name The Hearing'],
    ],
    [{ 'publisher-place': 'Streslau', subtitled: 'No title' }, []],
    [{ DOI: '10.1/x', ISBN: '978', PMID: ' ', version: '2' }, ['name 10.1/x', 'name 978']],
    [
      { URL: 'https://www.quill.example/a/b/?q=1#f' },
      ['name https://www.quill.example/a/b/?q=1#f', 'name quill.example/a/b'],
    ],
    [{ URL: 'https://quill.example/' }, ['name https://quill.example/']],
    [{ author: [{ literal: 'Police' }, { literal: 'State Watch' }] }, ['word Police', 'name State Watch']],
    [
      { editor: [{ family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' }] },
      ['word Gaulle', 'name Charles de Gaulle'],
    ],
    [
      { editor: [{ family: 'Beethoven', given: 'L.', 'dropping-particle': 'van' }] },
      ['word Beethoven', 'name L. van Beethoven'],
    ],
    [{ interviewer: [{ family: 'Nox' }] }, ['word Nox']],
    [{ keyword: ['a', null] }, []],
  ])('a source %j', (csl, names) => {
    expect(known('sources', { csl })).toEqual([...names, 'id it']);
  });

  test('its names in the register, and its id', () => {
    const register = { actors: [{ id: 'vane', name: 'Marta Vane' }] };
    const { names, allowed, allowedIds } = redactedNames(
      own({
        actors: [{ ref: 'vane' }, { id: 'other', name: 'Karim' }],
        releasableNames: ['Owl'],
        sources: [],
        evidence: [],
        judgments: [],
      }),
      register,
      new Set(['actors/vane']),
    );
    expect(names.map(({ text }) => text)).toEqual(['Marta Vane', 'vane']);
    expect(allowed.slice(0, 2)).toEqual(['Owl', 'Karim']);
    expect(allowedIds).toContain('other');
    expect(redactedNames(own({ releasableNames: ['Owl'] }), register, new Set())).toEqual({
      names: [],
      allowed: [],
      allowedIds: [],
    });
  });

  test('its own sentences of 25 characters and more, not sentences about it', () => {
    const long = 'They are met on a Sunday.';
    const short = 'They are met on a sunday';
    expect([long.length, short.length]).toEqual([25, 24]);
    const sentences = (entry: object) =>
      known('judgments', entry).filter((name) => name.startsWith('sentence'));
    expect(sentences({ statement: `${long} Yes.` })).toEqual([`sentence ${long}`]);
    expect(sentences({ statement: long })).toEqual([`sentence ${long}`]);
    expect(sentences({ statement: short })).toEqual([]);
    expect(sentences({ statement: 'S.', reasoning: long })).toEqual([]);
  });
});

describe('the message of a release', () => {
  test('names sixty parts without a marking, and counts the others', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `gap-${index}`, statement: 'E.' }));
    const { title, asOf, id, form, judgments } = soundAssessment;
    const message = (count: number) =>
      releaseAt(
        {
          id,
          form,
          title,
          asOf,
          marking: 'TLP:RED',
          markings: { title: 'TLP:GREEN' },
          judgments: judgments.map((one) => ({ ...one, marking: 'TLP:GREEN' })),
          evidence: many(count),
        } as unknown as Assessment,
        'TLP:GREEN',
      ).obstacles[0]?.message;
    expect(message(60)).toMatch(/evidence\/gap-58, evidence\/gap-59\.$/);
    expect(message(61)).toMatch(/evidence\/gap-59 and 1 more\.$/);
  });

  test('shows the last eighty characters of a sentence without support', () => {
    const said = (length: number) =>
      released({
        evidence: (soundAssessment.evidence ?? []).map((item) =>
          item.id === 'two-arrests' ? { ...item, ...RED } : item,
        ),
        sections: [
          {
            id: 's',
            heading: 'H',
            body: `First one. ${'A'.repeat(length)} [@two-arrests]. Last one [@four-fires].`,
          },
        ],
      }).obstacles.map(({ message }) => /“(.*)”/.exec(message)?.[1]);
    expect(said(80)).toEqual(['A'.repeat(80)]);
    expect(said(81)).toEqual([`… ${'A'.repeat(80)}`]);
  });

  test('empty parts stay; parts that become empty are removed', () => {
    const { assessment } = released({
      'x-empty': {},
      'x-list': [],
      evidence: (soundAssessment.evidence ?? []).map((item) => ({ ...item, ...RED })),
      judgments: soundAssessment.judgments.map(({ evidence: _, ...one }) => one),
    });
    expect(assessment).toMatchObject({ 'x-empty': {}, 'x-list': [] });
    expect(assessment).not.toHaveProperty('evidence');
  });

  test('exceptions and changes of withheld entries are removed; others stay unless their index may be wrong', () => {
    const at = (...places: readonly string[]) =>
      places.map((place) => ({ rule: 'loaded-word', at: place, reason: 'R.' }));
    const { assessment } = released({
      judgments: [...soundAssessment.judgments, { id: 'secret', statement: 'S.', ...RED }],
      exceptions: at(
        'judgments/secret',
        'judgments/fires-continue',
        '/judgments/0/statement',
        '/title',
        '/evidence/0',
      ),
      edition: {
        number: 2,
        supersedes: 'v1:a.json',
        changes: [
          { entity: 'judgments/secret', reason: 'Secret.' },
          { entity: 'judgments/fires-continue', reason: 'Open.' },
        ],
      },
    });
    expect(assessment.exceptions?.map((one) => one.at)).toEqual([
      'judgments/fires-continue',
      '/title',
      '/evidence/0',
    ]);
    expect(assessment.edition?.changes).toEqual([{ entity: 'judgments/fires-continue', reason: 'Open.' }]);
  });

  test('a missing section is mentioned once, after the one before, and never before the first', () => {
    const sections = (...marked: readonly boolean[]) =>
      marked.map((isRed, index) => ({ id: `s${index}`, heading: 'H', body: 'B.', ...(isRed && RED) }));
    const near = (...marked: readonly boolean[]) =>
      released({ sections: sections(...marked) }).assessment.released?.leftOut;
    expect(near(true, false)).toEqual([{ collection: 'sections', count: 1 }]);
    expect(near(false, true, true, false)).toEqual([
      { collection: 'sections', count: 2, near: ['sections/s0'] },
    ]);
    expect(near(false, true, false, true)).toEqual([
      { collection: 'sections', count: 2, near: ['sections/s0', 'sections/s2'] },
    ]);
  });

  test('judgments that have lost evidence, for or against, are listed; removed ones are not', () => {
    const on = (id: string, more: object) => ({ id, statement: 'S.', ...more });
    const both = ['four-fires', 'two-arrests'];
    const { assessment } = released({
      evidence: (soundAssessment.evidence ?? []).map((item) =>
        item.id === 'two-arrests' ? { ...item, ...RED } : item,
      ),
      judgments: [
        on('for', { evidence: both }),
        on('against', { evidence: ['four-fires'], contraryEvidence: ['two-arrests'] }),
        on('neither', { evidence: ['four-fires'] }),
        on('gone', { evidence: both, ...RED }),
      ],
    });
    expect(assessment.released?.leftOut).toEqual([
      { collection: 'evidence', count: 1, near: ['judgments/for', 'judgments/against'] },
      { collection: 'judgments', count: 1 },
    ]);
  });
});

describe('texts of a release', () => {
  const entries = new Set(['evidence/gone', 'sources/lost', 'media/safe']);
  test.each([
    ['No citation.', 'No citation.'],
    ['Both [@gone; @kept, p. 3].', 'Both [@kept, p. 3].'],
    ['Two [@kept] and [@lost] and [@kept; @gone].', 'Two [@kept] and and [@kept].'],
    ['None left [@gone; @lost].', 'None left.'],
    ['Kept [@kept, p. 1; @other].', 'Kept [@kept, p. 1; @other].'],
  ])('%s', (text, left) => {
    expect(withoutCitations(text, { entries })).toBe(left);
  });

  test('lose the lines that show a withheld picture, and no others', () => {
    const text = 'A\n![](media:safe)\nB\n![](media:fence)\n![](media:safe)\nC';
    expect(withoutPictures(text, { entries })).toBe('A\nB\n![](media:fence)\nC');
    expect(withoutPictures('A\nB', { entries })).toBe('A\nB');
  });

  test('do not include settings of the program', () => {
    const value = {
      title: 'T',
      releasableNames: ['Owl'],
      list: [{ markings: 'kept within' }, 'two'],
      number: 3,
      nothing: null,
    };
    expect([...textsIn(value)]).toEqual([
      { text: 'T', pointer: '/title' },
      { text: 'kept within', pointer: '/list/0/markings' },
      { text: 'two', pointer: '/list/1' },
    ]);
    expect([...textsIn(value, [], (pointer) => pointer === '/list')]).toEqual([
      { text: 'T', pointer: '/title' },
    ]);
  });
});

describe('numbers of a release', () => {
  test('of judgments begin with the key ones; existing ones count if there is one for each', () => {
    const judgments = [
      { id: 'a' },
      { id: 'b', key: true },
      { id: 'c' },
    ] as unknown as Assessment['judgments'];
    expect(printedNumbers({ judgments }, 'judgments')).toEqual([2, 1, 3]);
    const kept = (...numbers: number[]) => ({ released: { numbers: { judgments: numbers } } }) as object;
    expect(printedNumbers({ judgments, ...kept(4, 7, 9) }, 'judgments')).toEqual([4, 7, 9]);
    expect(printedNumbers({ judgments, ...kept(4, 7) }, 'judgments')).toEqual([2, 1, 3]);
    expect(printedNumbers({ judgments }, 'hypotheses')).toEqual([]);
  });

  test('are stored for lists that lose some members, not for those that lose none or all', () => {
    const whole = {
      judgments: [{ id: 'a' }, { id: 'b' }],
      hypotheses: [{ id: 'h' }],
      assumptions: [{ id: 'x' }],
    } as unknown as Assessment;
    expect(
      originalNumbers(
        whole,
        (collection, index) => collection !== 'assumptions' && !(collection === 'judgments' && index === 0),
      ),
    ).toEqual({ judgments: [2] });
  });

  test('of the appraisal: established, unconfirmed, then disputes side by side', () => {
    const item = (id: string, credibility: number | undefined, more: object = {}) => ({
      id,
      kind: 'report' as const,
      citations: [credibility === undefined ? {} : { credibility }],
      ...more,
    });
    const {
      known: established,
      unconfirmed,
      disputes,
      numbers,
    } = appraise([
      item('possible', 3),
      item('probable', 2),
      item('ungraded', undefined),
      item('claimed', 1, { kind: 'claim' }),
      item('yes', 1, { disputes: ['no', 'nowhere', 'yes'] }),
      item('also', 1, { disputes: ['no'] }),
      item('no', 1),
      item('apart', 1, { disputes: ['other'] }),
      item('other', 1),
    ]);
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
    expect(ids(established)).toEqual(['probable']);
    expect(ids(unconfirmed)).toEqual(['possible', 'ungraded', 'claimed']);
    expect(disputes.map((sides) => sides.map(ids))).toEqual([
      [['yes', 'also'], ['no']],
      [['apart'], ['other']],
    ]);
    // What contradicts only the third side stands on the first.
    const three = appraise([
      item('a', 1),
      item('b', 1, { disputes: ['a'] }),
      item('c', 1, { disputes: ['a', 'b'] }),
      item('d', 1, { disputes: ['c'] }),
    ]).disputes;
    expect(three.map((sides) => sides.map(ids))).toEqual([[['a', 'd'], ['b'], ['c']]]);
    expect([...numbers.values()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbers.get('no')).toBe(7);
  });
});

describe('the previous edition in a release', () => {
  test('may have lists of anything in its own fields', () => {
    const before = { ...soundAssessment, 'x-list': [null, 'text', { id: 'one' }] } as unknown as Assessment;
    const { assessment } = releaseAt(soundAssessment, 'TLP:GREEN');
    expect(releasePrevious(before, soundAssessment, assessment, 'TLP:GREEN')?.assessment).toMatchObject({
      'x-list': [null, 'text', { id: 'one' }],
    });
  });

  test('has unaccounted entries only in collections with something withheld', () => {
    const previous = own({
      gaps: [{ id: 'old', question: 'Q?' }],
      actors: [{ ref: 'gone' }, { ref: 'here' }],
    });
    const now = own({ gaps: [], actors: [{ ref: 'here' }] });
    expect(unaccounted(previous, now, new Set(['actors/secret']))).toEqual(['actors/gone']);
    expect(unaccounted(previous, now, new Set())).toEqual([]);
  });

  test('includes rows of the matrix with their evidence, and parts by their current marking', () => {
    const row = { evidence: 'two-arrests', ratings: { arson: 'C' as const } };
    const hypotheses = [
      { id: 'arson', statement: 'Arson.' },
      { id: 'chance', statement: 'Chance.' },
    ];
    const evidence = soundAssessment.evidence ?? [];
    const base = { ...soundAssessment, hypotheses, matrix: [row], gaps: [{ id: 'g', question: 'Q?' }] };
    const before = {
      ...base,
      evidence: evidence.map((item) => (item.id === 'two-arrests' ? { ...item, ...RED } : item)),
    } as Assessment;
    const now = { ...base, markings: { gaps: 'TLP:RED' } } as Assessment;
    const { assessment } = releaseAt(now, 'TLP:GREEN');
    const previous = releasePrevious(before, now, assessment, 'TLP:GREEN')?.assessment;
    expect(previous?.matrix).toEqual([row]);
    expect(previous?.evidence?.map(({ id }) => id).sort()).toEqual(['four-fires', 'two-arrests']);
    expect(previous).not.toHaveProperty('gaps');
  });
});
