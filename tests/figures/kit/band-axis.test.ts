import { expect, test } from 'vitest';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../../src/derive/memo-view.ts';
import { bandNames, percentAxis } from '../../../src/figures/kit/band-axis.ts';
import { Sheet } from '../../../src/figures/kit/sheet.ts';
import { likelihoodScales } from '../../support/scales.ts';
import { wordsOf } from '../words.ts';

const scales = Object.values(likelihoodScales).flatMap((scale) =>
  [0, 1].map((row) => ({ id: scale.id, row, scale })),
);

test.each(['en', 'he', 'ru'].flatMap((language) => scales.map((scale) => ({ language, ...scale }))))(
  'no word of $id, row $row, is broken in $language',
  ({ language, scale, row }) => {
    const view = deriveMemo(
      {
        id: 'x',
        form: 'x',
        title: 'x',
        language,
        marking: 'TLP:CLEAR',
        asOf: '2024',
        judgments: [{ id: 'x', statement: 'x' }],
      },
      emptyRegister,
    );
    const words = wordsOf(view);
    const sheet = new Sheet('ltr');
    bandNames(percentAxis(100, 320), scale, row, words).draw(sheet, 0);
    const lines = [...sheet.svg(100, 'x', 'x').matchAll(/>([^<>]+)<\/(?:tspan|text)>/g)].map(
      ([, line = '']) => line,
    );
    const drawn = lines.flatMap((line) => line.split(' ')).sort();
    const terms = scale.bands.map(({ terms }) => words.label('term', terms[row] ?? terms[0] ?? ''));
    expect(drawn).toEqual(terms.flatMap((term) => term.split(' ')).sort());
  },
);
