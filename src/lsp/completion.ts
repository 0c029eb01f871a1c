import { type CompletionItem, CompletionItemKind, type Range, TextEdit } from 'vscode-languageserver';
import { bandOfTerm } from '../derive/analysis/likelihood.ts';
import { type Field, fieldPath, type ReferenceKind } from '../model/fields.ts';
import { assessmentFields, registerFields } from '../model/generated/fields.ts';
import { toPointer } from '../model/pointer.ts';
import { type Located, schemasAlong } from '../validate/schema-map.ts';
import { type Cursor, citationBehind, cursorBehind } from './cursor.ts';
import { type DeskFile, isJsonFile } from './desk.ts';
import { gradesOf } from './hover.ts';
import { collectionsOf, type Entity, type Ids } from './ids.ts';
import { bandText, labelOf, scaleOf, shortened } from './words.ts';

/**
 * What can be typed at an offset. `file` is the file as it could last be read, from which the ids come; `text` is what
 * stands in the editor now.
 */
export function completions(
  file: DeskFile,
  text: string,
  offset: number,
  ids: Ids,
  rangeOf: (start: number, end: number) => Range,
): CompletionItem[] {
  const before = text.slice(0, offset);
  const cited = citationBehind(before);
  if (cited !== undefined) {
    return idItems(file, 'citation', ids).map((item) =>
      placed(item, rangeOf(cited, wordEnd(text, offset, /[a-z0-9-]/))),
    );
  }
  const isJson = isJsonFile(file.path);
  const cursor = cursorBehind(before, isJson);
  const end = wordEnd(text, offset, cursor.quoted ? /[^"'\n]/ : /[\w$-]/);
  const range = rangeOf(Math.min(cursor.start, offset), end);
  const written = (item: CompletionItem) => {
    const word = item.insertText ?? item.label;
    return placed({ ...item, insertText: isJson && !cursor.quoted ? `"${word}"` : word }, range);
  };
  const items: CompletionItem[] = [];
  if (cursor.what !== 'value') {
    const colon = !cursor.quoted && !/^["']?\s*:/.test(text.slice(end));
    items.push(
      ...propertyItems(file, cursor).map((item) => {
        const made = written(item);
        return colon ? placed({ ...made, insertText: `${made.textEdit?.newText}: ` }, range) : made;
      }),
    );
  }
  if (cursor.what !== 'key') items.push(...valueItems(file, cursor, ids).map(written));
  return items;
}

function placed(item: CompletionItem, range: Range): CompletionItem {
  const { insertText, ...rest } = item;
  return { ...rest, textEdit: TextEdit.replace(range, insertText ?? item.label) };
}

/** Where the word ends that begins before an offset. */
function wordEnd(text: string, offset: number, character: RegExp): number {
  let end = offset;
  while (end < text.length && character.test(text.charAt(end))) end += 1;
  return end;
}

function propertyItems(file: DeskFile, cursor: Cursor): CompletionItem[] {
  const { properties = {}, required = [] } = schemaAt(file, cursor.path)?.schema ?? {};
  return Object.entries(properties)
    .filter(([name]) => !cursor.keys.includes(name))
    .map(([name, { description }], index) => ({
      label: name,
      kind: CompletionItemKind.Property,
      sortText: `${required.includes(name) ? 0 : 1}${String(index).padStart(3, '0')}`,
      ...(description !== undefined && { documentation: description }),
    }));
}

function valueItems(file: DeskFile, { path }: Cursor, ids: Ids): CompletionItem[] {
  const kind = fieldOf(file, path)?.refersTo;
  if (kind) return idItems(file, kind, ids);
  const schema = schemaAt(file, path)?.schema;
  const scale = scaleOf(file.read?.data);
  const terms = (schema?.enum ?? []).filter((term) => typeof term === 'string');
  return terms.flatMap((term, index) => {
    const isLikelihood = path.at(-1) === 'term' && path.at(-2) === 'likelihood';
    const band = isLikelihood ? bandOfTerm(scale, term) : undefined;
    if (isLikelihood && !band) return []; // of the other scale
    return {
      label: term,
      kind: CompletionItemKind.EnumMember,
      sortText: String(index).padStart(3, '0'),
      ...(band && { detail: bandText(scale, band) }),
    };
  });
}

function idItems(file: DeskFile, kind: ReferenceKind, ids: Ids): CompletionItem[] {
  const isOfRegister = kind.startsWith('register-') || kind === 'place';
  const own = isOfRegister ? [] : ids.entitiesOf(file);
  const taken = new Set(own.map(({ collection, id }) => `${collection}/${id}`));
  const shared = ids.shared.filter(({ collection, id }) => !taken.has(`${collection}/${id}`));
  const collections = collectionsOf(kind);
  const isMeant = ({ collection }: Entity) =>
    collections.length === 0 ? collection !== 'sections' : collections.includes(collection);
  const rank = ({ collection }: Entity) => collections.indexOf(collection);
  const meant = [...own, ...(kind === 'entity' ? [] : shared)].filter(isMeant);
  return meant
    .sort((a, b) => rank(a) - rank(b))
    .map((entity, index) => {
      const says = labelOf(entity, entity.isRef ? ids.resolve(file, kind, entity.id) : undefined);
      const grades = entity.collection === 'evidence' ? gradesOf(file, entity, ids) : '';
      const reliability = typeof entity.value.reliability === 'string' ? entity.value.reliability : '';
      const name = kind === 'entity' ? `${entity.collection}/${entity.id}` : entity.id;
      const detail = [grades || reliability, shortened(says, 160)].filter((part) => part !== '').join(' · ');
      return {
        label: name,
        kind: CompletionItemKind.Reference,
        detail,
        filterText: `${name} ${shortened(says, 160)}`,
        sortText: String(index).padStart(5, '0'),
        labelDetails: { description: entity.collection },
      };
    });
}

function schemaAt({ kind }: DeskFile, path: readonly string[]): Located | undefined {
  const along = schemasAlong(kind, toPointer(path));
  return along.length === path.length + 1 ? along.at(-1) : undefined;
}

function fieldOf({ kind }: DeskFile, path: readonly string[]): Field | undefined {
  const table = kind === 'register' ? registerFields : assessmentFields;
  const name = fieldPath(path);
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
