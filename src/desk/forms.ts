import { shippedConventions } from '../model/conventions/conventions.ts';
import { type Field, fieldPath, type ReferenceKind } from '../model/fields.ts';
import { assessmentFields, registerFields, shippedTerms } from '../model/generated/fields.ts';
import { termsOf, type Vocabulary } from '../model/vocabularies.ts';
import { childOf, itemOf, type Located, schemasAlong, takes } from '../validate/schema-map.ts';
import { conventionTerms } from '../writing/convention-terms.ts';
import { collectionsOf } from '../writing/ids.ts';
import type { Surroundings, WrittenFile } from '../writing/written-file.ts';
import type { FormField, FormsShown, TermShown } from './protocol.ts';
import { collectionsOf as collectionsOfKind } from './state.ts';

/** Deepest nesting of forms; anything deeper is edited as data. */
const MAX_DEPTH = 5;

/** Phrases of a language by key, as in message files. */
export type Phrases = Readonly<Record<string, string>>;

/**
 * The forms for one kind of file: one for each collection, and one for the file itself. They follow the schema
 * and its annotations, so that a new field appears without further code.
 *
 * @param phrases Words for vocabularies, in the language of the memo.
 * @param around The project's scales, marking scheme and vocabularies, and the names of its forms.
 */
export function formsOf(
  kind: 'assessment' | 'register',
  phrases: Phrases,
  around: Surroundings = {},
): FormsShown {
  const maker = new FormMaker(kind, phrases, around);
  const collections = collectionsOfKind(kind);
  const [root] = schemasAlong(kind, '');
  return {
    file: root ? maker.fieldsOf(root, [], 0).filter(({ name }) => !collections.includes(name)) : [],
    collections: collections.map((collection) => {
      const list = childOf(root, collection);
      const item = itemOf(list);
      const { noun } = maker.fieldAt([collection]) ?? {};
      return {
        collection,
        noun: noun ?? words(collection),
        help: list?.schema.description ?? '',
        fields: item ? maker.fieldsOf(item, [collection, '*'], 0) : [],
      };
    }),
  };
}

class FormMaker {
  private readonly around: Pick<WrittenFile, 'conventions' | 'forms' | 'languages'>;

  constructor(
    private readonly kind: 'assessment' | 'register',
    private readonly phrases: Phrases,
    { conventions = shippedConventions, forms = [] }: Surroundings,
  ) {
    // A language is any tag, so it is typed: a list would not let one write a tag that it lacks.
    this.around = { conventions, forms, languages: [] };
  }

  fieldAt(path: readonly string[]): Field | undefined {
    const table = this.kind === 'register' ? registerFields : assessmentFields;
    const name = fieldPath(path);
    return Object.hasOwn(table, name) ? table[name] : undefined;
  }

  fieldsOf(object: Located, path: readonly string[], depth: number): FormField[] {
    const { properties = {}, required = [] } = object.schema;
    return Object.keys(properties).flatMap((name) => {
      const inner = childOf(object, name);
      if (!inner) return [];
      const made = this.field(inner, [...path, name], required.includes(name), depth);
      const { description, examples = [] } = properties[name] ?? {}; // its own description before that of its type
      const [example] = examples;
      return {
        ...made,
        ...(description !== undefined && { help: description }),
        ...(typeof example === 'string' && { example }),
      };
    });
  }

  private field(located: Located, path: readonly string[], required: boolean, depth: number): FormField {
    const { schema } = located;
    const field = this.fieldAt(path);
    const name = path.at(-1) ?? '';
    const [example] = schema.examples ?? [];
    const widget = this.widget(located, path, field, depth);
    // Labels of list fields are written for a difference, which is about one entry: "estimate", "estimate by".
    const isOfSeveral = widget.item?.widget === 'object' && name.endsWith('s');
    const label = capital((isOfSeveral ? undefined : field?.label) ?? words(name));
    const entry = widget.item?.label.replace(/ (?:by|for|of)$/, '');
    return {
      name,
      label,
      help: schema.description ?? '',
      required,
      ...(typeof example === 'string' && { example }),
      ...widget,
      ...(widget.item && {
        item: { ...widget.item, name, label: entry === '*' ? label : (entry ?? label) },
      }),
    };
  }

