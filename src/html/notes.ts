import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement, isElement, setClasses, text } from './hast.ts';

/** Before the ids that remark-rehype makes for notes and references to them. */
export const notePrefix = 'note-';
/** Id of the heading of the notes. */
const notesId = 'notes';

/** Heads the list of notes, names the links back, and joins references that stand side by side: `¹,²`. */
export function rehypeNotes() {
  return (tree: Root, file: VFile): void => {
    const { labels, part } = file.data.page ?? {};
    const heading = part ? `${part.key}-${notesId}` : notesId;
    eachElement(tree, (node) => {
      node.children = joinReferences(node.children);
      if (node.properties.dataFootnoteRef !== undefined) node.properties.ariaDescribedBy = [heading];
      if (node.tagName === 'section' && node.properties.dataFootnotes !== undefined) {
        headNotes(node, labels?.notes ?? 'Notes', heading);
        nameBackLinks(node, labels?.backToText ?? 'Back to reference {reference}');
      }
    });
  };
}

function headNotes(section: Element, label: string, id: string): void {
  setClasses(section, ['notes']);
  const heading = section.children.find((child) => isElement(child, 'h2'));
  if (!isElement(heading)) return;
  heading.properties = { id };
  heading.children = [text(label)];
}

/** `↑ b c`: to the first reference, then to the others. An arrow that the text font has: `↩` it lacks. */
function nameBackLinks(section: Element, label: string): void {
  const notes = section.children.find((child) => isElement(child, 'ol'));
  if (!isElement(notes)) return;
  let number = 0;
  for (const note of notes.children) {
    if (!isElement(note, 'li')) continue;
    number += 1;
    const links: Element[] = [];
    eachElement(note, (node) => {
      if (node.properties.dataFootnoteBackref !== undefined) links.push(node);
    });
    links.forEach((link, at) => {
      const reference = links.length > 1 ? `${number}${letter(at)}` : String(number);
      setClasses(link, ['back']);
      link.properties.ariaLabel = label.replaceAll('{reference}', () => reference);
      link.children = [text(at === 0 ? '↑' : letter(at))];
    });
  }
}

/** a … z, then aa, ab, … */
function letter(at: number): string {
  const last = String.fromCharCode(97 + (at % 26));
  return at < 26 ? last : letter(Math.floor(at / 26) - 1) + last;
}

function joinReferences<Child extends ElementContent>(children: readonly Child[]): Child[] {
  const out: Child[] = [];
  for (const child of children) {
    const before = out.at(-1);
    if (isReference(child) && isReference(before)) before.children.push(text(','), ...child.children);
    else out.push(child);
  }
  return out;
}

function isReference(node: ElementContent | undefined): node is Element {
  if (!isElement(node, 'sup')) return false;
  const link = node.children[0];
  return isElement(link, 'a') && link.properties.dataFootnoteRef !== undefined;
}
