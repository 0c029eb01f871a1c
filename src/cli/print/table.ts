/**
 * Lines of a plain table: columns as wide as their longest cell, with two spaces between. Empty without rows.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const widths = head.map(charactersIn);
  for (const row of rows) {
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, charactersIn(cell));
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - charactersIn(cell))))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)];
}

const PLAIN = /^[\0-\x7f]*$/;

/** Number of characters of a text; one outside Unicode's first plane counts once. */
export function charactersIn(text: string): number {
  return PLAIN.test(text) ? text.length : [...text].length;
}
