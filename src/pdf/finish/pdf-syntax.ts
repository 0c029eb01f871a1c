/** Values in PDF syntax (ISO 32000-1, 7.3). */

/** A text string: unchanged if ASCII, otherwise UTF-16 with a byte order mark (7.9.2.2). */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, String.raw`\$&`)})`;
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** A name (7.3.5): everything but plain letters, digits, dot, dash and underscore is written as `#xx`. */
export function pdfName(text: string): string {
  const escaped = [...Buffer.from(text, 'utf8')].map((byte) => {
    const char = String.fromCharCode(byte);
    return /[A-Za-z0-9._-]/.test(char) ? char : `#${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  });
  return `/${escaped.join('')}`;
}

/** A name as text, without its slash: `#` and two hexadecimal digits are one byte of UTF-8 (7.3.5). */
export function nameText(name: string): string {
  const bytes = name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A date (7.9.4): midnight UTC of a YYYY-MM-DD day. The same length as Skia's dates. */
export function pdfDate(day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`Not a day as YYYY-MM-DD: ${day}`);
  return `D:${day.replaceAll('-', '')}000000+00'00'`;
}
