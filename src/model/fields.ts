import { assessmentFields, registerFields } from './generated/fields.ts';

/**
 * What the schemas say of a field beyond its form: the `field` annotations of `src/model/schema/`, which
 * `npm run generate` gathers in a table. Whoever compares, checks, releases or describes an assessment reads this table,
 * so that a new field is described once.
 */
export interface Field {
  /**
   * How two values are compared: as a whole, as prose, as a set, member by member, or as a list of objects (`ordered`
   * where their order means something).
   */
  readonly shape: 'value' | 'prose' | 'set' | 'object' | 'list' | 'ordered';
  /** An `entity` is a thing of the file as collection and id. */
  readonly kind: 'text' | 'prose' | 'date' | 'number' | 'flag' | 'term' | 'entity' | 'list' | 'object';
  /** What the text is for those who read prose by rules; absent where no rule reads it. */
  readonly text?: ProseKind;
  /** The text reports what somebody else says: its words are not the analyst's choice. */
  readonly reported?: boolean;
  /** What a text here refers to. */
  readonly refersTo?: ReferenceKind;
  /** What the keys of an object refer to. */
  readonly keysReferTo?: ReferenceKind;
  /**
   * What tells the members of a list apart: names of properties, apart from one another by blanks. The first key names a
   * member; the others recognise one whose first key was edited. Lists of things with ids have none.
   */
  readonly keys?: readonly string[];
  /** The group of phrases that has the words of the vocabulary. */
  readonly terms?: string;
  /** A project may add terms of its own, and a file say it in words: `{"other": "…"}`. */
  readonly open?: boolean;
  /** In a list of changes: what it is about; inherited by what stands inside. */
  readonly class?: string;
  /** From 0 to 100: how much a change matters. */
  readonly weight?: number;
  /** What a change calls the field; its name in words where it is absent. */
  readonly label?: string;
  /** What one of a collection is called. */
  readonly noun?: string;
  /** The order that the values stand in. */
  readonly scale?: string;
  /** The type of its changes, where it is more than `changed`. */
  readonly change?: string;
  /** Where what it refers to is withheld, the path up to this many steps goes with it. */
  readonly takes?: number;
  /** A list that the thing around it rests on: when every entry is withheld, so is the thing. */
  readonly restsOn?: boolean;
  /** Why no memo prints it. */
  readonly unprinted?: string;
}

/** By the path of the field, with `*` for every index or free key. */
export type FieldTable = Readonly<Record<string, Field>>;

/** What a prose text is in the assessment, and with that which rules read it. */
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

/** The collection whose entries a kind of reference leads to; none where it may be any. */
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

/** A field of the assessment, else of the register, by its path; `undefined` for what the schemas do not know. */
export function fieldAt(path: string): Field | undefined {
  if (Object.hasOwn(assessmentFields, path)) return assessmentFields[path];
  return Object.hasOwn(registerFields, path) ? registerFields[path] : undefined;
}

/** The path of a field with `*` for every index, from the way to a value. Free keys of objects stay what they are. */
export function fieldPath(parts: readonly (string | number)[]): string {
  return parts.map((part) => (/^\d+$/.test(String(part)) ? '*' : part)).join('/');
}
