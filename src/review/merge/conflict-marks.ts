import { changedLines } from '../../diff/merge/changed-lines.ts';

const [OURS, BETWEEN, THEIRS] = ['<<<<<<< ours', '=======', '>>>>>>> theirs'];

/** Two texts as one, with git's conflict marks around the lines that differ. */
export function withConflicts(ours: string, theirs: string): string {
  const out = changedLines(ours, theirs).flatMap((part) =>
    'both' in part ? part.both : [OURS, ...part.ours, BETWEEN, ...part.theirs, THEIRS],
  );
  return `${out.join('\n')}\n`;
}

/** Both sides of a text with conflict marks, as git or this program writes them; `undefined` if it has none. */
export function sidesOf(text: string): { readonly ours: string; readonly theirs: string } | undefined {
  const sides = { ours: [] as string[], theirs: [] as string[] };
  let place: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  let hasMarks = false;
  for (const line of text.split('\n')) {
    if (/^<{7}(?: |$)/.test(line)) {
      place = 'ours';
      hasMarks = true;
    } else if (place !== 'both' && /^\|{7}(?: |$)/.test(line)) place = 'base';
    else if (place !== 'both' && /^={7}$/.test(line)) place = 'theirs';
    else if (place !== 'both' && /^>{7}(?: |$)/.test(line)) place = 'both';
    else {
      if (place === 'both' || place === 'ours') sides.ours.push(line);
      if (place === 'both' || place === 'theirs') sides.theirs.push(line);
    }
  }
  return hasMarks ? { ours: sides.ours.join('\n'), theirs: sides.theirs.join('\n') } : undefined;
}
