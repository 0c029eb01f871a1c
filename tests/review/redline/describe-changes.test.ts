import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffAssessments } from '../../../src/diff/diff-assessments.ts';
import type { DiffSide } from '../../../src/diff/types.ts';
import type { Assessment, Register } from '../../../src/model/generated/types.ts';
import { changeText } from '../../../src/render/changes/change-words.ts';
import { Messages } from '../../../src/render/wording/messages.ts';
import { changeDescriber } from '../../../src/review/redline/describe-changes.ts';
import { editions } from '../../diff/random-assessments.ts';
import { allEditions, firstEdition, laterEditions } from '../../support/editions.ts';
import { sampled } from '../../support/soak.ts';

/** A language that falls back on no other: a phrase that it lacks is an error. */
const only = (language: string) =>
  new Messages(
    language,
    JSON.parse(
      readFileSync(new URL(`../../../templates/_shared/messages/${language}.json`, import.meta.url), 'utf8'),
    ),
    {},
  );
const voices = {
  en: { messages: only('en'), direction: 'ltr' },
  ru: { messages: only('ru'), direction: 'ltr' },
  he: { messages: only('he'), direction: 'rtl' },
} as const;

/** All changes in words, without what keeps blanks and directions together. */
function described(before: DiffSide, after: DiffSide, language: keyof typeof voices): string[] {
  const describer = changeDescriber(before, after);
  return diffAssessments(before, after).changes.map((change) =>
    changeText(describer(change), voices[language]).replaceAll('\u00a0', ' '),
  );
}

const side = (assessment: Assessment, register: Register = {}): DiffSide => ({ assessment, register });

/** What edition `index` of the test history changed. */
function edition(index: number, language: keyof typeof voices): string[] {
  const [before, after] = allEditions().slice(index - 1, index + 1);
  return before && after ? described(side(before.assessment), side(after.assessment), language) : [];
}

const changed = (properties: Partial<Assessment>, language: keyof typeof voices = 'en') =>
  described(side(firstEdition), side({ ...firstEdition, ...properties }), language);

