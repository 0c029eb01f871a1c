/** One empty line between blocks, and no spaces at line ends; fenced code is not changed. */
export function tidy(markdown: string): string {
  const out: string[] = [];
  let inFence = false;
  for (const line of markdown.split('\n')) {
    if (/^ {0,3}(```|~~~)/.test(line)) inFence = !inFence;
    const text = inFence ? line : line.trimEnd().replace(/^\|.*/, evenCells);
    if (inFence || text !== '' || out.at(-1) !== '') out.push(text);
  }
  return `${out.join('\n').trim()}\n`;
}

/** A table row with exactly one space at the edges of its cells. */
function evenCells(row: string): string {
  return row.replace(/ {2,}(?=\|)|(?<=\|) {2,}/g, ' ');
}

/** An item of a numbered list, and a comment with the role of what follows. */
const ITEM = /^(\d+)\. /;
const ROLE = /^<!-- role: .* -->$/;

/**
 * Starts a new list where the numbers of a list have a gap, as in a release: Markdown numbers a list from its
 * first item, whatever the others say. A copy of the list's role comment separates them.
 */
export function withGaps(markdown: string): string {
  const out: string[] = [];
  let last: number | undefined;
  let role = '<!-- role: keep -->';
  for (const line of markdown.split('\n')) {
    const number = ITEM.exec(line)?.[1];
    if (number !== undefined) {
      if (last !== undefined && Number(number) > last + 1)
        out.push(...(out.at(-1) === '' ? [] : ['']), role, '');
      last = Number(number);
    } else if (line !== '' && !line.startsWith(' ')) {
      last = undefined;
      role = ROLE.test(line) ? line : '<!-- role: keep -->';
    }
    out.push(line);
  }
  return out.join('\n');
}
