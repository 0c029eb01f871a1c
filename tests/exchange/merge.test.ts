import { describe, expect, test } from 'vitest';
import type { ImportedPart } from '../../src/exchange/interfaces.ts';
import { keepMarking, mergeAssessment, mergeRegister } from '../../src/exchange/merge.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { assessmentWith } from '../support/assessments.ts';

function part(content: Partial<Assessment>, returns = false): ImportedPart {
  return { belongs: 'assessment', content, ...(returns && { returns }) };
}

const source = (id: string) => ({ id, csl: { type: 'report' as const }, reliability: 'F' as const });

describe('putting an import into an assessment', () => {
  const existing = assessmentWith({
    marking: 'TLP:GREEN',
    sources: [{ ...source('herald'), reliability: 'B' }],
    evidence: [{ id: 'fire', statement: 'A fire.', citations: [{ source: 'herald', credibility: 2 }] }],
  }) as unknown as Readonly<Record<string, unknown>>;

  test('does not take back what a person judged', () => {
    const again = part({
      title: 'Other',
      marking: 'TLP:CLEAR',
      sources: [source('herald')],
      evidence: [{ id: 'fire', statement: 'A fire.', citations: [{ source: 'herald', credibility: 6 }] }],
    });
    const { edits, added, changed } = mergeAssessment(existing, again, false);
    expect({ edits, added, changed }).toEqual({ edits: [], added: [], changed: [] });
  });

  test('brings up to date what the source says otherwise now, and adds what is new', () => {
    const newer = part({
      evidence: [
        { id: 'fire', statement: 'Two fires.', citations: [{ source: 'herald', credibility: 6 }] },
        { id: 'smoke', statement: 'Smoke.', citations: [{ source: 'herald', credibility: 6 }] },
      ],
      actors: [{ id: 'gang', name: 'Gang' }],
    });
    const { data, added, changed, edits } = mergeAssessment(existing, newer, true);
    expect(changed).toEqual(['evidence/fire: statement']);
    expect(added).toEqual(['evidence/smoke', 'actors/gang']);
    expect(edits.map(({ path }) => path.join('/'))).toEqual(['evidence/0/statement', 'evidence/1', 'actors']);
    expect(data.evidence).toMatchObject([{ citations: [{ credibility: 2 }] }, {}]);
  });

  test('what refers to the register is known by that: it is not added again', () => {
    const known = { ...existing, actors: [{ ref: 'gang', summary: 'Ours.' }] };
    const again = part({ actors: [{ ref: 'gang' }, { ref: 'other-gang' }] });
    const { added } = mergeAssessment(known, again, false);
    expect(added).toEqual(['actors/other-gang']);
  });

  test('evidence of one name from another source is other evidence', () => {
    const other = part({
      sources: [source('post')],
      evidence: [{ id: 'fire', statement: 'Arson.', citations: [{ source: 'post', credibility: 6 }] }],
      sections: [{ id: 's', heading: 'S', body: 'Text.[@post; @fire]' }],
    });
    const { data, added } = mergeAssessment(existing, other, true);
    const [, name] = (added.find((entry) => entry.startsWith('evidence/')) ?? '').split('/');
    expect(name).toMatch(/^fire-[0-9a-f]{6}$/);
    expect(data.sections).toMatchObject([{ body: `Text.[@post; @${name}]` }]);
    expect(mergeAssessment(data, other, true).edits).toEqual([]);
  });

  test('never makes a marking less strict', () => {
    const back = part({ marking: 'TLP:CLEAR', title: 'Edited elsewhere' }, true);
    expect(mergeAssessment(existing, back, false).data).toMatchObject({
      marking: 'TLP:GREEN',
      title: 'Edited elsewhere',
    });
  });

  test('what is marked above the assessment bears its marking', () => {
    const red = part({
      marking: 'TLP:RED',
      sources: [{ ...source('post'), marking: 'TLP:GREEN' }, source('x')],
      gaps: [],
    });
    const kept = keepMarking(red, 'TLP:GREEN');
    expect(kept).toMatchObject({ isAbove: true, unmarkable: ['gaps'] });
    expect(kept.part.content.sources?.map(({ marking }) => marking)).toEqual(['TLP:GREEN', 'TLP:RED']);
    expect(keepMarking(part({ marking: 'TLP:CLEAR' }), 'TLP:GREEN').isAbove).toBe(false);
  });
});

test('a register takes only what it holds', () => {
  const { data } = mergeRegister(
    {},
    { sources: [source('herald')], actors: [{ id: 'gang', name: 'Gang', status: 'active' }, { ref: 'x' }] },
  );
  expect(data).toEqual({
    actors: [{ id: 'gang', name: 'Gang' }],
    sources: [{ id: 'herald', csl: { type: 'report' } }],
  });
});