describe('the description of a change in a language', () => {
  test.each([
    [
      1,
      [
        'Judgment “Fires along the line will go on”, likelihood: likely (55–80 %) → very likely (80–95 %) (↑ up by 1 band)',
        'Edition: 1 → 2',
        'Reason given (“Fires along the line will go on”): added',
      ],
    ],
    [3, ['Added: judgment “Guards will slow the crew down”']],
    [4, ['Withdrawn: judgment “Nobody will die in the fires”']],
    [5, ['Marking: TLP:CLEAR → TLP:AMBER', 'Information cut-off: 30 April 2025 → 31 May 2025']],
    [
      6,
      [
        'Incident “Fire at the depot”, injured, report (“Investigation of the March fires”): added (7)',
        'Incident “Fire at the depot”: range of those injured: 3 → 3 to 7',
      ],
    ],
    [
      7,
      [
        'Matrix row “Four signal cabinets burned within a month”, rating (The crew is hired): consistent → very inconsistent',
        'Leading hypothesis: “The crew is hired” → “Bored youths did it”',
      ],
    ],
    [
      8,
      [
        'Actor “The crew”, capability (planning), level: limited → substantial (↑ up by 2 levels)',
        'Actor “The paymaster”, intent, level: moderate → limited (↓ down by 1 level)',
      ],
    ],
    [
      9,
      [
        'Relationship “The paymaster – The crew”, standing: alleged → disputed',
        'Source “Investigation of the March fires”, reliability: fairly reliable → usually reliable',
      ],
    ],
    [10, ['Section “A pattern”, text: reworded (words in: 1, out: 0)']],
    [
      11,
      [
        'Judgment “The fires are the work of hired hands”: id hired-hands → work-for-hire',
        'Indicator “A fire on another line”, what it observes: added “The fires are the work of hired hands”',
      ],
    ],
    [15, ['Added: section “Guards”', 'Section “A pattern”: moved from place 1 to place 2']],
  ])('edition %s in English', (index, expected) => {
    expect(edition(index, 'en').sort()).toEqual(expected.toSorted());
  });

  test('in Russian and Hebrew, with the words of analysts apart', () => {
    expect(edition(5, 'ru').sort()).toEqual(
      ['Пометка: TLP:CLEAR → TLP:AMBER', 'Сведения на: 30 апреля 2025 года → 31 мая 2025 года'].sort(),
    );
    expect(edition(9, 'ru')).toContain(
      'Связь «The paymaster – The crew», статус сведений: предполагается → оспаривается',
    );
    expect(edition(9, 'he')).toContain(
      'קשר ”\u2068The paymaster – The crew\u2069”,‏ מעמד: נטען ← שנוי במחלוקת',
    );
    expect(edition(4, 'he')).toEqual(['הוסרה: הערכה ”\u2068Nobody will die in the fires\u2069”']);
  });

  test('dates are worded as in a memo, in every language', () => {
    const period = (language: keyof typeof voices) => {
      const scoped = (from: string): Assessment => ({ ...firstEdition, scope: { period: from } });
      return described(side(scoped('2024-03/2024-06')), side(scoped('2024-03-22~')), language);
    };
    expect(period('en')).toEqual(['Period: March–June 2024 → about 22 March 2024']);
    expect(period('ru')).toEqual(['Период: март–июнь 2024 года → 22 марта 2024 года (прибл.)']);
    expect(period('he')).toEqual(['תקופה: מרץ–יוני 2024 ← בסביבות ‏22 במרץ 2024']);
    expect(changed({ scope: { period: '2024' } })).toEqual(['Scope: added']);
  });

  test('a value that was added or removed, a list, an outcome', () => {
    const [first, ...rest] = firstEdition.judgments;
    if (!first) throw new Error('There is no judgment.');
    const { horizon: _, ...without } = first;
    const judgments = [
      {
        ...without,
        evidence: ['two-arrests'],
        resolution: { outcome: false, on: '2025-06-01' },
      },
      ...rest,
    ] as Assessment['judgments'];
    const name = 'Judgment “Fires along the line will go on”';
    expect(changed({ judgments }).sort()).toEqual([
      `${name}, evidence: added “Two men were arrested and the fires stopped for three weeks”; removed “Four signal cabinets burned within a month”`,
      `${name}, horizon: no longer stated (was 31 December 2025)`,
      `${name}, outcome: it did not happen (not stated before)`,
    ]);
  });

  test('the project’s own fields, with a title and without, of a judgment and of the whole', () => {
    const own = (owner: string, readers: string[]) => {
      const [first, ...rest] = firstEdition.judgments;
      const judgments = [{ ...first, 'x-owner': owner }, ...rest];
      return side({ ...firstEdition, judgments, 'x-readers': readers } as unknown as Assessment);
    };
    const lines = described(own('A', ['Bank', 'Police']), own('B', ['Bank', 'Court']), 'en');
    expect(lines).toEqual([
      'x-readers: added Court; removed Police',
      'Judgment “Fires along the line will go on”, x-owner: A → B',
    ]);
  });

  test('a list in which the moved member is not determined', () => {
    const twice = [{ name: 'A. Author' }, { name: 'A. Author', role: 'editor' }];
    expect(changed({ authors: twice })).toEqual(['Authors: “A. Author, A. Author” (not stated before)']);
  });

  test('differences in the register are described', () => {
    const { actors: _, relationships: __, ...rest } = firstEdition;
    const assessment = { ...rest, actors: [{ ref: 'crew' }] } as Assessment;
    const named = (name: string) => side(assessment, { actors: [{ id: 'crew', name }] });
    expect(described(named('The crew'), named('The gang'), 'en')).toEqual([
      'Actor “The gang” in the register, name: The crew → The gang',
    ]);
  });
});

describe('any change', () => {
  const NOT_WORDS = /undefined|\[object|NaN|\{\w+\}/;

  test.each(['en', 'ru', 'he'] as const)('is described with phrases of %s only', (language) => {
    for (const index of laterEditions.keys()) {
      for (const text of edition(index + 1, language)) expect(text).not.toMatch(NOT_WORDS);
    }
    fc.assert(
      fc.property(editions, ({ before, after }) => {
        for (const text of described(side(before), side(after), language)) {
          expect(text).toMatch(/\S/);
          expect(text).not.toMatch(NOT_WORDS);
        }
      }),
      { numRuns: sampled(60, 150) },
    );
  });
});

test('of an id used again, what went and what came have their own names', () => {
  const of = (statement: string) =>
    ({ ...firstEdition, judgments: [{ id: 'j', statement }] }) as unknown as Assessment;
  const told = described(
    side(of('Smugglers will bring drones through the southern ports.')),
    side(of('The parliament passes a budget for border guards.')),
    'en',
  );
  expect(told).toEqual([
    'Withdrawn: judgment “Smugglers will bring drones through the southern ports”',
    'Added: judgment “The parliament passes a budget for border guards”',
  ]);
});
