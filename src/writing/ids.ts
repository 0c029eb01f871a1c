import { referencesOf } from '../derive/entities/references.ts';
import { nodeAt } from '../load/placed-node.ts';
import { pictureCited, picturesShownIn } from '../model/citation.ts';
import { COLLECTION_OF, type ReferenceKind } from '../model/fields.ts';
import type { WrittenFile } from './written-file.ts';

/** An entry with an id, in an assessment or in the register. */
export interface Entity {
  readonly file: WrittenFile;
  readonly collection: string;
  readonly id: string;
  /** JSON pointer of the entry. */
  readonly pointer: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Whether the entry takes its identity from the register: it has `ref`, and no id of its own. */
  readonly isRef: boolean;
}

/** A range of a file that is an id: its definition, or a reference to it. */
export interface Occurrence {
  readonly file: WrittenFile;
  /** Offsets of the id itself, without quotation marks and collection. */
  readonly start: number;
  readonly end: number;
  /** JSON pointer of the text in which it stands. */
  readonly pointer: string;
  readonly target: Entity;
  readonly isDefinition: boolean;
}

/** The ids of a folder: those of each assessment, and those of the register they share. */
export class Ids {
  readonly #files: readonly WrittenFile[];
  readonly #entities = new Map<WrittenFile, ReadonlyMap<string, Entity>>();
  readonly #register: WrittenFile | undefined;

  constructor(files: readonly WrittenFile[]) {
    this.#files = files;
    this.#register = files.find(({ kind, read }) => kind === 'register' && read);
  }

  /** What has an id in a file. */
  entitiesOf(file: WrittenFile): readonly Entity[] {
    return [...this.#byName(file).values()];
  }

  get shared(): readonly Entity[] {
    return this.#register ? this.entitiesOf(this.#register) : [];
  }

  /** The target of a reference in a file: one of its own entries, otherwise one of the register. */
  resolve(file: WrittenFile, kind: ReferenceKind, reference: string): Entity | undefined {
    const [before, after] = reference.split('/');
    const id = after ?? before ?? '';
    const collections = after === undefined ? collectionsOf(kind) : [before ?? ''];
    const own =
      kind.startsWith('register-') || kind === 'place' ? undefined : this.#find(file, collections, id);
    if (own && !own.isRef) return own;
    const shared = this.#register && this.#find(this.#register, collections, id);
    const picture = kind === 'citation' ? pictureCited(id) : undefined;
    return shared ?? own ?? (picture === undefined ? undefined : this.#find(file, ['media'], picture));
  }

  /** The entry of a file itself, even where its identity is in the register. */
  entryOf(file: WrittenFile, { collection, id }: Entity): Entity | undefined {
    return this.#byName(file).get(`${collection}/${id}`);
  }

  /** Every id in a file, with its entity; once, though aliases of YAML lead to it from several places. */
  occurrencesIn(file: WrittenFile): readonly Occurrence[] {
    if (!file.read) return [];
    const found: Occurrence[] = [];
    for (const entity of this.entitiesOf(file)) {
      if (!entity.isRef) this.#push(found, file, `${entity.pointer}/id`, 'value', entity, 'definition');
    }
    const seen = new Set<string>();
    for (const { kind, id, pointer, on } of this.#references(file)) {
      const name = [kind, id, pointer, on].join(' ');
      const target = seen.has(name) ? undefined : this.resolve(file, kind, id);
      seen.add(name);
      const isPicture = target?.collection === 'media' && kind === 'citation';
      if (target)
        this.#push(
          found,
          file,
          pointer,
          on,
          target,
          isPicture ? 'figure' : kind === 'citation' ? kind : 'id',
        );
    }
    for (const { id, pointer } of shownPictures(file.read.data)) {
      const target = this.#find(file, ['media'], id);
      if (target) this.#push(found, file, pointer, 'value', target, 'picture');
    }
    return [...new Map(found.map((each) => [`${each.start} ${each.isDefinition}`, each])).values()];
  }

  /** Every occurrence of an entity, in all files of the folder. */
  occurrencesOf(entity: Entity): readonly Occurrence[] {
    const files = entity.file.kind === 'register' ? this.#files : [entity.file];
    return files.flatMap((file) => this.occurrencesIn(file).filter(({ target }) => isSame(target, entity)));
  }

  /** The id at an offset of a file. */
  at(file: WrittenFile, offset: number): Occurrence | undefined {
    return this.occurrencesIn(file).find(({ start, end }) => start <= offset && offset <= end);
  }

  #references(
    file: WrittenFile,
  ): { kind: ReferenceKind; id: string; pointer: string; on: 'key' | 'value' }[] {
    const data = file.read?.data;
    if (typeof data !== 'object' || data === null) return [];
    return [...referencesOf(data), ...namesInNotes(data)];
  }

