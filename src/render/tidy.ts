/** One empty line between blocks and no blanks at line ends; code in fences is left alone. */
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

/** A row of a table with one space at the edges of its cells, however much or little a template found to say. */
function evenCells(row: string): string {
  return row.replace(/ {2,}(?=\|)|(?<=\|) {2,}/g, ' ');
}
