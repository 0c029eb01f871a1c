import type { ConfidenceScale, LikelihoodScale } from '../../model/conventions/conventions.ts';

type Phrases = Readonly<Record<string, string>>;

/** The scales used in a document. */
export interface SpokenScales {
  readonly scale: LikelihoodScale;
  readonly confidenceScale: ConfidenceScale;
}

/**
 * Phrases for a project's own scales, under the keys that shipped scales have in the message files: terms and
 * levels in the language, and the notes on scales. If a scale has no words in the language, its terms stay as
 * they are: English phrases around a German memo do not make its terms English. `before` are the existing
 * phrases.
 */
export function scalePhrases(
  language: string,
  { scale, confidenceScale }: SpokenScales,
  before: Phrases,
): Phrases {
  const phrases: Record<string, string> = {};
  const inLanguage = (words: Readonly<Record<string, string>> | undefined) =>
    words?.[language.toLowerCase()] ?? words?.[language.toLowerCase().split('-')[0] ?? ''];
  const name = (key: string, term: string, words: Readonly<Record<string, string>> | undefined) => {
    const known = inLanguage(words) ?? (Object.hasOwn(before, key) ? undefined : term);
    if (known !== undefined) phrases[key] = known;
  };
  if (scale.isOwn) {
    for (const { terms, forms = [] } of scale.bands) {
      for (const term of [...terms, ...forms]) name(`term.${term}`, term, scale.words?.[term]);
    }
    phrases[`scale.${scale.id}`] = inLanguage(scale.note) ?? `${scale.title}:`;
  }
  if (confidenceScale.isOwn) {
    for (const { level, words } of confidenceScale.levels) name(`confidence.${level}`, level, words);
    phrases['scale.confidence'] = confidenceNote(confidenceScale, inLanguage, phrases, before);
  }
  return phrases;
}

/** The note on a confidence scale: its description, then each level with its meaning. */
function confidenceNote(
  { title, levels, note }: ConfidenceScale,
  inLanguage: (words: Readonly<Record<string, string>> | undefined) => string | undefined,
  phrases: Phrases,
  before: Phrases,
): string {
  const mark = (key: 'mark.colon' | 'list.semicolon', english: string) =>
    phrases[key] ?? before[key] ?? english;
  const colon = mark('mark.colon', ':');
  const meanings = levels.map(({ level, meaning }) => {
    const word = phrases[`confidence.${level}`] ?? before[`confidence.${level}`] ?? level;
    const says = inLanguage(meaning);
    return says === undefined ? `*${word}*` : `*${word}*${colon} ${says.replace(/[.;]$/, '')}`;
  });
  return `${inLanguage(note) ?? `${title}${colon}`} ${meanings.join(mark('list.semicolon', '; '))}.`;
}
