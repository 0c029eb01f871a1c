import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { RuleCategory } from '../../src/check/rule.ts';
import { rules } from '../../src/check/rules.ts';
import { soundAssessment } from '../../src/check/sound-assessment.ts';
import type { Assessment, Confidence, Likelihood } from '../../src/model/generated/types.ts';
import { remarksWith } from '../support/assessments.ts';
import { expectGolden } from '../support/golden.ts';

/** A short text, its place, and the only rule that must object to it. */
interface Sample {
  readonly text: string;
  readonly field: 'judgment' | 'bottomLine' | 'section' | 'basis' | 'scenario';
  readonly language?: string;
  /** What is declared beside it: the judgment's (or the scenario's) likelihood and confidence, and the scale. */
  readonly declared?: { scale?: 'phia'; likelihood?: Likelihood; confidence?: Confidence };
  readonly expected: string | null;
  readonly why: string;
}

/**
 * The first file is in the style of the project's own memos. The second was written in rounds, each of another domain and
 * voice and each before the rules had seen it, so that lists of words that fit one style are found out.
 */
const samples: readonly Sample[] = ['tradecraft-texts.json', 'tradecraft-texts-fresh.json'].flatMap((file) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')),
);

/** The rules that read wording. Findings of other rules, for samples without evidence, are ignored here. */
const READING: ReadonlySet<RuleCategory> = new Set(['uncertainty', 'language']);
const CHARACTERS = new Set(['bidi-control', 'invisible-character', 'mixed-script-word']);
const NOT_WORDING = new Set(['incoherent-likelihoods', 'overconfident-judgment']);
const tested = new Set(
  rules
    .filter(({ id, category }) => (READING.has(category) && !NOT_WORDING.has(id)) || CHARACTERS.has(id))
    .map(({ id }) => id),
);

/** The sound assessment with a sample in its place, and no other likelihood in words. */
function assessmentOf({ text, field, language, declared = {} }: Sample): Partial<Assessment> {
  const [judgment] = soundAssessment.judgments;
  if (!judgment) throw new Error('The sound assessment has no judgment.');
  const { likelihood: _, ...plain } = judgment;
  const own = {
    ...plain,
    ...(field !== 'scenario' && declared.likelihood && { likelihood: declared.likelihood }),
    ...(field === 'scenario' && { likelihood: { term: 'likely' as const } }),
    ...(declared.confidence && { confidence: declared.confidence }),
    ...(field === 'judgment' && { statement: text }),
    ...(field === 'basis' && { confidence: { level: 'moderate' as const, basis: text } }),
  };
  return {
    ...(language && { language }),
    ...(declared.scale && { standards: { likelihood: declared.scale } }),
    bottomLine: field === 'bottomLine' ? text : 'Fires along the line will go on.',
    judgments: [own],
    ...(field === 'section' && { sections: [{ id: 'text', heading: 'Text', body: text.split('\n') }] }),
    ...(field === 'scenario' && {
      scenarios: [
        {
          id: 'text',
          title: 'Text',
          narrative: text,
          ...(declared.likelihood && { likelihood: declared.likelihood }),
        },
      ],
    }),
  };
}

const remarked = samples.map((sample) => ({
  ...sample,
  remarks: remarksWith(assessmentOf(sample)).filter(({ rule }) => tested.has(rule)),
}));
const results = remarked.map((one) => ({ ...one, found: one.remarks.map(({ rule }) => rule) }));
const faulty = results.filter(({ expected }) => expected !== null);
const clean = results.filter(({ expected }) => expected === null);

const MORE_THAN_TEXT = ['foreign-likelihood-term', 'far-from-base-rate', 'poor-alternative-text'];

test('every rule has enough samples of both kinds', () => {
  expect(samples.length).toBeGreaterThanOrEqual(160);
  expect(faulty.length / samples.length).toBeGreaterThan(0.4);
  expect(clean.length / samples.length).toBeGreaterThan(0.4);
  expect(new Set(faulty.map(({ expected }) => expected))).toEqual(
    // These ask of more than a text.
    new Set([...tested].filter((id) => !MORE_THAN_TEXT.includes(id))),
  );
});

test('nearly every fault is found, by its name', () => {
  const missed = faulty.filter(({ expected, found }) => !found.some((rule) => rule === expected));
  const recall = 1 - missed.length / faulty.length;
  process.stdout.write(`recall ${percent(recall)} of ${faulty.length}\n${list(missed)}`);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

test('hardly anything else is found', () => {
  const wrong = results.filter(({ expected, found }) => found.some((rule) => rule !== expected));
  const alarms = wrong.length / results.length;
  process.stdout.write(`false alarms ${percent(alarms)} of ${results.length}\n${list(wrong)}`);
  expect(alarms).toBeLessThanOrEqual(0.02);
});

test('the findings are as recorded', () => {
  const lines = remarked.map(({ text, remarks }) =>
    [text, ...remarks.map(({ rule, message }) => `  ${rule}: ${message}`)].join('\n'),
  );
  expectGolden('tradecraft-texts-findings.txt', `${lines.join('\n')}\n`);
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function list(of: readonly { text: string; expected: string | null; found: readonly string[] }[]): string {
  return of
    .map(
      ({ text, expected, found }) =>
        `  ${expected ?? 'clean'}; found ${found.join(', ') || 'nothing'}: ${text}\n`,
    )
    .join('');
}
