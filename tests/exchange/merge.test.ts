import { describe, expect, test } from 'vitest';
import type { ImportedPart } from '../../src/exchange/interfaces.ts';
import { keepMarking, mergeAssessment, mergeRegister } from '../../src/exchange/merge.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { assessmentWith } from '../support/assessments.ts';

function part(content: Partial<Assessment>, returns = false): ImportedPart {
  return { belongs: 'assessment', content, ...(returns && { returns }) };
}

const source = (id: string) => ({ id, csl: { type: 'report' as const }, reliability: 'F' as const });

describe('putting an import into an assessment', () => {
  const existing = assessmentWith({
    marking: 'TLP:GREEN',
    sources: [{ ...source('herald'), reliability: 'B' }],
    evidence: [{ id: 'fire', statement: 'A fire.', citations: [{ source: 'herald', credibility: 2 }] }],
  }) as unknown as Readonly<Record<string, unknown>>;

  test("does not undo a person's judgments", () => {
    const again = part({
      title: 'Other',
      marking: 'TLP:CLEAR',
      sources: [source('herald')],
      evidence: [{ id: 'fire', statement: 'A fire.', citations: [{ source: 'herald', credibility: 6 }] }],
    });
    const { edits, added, changed } = mergeAssessment(existing, again, false);
    expect({ edits, added, changed }).toEqual({ edits: [], added: [], changed: [] });
  });

  test('updates what the source changed, and adds new entries', () => {
    const newer = part({
      evidence: [
        { id: 'fire', statement: 'Two fires.', citations: [{ source: 'herald', credibility: 6 }] },
        { id: 'smoke', statement: 'Smoke.', citations: [{ source: 'herald', credibility: 6 }] },
      ],
      actors: [{ id: 'gang', name: 'Gang' }],
    });
    const { data, added, changed, edits } = mergeAssessment(existing, newer, true);
    expect(changed).toEqual(['evidence/fire: statement']);
    expect(added).toEqual(['evidence/smoke', 'actors/gang']);
    expect(edits.map(({ path }) => path.join('/'))).toEqual(['evidence/0/statement', 'evidence/1', 'actors']);
    expect(data.evidence).toMatchObject([{ citations: [{ credibility: 2 }] }, {}]);
  });

  test("matches references by the register's id, and does not add them again", () => {
    const known = { ...existing, actors: [{ ref: 'gang', summary: 'Ours.' }] };
    const again = part({ actors: [{ ref: 'gang' }, { ref: 'other-gang' }] });
    const { added } = mergeAssessment(known, again, false);
    expect(added).toEqual(['actors/other-gang']);
  });

  test('evidence with the same name from another source is other evidence', () => {
    const other = part({
      sources: [source('post')],
      evidence: [{ id: 'fire', statement: 'Arson.', citations: [{ source: 'post', credibility: 6 }] }],
      sections: [{ id: 's', heading: 'S', body: 'Text.[@post; @fire]' }],
    });
    const { data, added } = mergeAssessment(existing, other, true);
    const [, name] = (added.find((entry) => entry.startsWith('evidence/')) ?? '').split('/');
    expect(name).toMatch(/^fire-[0-9a-f]{6}$/);
    expect(data.sections).toMatchObject([{ body: `Text.[@post; @${name}]` }]);
    expect(mergeAssessment(data, other, true).edits).toEqual([]);
  });

  test('never makes a marking less strict', () => {
    const back = part({ marking: 'TLP:CLEAR', title: 'Edited elsewhere' }, true);
    expect(mergeAssessment(existing, back, false).data).toMatchObject({
      marking: 'TLP:GREEN',
      title: 'Edited elsewhere',
    });
  });

  test('entries marked above the assessment keep their marking', () => {
    const red = part({
      marking: 'TLP:RED',
      sources: [{ ...source('post'), marking: 'TLP:GREEN' }, source('x')],
      gaps: [],
    });
    const kept = keepMarking(red, 'TLP:GREEN');
    expect(kept).toMatchObject({ isAbove: true, unmarkable: ['gaps'] });
    expect(kept.part.content.sources?.map(({ marking }) => marking)).toEqual(['TLP:GREEN', 'TLP:RED']);
    expect(keepMarking(part({ marking: 'TLP:CLEAR' }), 'TLP:GREEN').isAbove).toBe(false);
  });
});

