import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import shipped from '../../../assessments/russia-internal-threats-2024.json' with { type: 'json' };
import { soundAssessment } from '../../../src/check/sound-assessment.ts';
import { referencesOf } from '../../../src/derive/entities/references.ts';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../../src/derive/memo-view.ts';
import { printedNumbers } from '../../../src/derive/release/numbers.ts';
import { highestMarking } from '../../../src/derive/release/redacted.ts';
import { releaseAt } from '../../../src/derive/release/release.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { validateAssessment } from '../../../src/validate/validate.ts';
import { sampled } from '../../support/soak.ts';

const RED = { marking: 'TLP:RED' } as const;

function released(properties: Partial<Assessment>, level: 'TLP:CLEAR' | 'TLP:GREEN' = 'TLP:GREEN') {
  return releaseAt({ ...soundAssessment, marking: 'TLP:RED', releasable: 'TLP:CLEAR', ...properties }, level);
}

const [fires, arrests] = soundAssessment.evidence ?? [];
const [judgment] = soundAssessment.judgments;
if (!fires || !arrests || !judgment)
  throw new Error('The sound assessment has two items of evidence and a judgment.');

describe('a release', () => {
  test('has its own level, keeps everything that may be released, and says that nothing was left out', () => {
    const { assessment, obstacles } = released({});
    expect(obstacles).toEqual([]);
    expect(assessment).toEqual({
      ...soundAssessment,
      marking: 'TLP:GREEN',
      released: { level: 'TLP:GREEN', leftOut: [] },
    });
  });

  test('leaves out a dissent, and a trend, that rest on nothing else than what is left out', () => {
    const dissent = { by: 'B. Analyst', statement: 'The fires will stop.' };
    const of = (evidence: string[]) =>
      released({
        evidence: [fires, { ...arrests, ...RED }],
        judgments: [{ ...judgment, dissents: [{ ...dissent, evidence }, dissent] }],
      }).assessment.judgments[0]?.dissents;
    expect(of(['two-arrests'])).toEqual([dissent]);
    expect(of(['two-arrests', fires.id])).toEqual([{ ...dissent, evidence: [fires.id] }, dissent]);
    const [source] = soundAssessment.sources ?? [];
    if (!source) throw new Error('The sound assessment has a source.');
    const series = [
      { at: '2024', value: 1, source: 'inside' },
      { at: '2025', value: 2, source: 'inside' },
    ];
    const trends = (points: typeof series) =>
      released({
        sources: [source, { ...source, id: 'inside', ...RED }],
        trends: [{ id: 'fires', subject: 'Fires', direction: 'rising', series: points }],
      } as Partial<Assessment>).assessment.trends;
    expect(trends(series)).toBeUndefined();
    const open = { at: '2026', value: 3, source: String(source.id) };
    expect(trends([...series, open])?.[0]?.series).toEqual([open]);
  });

  test('never raises the marking', () => {
    expect(released({ marking: 'TLP:CLEAR' }).assessment.marking).toBe('TLP:CLEAR');
  });

  test('leaves out entries marked above, with every trace of them, and says where', () => {
    const { assessment, obstacles } = released({
      bottomLine: [
        'Fires will go on [@four-fires; @two-arrests, p. 3].',
        'They go on [@two-arrests] [@four-fires].',
      ],
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
    expect(assessment.bottomLine).toEqual(['Fires will go on [@four-fires].', 'They go on [@four-fires].']);
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

  test('removes evidence that has only withheld sources, and refuses a judgment that then has no support', () => {
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

  test('refuses a sentence that loses all its citations, at its place', () => {
    const { obstacles } = released({
      evidence: [fires, { ...arrests, ...RED }],
      sections: [
        {
          id: 'a',
          heading: 'A pattern',
          body: ['It repeats [@four-fires].', 'Quiet. They were paid [@two-arrests][@two-arrests, p. 2].'],
        },
        { id: 'b', heading: 'Another', body: ['They were paid [@two-arrests] at night [@four-fires].'] },
      ],
    });
    expect(obstacles).toEqual([
      {
        pointer: '/sections/0/body/1',
        message: 'All that is cited for “They were paid” is marked above the release.',
        help: expect.stringContaining('Cite what may be released'),
      },
      {
        pointer: '/sections/1/body/0',
        message: expect.stringContaining('“They were paid”'),
        help: expect.anything(),
      },
    ]);
  });

  test('refuses unmarked parts, with a list of them', () => {
    const whole = { ...soundAssessment, marking: 'TLP:RED' } as const;
    const parts = (assessment: Assessment, level: 'TLP:CLEAR' | 'TLP:GREEN' | 'TLP:RED' = 'TLP:GREEN') =>
      releaseAt(assessment, level).obstacles;
    expect(parts(whole)).toMatchObject([
      {
        pointer: '/marking',
        message: expect.stringMatching(
          /TLP:RED.*: title, .*bottomLine.*sources\/rail-authority.*judgments\/fires-continue\.$/,
        ),
        help: expect.stringContaining('"releasable": "TLP:GREEN"'),
      },
    ]);
    expect(parts(whole, 'TLP:RED')).toEqual([]);
    expect(parts({ ...whole, releasable: 'TLP:GREEN' })).toEqual([]);
    expect(parts({ ...whole, releasable: 'TLP:GREEN' }, 'TLP:CLEAR')).toMatchObject([
      { pointer: '/releasable' },
    ]);
  });

  test('needs no `releasable` if each part is marked', () => {
    const GREEN = { marking: 'TLP:GREEN' } as const;
    const parts = ['title', 'bottomLine', 'question', 'scope', 'authors', 'assumptions', 'gaps', 'sections'];
    const marked: Assessment = {
      ...soundAssessment,
      marking: 'TLP:RED',
      markings: Object.fromEntries(
        parts.filter((part) => part !== 'sections').map((part) => [part, 'TLP:GREEN']),
      ),
      sources: (soundAssessment.sources ?? []).map((source) => ({ ...source, ...GREEN })),
      evidence: (soundAssessment.evidence ?? []).map((item) => ({ ...item, ...GREEN })),
      judgments: [{ ...judgment, ...GREEN }],
    };
    expect(releaseAt(marked, 'TLP:GREEN').obstacles).toEqual([]);
    const { title: _, ...others } = marked.markings ?? {};
    expect(releaseAt({ ...marked, markings: others }, 'TLP:GREEN').obstacles).toMatchObject([
      { message: expect.stringMatching(/same|so is what has no marking of its own: title\.$/) },
    ]);
  });

  test('leaves out whole parts that are marked above, and says so', () => {
    const { assessment, obstacles } = released({
      markings: { bottomLine: 'TLP:RED', gaps: 'TLP:AMBER', assumptions: 'TLP:GREEN' },
      gaps: [{ id: 'who', question: 'Who pays?' }],
      assumptions: [{ id: 'same', statement: 'All stays as it is.' }],
    });
    expect(obstacles).toEqual([]);
    expect(assessment).not.toHaveProperty('bottomLine');
    expect(assessment).not.toHaveProperty('gaps');
    expect(assessment.markings).toEqual({ assumptions: 'TLP:GREEN' });
    expect(assessment.released?.leftOut).toEqual([
      { collection: 'gaps', count: 1 },
      { collection: 'bottomLine', count: 1 },
    ]);
  });

  test('keeps the numbers of the whole, through a second release too', () => {
    const judgments = ['one', 'two', 'three', 'four'].map((id) => ({ ...judgment, id, key: false }));
    const [one, two, three, four] = judgments;
    if (!one || !two || !three || !four) throw new Error('There are four.');
    const first = released({
      judgments: [one, { ...two, key: true }, { ...three, ...RED }, { ...four, marking: 'TLP:GREEN' }],
      hypotheses: [
        { id: 'a', statement: 'Arson.' },
        { id: 'b', statement: 'Accident.' },
      ],
    }).assessment;
    expect(first.released?.numbers).toEqual({ judgments: [2, 1, 4] });
    expect(printedNumbers(first, 'judgments')).toEqual([2, 1, 4]);
    const second = releaseAt({ ...first, releasable: 'TLP:CLEAR' }, 'TLP:CLEAR').assessment;
    expect(second.released?.numbers).toEqual({ judgments: [2, 1] });
    const view = deriveMemo(first, emptyRegister);
    expect(view.judgments.all.map(({ number, id }) => `${number} ${id}`)).toEqual([
      '1 two',
      '2 one',
      '4 four',
    ]);
  });

  test('keeps the numbers of recommendations and of the appraisal, which depend on the order of evidence', () => {
    const item = (id: string, kind: 'report' | 'claim' | 'analysis', more: object = {}) => ({
      id,
      statement: `This is ${id}.`,
      kind,
      citations: [{ source: 'paper', credibility: 2 as const }],
      ...more,
    });
    const first = released({
      sources: [{ id: 'paper', csl: { type: 'report', title: 'Paper' } }],
      evidence: [
        item('claimed', 'claim'),
        item('secret', 'report', RED),
        item('argued', 'analysis'),
        item('seen', 'report'),
        item('told', 'report', { disputes: ['denied'] }),
        item('denied', 'report', RED),
      ],
      recommendations: [
        { id: 'first', action: 'Wait.' },
        { id: 'last', action: 'Watch.' },
      ],
      markings: {},
    }).assessment;
    // In the whole: known are secret (1) and seen (2), unconfirmed is claimed (3), in dispute are told (4) and denied (5).
    expect(first.evidence?.map(({ id }) => id)).toEqual(['claimed', 'argued', 'seen', 'told']);
    expect(first.released?.numbers).toEqual({ appraised: [3, 0, 2, 4] });
    const { appraisal } = deriveMemo(first, emptyRegister).commentary;
    expect(appraisal.known.map(({ number, id }) => `${number} ${id}`)).toEqual(['2 seen', '4 told']);
    expect(appraisal.unconfirmed.map(({ number, id }) => `${number} ${id}`)).toEqual(['3 claimed']);
    expect(appraisal.numbers.get('seen')).toBe(2);
    // A second release leaves the numbers as they are.
    const second = releaseAt({ ...first, releasable: 'TLP:CLEAR' }, 'TLP:CLEAR').assessment;
    expect(second.released?.numbers).toEqual({ appraised: [3, 0, 2, 4] });
    // Recommendations go where what they rest on goes.
    const kept = released({
      judgments: [
        { ...judgment, id: 'open' },
        { ...judgment, id: 'closed', ...RED },
      ],
      recommendations: [
        { id: 'first', action: 'Wait.', judgments: ['closed'] },
        { id: 'last', action: 'Watch.', judgments: ['open'] },
      ],
    }).assessment;
    const shown = deriveMemo(kept, emptyRegister).recommendations;
    expect(shown.map(({ number, id }) => `${number} ${id}`)).toContain('2 last');
  });

  test('does not promote other judgments to key judgments', () => {
    const { obstacles } = released({
      judgments: [
        { ...judgment, key: true, ...RED },
        { ...judgment, id: 'other', key: false },
      ],
    });
    expect(obstacles).toMatchObject([{ pointer: '/judgments' }]);
  });

  test('does not report entries that may be released and named', () => {
    const { assessment } = released({ releasableNames: ['Police'], markings: { gaps: 'TLP:RED' } });
    expect(Object.keys(assessment)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/releasable|markings/)]),
    );
  });
});

test('the highest marking of a file is that of the whole or of any part', () => {
  expect(highestMarking(soundAssessment)).toBe(soundAssessment.marking);
  expect(highestMarking({ ...soundAssessment, marking: 'TLP:GREEN', evidence: [{ ...fires, ...RED }] })).toBe(
    'TLP:RED',
  );
  expect(highestMarking({ ...soundAssessment, marking: 'TLP:CLEAR', markings: { gaps: 'TLP:AMBER' } })).toBe(
    'TLP:AMBER',
  );
});

test('whatever is marked in a real assessment: no trace is left, nothing dangles, the rest stays valid', () => {
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
        const version = releaseAt(assessment, 'TLP:AMBER').assessment;
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
    { numRuns: sampled(30, 300) },
  );
});
