import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { type MessageFile, missingForms, missingPhrases } from '../render/wording/messages.ts';

/** A phrase that a language lacks, with what stands in its place. */
export interface MissingPhrase {
  /** As it is written in the message file; with its plural category where only that is missing. */
  readonly key: string;
  readonly english: string;
}

/** A language that memos can be written in, or are asked for. */
export interface LanguagePhrases {
  readonly language: string;
  /** How many phrases English has, the forms of a plural counted as one. */
  readonly all: number;
  readonly missing: readonly MissingPhrase[];
}

/** What of the phrases of all forms a language lacks: everything, where it has no message file. */
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

/** The same for every language that has a message file, in order of their tags. */
export async function phrasesOfAll(effects: Effects): Promise<LanguagePhrases[]> {
  const languages = [...(await allMessages(effects)).keys()].sort();
  return Promise.all(languages.map((language) => phrasesOf(language, effects)));
}

/** Phrases by language, those of all forms together. */
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
