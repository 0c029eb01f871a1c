import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type {
  Answer,
  CheckedState,
  FormsShown,
  ItemEdit,
  ItemName,
  OutlineItem,
  SharedItem,
} from '../protocol.ts';
import type { Say } from './words/words.ts';

/** What every part of the page needs: the current file, and functions to change it. */
export interface FileContext {
  readonly state: CheckedState;
  readonly forms: FormsShown;
  /** What the register has, which the file can refer to. */
  readonly shared: readonly SharedItem[];
  /** Makes an edit; the answer says why if it cannot be made. */
  readonly edit: (edit: ItemEdit, group?: string) => Promise<Answer | undefined>;
  readonly choose: (choice: Choice) => void;
}

/** What the form shows: an item, the matrix, the file itself, or a new item of a collection. */
export type Choice =
  | { readonly kind: 'item'; readonly item: ItemName; readonly path?: string }
  | { readonly kind: 'file'; readonly path?: string }
  | { readonly kind: 'matrix' }
  | { readonly kind: 'new'; readonly collection: string };

export const FileContextProvider = createContext<FileContext | undefined>(undefined);

export function useFile(): FileContext {
  const context = useContext(FileContextProvider);
  if (!context) throw new Error('There is no file around this part of the page.');
  return context;
}

/** The value at a path; `undefined` if the path leads nowhere. */
export function valueIn(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Readonly<Record<string | number, unknown>>)[part]
        : undefined,
    data,
  );
}

/** The entries of a collection as the outline lists them; empty if it lists none. */
export function listedIn({ outline }: CheckedState, collection: string): readonly OutlineItem[] {
  return outline.find((group) => group.collection === collection)?.items ?? [];
}

/** The position of an item in its collection; -1 if there is none of that name. */
export function indexOf(data: unknown, { collection, id }: ItemName): number {
  const list = valueIn(data, [collection]);
  if (!Array.isArray(list)) return -1;
  return list.findIndex((entry: unknown, index) => nameOf(entry, index) === id);
}

/** An item's name as the server has it: its `id`, its `ref`, otherwise its position. */
export function nameOf(entry: unknown, index: number): string {
  const name = valueIn(entry, ['id']) ?? valueIn(entry, ['ref']);
  return typeof name === 'string' && name !== '' ? name : `#${index}`;
}

/** Why an edit was not made, in words. */
export function objectionText(objection: string, say: Say): string {
  switch (objection) {
    case 'unreadable':
      return say('unreadable');
    case 'gone':
      return say('gone');
    case 'not-here':
      return say('notHere');
    case 'shared-id':
      return say('sharedId');
    default:
      return objection;
  }
}
