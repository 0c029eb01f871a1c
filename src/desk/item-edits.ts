import { lineHunks } from '../diff/lines.ts';
import { changeText, type DataPath } from '../load/edit/change-data.ts';
import type { TextChange } from '../writing/changes.ts';
import { type Entity, Ids, objectionTo } from '../writing/ids.ts';
import { newId } from '../writing/new-id.ts';
import { labelOf } from '../writing/words.ts';
import type { WrittenFile } from '../writing/written-file.ts';
import type { ItemEdit, ItemName, UseShown } from './protocol.ts';
import { nameOf } from './state.ts';

/** A form edit as text changes; or why it cannot be made, in a sentence. */
export type Edited =
  | { readonly changes: readonly TextChange[]; readonly item?: ItemName }
  | { readonly objection: string };

/** Translates a form edit into changes of the file's text, which has to be readable. */
export function editItem(file: WrittenFile, register: WrittenFile | undefined, edit: ItemEdit): Edited {
  const data = file.read?.data as Readonly<Record<string, unknown>> | undefined;
  if (!data) return { objection: 'unreadable' };
  switch (edit.kind) {
    case 'rename':
      return rename(file, register, edit.item, edit.id);
    case 'add': {
      const list = listOf(data, edit.collection);
      const value = withId(edit.value, list, edit.collection, file);
      const path = [edit.collection, list.length];
      const changed = rewritten(file, { kind: 'insert', path, value });
      const item = { collection: edit.collection, id: nameOf(value, list.length) };
      return 'changes' in changed ? { ...changed, item } : changed;
    }
    case 'move': {
      const path = pathOf(data, edit.item);
      return path ? rewritten(file, { kind: 'move', path, to: edit.to }) : GONE;
    }
    default: {
      const base = edit.item ? pathOf(data, edit.item) : [];
      if (!base) return GONE;
      const path = [...base, ...edit.path];
      if (edit.kind === 'set') return rewritten(file, { kind: 'set', path, value: edit.value });
      return valueAt(data, path) === undefined ? { changes: [] } : rewritten(file, { kind: 'remove', path });
    }
  }
}

/** What refers to an item: shown before it is removed. */
export function usesOf(file: WrittenFile, { collection, id }: ItemName): UseShown[] {
  const ids = new Ids([file]);
  const entity = ids.entitiesOf(file).find((each) => each.collection === collection && each.id === id);
  if (!entity) return [];
  const users = ids
    .occurrencesOf(entity)
    .filter(({ isDefinition, pointer }) => !isDefinition && !pointer.startsWith(`${entity.pointer}/`))
    .map(({ pointer }) => userOf(ids.entitiesOf(file), pointer));
  return [...new Map(users.map((user) => [`${user.collection}/${user.label}`, user])).values()];
}

const GONE: Edited = { objection: 'gone' };

function rename(file: WrittenFile, register: WrittenFile | undefined, item: ItemName, newId: string): Edited {
  const files = register && register.path !== file.path ? [file, register] : [file];
  const ids = new Ids(files);
  const entity = ids
    .entitiesOf(file)
    .find(({ collection, id }) => collection === item.collection && id === item.id);
  if (!entity) return GONE;
  if (entity.isRef || file.kind === 'register') return { objection: 'shared-id' };
  const objection = newId === item.id ? undefined : objectionTo(newId, entity, ids);
  if (objection !== undefined) return { objection };
  const changes = ids
    .occurrencesOf(entity)
    .filter((occurrence) => occurrence.file === file)
    .map(({ start, end }) => ({ start, end, text: newId }))
    .sort((a, b) => a.start - b.start);
  return { changes, item: { ...item, id: newId } };
}

function rewritten(file: WrittenFile, change: Parameters<typeof changeText>[2]): Edited {
  const text = changeText(file.path, file.text, change);
  return text === undefined ? { objection: 'not-here' } : { changes: lineHunks(file.text, text) };
}

/** The path to an item, by its id or position. */
function pathOf(data: Readonly<Record<string, unknown>>, { collection, id }: ItemName): DataPath | undefined {
  const index = listOf(data, collection).findIndex((entry, at) => nameOf(entry, at) === id);
  return index < 0 ? undefined : [collection, index];
}

function listOf(data: Readonly<Record<string, unknown>>, collection: string): readonly unknown[] {
  const list = Object.hasOwn(data, collection) ? data[collection] : undefined;
  return Array.isArray(list) ? list : [];
}

function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    data,
  );
}

/** A new entry, given an id made from its content if it has none. */
function withId(
  value: Readonly<Record<string, unknown>>,
  list: readonly unknown[],
  collection: string,
  file: WrittenFile,
): Readonly<Record<string, unknown>> {
  return value.id === '' ? { ...value, id: newId(file, collection, value, list.map(nameOf)) } : value;
}

/** The entry a pointer is in. */
function userOf(entities: readonly Entity[], pointer: string): UseShown {
  const user = entities.find((entity) => pointer.startsWith(`${entity.pointer}/`));
  const [, part = ''] = pointer.split('/');
  return user ? { collection: user.collection, label: labelOf(user) } : { collection: part, label: '' };
}
