import { describe, expect, test } from 'vitest';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const book = (id: string) => ({ id, csl: { type: 'book' as const, title: id } });
const register: Register = { sources: [book('shared-one'), book('shared-two')] };

const listed = (properties: Partial<Assessment>) =>
  memoWith(properties, register).sources.map(({ id }) => id);

describe('the list of sources', () => {
  test('has those of the file in its order, cited or not, and only cited ones of the register', () => {
    expect(listed({ sources: [book('zeta'), book('alpha')] })).toEqual(['zeta', 'alpha']);
    expect(listed({ sources: [book('zeta')], bottomLine: 'So [@shared-two].' })).toEqual([
      'zeta',
      'shared-two',
    ]);
  });

  test.each<[string, Partial<Assessment>]>([
    ['evidence', { evidence: [{ id: 'e', statement: 'E.', citations: [{ source: 'shared-one' }] }] }],
    ['another source', { sources: [{ ...book('own'), derivedFrom: ['shared-one'] }] }],
    [
      'a figure',
      { incidents: [{ id: 'i', title: 'I', killed: { reports: [{ value: 1, source: 'shared-one' }] } }] },
    ],
    [
      'a trend',
      {
        trends: [
          {
            id: 't',
            subject: 'x',
            direction: 'rising',
            series: [{ at: '2024', value: 1, source: 'shared-one' }],
          },
        ],
      },
    ],
    ['prose', { sections: [{ id: 's', heading: 'H', body: ['A.', 'B [@shared-one, p. 4].'] }] }],
  ])('a source of the register is listed when %s cites it', (_, properties) => {
    expect(listed(properties)).toContain('shared-one');
    expect(listed(properties)).not.toContain('shared-two');
  });

  test('has each once, however often it is cited, and no unknown ids', () => {
    expect(
      listed({ sources: [{ ref: 'shared-one' }], bottomLine: '[@shared-one] [@shared-one; @gone]' }),
    ).toEqual(['shared-one']);
  });

  test('does not count a citation of evidence as one of a source', () => {
    expect(
      listed({ evidence: [{ id: 'shared-one', statement: 'E.' }], bottomLine: 'So [@shared-one].' }),
    ).toEqual([]);
  });

  test('every source can be cited', () => {
    const view = memoWith(
      { sources: [{ ref: 'shared-one', reliability: 'C', note: ['A', 'b.'] }] },
      register,
    );
    expect([...view.citableSources.keys()]).toEqual(['shared-one', 'shared-two']);
    expect(view.citableSources.get('shared-one')).toStrictEqual({
      id: 'shared-one',
      csl: { type: 'book', title: 'shared-one' },
      reliability: 'C',
      derivedFrom: [],
      knownThrough: [],
      access: undefined,
      bias: undefined,
      note: 'A\nb.',
      marking: undefined,
    });
  });
});

test('evidence by id, with its speaker', () => {
  const { evidence } = memoWith({
    actors: [{ id: 'fsb', name: 'FSB' }],
    evidence: [
      {
        id: 'e',
        statement: ['It was', 'seen.'],
        kind: 'official-statement',
        speaker: { actor: 'fsb' },
        date: '2024-03-23',
        citations: [{ source: 's', locator: 'p. 4', credibility: 2 }],
      },
    ],
  });
  expect([...evidence]).toStrictEqual([
    [
      'e',
      {
        id: 'e',
        statement: 'It was\nseen.',
        kind: 'official-statement',
        speaker: { name: 'FSB', office: undefined, actor: 'fsb' },
        venue: undefined,
        date: expect.objectContaining({ latest: '2024-03-23' }),
        wording: undefined,
        citations: [{ source: 's', locator: 'p. 4', credibility: 2, code: '2' }],
        disputes: [],
        marking: undefined,
        section: undefined,
      },
    ],
  ]);
});
