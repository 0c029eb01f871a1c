import { describe, expect, test } from 'vitest';
import type { Assessment, Evidence } from '../../../src/model/generated/types.ts';
import { memoWith } from '../../support/assessments.ts';

const item = (id: string, properties: Partial<Evidence> = {}): Evidence => ({
  id,
  statement: `${id}.`,
  ...properties,
});

describe('the essay', () => {
  const essayOf = (body: readonly string[], judgments: Assessment['judgments']) =>
    memoWith({
      evidence: ['e1', 'e2', 'e3'].map((id) => item(id)),
      judgments,
      sections: [{ id: 's', heading: 'S', body: [...body] }],
    }).commentary.essay;

  const passages = (essay: ReturnType<typeof essayOf>) =>
    essay.parts[0]?.passages.map(({ judgments, text }) => [judgments.map(({ id }) => id), text]);

  test('puts a judgment before the paragraph that cites most of its evidence', () => {
    const essay = essayOf(
      ['First [@e1].', '', 'Second [@e2; @e3].', 'Goes on.', '', 'Third.'],
      [
        { id: 'j1', statement: 'One.', evidence: ['e1', 'e2'], contraryEvidence: ['e3'] },
        { id: 'j2', statement: 'Two.', evidence: ['e1'] },
        { id: 'j3', statement: 'Three.' },
      ],
    );
    expect(passages(essay)).toEqual([
      [['j2'], 'First [@e1].'],
      [['j1'], 'Second [@e2; @e3].\nGoes on.\n\nThird.'],
    ]);
    expect(essay.opening.map(({ id }) => id)).toEqual(['j3']);
  });

  test.each([
    ['a list', ['Text.', '', '- one [@e1]', '', '- two', '', '  more']],
    ['a numbered list', ['Text.', '', '1. one [@e1]', '', '2. two']],
    ['a quotation', ['Text.', '', '> said [@e1]']],
    ['code', ['Text.', '', '```', 'a', '', 'b', '```', '', 'Text [@e1].']],
  ])('puts nothing into %s', (_, body) => {
    const essay = essayOf(body, [{ id: 'j1', statement: 'One.', evidence: ['e1'] }]);
    expect(passages(essay)).toEqual([[['j1'], body.join('\n')]]);
  });

  test('without judgments a section is one passage', () => {
    expect(passages(essayOf(['One.', '', 'Two.'], [{ id: 'j', statement: 'J.' }]))).toEqual([
      [[], 'One.\n\nTwo.'],
    ]);
  });
});

describe('the appraisal', () => {
  const appraise = (evidence: Evidence[], properties: Partial<Assessment> = {}) =>
    memoWith({ evidence, ...properties }).commentary.appraisal;
  const ids = (items: readonly { id: string }[] = []) => items.map(({ id }) => id);
  const cited = (...grades: (1 | 2 | 3 | 4 | 5 | 6)[]) => ({
    citations: grades.map((credibility) => ({ source: 's', credibility })),
  });

  test('known facts are undisputed and at least probable; claims are not known, analysis is argument', () => {
    const { known, unconfirmed, disputes } = appraise([
      item('probable', { kind: 'report', ...cited(2) }),
      item('possible', { kind: 'report', ...cited(3) }),
      item('better-once', { ...cited(4, 1) }),
      item('claimed', { kind: 'claim', ...cited(1) }),
      item('argued', { kind: 'analysis', ...cited(1) }),
      item('unjudged', { kind: 'observation', ...cited(6) }),
      item('ungraded', { kind: 'observation', citations: [{ source: 's' }] }),
    ]);
    expect(ids(known)).toEqual(['probable', 'better-once']);
    expect(ids(unconfirmed)).toEqual(['possible', 'claimed', 'unjudged', 'ungraded']);
    expect(disputes).toEqual([]);
  });

  test('contradicting accounts take sides, whichever of the two says so; analysis too', () => {
    const { known, disputes } = appraise([
      item('stop', { ...cited(1) }),
      item('staged', { kind: 'analysis', disputes: ['stop', 'routine'] }),
      item('routine', { disputes: ['staged'] }),
      item('two-dead', { disputes: ['three-dead', 'gone', 'two-dead'] }),
      item('three-dead'),
    ]);
    expect(known).toEqual([]);
    expect(disputes.map(({ first, against }) => [ids(first), against.map(ids)])).toEqual([
      [['stop', 'routine'], [['staged']]],
      [['two-dead'], [['three-dead']]],
    ]);
  });

  test('three accounts that exclude one another are three sides', () => {
    const { disputes } = appraise([
      item('a', { disputes: ['b', 'c'] }),
      item('b', { disputes: ['c'] }),
      item('c'),
    ]);
    expect(disputes.map(({ first, against }) => [ids(first), against.map(ids)])).toEqual([
      [['a'], [['b'], ['c']]],
    ]);
  });

  test('numbers continue through known, reported and disputed facts', () => {
    const { numbers } = appraise([
      item('two', { kind: 'claim' }),
      item('three', { disputes: ['four'] }),
      item('four'),
      item('one', { ...cited(1) }),
      item('none', { kind: 'analysis' }),
    ]);
    expect([...numbers]).toEqual([
      ['one', 1],
      ['two', 2],
      ['three', 3],
      ['four', 4],
    ]);
  });

  test('gaps are sorted by priority', () => {
    const { unknown } = appraise([], {
      gaps: [
        { id: 'none', question: '?' },
        { id: 'low', question: '?', priority: 'low' },
        { id: 'high', question: '?', priority: 'high' },
        { id: 'medium', question: '?', priority: 'medium' },
        { id: 'high-too', question: '?', priority: 'high' },
      ],
    });
    expect(ids(unknown)).toEqual(['high', 'high-too', 'medium', 'low', 'none']);
  });
});