  #push(
    found: Occurrence[],
    file: WrittenFile,
    pointer: string,
    on: 'key' | 'value',
    target: Entity,
    as: 'definition' | keyof typeof BEFORE,
  ): void {
    const node = file.read && nodeAt(file.read.root, pointer);
    const span = on === 'key' ? node?.key : node;
    if (!span) return;
    const isDefinition = as === 'definition';
    const text = file.text.slice(span.start, span.end);
    const pattern = new RegExp(`(?<=${isDefinition ? BEFORE.id : BEFORE[as]})${target.id}(?![a-z0-9-])`, 'g');
    const matches = [...text.matchAll(pattern)];
    for (const match of isDefinition || as === 'id' ? matches.slice(-1) : matches) {
      const start = span.start + match.index;
      found.push({ file, start, end: start + target.id.length, pointer, target, isDefinition });
    }
  }

  #find(file: WrittenFile, collections: readonly string[], id: string): Entity | undefined {
    const entities = this.#byName(file);
    if (collections.length === 0) return [...entities.values()].find((entity) => entity.id === id);
    return collections.map((collection) => entities.get(`${collection}/${id}`)).find(Boolean);
  }

  #byName(file: WrittenFile): ReadonlyMap<string, Entity> {
    const known = this.#entities.get(file) ?? gather(file);
    this.#entities.set(file, known);
    return known;
  }
}

/** What precedes an id in each syntax, as lookbehind expressions. */
const BEFORE = {
  id: '(?:^|[^a-z0-9-])',
  citation: '(?:\\[|;\\s{0,9})@',
  /** A reference to a picture in prose: `[@fig-burnt-cabinet]`. */
  figure: '(?:\\[|;\\s{0,9})@fig-',
  /** A line that shows a picture: `![](media:burnt-cabinet)`. */
  picture: '\\]\\(media:',
} as const;

/** Collections that a reference may lead into; empty for all. */
export function collectionsOf(kind: ReferenceKind): readonly string[] {
  if (kind === 'citation') return ['evidence', 'sources'];
  if (kind === 'place') return ['places'];
  const collection = COLLECTION_OF[kind];
  return collection === undefined ? [] : [collection];
}

function isSame(a: Entity, b: Entity): boolean {
  return a.file.path === b.file.path && a.collection === b.collection && a.id === b.id;
}

/** The syntax of ids in the schema. Only such ids are searched for in texts. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isSlug(text: string): boolean {
  return SLUG.test(text) && text.length <= 200;
}

function gather(file: WrittenFile): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  const data = file.read?.data;
  if (typeof data !== 'object' || data === null) return found;
  for (const [collection, members] of Object.entries(data)) {
    if (!Array.isArray(members)) continue;
    for (const [index, member] of members.entries()) {
      if (typeof member !== 'object' || member === null) continue;
      const { id: own, ref } = member as { readonly id?: unknown; readonly ref?: unknown };
      const id = own ?? ref;
      if (typeof id !== 'string' || !isSlug(id) || found.has(`${collection}/${id}`)) continue;
      const pointer = `/${collection}/${index}`;
      found.set(`${collection}/${id}`, {
        file,
        collection,
        id,
        pointer,
        value: member,
        isRef: own === undefined,
      });
    }
  }
  return found;
}

/** The pictures shown in texts, with the pointers of the texts; each once for a text. */
function shownPictures(data: unknown, pointer = ''): { readonly id: string; readonly pointer: string }[] {
  if (typeof data === 'string') {
    const ids = new Set(picturesShownIn(data).map(({ id }) => id));
    return [...ids].map((id) => ({ id, pointer }));
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, inner]) =>
    shownPictures(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** Ids in remarks about parts of the file: exceptions, and reasons for changes. */
function namesInNotes(data: object) {
  const { exceptions, edition } = data as {
    readonly exceptions?: unknown;
    readonly edition?: { readonly changes?: unknown };
  };
  const texts = (list: unknown, key: string, path: string) =>
    (Array.isArray(list) ? list : []).flatMap((item: unknown, index) => {
      const text =
        typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined;
      const named =
        typeof text === 'string' ? /^\/?([a-zA-Z]+\/[a-z0-9-]+)(?:\/|$)/.exec(text)?.[1] : undefined;
      return named === undefined || /\/\d+$/.test(named)
        ? []
        : [{ kind: 'entity' as const, id: named, pointer: `${path}/${index}/${key}`, on: 'value' as const }];
    });
  return [
    ...texts(exceptions, 'at', '/exceptions'),
    ...texts(edition?.changes, 'entity', '/edition/changes'),
  ];
}

/** Why an entity cannot get an id, in a sentence; `undefined` if it can. */
export function objectionTo(newName: string, entity: Entity, ids: Ids): string | undefined {
  if (!isSlug(newName))
    return `\`${newName}\` is not an id: lower-case letters, digits and hyphens between them.`;
  const together = ['evidence', 'sources'].includes(entity.collection)
    ? ['evidence', 'sources'] // a citation in prose means either
    : [entity.collection];
  const files = new Set([entity.file, ...ids.occurrencesOf(entity).map(({ file }) => file)]);
  const others = [...[...files].flatMap((file) => ids.entitiesOf(file)), ...ids.shared];
  const taken = others.find(({ collection, id }) => id === newName && together.includes(collection));
  return taken && `\`${newName}\` is the id of something else in \`${taken.collection}\`.`;
}
