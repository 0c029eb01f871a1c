/** Letters, quotation marks or brackets first; then nothing that Markdown reads, but citations. */
const PLAIN = /^[\p{L}"'“„«(‘](?:[^\\`*_~<>&|@[\]\n\r\t]|\[@[^\\`*_~<>&|[\]\n\r\t]*\](?![([:]))*$/u;
/** What may become a link by itself. */
const LINK = /https?:|www\.|ftp:/i;

/** Whether a line of Markdown is a paragraph, or a part of one, that reads as it stands: most are, and parsing them is dear. */
export function isPlainLine(line: string): boolean {
  return PLAIN.test(line) && !LINK.test(line) && !/ {2}| $/.test(line);
}
