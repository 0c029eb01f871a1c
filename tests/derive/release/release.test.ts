import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import register from '../../../assessments/register.json' with { type: 'json' };
import shipped from '../../../assessments/russia-internal-threats-2024.json' with { type: 'json' };
import { soundAssessment } from '../../../src/check/sound-assessment.ts';
import { referencesOf } from '../../../src/derive/entities/references.ts';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import { releaseAt } from '../../../src/derive/release/release.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { validateAssessment } from '../../../src/validate/validate.ts';

const RED = { marking: 'TLP:RED' } as const;

function released(properties: Partial<Assessment>, level: 'TLP:CLEAR' | 'TLP:GREEN' = 'TLP:GREEN') {
  return releaseAt({ ...soundAssessment, marking: 'TLP:RED', ...properties }, emptyRegister, level);
}

const [fires, arrests] = soundAssessment.evidence ?? [];
const [judgment] = soundAssessment.judgments;
if (!fires || !arrests || !judgment)
  throw new Error('The sound assessment has two items of evidence and a judgment.');

describe('a release', () => {
  test('bears its own level, keeps what is unmarked, and says that nothing was left out', () => {
    const { assessment, obstacles } = released({});
    expect(obstacles).toEqual([]);
    expect(assessment).toEqual({
      ...soundAssessment,
      marking: 'TLP:GREEN',
      released: { level: 'TLP:GREEN', leftOut: [] },
    });
  });

  test('never raises the marking', () => {
    expect(released({ marking: 'TLP:CLEAR' }).assessment.marking).toBe('TLP:CLEAR');
  });

  test('leaves out what is marked above, with every trace of it, and says where', () => {
    const { assessment, obstacles } = released({
      bottomLine: ['Fires will go on [@four-fires; @two-arrests, p. 3].', 'Two men are held [@two-arrests].'],
      evidence: [
        { ...fires, disputes: ['two-arrests'] },
        { ...arrests, ...RED },
      ],
      matrix: [{ evidence: 'two-arrests', ratings: { arson: 'C' } }],
      hypotheses: [{ id: 'arson', statement: 'Arson.' }],
      sections: [
        { id: 'pattern', heading: 'A pattern', body: 'It repeats [@four-fires].' },
        { id: 'secret', heading: 'Who talks to us', body: 'A source inside.', ...RED },
      ],
    });
    expect(obstacles).toEqual([]);
    expect(assessment.bottomLine).toEqual(['Fires will go on [@four-fires].', 'Two men are held.']);
    expect(assessment.evidence).toEqual([fires]);
    expect(assessment.judgments).toEqual(
      [{ ...judgment, contraryEvidence: undefined }].map(({ contraryEvidence: _, ...j }) => j),
    );
    expect(assessment).not.toHaveProperty('matrix');
    expect(assessment.released?.leftOut).toEqual([
      { collection: 'evidence', count: 1, near: ['judgments/fires-continue'] },
      { collection: 'sections', count: 1, near: ['sections/pattern'] },
      { collection: 'matrix', count: 1 },
    ]);
    expect(JSON.stringify(assessment)).not.toMatch(/two-arrests|secret|source inside|talks/i);
  });

  test('takes evidence that only a withheld source vouches for, and refuses a judgment that then stands on nothing', () => {
    const { assessment, obstacles } = released({
      sources: (soundAssessment.sources ?? []).map((source) =>
        source.id === 'rail-authority' ? { ...source, ...RED } : source,
      ),
    });
    expect(assessment.evidence?.map(({ id }) => id)).toEqual(['two-arrests']);
    expect(obstacles).toMatchObject([
      { pointer: '/judgments/0', message: expect.stringContaining('stand on nothing') },
    ]);
  });

  test('refuses to name what it leaves out', () => {
    const { obstacles } = released({
      actors: [{ id: 'marta', name: 'Marta Vane', aliases: ['the courier'], ...RED }],
      gaps: [
        { id: 'who', question: 'Who pays The Courier?' },
        { id: 'courierless', question: 'Who pays the couriers?' },
      ],
    });
    expect(obstacles).toMatchObject([{ pointer: '/gaps/0/question' }]);
    expect(JSON.stringify(obstacles)).not.toMatch(/courier|marta/i);
  });

  test('knows an alias from the register too', () => {
    const shared: Register = { actors: [{ id: 'marta', name: 'Marta Vane', aliases: ['Night Owl'] }] };
    const assessment = {
      ...soundAssessment,
      actors: [{ ref: 'marta', ...RED }],
      question: 'What will Night Owl do?',
    };
    expect(releaseAt(assessment, shared, 'TLP:GREEN').obstacles).toMatchObject([{ pointer: '/question' }]);
  });
});

test('whatever is marked in a real assessment: nothing of it is left, nothing dangles, the rest stays valid', () => {
  const marked = ['sections', 'sources', 'evidence', 'judgments', 'incidents', 'actors'] as const;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...marked), fc.nat(60)), { minLength: 1, maxLength: 8 }),
      (choices) => {
        const assessment = structuredClone(shipped) as unknown as Assessment;
        for (const [collection, index] of choices) {
          const members = assessment[collection] ?? [];
          const member = members[index % Math.max(1, members.length)];
          if (member) member.marking = 'TLP:RED';
        }
        const version = releaseAt(assessment, register as unknown as Register, 'TLP:AMBER').assessment;
        const text = JSON.stringify(version);
        expect(text).not.toContain('TLP:RED');
        const gone = (ids: readonly { id?: string; ref?: string }[] = []) =>
          ids.map(({ id, ref }) => id ?? ref ?? '');
        for (const collection of marked) {
          const left = new Set(gone(version[collection]));
          const kind = {
            sections: '',
            sources: 'source',
            evidence: 'evidence',
            judgments: 'judgment',
            incidents: 'incident',
            actors: 'actor',
          }[collection];
          const withheld = new Set(gone(assessment[collection]).filter((id) => !left.has(id)));
          const dangling = referencesOf(version).filter(
            (reference) => reference.kind === kind && withheld.has(reference.id),
          );
          expect(dangling).toEqual([]);
        }
        for (const [index, { statement }] of (assessment.evidence ?? []).entries()) {
          if (assessment.evidence?.[index]?.marking === 'TLP:RED')
            expect(text).not.toContain(JSON.stringify(statement));
        }
        if (version.judgments) expect(validateAssessment(version).remarks).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
