/** A piece of text in one direction and one script. */
export interface ScriptPiece {
  readonly text: string;
  readonly isRtl: boolean;
  /** BCP 47: the memo's language, or the language another script suggests. */
  readonly language: string;
}

const RTL_LETTERS = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const LETTER = /\p{L}/u;

/** The likeliest language for a script, so that a spelling checker knows what not to check. */
const LANGUAGES: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/\p{Script=Hebrew}/u, 'he-IL', ['he', 'yi']],
  [/\p{Script=Arabic}/u, 'ar-SA', ['ar', 'fa', 'ur', 'ps', 'ckb']],
  [/\p{Script=Cyrillic}/u, 'ru-RU', ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'tg', 'mn']],
  [/\p{Script=Greek}/u, 'el-GR', ['el']],
];

/**
 * Splits a text where the script changes. Spaces, digits and punctuation stay with the letters before them if
 * the same script continues after them, otherwise they get the language of the text around.
 */
export function piecesOf(text: string, language: string, isRtlMemo: boolean): readonly ScriptPiece[] {
  const own = { isRtl: isRtlMemo, language };
  const pieces: { text: string; isRtl: boolean; language: string }[] = [];
  const add = (part: string, kind: { readonly isRtl: boolean; readonly language: string }) => {
    const last = pieces.at(-1);
    if (last && last.isRtl === kind.isRtl && last.language === kind.language) last.text += part;
    else pieces.push({ text: part, ...kind });
  };
  // Words with the punctuation between words of the same script.
  let pending = '';
  let before: { readonly isRtl: boolean; readonly language: string } | undefined;
  for (const part of text.match(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu) ?? []) {
    if (!LETTER.test(part)) {
      pending += part;
      continue;
    }
    const kind = kindOf(part, own);
    const goesOn = before && before.language === kind.language && before.isRtl === kind.isRtl;
    if (pending !== '') add(pending, goesOn ? kind : own);
    pending = '';
    add(part, kind);
    before = kind;
  }
  if (pending !== '') add(pending, own);
  return pieces;
}

function kindOf(word: string, own: { readonly isRtl: boolean; readonly language: string }) {
  const primary = own.language.split('-')[0]?.toLowerCase() ?? '';
  for (const [script, language, speakers] of LANGUAGES) {
    if (script.test(word)) {
      return {
        isRtl: RTL_LETTERS.test(word),
        language: speakers.includes(primary) ? own.language : language,
      };
    }
  }
  const isOther = LANGUAGES.some(([, , speakers]) => speakers.includes(primary));
  return { isRtl: false, language: isOther && /\p{Script=Latin}/u.test(word) ? 'en-US' : own.language };
}
