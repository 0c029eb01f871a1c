import { type LanguagePhrases, phrasesOf, phrasesOfAll } from '../../../catalogue/phrases.ts';
import { UsageFault } from '../../../model/fault.ts';
import { ExitCode } from '../../exit-codes.ts';
import type { Terminal } from '../../print/terminal.ts';
import { processEffects } from '../../process-effects.ts';

export interface PhrasesFlags {
  readonly missing?: string;
  readonly format: 'text' | 'json';
}

/** `threat-memo phrases`: how much each language lacks, or the phrases that one lacks. */
export async function runPhrasesCommand(
  { missing, format }: PhrasesFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const effects = processEffects();
  if (missing !== undefined && !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(missing)) {
    throw new UsageFault(`${missing.replace(/\p{Cc}/gu, '?')} is not a language tag, such as de or pt-BR.`);
  }
  const result = missing === undefined ? await phrasesOfAll(effects) : await phrasesOf(missing, effects);
  if (format === 'json') terminal.out(`${JSON.stringify(result, null, 2)}\n`);
  else terminal.out('language' in result ? missingText(result) : result.map(countText).join(''));
  return ExitCode.clean;
}

function countText({ language, all, missing }: LanguagePhrases): string {
  return `${language}  ${missing.length === 0 ? `all ${all} phrases` : `${missing.length} of ${all} phrases missing`}\n`;
}

function missingText(result: LanguagePhrases): string {
  return result.missing.length === 0
    ? `No phrase is missing in ${result.language}.\n`
    : result.missing.map(({ key, english }) => `${key}  ${english}\n`).join('');
}