  private widget(
    located: Located,
    path: readonly string[],
    field: Field | undefined,
    depth: number,
  ): Pick<FormField, 'widget' | 'terms' | 'open' | 'refersTo' | 'words' | 'fields' | 'item'> {
    const { schema } = located;
    const name = path.at(-1);
    if (schema.title === 'Likelihood') return { widget: 'likelihood' };
    if (field?.keysReferTo === 'hypothesis') return { widget: 'ratings' };
    if (name === 'id' && path.length !== 1) return { widget: 'id' };
    if (field?.refersTo) {
      const refersTo = targetsOf(field.refersTo);
      const isList = schema.type === 'array' || takes(schema, 'array');
      const words = TAKE_WORDS.includes(field.refersTo);
      return { widget: isList ? 'references' : 'reference', refersTo, ...(words && { words }) };
    }
    if (field?.kind === 'flag') return { widget: 'flag' };
    const fromConventions = conventionTerms(path, field, this.around)?.map(({ term }) => term);
    const terms = this.termsOf(fromConventions ?? schema.enum ?? gradesOf(schema, field), field);
    if (terms) return { widget: 'term', terms, open: field?.open ?? false };
    if (field?.shape === 'prose') return { widget: 'prose' };
    if (field?.kind === 'date') return { widget: 'date' };
    if (field?.kind === 'number' || schema.type === 'integer' || schema.type === 'number')
      return { widget: 'number' };
    if (takes(schema, 'object') && !takes(schema, 'string')) {
      const fields = depth < MAX_DEPTH && schema.properties ? this.fieldsOf(located, path, depth + 1) : [];
      return fields.length > 0 ? { widget: 'object', fields } : { widget: 'data' };
    }
    if (takes(schema, 'array')) {
      const inner = itemOf(located);
      const item =
        inner && depth < MAX_DEPTH ? this.field(inner, [...path, '*'], true, depth + 1) : undefined;
      return item ? { widget: 'list', item } : { widget: 'data' };
    }
    return { widget: takes(schema, 'string') || field?.kind === 'text' ? 'line' : 'data' };
  }

  private labelOf(term: string | number, { terms: group }: Partial<Field> = {}): string {
    const phrase = group === undefined ? undefined : this.phrases[`${group}.${term}`];
    // A grade is known by its letter or number, which the memo and the lists show.
    return phrase && /^.$/.test(String(term)) ? `${term}: ${phrase}` : (phrase ?? words(String(term)));
  }

  /** The terms allowed here, with their words; `undefined` if any text is allowed. */
  private termsOf(listed: readonly unknown[] | undefined, field: Field | undefined): TermShown[] | undefined {
    const group = field?.terms;
    const isOpen = field?.open === true && group !== undefined && Object.hasOwn(shippedTerms, group);
    const terms = isOpen
      ? termsOf(group as Vocabulary, this.around.conventions.vocabularies)
      : listed?.filter((term) => term !== null);
    return terms?.map((term) => ({
      value: term as string | number,
      label: this.labelOf(term as string | number, field),
    }));
  }
}

/** References that may be plain words instead. */
const TAKE_WORDS: readonly ReferenceKind[] = ['party', 'place'];

/** The grades of a scale of numbers. */
function gradesOf({ minimum, maximum }: Located['schema'], field: Field | undefined): number[] | undefined {
  if (field?.terms === undefined || minimum === undefined || maximum === undefined) return undefined;
  return Array.from({ length: maximum - minimum + 1 }, (_, index) => minimum + index);
}

/** Collections that a reference may lead into; empty for all. */
function targetsOf(kind: ReferenceKind): readonly string[] {
  return kind === 'party' ? ['actors'] : collectionsOf(kind);
}

/** `wouldChange`, `official-statement` and `legal_case` as words. A name in capitals stays as it is. */
function words(name: string): string {
  if (/^[A-Z0-9:+ ]+$/.test(name)) return name;
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
