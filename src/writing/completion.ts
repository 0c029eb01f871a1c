import { bandOfTerm } from '../derive/analysis/likelihood.ts';
import { pictureReference } from '../model/citation.ts';
import { type Field, fieldPath, type ReferenceKind } from '../model/fields.ts';
import { assessmentFields, registerFields } from '../model/generated/fields.ts';
import { toPointer } from '../model/pointer.ts';
import { shortened } from '../model/shown-text.ts';
import type { FieldSchema } from '../validate/own/read-own-fields.ts';
import { type Located, type SchemaFile, schemasAlong } from '../validate/schema-map.ts';
import { conventionTerms, type OfferedTerm, offeredRules } from './convention-terms.ts';
import { type Cursor, citationBehind, cursorBehind, pictureBehind } from './cursor.ts';
import { gradesOf } from './hover.ts';
import { collectionsOf, type Entity, type Ids } from './ids.ts';
import { bandText, labelOf, scalesOf } from './words.ts';
import { isJsonFile, type WrittenFile } from './written-file.ts';

/** A completion, and the range it replaces. Offsets are UTF-16 code units. */
export interface Completion {
  readonly kind: 'property' | 'term' | 'id';
  readonly label: string;
  /** Short: a likelihood band, or the name of an id's entry. */
  readonly detail?: string;
  /** Description of a property, from its schema. */
  readonly documentation?: string;
  /** The collection of an id. */
  readonly collection?: string;
  /** What is matched with the typed text, if not the label. */
  readonly filterText?: string;
  /** Completions are sorted by this. */
  readonly sortText: string;
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** A completion before its range is known; `insert` if it differs from the label. */
type Choice = Omit<Completion, 'start' | 'end' | 'insert'>;

/**
 * Completions at an offset. `file` is the last readable version of the file, which supplies the ids; `text` is
 * the editor's present text.
 */
export function completions(file: WrittenFile, text: string, offset: number, ids: Ids): Completion[] {
  const before = text.slice(0, offset);
  const cited = citationBehind(before);
  if (cited !== undefined) {
    const end = wordEnd(text, offset, /[a-z0-9-]/);
    const found = [...idItems(file, 'citation', ids), ...pictureItems(file, ids, pictureReference)];
    return found.map((item) => ({ ...item, start: cited, end, insert: item.label }));
  }
  const shown = pictureBehind(before);
  if (shown !== undefined) {
    const end = wordEnd(text, offset, /[a-z0-9-]/);
    const behind = text.charAt(end) === ')' ? '' : ')';
    return pictureItems(file, ids, (id) => id).map((item) => ({
      ...item,
      start: shown,
      end,
      insert: item.label + behind,
    }));
  }
  return itemsAt(
    file.path,
    text,
    offset,
    (cursor) => propertyItems(file, cursor),
    (cursor) => valueItems(file, cursor, ids),
  );
}

/**
 * What can be typed at an offset of a configuration: its settings, the names of rules and forms, and the terms
 * that its schema lists.
 */
export function configCompletions(
  path: string,
  text: string,
  offset: number,
  forms: readonly string[],
): Completion[] {
  const named = (way: readonly string[]): readonly OfferedTerm[] => {
    if (way.join('/') === 'rules') return offeredRules();
    return ['word/forms', 'desk/forms'].includes(way.join('/')) ? forms.map((term) => ({ term })) : [];
  };
  return itemsAt(
    path,
    text,
    offset,
    (cursor) =>
      schemaItems(
        'config',
        cursor,
        named(cursor.path).map(({ term, says }) => [term, { description: says }] as const),
      ),
    ({ path: way }) => termItems(schemaTerms('config', way)),
  );
}

function itemsAt(
  path: string,
  text: string,
  offset: number,
  propertiesAt: (cursor: Cursor) => readonly Choice[],
  valuesAt: (cursor: Cursor) => readonly Choice[],
): Completion[] {
  const isJson = isJsonFile(path);
  const cursor = cursorBehind(text.slice(0, offset), isJson);
  const end = wordEnd(text, offset, cursor.quoted ? /[^"'\n]/ : /[\w$-]/);
  const start = Math.min(cursor.start, offset);
  const written = (item: Choice, behind = ''): Completion => {
    const word = isJson && !cursor.quoted ? `"${item.label}"` : item.label;
    return { ...item, start, end, insert: `${word}${behind}` };
  };
  const items: Completion[] = [];
  if (cursor.what !== 'value') {
    const colon = !cursor.quoted && !/^["']?\s*:/.test(text.slice(end));
    items.push(...propertiesAt(cursor).map((item) => written(item, colon ? ': ' : '')));
  }
  if (cursor.what !== 'key') items.push(...valuesAt(cursor).map((item) => written(item)));
  return items;
}

/** End of the word that begins before an offset. */
function wordEnd(text: string, offset: number, character: RegExp): number {
  let end = offset;
  while (end < text.length && character.test(text.charAt(end))) end += 1;
  return end;
}

function propertyItems(file: WrittenFile, cursor: Cursor): Choice[] {
  return schemaItems(
    file.kind,
    cursor,
    Object.entries(ownFieldsAt(file, cursor.path)).map(
      ([name, { title, description = title }]) => [name, { description }] as const,
    ),
  );
}

function schemaItems(
  root: SchemaFile,
  cursor: Cursor,
  own: readonly (readonly [string, { readonly description?: string | undefined }])[] = [],
): Choice[] {
  const { properties = {}, required = [] } = schemaAt(root, cursor.path)?.schema ?? {};
  return [...Object.entries(properties), ...own]
    .filter(([name]) => !cursor.keys.includes(name))
    .map(([name, { description }], index) => ({
      label: name,
      kind: 'property',
      sortText: `${required.includes(name) ? 0 : 1}${String(index).padStart(3, '0')}`,
      ...(description !== undefined && { documentation: description }),
    }));
}

/** The project's own fields for an object: the assessment, or an entry of a list. */
function ownFieldsAt(
  { kind, fields }: WrittenFile,
  path: readonly string[],
): Readonly<Record<string, FieldSchema>> {
  if (kind !== 'assessment' || !fields) return {};
  if (path.length === 0) return fields.assessment;
  return path.length === 2 ? (fields.entries[path[0] ?? ''] ?? {}) : {};
}

function valueItems(file: WrittenFile, { path }: Cursor, ids: Ids): Choice[] {
  const field = fieldOf(file, path);
  // What an edition changed may be gone, so it refers to nothing; most of it is still there.
  const kind = field?.refersTo ?? (field?.kind === 'entity' ? 'entity' : undefined);
  if (kind) return idItems(file, kind, ids);
  const scale = scalesOf(file.read?.data, file.conventions).likelihood;
  const isLikelihood = path.at(-1) === 'term' && path.at(-2) === 'likelihood';
  return termItems(
    termsAt(file, path).map((each) => {
      const band = isLikelihood ? bandOfTerm(scale, each.term) : undefined;
      return band ? { ...each, detail: bandText(scale, band) } : each;
    }),
  );
}

function termItems(terms: readonly OfferedTerm[]): Choice[] {
  return terms.map(({ term, detail, says }, index) => ({
    label: term,
    kind: 'term',
    sortText: String(index).padStart(3, '0'),
    ...(detail !== undefined && { detail }),
    ...(says !== undefined && { documentation: says }),
  }));
}

/** Terms that may stand at a place: of the schema, of the vocabularies, the scales and the marking scheme. */
function termsAt(file: WrittenFile, path: readonly string[]): readonly OfferedTerm[] {
  const own = conventionTerms(path, fieldOf(file, path), file, file.read?.data);
  if (own) return own;
  const field = ownFieldsAt(file, path.slice(0, -1))[path.at(-1) ?? ''];
  return field ? textTerms(field.enum) : schemaTerms(file.kind, path);
}

function schemaTerms(root: SchemaFile, path: readonly string[]): readonly OfferedTerm[] {
  return textTerms(schemaAt(root, path)?.schema.enum);
}

function textTerms(terms: readonly unknown[] = []): readonly OfferedTerm[] {
  return terms.flatMap((term) => (typeof term === 'string' ? { term } : []));
}

function idItems(file: WrittenFile, kind: ReferenceKind, ids: Ids): Choice[] {
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
        kind: 'id',
        detail,
        filterText: `${name} ${shortened(says, 160)}`,
        sortText: String(index).padStart(5, '0'),
        collection: entity.collection,
      };
    });
}

/** The pictures of a file, with ids formatted by `name`. */
function pictureItems(file: WrittenFile, ids: Ids, name: (id: string) => string): Choice[] {
  return ids
    .entitiesOf(file)
    .filter(({ collection }) => collection === 'media')
    .map((entity, index) => {
      const label = name(entity.id);
      const says = typeof entity.value.alt === 'string' ? shortened(entity.value.alt, 160) : '';
      return {
        label,
        kind: 'id',
        detail: says,
        filterText: `${label} ${says}`,
        // After what can be cited.
        sortText: `9${String(index).padStart(5, '0')}`,
        collection: 'media',
      };
    });
}

function schemaAt(root: SchemaFile, path: readonly string[]): Located | undefined {
  const along = schemasAlong(root, toPointer(path));
  return along.length === path.length + 1 ? along.at(-1) : undefined;
}

function fieldOf({ kind }: WrittenFile, path: readonly string[]): Field | undefined {
  const table = kind === 'register' ? registerFields : assessmentFields;
  const name = fieldPath(path);
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
