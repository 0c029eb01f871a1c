import { describe, expect, test } from 'vitest';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import { schemeOf } from '../../src/model/conventions/conventions.ts';
import { readConventions } from '../../src/validate/read-conventions.ts';
import { salvageAssessment, validateAssessment, validatePrevious } from '../../src/validate/validate.ts';

const { conventions: uk } = readConventions({ marking: 'uk-gscp' });
const { conventions: steps } = readConventions({
  scales: { likelihood: 'steps', confidence: 'two' },
  likelihoodScales: {
    steps: {
      title: 'Steps',
      source: 'Handbook',
      bands: [
        { low: 0, high: 50, terms: ['eher nicht'] },
        { low: 50, high: 100, terms: ['eher doch'] },
      ],
    },
  },
  confidenceScales: {
    two: { title: 'Two', source: 'Handbook', levels: [{ level: 'gering' }, { level: 'hoch' }] },
  },
});

describe('a marking of another scheme is an error with advice', () => {
  test('in a project that marks by the UK scheme', () => {
    const { assessment, remarks } = validateAssessment({ ...soundAssessment, marking: 'TLP:GREEN' }, uk);
    expect(assessment).toBeUndefined();
    expect(remarks).toMatchObject([{ rule: 'unknown-term', pointer: '/marking' }]);
    expect(remarks[0]?.message).toContain(
      'must be one of `OFFICIAL`, `OFFICIAL-SENSITIVE`, `SECRET` or `TOP SECRET`',
    );
    expect(remarks[0]?.help).toContain('"marking": "tlp-2"');
    expect(remarks[0]?.help).toContain('Behind a label may stand');
  });

  test('in a project without a setting', () => {
    const { remarks } = validateAssessment({ ...soundAssessment, marking: 'NATO SECRET' });
    expect(remarks[0]?.help).toContain('"marking": "nato"');
  });

  test('another spelling of a label is recognised', () => {
    const { conventions: vs } = readConventions({ marking: 'de-vs' });
    const { remarks } = validateAssessment(
      { ...soundAssessment, marking: 'VS – Nur für den Dienstgebrauch' },
      vs,
    );
    expect(remarks[0]?.help).toBe('Did you mean `VS-NfD`?');
  });

  test('on a part, an entry and a level of release', () => {
    const { remarks } = validateAssessment(
      {
        ...soundAssessment,
        marking: 'SECRET',
        releasable: 'TLP:RED',
        markings: { gaps: 'TLP:RED' },
        sections: [{ id: 's', heading: 'S', body: 'A.', marking: 'SECRET MADE UP' }],
      },
      uk,
    );
    expect(remarks.map(({ pointer }) => pointer).sort()).toEqual([
      '/markings/gaps',
      '/releasable',
      '/sections/0/marking',
    ]);
  });
});

test('an assessment keeps its conventions, even if it was salvaged or is a previous edition', () => {
  const marked = { ...soundAssessment, marking: 'UK OFFICIAL COMMERCIAL' };
  expect(schemeOf(validateAssessment(marked, uk).assessment ?? {}).id).toBe('uk-gscp');
  expect(schemeOf(salvageAssessment({ ...marked, nonsense: 1 }, uk)?.data ?? {}).id).toBe('uk-gscp');
  const former = validatePrevious(soundAssessment, uk);
  expect(former.assessment?.marking).toBe('TLP:CLEAR');
  expect(schemeOf(former.assessment ?? {}).id).toBe('tlp-2');
});

test('terms and levels are those of the scale that is declared', () => {
  const judged = (term: string, level: string, standards?: object) =>
    validateAssessment(
      {
        ...soundAssessment,
        standards: standards ?? {},
        judgments: [{ id: 'j', statement: 'S.', likelihood: { term }, confidence: { level } }],
      },
      steps,
    ).remarks.map(({ pointer }) => pointer);
  expect(judged('eher doch', 'hoch')).toEqual([]);
  expect(judged('likely', 'high')).toEqual(['/judgments/0/likelihood/term', '/judgments/0/confidence/level']);
  expect(judged('likely', 'hoch', { likelihood: 'phia' })).toEqual([]);
  expect(judged('likely', 'high', { likelihood: 'icd-203', confidence: 'three-level' })).toEqual([]);
  expect(judged('likely', 'hoch', { likelihood: 'icd-204' })).toContain('/standards/likelihood');
});