test('a register accepts only its own collections', () => {
  const { data } = mergeRegister(
    {},
    { sources: [source('herald')], actors: [{ id: 'gang', name: 'Gang', status: 'active' }, { ref: 'x' }] },
  );
  expect(data).toEqual({
    actors: [{ id: 'gang', name: 'Gang' }],
    sources: [{ id: 'herald', csl: { type: 'report' } }],
  });
});

describe('citations in a repeated import', () => {
  type Citations = NonNullable<NonNullable<Assessment['evidence']>[number]['citations']>;
  /** The citations after an import of others. */
  function merged(there: Citations, incoming: Citations): unknown {
    const existing = assessmentWith({ evidence: [{ id: 'fire', statement: 'A fire.', citations: there }] });
    const again = part({ evidence: [{ id: 'fire', statement: 'A fire.', citations: incoming }] });
    const { data } = mergeAssessment(existing as unknown as Readonly<Record<string, unknown>>, again, true);
    return (data.evidence as readonly { readonly citations: unknown }[])[0]?.citations;
  }

  test("keep a person's grade and locator", () => {
    const graded: Citations = [{ source: 'herald', locator: 'p. 3', credibility: 2 }];
    expect(merged(graded, [{ source: 'herald', credibility: 6 }])).toEqual(graded);
    const placed: Citations = [{ source: 'herald', locator: 'p. 3', credibility: 6 }];
    expect(merged(placed, [{ source: 'herald', credibility: 6 }])).toEqual(placed);
    const plain: Citations = [{ source: 'herald', credibility: 2 }];
    expect(merged(plain, [{ source: 'herald', credibility: 6 }])).toEqual(plain);
  });

  test('stay if the source is cited at another place too', () => {
    const both: Citations = [
      { source: 'herald', locator: 'p. 3', credibility: 2 },
      { source: 'herald', locator: 'p. 9', credibility: 3 },
      { source: 'post', credibility: 6 },
    ];
    expect(merged(both, [{ source: 'herald', locator: 'p. 9', credibility: 6 }])).toEqual(both);
    expect(merged(both, [{ source: 'herald', locator: 'p. 11', credibility: 6 }])).toEqual([
      ...both,
      { source: 'herald', locator: 'p. 11', credibility: 6 },
    ]);
  });

  test('take a new grade, a new locator if nobody graded the old one, and a new source', () => {
    expect(merged([{ source: 'herald', credibility: 6 }], [{ source: 'herald', credibility: 3 }])).toEqual([
      { source: 'herald', credibility: 3 },
    ]);
    expect(
      merged(
        [{ source: 'table', locator: 'row 3', credibility: 6 }],
        [{ source: 'table', locator: 'row 4', credibility: 6 }],
      ),
    ).toEqual([{ source: 'table', locator: 'row 4', credibility: 6 }]);
    const two: Citations = [
      { source: 'post', credibility: 6 },
      { source: 'herald', credibility: 6 },
    ];
    expect(merged([{ source: 'herald', credibility: 2 }], two)).toEqual([
      { source: 'herald', credibility: 2 },
      { source: 'post', credibility: 6 },
    ]);
  });
});

describe('the head of an assessment', () => {
  const head = { title: 'Fires', asOf: '2025-03-01', published: '2025-03-02' };
  const existing = { ...assessmentWith(head) } as unknown as Readonly<Record<string, unknown>>;
  const incoming = {
    id: 'other',
    title: 'Smoke',
    asOf: '2025-04-01',
    subtitle: 'Of sheds',
    published: '2025-03-02',
  };

  test('of a new one with the same id gets missing fields and later dates; existing texts stay', () => {
    const { edits, added, changed, data } = mergeAssessment(existing, part(incoming), false);
    expect(edits).toEqual([
      { path: ['asOf'], value: '2025-04-01' },
      { path: ['subtitle'], value: 'Of sheds' },
    ]);
    expect([added, changed]).toEqual([['subtitle'], ['asOf']]);
    expect(data).toMatchObject({ id: existing.id, title: 'Fires', published: '2025-03-02' });
    expect(mergeAssessment(existing, part({ asOf: '2025-02-01' }), false).edits).toEqual([]);
  });

  test('of a named assessment is unchanged', () => {
    expect(mergeAssessment(existing, part(incoming), true).edits).toEqual([]);
  });

  test('of a returned assessment is replaced, except for its id', () => {
    const { changed, added, data } = mergeAssessment(existing, part(incoming, true), true);
    expect([changed, added]).toEqual([['title', 'asOf'], ['subtitle']]);
    expect(data.id).toBe(existing.id);
  });
});

