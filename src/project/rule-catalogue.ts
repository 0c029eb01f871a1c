import type { RuleCategory, RuleDescription } from '../check/rule.ts';
import { describedRules } from '../check/rules.ts';
import { isFixed } from '../check/settings.ts';
import { readingRules } from '../load/described-rules.ts';
import { type DescribedRule, ruleUrl } from '../model/described-rule.ts';
import type { Severity } from '../model/finding.ts';
import { schemaRules } from '../validate/described-rules.ts';
import { projectRules } from './described-rules.ts';
import { foreignRules } from './foreign-rules.ts';

/** Categories of all rules: those of the check, and those before and after it. */
export type Category = 'reading' | 'schema' | RuleCategory | 'building' | 'foreign';

/** Categories in the order in which their rules run, with headings. */
export const categories: ReadonlyMap<Category, string> = new Map([
  ['reading', 'Reading the file'],
  ['schema', 'Fitting the schema'],
  ['integrity', 'Keeping the file whole'],
  ['uncertainty', 'Uncertainty'],
  ['sourcing', 'Sourcing'],
  ['argument', 'Argument'],
  ['change', 'Change'],
  ['handling', 'Handling'],
  ['language', 'Language'],
  ['building', 'Files together, and building'],
  ['foreign', 'Files of others: imports and Word'],
]);

/** A rule's properties that are known without running anything. */
export interface RuleSummary {
  readonly id: string;
  readonly category: Category;
  /** The rule's own severity. */
  readonly severity: Severity;
  /** Whether neither a configuration nor an exception can change it. */
  readonly fixed: boolean;
  readonly why: string;
  /** The basis of the rule: a standard with its paragraph, or a principle of the design. */
  readonly source: string;
  /** Relative to the folder of the program. */
  readonly url: string;
}

/** A rule with its examples, of one of two kinds. */
export type CatalogueRule = RuleSummary &
  (
    | { readonly kind: 'check'; readonly examples: RuleDescription['examples'] }
    | { readonly kind: 'file'; readonly examples?: DescribedRule['examples'] }
  );

/** Every rule there is, by category and then by name. */
export const ruleCatalogue: readonly CatalogueRule[] = [...categories.keys()].flatMap((category) =>
  [...inCategory(category)].sort((a, b) => (a.id < b.id ? -1 : 1)),
);

function inCategory(category: Category): CatalogueRule[] {
  switch (category) {
    case 'reading':
      return readingRules.map((rule) => ofFile(rule, category));
    case 'schema':
      return schemaRules.map((rule) => ofFile(rule, category));
    case 'foreign':
      return foreignRules.map((rule) => ofFile(rule, category));
    case 'building':
      return projectRules.map((rule) => ofFile(rule, category));
    default:
      return describedRules
        .filter((rule) => rule.category === category)
        .map((rule) => ({ kind: 'check', ...summary(rule, category), examples: rule.examples }));
  }
}

function ofFile(rule: DescribedRule, category: Category): CatalogueRule {
  return { kind: 'file', ...summary(rule, category), ...(rule.examples && { examples: rule.examples }) };
}

function summary(rule: DescribedRule | RuleDescription, category: Category): RuleSummary {
  const { id, severity, why, source } = rule;
  return { id, category, severity, fixed: isFixed(id), why, source, url: ruleUrl(id) };
}
