import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { type MessageFile, missingForms, missingPhrases } from '../render/wording/messages.ts';

/** A phrase missing in a language, with its replacement. */
export interface MissingPhrase {
  /** Its key in the message file; with its plural category if only that is missing. */
  readonly key: string;
  readonly english: string;
}

/** A language for memos. */
export interface LanguagePhrases {
  readonly language: string;
  /** Number of English phrases, counting plural forms as one. */
  readonly all: number;
  readonly missing: readonly MissingPhrase[];
}

/** The phrases that a language lacks, in all forms; all of them if it has no message file. */
export async function phrasesOf(language: string, effects: Effects): Promise<LanguagePhrases> {
  const files = await allMessages(effects);
  const english = files.get('en') ?? {};
  const every =
    missingPhrases(
      'zxx',
      new Map([
        ['en', english],
        ['zxx', {}],
      ]),
    ) ?? [];
  const missing = missingPhrases(language, files) ?? every;
  const forms = missingForms(language, files);
  return {
    language,
    all: every.length,
    missing: [
      ...missing.map((key) => ({ key, english: english[key] ?? english[`${key}.other`] ?? '' })),
      ...forms.map((key) => ({ key, english: english[key.replace(/\.[^.]*$/, '.other')] ?? '' })),
    ],
  };
}

/** The same for every language with a message file, sorted by tag. */
export async function phrasesOfAll(effects: Effects): Promise<LanguagePhrases[]> {
  const languages = [...(await allMessages(effects)).keys()].sort();
  return Promise.all(languages.map((language) => phrasesOf(language, effects)));
}

/** Phrases by language, of all forms together. */
async function allMessages(effects: Effects): Promise<ReadonlyMap<string, MessageFile>> {
  const forms = new Forms(effects);
  const all = new Map<string, MessageFile>();
  for (const name of [...(await forms.names()), ...(await forms.namesOfPacks())]) {
    for (const [language, phrases] of (await forms.load(name)).messages) {
      all.set(language, { ...phrases, ...all.get(language) });
    }
  }
  return all;
}
