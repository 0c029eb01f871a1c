/**
 * The phrases of each language with examples made from data, as `docs/phrases/<language>.md` has them, so that a native
 * reader can go through them: `npm run generate`. A test fails when they are stale.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { emptyRegister } from '../src/derive/entities/resolve.ts';
import { buildMemo } from '../src/memo/build-memo.ts';
import type { Assessment } from '../src/model/generated/types.ts';
import { Forms } from '../src/project/forms.ts';
import { nodeEffects } from '../src/project/node-effects.ts';
import { type MessageFile, type MessageParameters, Messages } from '../src/render/wording/messages.ts';
import { validateAssessment, validateRegister } from '../src/validate/validate.ts';

/** Fixtures that between them ask for most phrases. */
const FIXTURES = ['everything', 'event-report', 'explainer', 'commentary', 'incident-brief', 'several-minds'];
/** The forms that each is made in, besides its own. */
const FORMS = ['policy-memo', 'one-pager'];

/** Most examples of a phrase, and longest of them in characters. */
const MAX_EXAMPLES = 3;
const MAX_LENGTH = 220;

const root = fileURLToPath(new URL('../', import.meta.url));

/** Languages that have phrases. */
export function phraseLanguages(programFolder = root): string[] {
  return readdirSync(`${programFolder}/templates/_shared/messages`)
    .map((name) => name.replace(/\.json$/, ''))
    .sort();
}

/** Phrases in which something is filled in, by key. */
export function filledPhrases(phrases: MessageFile): readonly (readonly [string, string])[] {
  return Object.entries(phrases).filter(([, text]) => text.includes('{'));
}

/** The text of `docs/phrases/<language>.md`. `programFolder` is the folder of the package. */
export async function phrasesPage(language: string, programFolder = root): Promise<string> {
  const phrases = read(`${programFolder}/templates/_shared/messages/${language}.json`) as MessageFile;
  const examples = await examplesIn(language, programFolder);
  const rows = filledPhrases(phrases).map(([key, text]) => {
    const own = examples.get(key) ?? [];
    return `| \`${key}\` | ${cell(text)} | ${own.map(cell).join('<br>') || '–'} |`;
  });
  return [
    '<!-- Generated from the message file and the fixtures by `npm run generate`. Do not edit. -->',
    '',
    `# Phrases: ${new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language}`,
    '',
    `Every phrase in which something is filled in, and what came of it in memos made from the fixtures, whose own texts are mostly English. To correct one, change \`templates/_shared/messages/${language}.json\` and run \`npm run generate\`. A dash: no fixture asks for it.`,
    '',
    '| Key | Phrase | In a memo |',
    '| :-- | :-- | :-- |',
    ...rows,
    '',
  ].join('\n');
}

/** What came of each phrase, by its key with the plural category that was used. */
async function examplesIn(language: string, programFolder: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const plain = Messages.prototype.text;
  const plurals = new Intl.PluralRules(language);
  Messages.prototype.text = function (this: Messages, key: string, parameters: MessageParameters = {}) {
    const text = plain.call(this, key, parameters);
    const category =
      parameters.count === undefined ? undefined : `${key}.${plurals.select(Number(parameters.count))}`;
    const used = category !== undefined && this.has(category) ? category : key;
    const known = found.get(used) ?? [];
    if (known.length < MAX_EXAMPLES && text.length <= MAX_LENGTH && !known.includes(text)) known.push(text);
    found.set(used, known);
    return text;
  };
  try {
    const effects = { ...nodeEffects(programFolder), projectFolder: `${programFolder}/tests/fixtures` };
    const forms = new Forms(effects);
    for (const name of FIXTURES) {
      const folder = `${programFolder}/tests/fixtures/memos/${name}`;
      const { assessment } = validateAssessment(read(`${folder}/assessment.json`));
      if (!assessment) throw new Error(`${folder} has no valid assessment.`);
      const register = validateRegister(read(`${folder}/register.json`)).register ?? emptyRegister;
      const spoken: Assessment = { ...assessment, language };
      for (const form of new Set([assessment.form, ...FORMS])) {
        await buildMemo({ assessment: spoken, register, form: await forms.load(form) });
      }
    }
  } finally {
    Messages.prototype.text = plain;
  }
  return found;
}

/** A text in a cell of a table, as it stands in a memo. */
function cell(text: string): string {
  return text
    .replace(/\[\^([^\]]*)\]/g, '')
    .replace(/[\\|<>]/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ');
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
