import { expect, test } from 'vitest';
import { exampleInput } from '../../../src/check/example-input.ts';
import { describedRules } from '../../../src/check/rules.ts';
import { emptyRegister } from '../../../src/derive/entities/resolve.ts';
import reviewSchema from '../../../src/model/schema/review.schema.json' with { type: 'json' };
import { type ScorecardInput, scorecardOf } from '../../../src/review/scorecard/scorecard.ts';
import { rulesText, scorecardMarkdown } from '../../../src/review/scorecard/scorecard-markdown.ts';
import { icdStandards, phiaStandards } from '../../../src/review/scorecard/standards.ts';
import { messagesIn } from '../../render/messages.ts';
import { finding } from './finding.ts';

const { assessment } = exampleInput({ assessment: {} });

function card(more: Partial<ScorecardInput> = {}) {
  return scorecardOf({
    assessment,
    register: emptyRegister,
    file: 'assessments/sample.json',
    findings: [],
    suppressed: [],
    settings: new Map(),
    answers: [],
    ...more,
  });
}

const languages = ['ar', 'de', 'en', 'fr', 'he', 'ru', 'uk'];

const LOOK = { text: 'TLP:CLEAR' } as Parameters<typeof scorecardMarkdown>[1];

test('there are nine standards of ICD 203, each with a question that only a person can answer', () => {
  expect(card().standards.map(({ source }) => source)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `ICD 203 D.6.e(${number})`),
  );
  for (const { questions } of card().standards) expect(questions.length).toBeGreaterThan(0);
});

