import { explainAll, explainRule } from '../../../catalogue/explain.ts';
import { ExitCode } from '../../exit-codes.ts';
import { findingText } from '../../print/findings.ts';
import { rulesText, ruleText } from '../../print/rules.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface ExplainFlags {
  readonly format: 'text' | 'json';
}

/**
 * `threat-memo explain`: all rules, or one with its examples. Mistakes in the configuration are reported too.
 */
export async function runExplainCommand(
  rule: string | undefined,
  flags: ExplainFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  const isText = flags.format === 'text';
  if (rule === undefined) {
    const { explained, findings } = await explainAll(effects);
    for (const finding of findings) terminal.err(findingText(finding, terminal.color));
    terminal.out(isText ? rulesText(explained, terminal.width, terminal.outColor) : json(explained));
  } else {
    const { explained, findings } = await explainRule(rule, effects);
    for (const finding of findings) terminal.err(findingText(finding, terminal.color));
    terminal.out(isText ? ruleText(explained, terminal.width, terminal.outColor) : json(explained));
  }
  return ExitCode.clean;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
