import { describe, expect, it } from 'vitest';
import { uncited } from '../../../src/derive/analysis/uncited.ts';
import { memoWith } from '../../support/assessments.ts';

const judgments = Array.from({ length: 15 }, (_, index) => ({
  id: `judgment-${index + 1}`,
  key: index < 13,
  statement: `Statement ${index + 1} [@wire].`,
  confidence: { level: 'low' as const, basis: 'One source [@wire].' },
}));

describe('a memo on one page', () => {
  it('prints less from variant to variant, and ends with one judgment', () => {
    const pages = memoWith({ judgments }).onePage;
    expect(pages.length).toBeGreaterThan(5);
    expect(pages[0]?.judgments).toHaveLength(12);
    expect(pages.at(-1)?.judgments).toHaveLength(1);
    expect(pages.at(-1)).toMatchObject({ basis: false, figure: false, recommendations: [], signs: [] });
  });

  it('drops the figure before one of eight key judgments', () => {
    const pages = memoWith({ judgments: judgments.slice(0, 8) }).onePage;
    const fewer = pages.filter((page) => page.judgments.length < 8);
    expect(fewer.length).toBeGreaterThan(0);
    expect(fewer.filter(({ figure }) => figure)).toEqual([]);
  });

  it('counts everything that it leaves out, in any variant', () => {
    for (const page of memoWith({ judgments }).onePage) {
      expect(page.left).toContainEqual({ what: 'judgments', count: 15 - page.judgments.length });
    }
  });

  it('leaves nothing out if everything fits', () => {
    expect(memoWith().onePage[0]?.left).toEqual([]);
  });

  it('has no citations, because it has no notes', () => {
    const page = memoWith({ judgments, bottomLine: ['First [@wire, p. 4].', 'Second [@wire].'] }).onePage[0];
    expect(page?.bottomLine).toBe('First.\nSecond.');
    expect(page?.judgments[0]).toMatchObject({
      statement: 'Statement 1.',
      confidence: { basis: 'One source.' },
    });
  });

  it('puts recommendations of high priority first, and implications only if there are none', () => {
    const recommendations = [
      { id: 'wait', action: 'Wait.', priority: 'low' as const },
      { id: 'watch', action: 'Watch.' },
      { id: 'act', action: 'Act.', priority: 'high' as const },
    ];
    const implications = [{ id: 'so', statement: 'So what.' }];
    const page = memoWith({ recommendations, implications }).onePage[0];
    expect(page?.recommendations.map(({ id }) => id)).toEqual(['act', 'watch', 'wait']);
    expect(page?.implications).toEqual([]);
    expect(memoWith({ implications }).onePage[0]?.implications).toMatchObject([{ id: 'so' }]);
  });

  it('shows observed signs first', () => {
    const indicators = [
      { id: 'quiet', statement: 'Quiet.', observes: ['attacks-continue'] },
      { id: 'seen', statement: 'Seen.', status: 'observed' as const, observes: ['attacks-continue'] },
    ];
    expect(memoWith({ indicators }).onePage[0]?.signs.map(({ id }) => id)).toEqual(['seen', 'quiet']);
  });
});

describe('prose without citations', () => {
  it('keeps brackets that are not citations, and the spaces between sentences', () => {
    expect(uncited('One [@a]; two [b] [@a, p. 4; @b]. Three.')).toBe('One; two [b]. Three.');
  });
});
