/** Rows as CSV (RFC 4180) with a byte-order mark, without which Excel takes it for a code page. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

/**
 * Text that a spreadsheet would run as a formula is preceded by an apostrophe, so that it is shown as text
 * (OWASP, "CSV Injection"); numbers are not changed.
 */
export function cellText(text: string): string {
  const isFormula = /^[\s]*[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
