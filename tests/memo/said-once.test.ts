import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { buildMemo } from '../../src/memo/build-memo.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { assessmentWith } from '../support/assessments.ts';

const forms = new Forms(nodeEffects(fileURLToPath(new URL('../../', import.meta.url))));

async function markdownOf(properties: Partial<Assessment>, name = 'policy-memo'): Promise<string> {
  const form = await forms.load(name);
  const input = { assessment: assessmentWith(properties), register: emptyRegister, form };
  return (await buildMemo(input, { level: 0 })).rendered.markdown.replaceAll('\u00a0', ' ');
}

describe('our confidence in attributions', () => {
  const blamed = (actor: string, confidence?: 'low' | 'moderate') => ({
    actor,
    by: 'the police',
    ...(confidence && { confidence }),
  });
  const likely = { ...blamed('D', 'low'), likelihood: { term: 'likely' } };
  test.each<[string, NonNullable<NonNullable<Assessment['incidents']>[number]['attributions']>, string]>([
    ['of one', [blamed('A', 'low')], 'Blamed on A by the police; we have low confidence in this. |'],
    [
      'of two that share it',
      [blamed('A', 'low'), blamed('B', 'low')],
      'Blamed on A by the police. Blamed on B by the police. We have low confidence in each of these 2 attributions. |',
    ],
    [
      'of several, others between them',
      [blamed('A', 'low'), likely, blamed('B', 'moderate'), blamed('C', 'low'), blamed('E')],
      'Blamed on A by the police. Blamed on C by the police. We have low confidence in each of these 2 attributions. ' +
        'Blamed on D by the police; our judgment: likely (55–80 %), with low confidence. ' +
        'Blamed on B by the police; we have moderate confidence in this. Blamed on E by the police. |',
    ],
  ])('%s', async (_, attributions, expected) => {
    const markdown = await markdownOf({
      incidents: [{ id: 'fire', title: 'Fire', date: '2024', attributions }],
    });
    expect(markdown).toContain(`**Fire**. ${expected}`);
  });
});

describe('what an actor is', () => {
  test.each<[string, Omit<NonNullable<Assessment['actors']>[number], 'id' | 'name'>, string]>([
    ['nothing known', {}, '**Front**.'],
    ['the kind alone', { type: 'state' }, '**Front** (state).'],
    ['names and kind', { type: 'cell', status: 'active', aliases: ['F'] }, '**Front** (F; cell, active).'],
    ['names alone', { aliases: ['F', 'FF'] }, '**Front** (F and FF).'],
    [
      'where it acts',
      {
        type: 'cell',
        areas: ['the port'],
        motivations: ['tolls'],
        capabilities: [{ dimension: 'weapons', level: 'limited' }],
      },
      '**Front** (cell). Operates in the port; driven by tolls.',
    ],
    [
      'whom it attacks',
      { targeting: ['barges'], capabilities: [{ dimension: 'weapons', level: 'limited' }] },
      '**Front**. Targets barges.',
    ],
    [
      'why',
      { type: 'cell', motivations: ['tolls'], capabilities: [{ dimension: 'weapons', level: 'limited' }] },
      '**Front** (cell). Driven by tolls.',
    ],
  ])('%s', async (_, actor, expected) => {
    const markdown = await markdownOf({ actors: [{ id: 'front', name: 'Front', ...actor }] });
    expect(
      markdown.split('\n').some((line) => /^(?:- |\| )/.test(line) && line.slice(2).startsWith(expected)),
    ).toBe(true);
  });
});

describe('the words of a source', () => {
  test.each([
    ['reportedly', 'He was reportedly from Poland.', false],
    ['Most experts agree', 'It is so, as most experts agree.', false],
    ['reportedly', 'He was from Poland.', true],
    ['may', 'On 5 May it began.', true],
    ['port', 'He is reportedly from there.', true],
    ['…', 'It is so.', true],
  ])('%j beside %j', async (wording, statement, isPrinted) => {
    const markdown = await markdownOf({
      bottomLine: 'So it is.[@said]',
      evidence: [{ id: 'said', statement, wording }],
    });
    expect(markdown).toContain(statement);
    expect(markdown.includes('Wording:')).toBe(isPrinted);
  });
});

