import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { textView } from '../../src/format/text-view.ts';

const view = (data: unknown) => textView(data, 'assessment').split('\n').slice(0, -1);

describe('one fact a line', () => {
  test('a judgment begins with likelihood, confidence and horizon; its sentences and ids follow, each on a line', () => {
    expect(
      view({
        judgments: [
          {
            id: 'attacks-continue',
            key: true,
            statement: 'Attacks will go on. They will be small.',
            likelihood: { term: 'very likely' },
            confidence: { level: 'moderate', basis: 'One source.' },
            horizon: '2025-12-31',
            evidence: ['two', 'one'],
            resolution: { outcome: true, on: '2025' },
          },
        ],
      }),
    ).toEqual([
      'judgments/attacks-continue: very likely (80–95 %), confidence moderate, by 2025-12-31',
      'judgments/attacks-continue key: true',
      'judgments/attacks-continue statement: Attacks will go on.',
      'judgments/attacks-continue statement: They will be small.',
      'judgments/attacks-continue confidence basis: One source.',
      'judgments/attacks-continue evidence: one',
      'judgments/attacks-continue evidence: two',
      'judgments/attacks-continue resolution: outcome true, on 2025',
    ]);
  });

  test('the declared scale defines a term; a range is in percent; missing values are mentioned', () => {
    expect(
      view({
        standards: { likelihood: 'phia' },
        judgments: [
          { id: 'a', likelihood: { term: 'likely' } },
          { id: 'b', likelihood: { range: [0.55, 0.8] }, confidence: { level: 'low' } },
          { id: 'c', likelihood: { term: 'perhaps' } },
          { id: 'd' },
        ],
        scenarios: [{ id: 's', title: 'S', likelihood: { term: 'remote chance' } }],
      }),
    ).toEqual([
      'standards: likelihood phia',
      'judgments/a: likely (55–75 %), no confidence',
      'judgments/b: 55–80 %, confidence low',
      'judgments/c: perhaps, no confidence',
      'judgments/d: no likelihood, no confidence',
      'scenarios/s title: S',
      'scenarios/s likelihood: remote chance (0–5 %)',
    ]);
  });

  test('members without an id are named by their distinguishing properties', () => {
    expect(
      view({
        actors: [{ ref: 'a', capabilities: [{ dimension: 'weapons', level: 'limited', trend: 'rising' }] }],
        incidents: [
          {
            id: 'i',
            title: 'I',
            killed: { reports: [{ value: 145, source: 'tass' }, { min: 3 }] },
            place: { name: 'N' },
          },
        ],
        matrix: [{ evidence: 'e', ratings: { h: 'CC', g: 'I' } }],
      }),
    ).toEqual([
      'actors/a capabilities weapons: level limited, trend rising',
      'incidents/i title: I',
      'incidents/i place: name N',
      'incidents/i killed reports 2: min 3',
      'incidents/i killed reports tass: value 145',
      'matrix/e ratings: h CC, g I',
    ]);
  });
});

test('order, line breaks and the spelling of lists do not matter; the order of sections does', () => {
  const judgments = [
    { id: 'b', statement: ['It burnt', 'for long. So what?'], evidence: ['y', 'x'] },
    { statement: 'Two.', id: 'a' },
  ];
  const same = [
    { id: 'a', statement: 'Two.' },
    { evidence: ['x', 'y'], id: 'b', statement: 'It burnt for long. So what?' },
  ];
  expect(view({ judgments, title: 'T' })).toEqual(view({ title: 'T', judgments: same }));
  const sections = [
    { id: 'b', heading: 'B', body: 'B.' },
    { id: 'a', heading: 'A', body: 'A.' },
  ];
  expect(view({ sections })[0]).toBe('sections/b heading: B');
});

test('any data is accepted', () => {
  expect(view({ judgments: 'none', actors: [null, 3, []], zeta: { b: [{}] }, question: [1] })).toEqual([
    'question: 1',
    'actors: 3',
    'actors: null',
    'judgments: none',
    'zeta b/1',
  ]);
  expect(view(null)).toEqual([': null']);
});

test('every actor of the shipped register has a line with its name', () => {
  const text = readFileSync(new URL('../../assessments/register.json', import.meta.url), 'utf8');
  const register = JSON.parse(text) as { actors: { id: string; name: string }[] };
  const lines = textView(register, 'register').split('\n');
  for (const { id, name } of register.actors) expect(lines).toContain(`actors/${id} name: ${name}`);
});
