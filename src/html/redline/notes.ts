import type { Element, ElementContent } from 'hast';
import { isElement } from '../hast.ts';
import { notePrefix } from '../notes.ts';

/** A note with its label. */
export interface Note {
  readonly label: string;
  readonly note: Element;
}

/** The notes of a page, in order. */
export function notesOf(section: Element): Note[] {
  const lists = section.children.filter((child): child is Element => isElement(child, 'ol'));
  return lists.flatMap(({ children }) =>
    children
      .filter((child: ElementContent): child is Element => isElement(child, 'li'))
      .map((note) => ({ label: String(note.properties.id ?? '').replace(`${notePrefix}fn-`, ''), note })),
  );
}

/** Numbers of the notes of a page, by label. */
export function noteNumbersOf(section: Element | undefined): Map<string, string> {
  const notes = section ? notesOf(section) : [];
  return new Map(notes.map(({ label }, index) => [label, String(index + 1)]));
}
