import {
  categories,
  configurationName,
  type ExplainedRule,
  type RuleInProject,
  type ShownExample,
  type ShownFinding,
} from '../../catalogue/explain.ts';
import type { Severity } from '../../model/finding.ts';
import type { Colors } from './terminal.ts';
import { wrap } from './wrap.ts';

/** Longest line: longer ones are hard to read, however wide the terminal is. */
const WIDEST = 100;

/** All rules by category: name, severity and why. `width` is that of the terminal in columns. */
export function rulesText(rules: readonly RuleInProject[], width: number, color: Colors): string {
  const columns = Math.min(width, WIDEST);
  const parts = [...categories].flatMap(([category, heading]) => {
    const members = rules.filter((rule) => rule.category === category);
    if (members.length === 0) return [];
    const lines = members.flatMap((rule) => [
      `  ${color.bold(rule.id)}  ${severityText(rule, color)}`,
      ...wrap(rule.why, columns, '    '),
    ]);
    return [[color.underline(heading), ...lines].join('\n')];
  });
  const end = wrap('Run `threat-memo explain <rule>` for one of them with examples.', columns);
  return `${[...parts, end.join('\n')].join('\n\n')}\n`;
}

/** One rule with its examples and the findings they give. */
export function ruleText(rule: ExplainedRule, width: number, color: Colors): string {
  const columns = Math.min(width, WIDEST);
  const { id, category, why, source, url, fixed, examples } = rule;
  const parts = [
    `${color.bold(id)}  ${severityText(rule, color)}  ${color.dim(categories.get(category) ?? category)}`,
    wrap(why, columns).join('\n'),
    [
      ...wrap(`Serves: ${source}.`, columns),
      ...(fixed ? wrap('It can neither be switched nor excepted.', columns) : []),
      ...wrap(`Documented in ${url}`, columns),
    ].join('\n'),
    ...(examples
      ? [
          exampleText('Breaks it', examples.breaks, columns, color),
          exampleText('Does not', examples.keeps, columns, color),
        ]
      : ['An example would be too large to print, or is not a file.']),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** "error", "warning (note here, by threat-memo.config.json)". */
function severityText({ severity, setting }: RuleInProject, color: Colors): string {
  const paint = painter(severity, color);
  if (setting === undefined || setting === severity) return paint(severity);
  return `${paint(severity)} (${setting} here, by ${configurationName})`;
}

function painter(severity: Severity, color: Colors): (text: string) => string {
  return severity === 'error' ? color.red : severity === 'warning' ? color.yellow : color.cyan;
}

function exampleText(
  heading: string,
  { files, without = [], findings }: ShownExample,
  width: number,
  color: Colors,
): string {
  const lines = files.flatMap(({ name, text, partial }, index) => [
    `${index === 0 ? `${color.underline(heading)}: ` : 'with '}${name}${partial ? color.dim(' (in part)') : ''}`,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`.trimEnd()),
  ]);
  const left = without.map((name) => `  without \`${name}\``);
  return [...lines, ...left, ...findings.flatMap((finding) => findingLines(finding, width, color))].join(
    '\n',
  );
}

function findingLines(finding: ShownFinding, width: number, color: Colors): string[] {
  const { severity, pointer, message, help, line, column } = finding;
  const place = line === undefined ? pointer : `${line}:${column}`;
  const [first = '', ...rest] = wrap(
    `${severity}: ${message}${help === undefined ? '' : ` ${help}`}`,
    width,
    '    ',
  );
  return [
    `  ${color.dim(`gives, at ${place === '' ? 'the file' : place}:`)}`,
    painter(severity, color)(first),
    ...rest,
  ];
}
