/** The page about rules, `docs/rules.md`: `npm run generate`. A test fails if it is stale. */
import { fileURLToPath } from 'node:url';
import {
  categories,
  type ExplainedRule,
  explainRule,
  ruleCatalogue,
  type ShownExample,
} from '../src/catalogue/explain.ts';
import { nodeEffects } from '../src/project/node-effects.ts';

const INTRODUCTION = `<!-- Generated from the descriptions of the rules by \`npm run generate\`. Do not edit. -->

# Rules

What \`check\` and \`build\` report, with the reason for each rule, the standard it serves, an example that breaks it and one that
does not. The examples are run as tests; \`threat-memo explain <rule>\` prints them too. Names of rules are permanent.

An *error* keeps a memo from being built; a *warning* or a *note* does not. A team switches a rule in \`threat-memo.config.json\`
(\`{"rules": {"long-sentence": "off"}}\`: \`off\`, \`note\`, \`warning\` or \`error\`), an analyst excepts one place of an assessment, with the
reason, in its [\`exceptions\`](assessment-file.md#sets-that-exclude-one-another-and-exceptions). A rule called *fixed* can be
neither switched nor excepted: with what it reports, a memo would be wrong or could not be made.

An example of an assessment shows the properties that matter; the rest of the file is a sound assessment.
`;

/** The text of `docs/rules.md`. `programFolder` is the folder of the package. */
export async function rulesPage(
  programFolder = fileURLToPath(new URL('../', import.meta.url)),
): Promise<string> {
  const effects = nodeEffects(programFolder);
  const rules: ExplainedRule[] = [];
  for (const { id } of ruleCatalogue) rules.push((await explainRule(id, effects)).explained);
  const sections = [...categories].flatMap(([category, heading]) => {
    const members = rules.filter((rule) => rule.category === category);
    return members.length === 0 ? [] : [`## ${heading}\n`, ...members.map(ruleSection)];
  });
  return [INTRODUCTION, listOf(rules), ...sections].join('\n');
}

function listOf(rules: readonly ExplainedRule[]): string {
  const lines = [...categories].flatMap(([category, heading]) => {
    const members = rules.filter((rule) => rule.category === category);
    const links = members.map(({ id }) => `[\`${id}\`](#${id})`);
    return members.length === 0 ? [] : `- **${heading}**: ${links.join(', ')}`;
  });
  return `${lines.join('\n')}\n`;
}

function ruleSection({ id, severity, fixed, why, source, examples }: ExplainedRule): string {
  const parts = [
    `### ${id}`,
    why,
    `*${severity}${fixed ? ', fixed' : ''}* · Serves: ${source}.`,
    ...(examples
      ? [...exampleParts('Breaks it', examples.breaks), ...exampleParts('Does not', examples.keeps)]
      : ['An example would be too large to print, or is not a file.']),
  ];
  return `${parts.join('\n\n')}\n`;
}

function exampleParts(heading: string, { files, without = [], findings }: ShownExample): string[] {
  const blocks = files.map(({ name, text }, index) => {
    const what = index === 0 ? `${heading}, \`${name}\`:` : `with \`${name}\`:`;
    return `${what}\n\n${fenced(text, name)}`;
  });
  const told = findings.map(({ message, help = '' }) => `> ${[message, help].join(' ').trim()}`);
  const left = without.length === 0 ? [] : [`without ${without.map((name) => `\`${name}\``).join(', ')}:`];
  return [...blocks, ...left, ...(told.length > 0 ? [told.join('\n>\n')] : [])];
}

/** In a fence longer than any in the text. */
function fenced(text: string, name: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  const language = /\.([a-z]+)$/.exec(name)?.[1] ?? 'json';
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
