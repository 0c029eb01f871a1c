import { describe, expect, it } from 'vitest';
import { viewPack } from '../../../src/derive/comparison/pack.ts';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../../src/derive/memo-view.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

function packOf(...properties: readonly Partial<Assessment>[]) {
  const compared = properties.map((own, index) => ({
    assessment: assessmentWith({ id: `memo-${index + 1}`, ...own }),
    register: emptyRegister,
  }));
  const views = compared.map(({ assessment, register }) => deriveMemo(assessment, register));
  return viewPack(compared, views, 0);
}

describe('a pack', () => {
  it('has the marking of its most restrictive memo', () => {
    expect(packOf({ marking: 'TLP:GREEN' }, { marking: 'TLP:AMBER+STRICT' }, {}).marking).toBe(
      'TLP:AMBER+STRICT',
    );
  });

  it('has the latest cut-off of its memos', () => {
    expect(packOf({ asOf: '2024-03' }, { asOf: '2025-05-27~' }, { asOf: '2016' }).asOf.text).toBe(
      '2025-05-27~',
    );
  });

  it('has the language of all its memos, or English', () => {
    expect(packOf({ language: 'he' }, { language: 'he' })).toMatchObject({
      language: 'he',
      direction: 'rtl',
    });
    expect(packOf({ language: 'he' }, { language: 'ru' })).toMatchObject({
      language: 'en',
      direction: 'ltr',
    });
  });

  it('shows how each bottom line begins', () => {
    const { memos } = packOf(
      { bottomLine: 'One [@a]. Two. Three.' },
      { bottomLine: 'Only one.' },
      {},
      { bottomLine: 'One. Two.' },
    );
    expect(memos.map(({ bottomLine, goesOn }) => [bottomLine, goesOn])).toEqual([
      ['One. Two.', true],
      ['Only one.', false],
      [undefined, false],
      ['One. Two.', false],
    ]);
  });
});
