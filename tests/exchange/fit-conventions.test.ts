import { describe, expect, test } from 'vitest';
import { fitToConventions } from '../../src/exchange/fit-conventions.ts';
import { named, shippedConventions } from '../../src/model/conventions/conventions.ts';
import { shippedSchemes } from '../../src/model/conventions/shipped.ts';
import type { Assessment } from '../../src/model/generated/types.ts';

const uk = { ...shippedConventions, scheme: named('uk-gscp', shippedSchemes['uk-gscp']) };
const phia = { ...shippedConventions, standards: { likelihood: 'phia', confidence: 'three-level' } };

/** What becomes of content, and which markings were not known. */
function fitted(content: object, conventions = uk) {
  const { part, foreign, instead } = fitToConventions(
    { belongs: 'assessment', content: content as Partial<Assessment>, returns: true },
    conventions,
  );
  expect([part.belongs, part.returns]).toEqual(['assessment', true]);
  return { content: part.content, foreign, instead };
}

describe('markings of an import', () => {
  test('from another scheme become the most restrictive label, in every place', () => {
    const { content, foreign, instead } = fitted({
      marking: 'TLP:RED',
      releasable: 'TLP:GREEN',
      markings: { gaps: 'TLP:AMBER', title: 'OFFICIAL' },
      released: { level: 'TLP:GREEN', leftOut: [] },
      sources: [
        { id: 's', marking: 'TLP:GREEN' },
        { id: 't', marking: 'OFFICIAL-SENSITIVE UK EYES ONLY' },
      ],
      judgments: [{ id: 'j', dissents: [{ by: 'A', statement: 'No.', marking: 'TLP:AMBER' }] }],
    });
    expect(instead).toBe('TOP SECRET');
    expect(foreign).toEqual(['TLP:AMBER', 'TLP:GREEN', 'TLP:RED']);
    expect(content).toEqual({
      marking: 'TOP SECRET',
      releasable: 'TOP SECRET',
      markings: { gaps: 'TOP SECRET', title: 'OFFICIAL' },
      released: { level: 'TOP SECRET', leftOut: [] },
      sources: [
        { id: 's', marking: 'TOP SECRET' },
        { id: 't', marking: 'OFFICIAL-SENSITIVE UK EYES ONLY' },
      ],
      judgments: [{ id: 'j', dissents: [{ by: 'A', statement: 'No.', marking: 'TOP SECRET' }] }],
    });
  });

  test('do not include values that only look like them: levels of confidence and capability, empty values, numbers', () => {
    const content = {
      judgments: [{ id: 'j', confidence: { level: 'high' }, statement: 'TLP:RED', subtitle: null }],
      actors: [
        {
          id: 'a',
          intent: { level: 'moderate' },
          capabilities: [{ dimension: 'planning', level: 'limited' }],
        },
      ],
      sections: [{ id: 's', heading: 'marking', body: ['TLP:RED'] }],
      edition: { number: 2 },
    };
    expect(fitted(content)).toMatchObject({ content, foreign: [] });
  });

  test('from the project’s own scheme stay', () => {
    expect(fitted({ marking: 'TLP:AMBER' }, shippedConventions)).toMatchObject({
      content: { marking: 'TLP:AMBER' },
      foreign: [],
      instead: 'TLP:RED',
    });
  });
});

describe('the scale of an import', () => {
  const judged = (...terms: readonly string[]) => ({
    judgments: terms.map((term, index) => ({ id: `j${index}`, likelihood: { term } })),
  });

  test('is named if a term is not one of the project’s', () => {
    // “Realistic possibility” is a term of PHIA, “roughly even chance” one of ICD 203; “likely” is in both.
    expect(fitted(judged('likely'), phia).content).toEqual(judged('likely'));
    expect(fitted(judged('likely', 'roughly even chance'), phia).content).toEqual({
      ...judged('likely', 'roughly even chance'),
      standards: { likelihood: 'icd-203' },
    });
    expect(fitted(judged('roughly even chance'), shippedConventions).content.standards).toBeUndefined();
  });

  test('stays if the import names one, with everything else it names', () => {
    const named = {
      ...judged('roughly even chance'),
      standards: { likelihood: 'own', confidence: 'three-level' },
    };
    expect(fitted(named, phia).content).toEqual(named);
    const half = { ...judged('roughly even chance'), standards: { confidence: 'three-level' } };
    expect(fitted(half, phia).content.standards).toEqual({
      likelihood: 'icd-203',
      confidence: 'three-level',
    });
  });

  test('is searched for in scenarios and estimates too; percentages have none', () => {
    const scenarios = [{ id: 's', title: 'S', likelihood: { term: 'roughly even chance' } }];
    expect(fitted({ scenarios }, phia).content.standards).toEqual({ likelihood: 'icd-203' });
    const range = {
      judgments: [
        { id: 'j', likelihood: { range: [20, 40] } },
        { id: 'k', likelihood: null },
      ],
    };
    expect(fitted(range, phia).content).toEqual(range);
  });
});
