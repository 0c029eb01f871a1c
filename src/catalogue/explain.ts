import { checkAssessment } from '../check/check.ts';
import { exampleInput } from '../check/example-input.ts';
import type { Example } from '../check/rule.ts';
import type { RuleSettings } from '../check/settings.ts';
import { UsageFault } from '../model/fault.ts';
import type { Finding, Remark, Severity } from '../model/finding.ts';
import { nearest } from '../model/suggest.ts';
import type { Effects } from '../project/effects.ts';
import { CONFIG_FILE } from '../project/inputs.ts';
import { type CatalogueRule, type RuleSummary, ruleCatalogue } from '../project/rule-catalogue.ts';
import { loadSettings } from '../project/settings.ts';
import { findingsOfExample } from './run-example.ts';

export { type Category, categories, type RuleSummary, ruleCatalogue } from '../project/rule-catalogue.ts';

/** A rule with its setting in the project. */
export interface RuleInProject extends RuleSummary {
  /** The configured severity; absent if the configuration says nothing. */
  readonly setting?: Severity | 'off';
}

export interface ExplainedRule extends RuleInProject {
  /** Absent if an example would be too large to print. */
  readonly examples?: { readonly breaks: ShownExample; readonly keeps: ShownExample };
}

/** An example as printed, with the rule's findings. */
export interface ShownExample {
  /** The most important file first. */
  readonly files: readonly {
    readonly name: string;
    readonly text: string;
    /** Whether only the relevant properties are shown; the rest of the file is a sound assessment. */
    readonly partial: boolean;
  }[];
  /** Properties of the sound assessment that are left out. */
  readonly without?: readonly string[];
  /** Findings of the rule; empty for an example that keeps it. */
  readonly findings: readonly ShownFinding[];
}

export interface ShownFinding extends Pick<Remark, 'severity' | 'pointer' | 'message' | 'help'> {
  /** Line in the text; absent if the text is only part of the file. */
  readonly line?: number;
  readonly column?: number;
}

export interface Explanation<T> {
  readonly explained: T;
  /** What is wrong with the project's configuration. */
  readonly findings: readonly Finding[];
}

/** All rules by category, without their examples. */
export async function explainAll(effects: Effects): Promise<Explanation<readonly RuleInProject[]>> {
  const { settings, findings } = await loadSettings(effects);
  return { explained: ruleCatalogue.map((rule) => here(rule, settings)), findings };
}

/** One rule with its examples, which are run. Throws UsageFault if there is no such rule. */
export async function explainRule(id: string, effects: Effects): Promise<Explanation<ExplainedRule>> {
  const rule = ruleCatalogue.find((candidate) => candidate.id === id);
  if (rule === undefined) throw unknownRule(id);
  const { settings, findings } = await loadSettings(effects);
  return { explained: { ...here(rule, settings), ...(await shownExamples(rule, effects)) }, findings };
}

/** The name of the configuration that settings come from. */
export const configurationName = CONFIG_FILE;

function unknownRule(id: string): UsageFault {
  const meant = nearest(
    id,
    ruleCatalogue.map((rule) => rule.id),
  );
  const help =
    meant === undefined ? 'Run `threat-memo explain` to see all of them.' : `Did you mean ${meant}?`;
  return new UsageFault(`There is no rule ${id}. ${help}`);
}

function here(
  { id, category, severity, fixed, why, source, url }: RuleSummary,
  settings: RuleSettings,
): RuleInProject {
  const setting = settings.get(id);
  return { id, category, severity, ...(setting && { setting }), fixed, why, source, url };
}

async function shownExamples(
  rule: CatalogueRule,
  effects: Effects,
): Promise<Pick<ExplainedRule, 'examples'>> {
  if (rule.examples === undefined) return {};
  const [breaks, keeps] = await Promise.all([shown(rule, 'breaks', effects), shown(rule, 'keeps', effects)]);
  return { examples: { breaks, keeps } };
}

async function shown(
  rule: CatalogueRule,
  which: 'breaks' | 'keeps',
  effects: Effects,
): Promise<ShownExample> {
  if (rule.kind === 'check') return shownCheck(rule.id, rule.examples[which]);
  const example = rule.examples?.[which];
  if (example === undefined) return { files: [], findings: [] };
  const findings = await findingsOfExample(rule.id, example, effects);
  return {
    files: [example, ...(example.beside ?? [])].map(({ name, text }) => ({
      name,
      text,
      partial: rule.category === 'schema',
    })),
    findings: findings.map((finding) => ({
      ...shownFinding(finding),
      line: finding.line,
      column: finding.column,
    })),
  };
}

function shownCheck(id: string, example: Example): ShownExample {
  const { assessment, without = [], register, superseded, desk } = example;
  const input = exampleInput(example);
  const file = (name: string, value: object | undefined) =>
    value === undefined ? [] : [{ name, text: `${JSON.stringify(value, null, 2)}\n`, partial: true }];
  return {
    files: [
      ...file(`${input.fileStem}.json`, assessment),
      ...file('register.json', register),
      ...file('the edition before', superseded),
      ...file(configurationName, desk && { desk }),
    ],
    ...(without.length > 0 && { without }),
    findings: checkAssessment(input)
      .filter((remark) => remark.rule === id)
      .map(shownFinding),
  };
}

function shownFinding({ severity, pointer, message, help }: Remark): ShownFinding {
  return { severity, pointer, message, ...(help !== undefined && { help }) };
}