test('a rule is listed under each standard in its source', () => {
  const under = (id: string) =>
    card()
      .standards.filter(({ rules }) => rules.some((rule) => rule.id === id))
      .map((standard) => standard.id);
  expect(under('mixed-rows')).toEqual(['icd-203-2']);
  expect(under('ignored-dispute')).toEqual(['icd-203-1', 'icd-203-4']);
  expect(under('horizon-against-statement')).toEqual(['icd-203-2', 'icd-203-8']);
  expect(under('uncited-figure')).toEqual(['icd-203-1']);
  expect(under('incomplete-matrix')).toEqual(['icd-203-4']);
  // Nothing sees whether a figure misleads, and the card says so.
  expect(card().standards.at(-1)?.rules).toEqual([]);
  expect(rulesText([])).toBe('No rule can test this.');
  const served = new Set(card().standards.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const named = describedRules.filter(({ source }) => /D\.6\.e\(\d/.test(source)).map(({ id }) => id);
  expect(named.filter((id) => !served.has(id))).toEqual([]);
});

test('findings, suppressed findings and switched-off rules are distinguished; rules that are off count as not tested', () => {
  const rule = 'ungraded-source';
  const { standards } = card({
    findings: [finding(rule)],
    suppressed: [{ ...finding('uncited-figure'), reason: 'A sum.' }],
    settings: new Map([['circular-reporting', 'off']]),
  });
  const [first] = standards;
  expect(first?.rules.find(({ id }) => id === rule)?.result).toBe('findings');
  expect(rulesText(first?.rules ?? [])).toMatch(
    /^\d+ rules tested, 1 finding; 1 finding excepted by the authors; switched off and not tested: circular-reporting\.$/,
  );
});

test('questions lead to places, at most eight of a kind, and include their answers', () => {
  const sources = Array.from({ length: 11 }, (_, index) => ({ id: `s${index}`, csl: { type: 'report' } }));
  const answer = { question: 'sources-independent', answer: 'no', by: 'P. Peer', on: '2025-05-02' } as const;
  const { standards } = card({
    assessment: { ...assessment, sources } as typeof assessment,
    answers: [answer],
  });
  const question = standards[0]?.questions.find(({ id }) => id === 'sources-independent');
  expect(question?.places.map(({ pointer }) => pointer)).toEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map((n) => `/sources/${n}`),
  );
  expect(question?.more).toBe(3);
  expect(question?.answers).toEqual([answer]);
  const keyed = {
    ...assessment,
    judgments: assessment.judgments.map((one, index) => ({ ...one, key: index === 0 })),
  };
  const places = card({ assessment: keyed }).standards[1]?.questions[0]?.places;
  expect(places?.map(({ label }) => label)).toEqual([`judgments/${assessment.judgments[0]?.id}`]);
});

test('a page names places as the memo does: numbers of judgments, titles, first words', () => {
  const shared = { id: 'shared', csl: { type: 'report', title: 'What the register calls it' } };
  const long = 'A statement much longer than a cell of a table has room for, so that it is cut.';
  const input = {
    ...assessment,
    sources: [{ ref: 'shared' }],
    evidence: [{ id: 'e', statement: long }],
  } as unknown as typeof assessment;
  const page = scorecardMarkdown(
    card({
      assessment: input,
      register: { ...emptyRegister, sources: [shared] } as ScorecardInput['register'],
    }),
    LOOK,
    messagesIn('en'),
  );
  const words = page.replaceAll('\\', '');
  expect(words).toContain('sources: What the register calls it');
  expect(words).toContain('evidence: A statement much longer than a cell of a …');
  expect(words).toContain('| judgments: 1 |');
  expect(words).not.toContain('judgments/');
});

test('PHIA is listed only if its scale is in use', () => {
  expect(JSON.stringify(card().standards.map(({ source }) => source))).not.toContain('PHIA');
  const spoken = { ...assessment, standards: { likelihood: 'phia' } };
  const sources = card({ assessment: spoken }).standards.map(({ source }) => source);
  expect(sources.slice(9)).toEqual(['PHIA probability yardstick', 'PHIA analytical confidence rating']);
});

test('the page does not claim that a standard is met, and prints texts as text', () => {
  const title = 'A *bold* title <!-- role: marking --> | [x](http://e.org)';
  const markdown = scorecardMarkdown(card({ assessment: { ...assessment, title } }), LOOK, messagesIn('en'));
  expect(markdown).toContain(String.raw`A \*bold\* title \<\!-- role\: marking --\> \| \[x\](http\://e.org)`);
  expect(markdown).not.toMatch(/\bmet\b(?! is)|passed|compl(?:ies|iant)|score of/i);
  expect(markdown).toContain('| Name and role | Date | Signature |');
});

test('the questions are those that a file of reviews may answer', () => {
  const ids = [...icdStandards, ...phiaStandards].flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(reviewSchema.$defs.scoreAnswer.properties.question.enum).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the page is in the language of the memo; findings, in English, are isolated if it runs from right to left', () => {
  const one = card({ findings: [finding('ungraded-source')] });
  for (const language of languages) {
    const markdown = scorecardMarkdown(one, LOOK, messagesIn(language));
    for (const { questions } of one.standards) {
      for (const { id, text } of questions) {
        expect(markdown, language).toContain(`(${id})`);
        expect(markdown.replaceAll('\\', '').includes(text), `${language}: ${text}`).toBe(language === 'en');
      }
    }
    const isRightToLeft = ['he', 'ar'].includes(language);
    expect(/^- \u2066.*\u2069$/m.test(markdown), language).toBe(isRightToLeft);
  }
});

test('English phrases match the titles of the standards, which terminal and programs print', () => {
  const messages = messagesIn('en');
  for (const { id, title, questions } of [...icdStandards, ...phiaStandards]) {
    expect(messages.label('scorecard.standard', id)).toBe(title);
    for (const { id: question, text } of questions)
      expect(messages.label('scorecard.question', question)).toBe(text);
  }
});

test('ICD 203 is named once, with its source, if the scale is another', () => {
  const named = (likelihood: string) =>
    scorecardMarkdown(
      card({ assessment: { ...assessment, standards: { likelihood } } }),
      LOOK,
      messagesIn('en'),
    ).match(/ICD 203.*?[.)]/g);
  expect(named('icd-203')).toHaveLength(9);
  expect(named('phia')).toEqual(['ICD 203 D.']);
  const markdown = scorecardMarkdown(
    card({ assessment: { ...assessment, standards: { likelihood: 'phia' } } }),
    LOOK,
    messagesIn('en'),
  );
  expect(markdown).toContain('ICD 203 D.6.e (tradecraft standards; US Intelligence Community Directive 203');
});
