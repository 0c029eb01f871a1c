/** Comments; then what makes a style sheet fetch something. Addresses inside the page, and data, fetch nothing. */
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
const FETCHES =
  /@import\b|\b(?:url|src)\(\s*["']?(?!\s*["']?(?:#|data:))|(?:image-set|cross-fade|element)\(/i;

/**
 * What a style sheet would fetch, as it is written, with its line; `undefined` when it fetches nothing. CSS may write any
 * letter as an escape, so these are resolved first.
 */
export function fetchedBy(css: string): { readonly text: string; readonly line: number } | undefined {
  const blanked = css.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, ' '));
  const lines = blanked.split('\n').map(unescaped);
  const line = lines.findIndex((text) => FETCHES.test(text));
  if (line !== -1) return { text: FETCHES.exec(lines[line] ?? '')?.[0] ?? '', line: line + 1 };
  // An address may stand on the line after its bracket.
  const found = FETCHES.exec(unescaped(blanked.replaceAll('\n', ' ')));
  return found ? { text: found[0].trim(), line: 1 } : undefined;
}

function unescaped(css: string): string {
  return css.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (whole, hex?: string, char?: string) => {
    if (hex === undefined) return char ?? whole;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
