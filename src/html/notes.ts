import type { Element, ElementContent } from 'hast';
import type { Note, Reference } from '../document/types.ts';
import { h, isElement, text } from './hast.ts';
import type { PageInput } from './page.ts';

/** Before the ids of notes and of references to them. */
export const notePrefix = 'note-';
/** Id of the heading of the notes. */
const notesId = 'notes';

type Context = Pick<PageInput, 'labels' | 'part'>;

function idOfHeading({ part }: Context): string {
  return part ? `${part.key}-${notesId}` : notesId;
}

function idOfReference(label: string, occurrence: number): string {
  return `${notePrefix}fnref-${label}${occurrence > 1 ? `-${occurrence}` : ''}`;
}

/** A note number that links to its note. */
export function referenceLink({ label, number, occurrence }: Reference, context: Context): Element {
  return h(
    'a',
    {
      href: `#${notePrefix}fn-${label}`,
      id: idOfReference(label, occurrence),
      dataFootnoteRef: true,
      ariaDescribedBy: [idOfHeading(context)],
    },
    [text(String(number))],
  );
}

/** The list of notes, below its heading, each with its back links. */
export function notesSection(
  notes: readonly { readonly note: Note; readonly content: readonly Element[] }[],
  context: Context,
): Element {
  const level = context.part ? { ariaLevel: 3 } : {};
  const heading = h('h2', { id: idOfHeading(context), ...level }, [text(context.labels.notes)]);
  const items = notes.map(({ note, content }) => {
    const back = backLinks(note, context);
    const last = content.at(-1);
    if (!isElement(last, 'p')) {
      return h('li', { id: `${notePrefix}fn-${note.label}` }, [...content, ...back]);
    }
    const end = last.children.at(-1);
    const words: ElementContent[] =
      end?.type === 'text'
        ? [...last.children.slice(0, -1), text(`${end.value} `)]
        : [...last.children, text(' ')];
    const paragraph = h('p', last.properties, [...words, ...back]);
    return h('li', { id: `${notePrefix}fn-${note.label}` }, [...content.slice(0, -1), paragraph]);
  });
  const list = h('ol', {}, [text('\n'), ...items.flatMap((item) => [item, text('\n')])]);
  return h('section', { dataFootnotes: true, className: ['notes'] }, [heading, list]);
}

/** `↑ b c`: links to the first reference, then to the others. The text font has this arrow; it lacks `↩`. */
function backLinks({ label, number, references }: Note, { labels }: Context): ElementContent[] {
  return Array.from({ length: references }, (_, at) => {
    const reference = references > 1 ? `${number}${letter(at)}` : String(number);
    const link = h(
      'a',
      {
        href: `#${idOfReference(label, at + 1)}`,
        dataFootnoteBackref: '',
        ariaLabel: labels.backToText.replaceAll('{reference}', () => reference),
        className: ['back'],
      },
      [text(at === 0 ? '↑' : letter(at))],
    );
    return at === 0 ? [link] : [text(' '), link];
  }).flat();
}

/** a … z, then aa, ab, … */
function letter(at: number): string {
  const last = String.fromCharCode(97 + (at % 26));
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last;
}
