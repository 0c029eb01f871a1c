/** A text as it is looked for: case, accents and apostrophes make no difference. */
export const fold = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '');
