/** Whether a text contains words, each from the beginning of a word. */
export function hasWords(text: string, sought: string): boolean {
  return sought !== '' && ` ${fold(text)}`.includes(` ${sought}`);
}

const folds = new Map<string, string>();
const MAX_FOLDS = 200_000;

/** Normalises case, accents, apostrophes and hyphens. */
export function fold(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
  if (folds.size > MAX_FOLDS) folds.clear();
  folds.set(text, folded);
  return folded;
}
