import type { ReviewNote } from './generated/types.ts';
import { escapedName } from './shown-text.ts';

// How texts and comments that are not done with are known, to the rules that find them and to what writes or settles them.

/** What a text begins with that asks for its own contents: skeletons consist of such texts, and the rule `unwritten-text` finds them. */
export const TO_BE_WRITTEN = 'To be written:';

/** The finding on an unanswered comment: one line, with somebody else's words. */
export function unresolvedNote({ author, date, quoted, text }: ReviewNote): string {
  const who = author === '' ? 'Somebody' : escapedName(author);
  const when = date === '' ? '' : ` on ${date.slice(0, 10)}`;
  const where = quoted === '' ? '' : `, at “${shortened(quoted)}”`;
  return `${who} commented${when}${where}: ${shortened(text)}`;
}

const MAX_SHOWN = 200;

function shortened(text: string): string {
  const line = escapedName(text.replace(/\s+/g, ' ').trim());
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)} …` : line;
}
