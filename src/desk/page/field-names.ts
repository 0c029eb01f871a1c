import type { CheckedState, FormField, FormsShown } from '../protocol.ts';
import { labels } from './words/labels.ts';

/** The label of a property of the file or of a collection's entries; other words as they are. */
export function calledInForms(name: string, collection: string, forms: FormsShown): string {
  const called = labelOf(name, collection, forms);
  // A term or an id may be spelled like a property: what the label only repeats stays as it is.
  return called.toLowerCase() === name.toLowerCase() ? name : called;
}

function labelOf(name: string, collection: string, { file, collections }: FormsShown): string {
  const own = collections.find((each) => each.collection === collection)?.fields ?? [];
  const label = labelIn(own, name) ?? labelIn(file, name) ?? name;
  return labels.en[label.toLowerCase()] ?? label;
}

function labelIn(fields: readonly FormField[], name: string): string | undefined {
  for (const field of fields) {
    if (field.name === name) return field.label;
    const inner = labelIn(field.fields ?? field.item?.fields ?? [], name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** A place in the file in words, by its path with ids: the entry, and which field of it. */
export function placeInWords(
  path: string,
  { outline }: CheckedState,
  forms: FormsShown,
  label: (text: string) => string,
): string {
  const [first = '', id = '', field = ''] = path.split('/');
  const items = outline.find(({ collection }) => collection === first)?.items;
  if (!items) return label(labelOf(first, '', forms));
  const entry = items.find((item) => item.id === id)?.label ?? id;
  return field === '' ? entry : `${entry} (${label(labelOf(field, first, forms))})`;
}
