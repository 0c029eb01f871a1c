/** CSS that fetches something. Addresses inside the page, and embedded fonts and pictures, fetch nothing. */
const FETCHES =
  /@import\b|\b(?:url|src)\(\s*["']?(?!\s*["']?(?:#|data:(?:font\/|application\/font-|image\/(?:png|jpeg|gif|webp|avif)[;,])))|(?:image-set|cross-fade|element|\bimage)\(/i;

/**
 * Comments and strings, and anything that makes it uncertain where the next one begins: an escape, an
 * unterminated string, an unquoted URL, which contains no comments.
 */
const PIECES =
  /(\/\*[\s\S]*?(?:\*\/|$))|"[^"\\\n\r\f]*"|'[^'\\\n\r\f]*'|["'\\]|url\(\s*(?!["'\s])(?!#[\w-]*\s*\)|data:[\w/+.;=,-]*\s*\))/gi;

/**
 * What a style sheet would fetch, as written, with its line; `undefined` if it fetches nothing. CSS allows any
 * letter to be escaped, so escapes are resolved first. Comments are ignored only where they certainly are
 * comments.
 */
export function fetchedBy(css: string): { readonly text: string; readonly line: number } | undefined {
  const blanked = withoutComments(css.replace(/\r\n?|\f/g, '\n')); // with line ends as CSS reads them
  const lines = blanked.split('\n').map(unescaped);
  const line = lines.findIndex((text) => FETCHES.test(text));
  if (line !== -1) return { text: FETCHES.exec(lines[line] ?? '')?.[0] ?? '', line: line + 1 };
  // An address may be on the line after its bracket.
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
