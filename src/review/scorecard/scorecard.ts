import { describedRules } from '../../check/rules.ts';
import type { RuleSettings } from '../../check/settings.ts';
import { uncited } from '../../derive/analysis/uncited.ts';
import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import type { Finding, SuppressedFinding } from '../../model/finding.ts';
import type { Assessment, Judgment, Prose, Register, ScoreAnswer } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { plainText } from '../../render/wording/plain.ts';
import { firstWords } from '../../render/wording/short-title.ts';
import { icdStandards, type Look, phiaStandards, type Question, type Standard } from './standards.ts';

/** What rules could test of a standard, and what a person has to judge. */
export interface ScoredStandard extends Pick<Standard, 'id' | 'title' | 'source'> {
  /** Rules that serve it, by name. */
  readonly rules: readonly RuleResult[];
  readonly questions: readonly ScoredQuestion[];
}

export interface RuleResult {
  readonly id: string;
  /** `off` if the project has switched the rule off: then nothing was tested. */
  readonly result: 'clean' | 'findings' | 'off';
  readonly findings: readonly Finding[];
  /** Findings that the assessment suppresses, with the reason. */
  readonly suppressed: readonly SuppressedFinding[];
}

export interface ScoredQuestion extends Pick<Question, 'id' | 'text'> {
  readonly places: readonly ScorePlace[];
  /** Number of places beyond those named. */
  readonly more: number;
  /** Reviewers' answers, in the order of their file. */
  readonly answers: readonly ScoreAnswer[];
}

/** A place to look at. */
export interface ScorePlace {
  readonly pointer: string;
  /** Its name in the file: `judgments/fires-continue`. */
  readonly label: string;
  /** What the memo calls it: the number of a judgment, a title or the first words; absent if it stands for itself. */
  readonly name?: string;
}

/** A valid assessment compared with the standards of its tradecraft. It does not say whether they are met. */
export interface Scorecard {
  readonly id: string;
  readonly title: string;
  /** As shown. */
  readonly file: string;
  readonly form: string;
  readonly edition: number | undefined;
  readonly asOf: string;
  readonly marking: string;
  /** Of the memo, as a BCP 47 tag. */
  readonly language: string;
  /** Whether its likelihoods are in ICD 203 terms; the nine standards apply anyway. */
  readonly speaksIcd: boolean;
  readonly standards: readonly ScoredStandard[];
}

export interface ScorecardInput {
  readonly assessment: Assessment;
  readonly register: Register;
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly settings: RuleSettings;
  readonly answers: readonly ScoreAnswer[];
}

/** Most places named for a question. */
const MAX_PLACES = 8;

export function scorecardOf({
  assessment,
  register,
  file,
  findings,
  suppressed,
  settings,
  answers,
}: ScorecardInput): Scorecard {
  const names = namesOf(assessment, register);
  const scale = likelihoodScaleOf(assessment).id;
  const standards = [...icdStandards, ...(scale === 'phia' ? phiaStandards : [])];
  return {
    id: assessment.id,
    title: assessment.title,
    file,
    form: assessment.form,
    edition: assessment.edition?.number,
    asOf: assessment.asOf,
    marking: assessment.marking,
    language: assessment.language ?? 'en',
    speaksIcd: scale === 'icd-203',
    standards: standards.map(({ id, title, source, isServedBy, questions }) => ({
      id,
      title,
      source,
      rules: describedRules
        .filter((rule) => isServedBy(rule.source))
        .map((rule): RuleResult => {
          const found = findings.filter((finding) => finding.rule === rule.id);
          const excepted = suppressed.filter((finding) => finding.rule === rule.id);
          const isOff = settings.get(rule.id) === 'off';
          return {
            id: rule.id,
            result: isOff ? 'off' : found.length > 0 ? 'findings' : 'clean',
            findings: found,
            suppressed: excepted,
          };
        }),
      questions: questions.map((question) => {
        const places = question.look.flatMap((look) => placesOf(look, assessment, names));
        return {
          id: question.id,
          text: question.text,
          places: places.slice(0, MAX_PLACES),
          more: Math.max(0, places.length - MAX_PLACES),
          answers: answers.filter((answer) => answer.question === question.id),
        };
      }),
    })),
  };
}

function placesOf(look: Look, assessment: Assessment, names: ReadonlyMap<string, string>): ScorePlace[] {
  if (look === 'key judgments') {
    const { judgments } = assessment;
    const hasKey = judgments.some(({ key }) => key);
    return judgments.flatMap((judgment: Judgment, index) =>
      judgment.key || !hasKey
        ? [placed(['judgments', index], `judgments/${judgment.id}`, String(index + 1))]
        : [],
    );
  }
  if (look === 'grades')
    return (assessment.evidence ?? []).flatMap(({ id, statement, citations = [] }, index) =>
      citations.some(({ credibility }) => credibility !== undefined && credibility >= 4)
        ? [placed(['evidence', index], `evidence/${id}`, nameOf({ statement }, names))]
        : [],
    );
  const value: unknown = assessment[look];
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [placed([look], look)];
  if (look === 'matrix') return value.length > 0 ? [placed([look], look)] : [];
  return (value as readonly NamedItem[]).map((item, index) =>
    placed([look, index], `${look}/${item?.id ?? item?.ref ?? index + 1}`, nameOf(item, names)),
  );
}

/** An item of a list, with the texts that can name it. */
interface NamedItem {
  readonly id?: string;
  readonly ref?: string;
  readonly name?: string;
  readonly title?: string;
  readonly csl?: { readonly title?: string };
  readonly heading?: string;
  readonly statement?: Prose;
  readonly question?: string;
  readonly action?: Prose;
  readonly subject?: string;
  readonly measure?: string;
}

/** Longest name of a place, in characters. */
const MAX_NAME = 44;

/** What the memo calls things that others refer to by their ids: from the file, or the register. */
function namesOf(assessment: Assessment, register: Register): ReadonlyMap<string, string> {
  const all: readonly NamedItem[] = [register, assessment].flatMap(
    ({ actors = [], incidents = [], sources = [] }): readonly NamedItem[] => [
      ...actors,
      ...incidents,
      ...sources,
    ],
  );
  return new Map(
    all.flatMap(({ id, name, title, csl }) => {
      const called = name ?? title ?? csl?.title;
      return id === undefined || called === undefined ? [] : [[id, called]];
    }),
  );
}

/** What the memo calls an item: its title or heading, or the first words of what it says. */
function nameOf(item: NamedItem, names: ReadonlyMap<string, string>): string | undefined {
  if (typeof item !== 'object') return undefined; // a sentence of the bottom line, which the memo has once
  const { title, csl, heading, statement, question, action, subject, measure, ref, id = '' } = item;
  const text =
    title ?? csl?.title ?? heading ?? statement ?? question ?? action ?? measure ?? subject ?? ref ?? id;
  const words =
    names.get(ref ?? '') ?? names.get(String(text)) ?? plainText(uncited([text].flat().join(' ')));
  return firstWords(words, MAX_NAME);
}

function placed(parts: readonly (string | number)[], label: string, name?: string): ScorePlace {
  return { pointer: toPointer(parts), label, ...(name !== undefined && { name }) };
}
