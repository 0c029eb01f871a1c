import { describe, expect, test } from 'vitest';
import { sectionOfEach } from '../../../src/derive/forms/section-of.ts';
import type { Assessment, Evidence } from '../../../src/model/generated/types.ts';
import { memoWith, resolvedWith } from '../../support/assessments.ts';

const evidence: Evidence[] = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, statement: `It is ${id}.` }));

const whole: Partial<Assessment> = {
  evidence,
  sections: [
    { id: 'what', heading: 'What?', kind: 'question', body: ['So [@a; @source].', 'And [@b, p. 2].'] },
    { id: 'why', heading: 'Why?', kind: 'question', body: 'Because [@b] and [@c] and [@gone].' },
  ],
  judgments: [
    { id: 'most', statement: 'x', evidence: ['a', 'b', 'c'], contraryEvidence: ['c', 'd'] },
    { id: 'key', key: true, statement: 'x', contraryEvidence: ['c'] },
    { id: 'nowhere', statement: 'x', evidence: ['d', 'e'] },
  ],
};

describe('sectionOf', () => {
  const sectionOf = sectionOfEach(resolvedWith(whole));

  test('evidence belongs to the first section that cites it', () => {
    expect(sectionOf.evidence.get('a')).toBe('what');
    expect(sectionOf.evidence.get('b')).toBe('what');
    expect(sectionOf.evidence.get('c')).toBe('why');
  });

  test('a judgment belongs to the section that cites most of its evidence, the first of several', () => {
    expect([...sectionOf.judgments]).toEqual([
      ['most', 'what'],
      ['key', 'why'],
    ]);
  });

  test('evidence that no section cites belongs with a judgment that has a section', () => {
    expect(sectionOf.evidence.get('d')).toBe('what');
    expect(sectionOf.evidence.has('e')).toBe(false);
  });

  test('sources and unknown ids belong to no section', () => {
    expect([...sectionOf.evidence.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('without sections there are none', () => {
    const { evidence, judgments } = sectionOfEach(resolvedWith({ ...whole, sections: [] }));
    expect([evidence.size, judgments.size]).toEqual([0, 0]);
  });
});

describe('answers', () => {
  const { answers, evidence } = memoWith(whole);

  test('each section has the judgments and the evidence that belong to it', () => {
    expect(
      answers.sections.map((section) => [
        section.heading,
        section.keyJudgments,
        section.judgments.map(({ id }) => id),
        section.evidence.map(({ id }) => id),
      ]),
    ).toEqual([
      ['What?', [], ['most'], ['a', 'b', 'd']],
      ['Why?', [1], [], ['c']],
    ]);
  });

  test('judgments without a section are listed separately', () => {
    expect(answers.unplaced.map(({ id }) => id)).toEqual(['nowhere']);
  });

  test('evidence has its section', () => {
    expect([...evidence.values()].map(({ section }) => section)).toEqual([
      'what',
      'what',
      'why',
      'what',
      undefined,
    ]);
  });
});