describe('lists of entries', () => {
  test('match rows of the matrix by their evidence, and entries without a name by their text', () => {
    const row = (evidence: string, rating: 'C' | 'I') => ({ evidence, ratings: { h: rating } });
    const existing = {
      ...assessmentWith({}),
      matrix: [row('fire', 'C')],
      authors: [{ name: 'A' }, { name: 'B' }],
    } as unknown as Readonly<Record<string, unknown>>;
    const again = part({
      matrix: [row('fire', 'I'), row('smoke', 'C')],
      authors: [{ name: 'B' }, { name: 'C' }],
    });
    const { changed, added, edits } = mergeAssessment(existing, again, true);
    expect(changed).toEqual(['matrix/fire: ratings']);
    expect(added).toEqual(['matrix/smoke', 'authors/2']);
    expect(edits).toEqual([
      { path: ['matrix', 0, 'ratings'], value: { h: 'I' } },
      { path: ['matrix', 1], value: row('smoke', 'C') },
      { path: ['authors', 2], value: { name: 'C' } },
    ]);
  });

  test('are not written if they are empty; an entry without a marking takes the imported one', () => {
    const existing = { ...assessmentWith({}), gaps: [], sources: [source('herald')] } as unknown as Readonly<
      Record<string, unknown>
    >;
    const empty = mergeAssessment(existing, part({ actors: [], gaps: [] }), true);
    expect([empty.edits, Object.hasOwn(empty.data, 'actors')]).toEqual([[], false]);
    const marked = part({ sources: [{ ...source('herald'), marking: 'TLP:RED' }] });
    expect(mergeAssessment(existing, marked, true).changed).toEqual(['sources/herald: marking']);
  });

  test('have no change if a text is in lines or in one', () => {
    const existing = { ...assessmentWith({}), gaps: [{ id: 'g', question: 'Who?', why: ['So.', 'Thus.'] }] };
    const same = part({ gaps: [{ id: 'g', question: ['Who?'], why: 'So.\nThus.' }] as never });
    expect(mergeAssessment(existing as never, same, true).edits).toEqual([]);
  });

  test('rename the evidence of another source in every reference, and nothing else', () => {
    const long = 'f'.repeat(80);
    const existing = assessmentWith({
      evidence: [long, 'smoke'].map((id) => ({
        id,
        statement: 'A.',
        citations: [{ source: 'herald', credibility: 2 }],
      })),
    }) as unknown as Readonly<Record<string, unknown>>;
    const post = [{ source: 'post', credibility: 6 as const }];
    const other = part({
      evidence: [
        {
          id: long,
          statement: `Not [@${long}], nor [@smoke; @${long}].`,
          citations: post,
          disputes: ['smoke'],
        },
        { id: 'smoke', statement: 'B.', citations: [...post, { source: 'herald', credibility: 6 }] },
      ],
      matrix: [{ evidence: long, ratings: {} }],
      judgments: [{ id: long, statement: 'J.', evidence: [long, 'smoke'] }],
    });
    const { data, added } = mergeAssessment(existing, other, true);
    const name = (added.find((one) => one.startsWith('evidence/')) ?? '').slice('evidence/'.length);
    expect(name).toMatch(/^f{73}-[0-9a-z]+$/);
    expect(name.length).toBeLessThanOrEqual(80);
    expect(data.evidence).toEqual([
      expect.objectContaining({ id: long, statement: 'A.' }),
      expect.objectContaining({ id: 'smoke', statement: 'B.' }),
      expect.objectContaining({
        id: name,
        statement: `Not [@${name}], nor [@smoke; @${name}].`,
        disputes: ['smoke'],
      }),
    ]);
    expect(data.matrix).toEqual([{ evidence: name, ratings: {} }]);
    expect((data.judgments as readonly unknown[]).at(-1)).toMatchObject({
      id: long,
      evidence: [name, 'smoke'],
    });
  });
});
