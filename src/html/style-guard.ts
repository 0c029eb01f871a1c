/** What makes a style sheet fetch something. Addresses inside the page, fonts and pictures in bytes fetch nothing. */
const FETCHES =
  /@import\b|\b(?:url|src)\(\s*["']?(?!\s*["']?(?:#|data:(?:font\/|application\/font-|image\/(?:png|jpeg|gif|webp|avif)[;,])))|(?:image-set|cross-fade|element|\bimage)\(/i;

/**
 * Comments and strings, and what leaves in doubt where the next of them begins: an escape, a string that does not end on
 * its line, an address without quotes, in which nothing is a comment.
 */
const PIECES =
  /(\/\*[\s\S]*?(?:\*\/|$))|"[^"\\\n\r\f]*"|'[^'\\\n\r\f]*'|["'\\]|url\(\s*(?!["'\s])(?!#[\w-]*\s*\)|data:[\w/+.;=,-]*\s*\))/gi;

/**
 * What a style sheet would fetch, as it is written, with its line; `undefined` when it fetches nothing. CSS may write any
 * letter as an escape, so these are resolved first. Comments do not count where it is certain that they are some; in
 * doubt, what looks like one is searched too.
 */
export function fetchedBy(css: string): { readonly text: string; readonly line: number } | undefined {
  const blanked = withoutComments(css.replace(/\r\n?|\f/g, '\n')); // as CSS reads line ends
  const lines = blanked.split('\n').map(unescaped);
  const line = lines.findIndex((text) => FETCHES.test(text));
  if (line !== -1) return { text: FETCHES.exec(lines[line] ?? '')?.[0] ?? '', line: line + 1 };
  // An address may stand on the line after its bracket.
  const found = FETCHES.exec(unescaped(blanked.replaceAll('\n', ' ')));
  return found ? { text: found[0].trim(), line: 1 } : undefined;
}

function withoutComments(css: string): string {
  let isCertain = true;
  return css.replace(PIECES, (piece, comment?: string) => {
    if (comment !== undefined) return isCertain ? piece.replace(/[^\n]/g, ' ') : piece;
    isCertain &&= /^(["']).*\1$/.test(piece) && piece.length > 1;
    return piece;
  });
}

function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (whole, hex?: string, char?: string) => {
    if (hex === undefined) return char ?? whole;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
