import type { Inline } from '../document/types.ts';
import type { Run, TextRun } from './flow.ts';

type Look = Pick<TextRun, 'bold' | 'italic' | 'struck' | 'code' | 'link'>;

/** The content of a block as runs. Adjacent references are separated by commas, as on a page. */
export function runsOf(content: readonly Inline[], look: Look = {}): Run[] {
  const out: Run[] = [];
  for (const inline of content) {
    switch (inline.type) {
      case 'text':
        out.push({ type: 'text', text: inline.text.replace(/\n/g, ' '), ...look });
        break;
      case 'code-text':
        out.push({ type: 'text', text: inline.text, ...look, code: true });
        break;
      case 'break':
        out.push({ type: 'break' });
        break;
      case 'reference':
        if (out.at(-1)?.type === 'note') out.push({ type: 'text', text: ',', raised: true });
        out.push({ type: 'note', label: inline.label, number: inline.number });
        break;
      case 'picture':
        out.push({ type: 'picture', path: inline.path, alternative: inline.alternative });
        break;
      case 'link': {
        const { target } = inline;
        const link =
          target &&
          (target.kind === 'address' ? { address: target.address } : { slug: decoded(target.name) });
        out.push(...runsOf(inline.content, { ...look, ...(link && { link }) }));
        break;
      }
      case 'strong':
        out.push(...runsOf(inline.content, { ...look, bold: true }));
        break;
      case 'emphasis':
        out.push(...runsOf(inline.content, { ...look, italic: true }));
        break;
      case 'deletion':
        out.push(...runsOf(inline.content, { ...look, struck: true }));
        break;
    }
  }
  return out;
}

/** A text with line ends, as runs with breaks. */
export function linesOf(text: string): Run[] {
  return text
    .split('\n')
    .flatMap((line, at): Run[] => [
      ...(at > 0 ? [{ type: 'break' } as const] : []),
      { type: 'text', text: line },
    ]);
}

/** The decoded name of a heading from a percent-encoded link. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
