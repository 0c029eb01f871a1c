/** A table `{title, note?, head, rows}` of strings, for a terminal or for a Markdown page. */

export function asText({ title, note, head, rows }) {
  const lines = [head, ...rows].map((row) =>
    row.map((cell) => cell.replaceAll('**', '').replaceAll('`', '')),
  );
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column].length)));
  const printed = lines.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...(note ? [note] : []), '', ...printed, ''].join('\n');
}

export function asMarkdown({ title, note, head, rows }) {
  const line = (cells) => `|${cells.map((cell) => (cell === '' ? ' |' : ` ${cell} |`)).join('')}`;
  return [
    `### ${title}`,
    '',
    ...(note ? [note, ''] : []),
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}
