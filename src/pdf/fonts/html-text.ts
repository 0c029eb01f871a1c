/**
 * The text of a piece of HTML as our pages write it: without tags, on one line. Characters are escaped only as
 * `&#x…;`, `&amp;` or `&quot;`.
 */
export function htmlText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);|&amp;|&quot;/gi, (found, hex?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      return found.toLowerCase() === '&amp;' ? '&' : '"';
    })
    .replace(/\s+/g, ' ')
    .trim();
}