describe('decisions due on one page', () => {
  const due = (to: string, timeframe: string, priority?: 'high' | 'low') => ({
    id: to,
    to,
    action: `Act, ${to}.`,
    timeframe,
    ...(priority && { priority }),
  });
  test.each<[string, NonNullable<Assessment['recommendations']>, string | undefined]>([
    ['none', [], undefined],
    ['one', [due('a', 'at once', 'high'), due('b', 'soon', 'low')], 'Decision due: at once (a).'],
    ['two of one date', [due('a', 'soon'), due('b', 'soon')], 'Decision due: soon (a and b).'],
    [
      'two of one priority',
      [due('a', 'within a year', 'high'), due('b', 'at once', 'high')],
      'Decisions of high priority, and by when: within a year (a) and at once (b).',
    ],
    [
      'two of none',
      [due('a', 'within a year'), due('b', 'at once')],
      'Decisions due: within a year (a) and at once (b).',
    ],
  ])('%s', async (_, recommendations, expected) => {
    const markdown = await markdownOf({ recommendations }, 'one-pager');
    expect(/^\*\*(Decisions? .*)\*\*$/m.exec(markdown)?.[1]).toBe(expected);
  });
});

describe('what happened, in an event report', () => {
  const evidence = [
    { id: 'seen', statement: 'It was seen.' },
    { id: 'other', statement: 'Another thing.' },
  ];
  const sections: Assessment['sections'] = [
    { id: 'before', heading: 'The year before', body: 'Quiet.[@other]' },
    { id: 'evening', heading: 'The evening', body: 'It burned for hours.[@seen]' },
    { id: 'read', heading: 'What was read', kind: 'background', body: 'A paper.[@seen]' },
  ];
  const fire = { id: 'fire', title: 'Fire', date: '2024', evidence: ['seen'] };
  const earlier = { id: 'earlier', title: 'Earlier', date: '2023' };
  const partsOf = async (own: Partial<Assessment>) => {
    const markdown = await markdownOf({ evidence, sections, incidents: [fire], ...own }, 'event-report');
    const [, brief = '', annex = ''] = markdown.split(/^## What happened$|^## Annex$/m);
    return { brief, annex };
  };

  test('is told in the brief where no summary tells it, and then not in the annex', async () => {
    const { brief, annex } = await partsOf({});
    expect(brief).toContain('It burned for hours.');
    expect(annex).not.toContain('It burned for hours.');
    expect(annex).toContain('Quiet.');
    expect(brief).not.toContain('in the annex');
  });

  test.each([
    [[], 'A fuller account is in the annex.'],
    [[earlier], 'A fuller account, and what happened before and after, is in the annex.'],
  ])('is told in the annex at greater length than the summary', async (others, expected) => {
    const { brief, annex } = await partsOf({ incidents: [{ ...fire, summary: 'It burned.' }, ...others] });
    expect(brief).toContain(expected);
    expect(brief).not.toContain('for hours');
    expect(annex).toContain('It burned for hours.');
  });

  test('is nowhere told of without a section on it', async () => {
    const { brief } = await partsOf({ incidents: [{ ...fire, evidence: [] }, earlier] });
    expect(brief).toContain('What happened before and after is in the annex.');
    expect(brief).not.toContain('fuller');
  });
});

describe('things that rule one another out', () => {
  const hypotheses = [
    { id: 'a', statement: 'A storm.' },
    { id: 'b', statement: 'A knife.' },
  ];
  const judgments = ['One', 'Two', 'Three'].map((name, index) => ({
    id: `j${index + 1}`,
    statement: `${name} is likely.`,
  }));
  test.each<[string, string[], string, string]>([
    ['hypotheses', ['hypotheses/b', 'hypotheses/a'], 'incident-brief', 'hypotheses A and B.'],
    ['hypotheses of a report', ['hypotheses/a', 'hypotheses/b'], 'event-report', 'versions A and B.'],
    ['judgments', ['judgments/j3', 'judgments/j1'], 'incident-brief', 'judgments 1 and 3.'],
    ['both', ['hypotheses/a', 'judgments/j2'], 'incident-brief', 'hypothesis A; judgment 2.'],
  ])('%s', async (_, members, form, expected) => {
    const markdown = await markdownOf({ hypotheses, judgments, exclusive: [{ members }] }, form);
    expect(markdown).toContain(`Only one of these can hold: ${expected}`);
  });
});
