import { assessmentFields, registerFields } from './generated/fields.ts';

/**
 * What the schemas say about a field besides its form: the `field` annotations of `src/model/schema/`, which
 * `npm run generate` collects in a table. Code that compares, checks, releases or describes an assessment reads
 * this table, so that a new field is described once.
 */
export interface Field {
  /**
   * How two values are compared: as a whole, as prose, as a set, property by property, or as a list of objects
   * (`ordered` if their order counts).
   */
  readonly shape: 'value' | 'prose' | 'set' | 'object' | 'list' | 'ordered';
  /** An `entity` is an entry of the file, as collection and id. */
  readonly kind: 'text' | 'prose' | 'date' | 'number' | 'flag' | 'term' | 'entity' | 'list' | 'object';
  /** What kind of text it is for rules about prose; absent if no rule reads it. */
  readonly text?: ProseKind;
  /** Whether the text reports what somebody else says: its words are not the analyst's choice. */
  readonly reported?: boolean;
  /** The kind of reference of the text. */
  readonly refersTo?: ReferenceKind;
  /** The kind of reference of an object's keys. */
  readonly keysReferTo?: ReferenceKind;
  /**
   * What identifies the entries of a list: property names, separated by spaces. The first key names an entry;
   * the others recognise one whose first key was edited. Lists of entries with ids have none.
   */
  readonly keys?: readonly string[];
  /** The group of phrases for the vocabulary. */
  readonly terms?: string;
  /** Whether projects may add terms, and files may use words: `{"other": "…"}`. */
  readonly open?: boolean;
  /** The class of its changes; inherited by nested fields. */
  readonly class?: string;
  /** From 0 to 100: the importance of a change. */
  readonly weight?: number;
  /** The name of the field in descriptions of changes; by default its name in words. */
  readonly label?: string;
  /** The name of one entry of a collection. */
  readonly noun?: string;
  /** The order of its values. */
  readonly scale?: string;
  /** The type of its changes, if it is more specific than `changed`. */
  readonly change?: string;
  /** If what it refers to is withheld, so is the path up to this many steps. */
  readonly takes?: number;
  /** Whether the object around the list depends on it: if every entry is withheld, so is the object. */
  readonly restsOn?: boolean;
  /** Why no memo prints it. */
  readonly unprinted?: string;
}

/** By the path of the field, with `*` for every index or free key. */
export type FieldTable = Readonly<Record<string, Field>>;

/** What a prose text is, which decides which rules read it. */
export type ProseKind =
  | 'title'
  | 'heading'
  | 'question'
  | 'bottom-line'
  | 'judgment'
  | 'basis'
  | 'would-change'
  | 'narrative'
  | 'description'
  | 'evidence'
  | 'wording'
  | 'assumption'
  | 'hypothesis'
  | 'scenario'
  | 'indicator'
  | 'gap'
  | 'implication'
  | 'recommendation'
  | 'note';

/** What a reference may lead to. */
export type ReferenceKind =
  | 'source'
  | 'evidence'
  | 'assumption'
  | 'actor'
  | 'judgment'
  | 'hypothesis'
  | 'indicator'
  | 'incident'
  | 'place'
  /** `ref` of an entry whose identity is in the register. */
  | 'register-actor'
  | 'register-incident'
  | 'register-source'
  /** An actor's id or plain words. */
  | 'party'
  /** A citation in prose: an item of evidence or a source. */
  | 'citation'
  /** `collection/id`, or (where allowed) an id of any collection. */
  | 'entity';

/** Kinds whose references lead to entries of one collection. */
type OfOneCollection = Exclude<ReferenceKind, 'place' | 'citation' | 'entity'>;

/** The collection whose entries a kind of reference leads to; `undefined` if it may be any. */
export const COLLECTION_OF: Readonly<
  Record<OfOneCollection, string> & Partial<Record<ReferenceKind, string>>
> = {
  source: 'sources',
  'register-source': 'sources',
  evidence: 'evidence',
  assumption: 'assumptions',
  actor: 'actors',
  party: 'actors',
  'register-actor': 'actors',
  judgment: 'judgments',
  hypothesis: 'hypotheses',
  indicator: 'indicators',
  incident: 'incidents',
  'register-incident': 'incidents',
};

/**
 * The annotations of a field of the assessment, otherwise of the register, by its path; `undefined` for unknown
 * fields.
 */
export function fieldAt(path: string): Field | undefined {
  if (Object.hasOwn(assessmentFields, path)) return assessmentFields[path];
  return Object.hasOwn(registerFields, path) ? registerFields[path] : undefined;
}

/** The path of a field with `*` for every index, from the path to a value. Free keys of objects are kept. */
export function fieldPath(parts: readonly (string | number)[]): string {
  return parts.map((part) => (/^\d+$/.test(String(part)) ? '*' : part)).join('/');
}
