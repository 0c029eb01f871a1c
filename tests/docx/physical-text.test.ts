import { expect, it } from 'vitest';
import { physicalText } from '../../src/docx/physical-text.ts';

const drawing = (direction: string, texts: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 605 124" direction="${direction}">${texts}</svg>`;

it('a drawing from left to right is unchanged', () => {
  const svg = drawing('ltr', '<text x="4" text-anchor="end">2024</text>');
  expect(physicalText(svg)).toBe(svg);
});

it('in one from right to left, the start and end of a text become right and left, and its words run from the right', () => {
  const svg = physicalText(
    drawing(
      'rtl',
      '<text x="9">133 עד 145</text><text x="7" text-anchor="end" fill="#000">2024</text>' +
        '<text x="5" text-anchor="middle">כ־200</text><text x="3">\u2068Old Town\u2069</text><path d="M0 0"/>',
    ),
  );
  expect(svg).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 605 124"><text x="9" text-anchor="end">\u202b133 עד 145\u202c</text>' +
      '<text x="7" fill="#000">\u202b2024\u202c</text><text x="5" text-anchor="middle">\u202bכ־200\u202c</text>' +
      '<text x="3" text-anchor="end">\u2068Old Town\u2069</text><path d="M0 0"/></svg>',
  );
});
