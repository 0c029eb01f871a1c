import { expect, test } from 'vitest';
import { validateAssessment } from '../../src/validate/validate.ts';

/** The fixes of the remarks on a file with these properties. */
function fixes(properties: object): unknown[] {
  return validateAssessment(properties).remarks.flatMap(({ fix }) => fix ?? []);
}

test.each([
  [{ marking: 'tlp:amber +strict' }, '/marking', 'TLP:AMBER+STRICT'],
  [{ status: ' Final' }, '/status', 'final'],
  [{ status: 'fi\u200bnal' }, '/status', 'final'],
  [{ language: 'en_GB' }, '/language', 'en-GB'],
  [{ language: 'English' }, '/language', 'en'],
  [{ asOf: '2025-03/2024-12' }, '/asOf', '2024-12/2025-03'],
])('%j has a certain fix', (properties, pointer, value) => {
  expect(fixes(properties)).toEqual([{ pointer, value }]);
});

test.each([
  [{ marking: 'white' }],
  [{ status: 'finall' }],
  [{ language: 'the Queen’s' }],
  [{ asOf: '03/04/2024' }],
  [{ asOf: '2024-02-30' }],
  [{ title: 5 }],
])('%j has only a suggestion', (properties) => {
  expect(fixes(properties)).toEqual([]);
});
