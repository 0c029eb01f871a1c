import { citationsIn } from '../../model/citation.ts';

/** Prose without its citations, for pages without notes. A bracket that cites nothing is text and stays. */
export function uncited(prose: string): string {
  let text = '';
  let done = 0;
  for (const { items, start, end } of citationsIn(prose)) {
    if (items.length === 0) continue;
    text += prose.slice(done, start).trimEnd();
    done = end;
  }
  return text + prose.slice(done);
}
