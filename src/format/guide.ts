import assessment from '../model/schema/assessment.schema.json' with { type: 'json' };
import config from '../model/schema/config.schema.json' with { type: 'json' };
import csl from '../model/schema/csl-item.schema.json' with { type: 'json' };
import register from '../model/schema/register.schema.json' with { type: 'json' };

/** The kinds of file that have a canonical form. */
export type FileKind = 'assessment' | 'register' | 'config';

/** What the schema says about the value at one place, as needed for formatting. */
export interface Guide {
  /** Prose is written one sentence a line, an EDTF date in one notation; anything else stays as it is. */
  readonly kind: 'prose' | 'date' | 'other';
  /** The properties of an object in the order of the schema. */
  readonly order: readonly string[];
  /** The property a list is sorted by: so additions by two people seldom collide. */
  readonly sortedBy: string | undefined;
  /** The guide for a property; for an unknown one, an empty guide. */
  within(key: string): Guide;
  /** Of the items of a list. */
  item(): Guide;
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly field?: Readonly<Record<string, unknown>>;
}

const FILES: Readonly<Record<string, Schema>> = { assessment, register, config, 'csl-item': csl };
const PROSE: Schema = assessment.$defs.prose;

const NOTHING_KNOWN: Guide = {
  kind: 'other',
  order: [],
  sortedBy: undefined,
  within: () => NOTHING_KNOWN,
  item: () => NOTHING_KNOWN,
};

/** The guide to the root of a file. */
export function guideTo(file: FileKind): Guide {
  return guideOf(FILES[file], file);
}

const known = new Map<Schema, Guide>();

function guideOf(reference: Schema | undefined, from: string): Guide {
  const { schema, file } = follow(reference, from);
  if (schema === undefined) return NOTHING_KNOWN;
  const made = known.get(schema) ?? makeGuide(schema, file);
  known.set(schema, made);
  return made;
}

function makeGuide(schema: Schema, file: string): Guide {
  const { properties = {}, additionalProperties, items, field } = schema;
  const others = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  return {
    kind: schema === PROSE ? 'prose' : schema.format === 'edtf' ? 'date' : 'other',
    order: Object.keys(properties),
    sortedBy: field?.sorted === true && Array.isArray(field.keys) ? String(field.keys[0]) : undefined,
    within: (key) => guideOf(Object.hasOwn(properties, key) ? properties[key] : others, file),
    item: () => guideOf(items, file),
  };
}

/** The target of a `$ref`, and the file its own references are relative to. */
function follow(schema: Schema | undefined, file: string): { schema: Schema | undefined; file: string } {
  if (schema?.$ref === undefined) return { schema, file };
  const [path = '', fragment = ''] = schema.$ref.split('#');
  const target = path === '' ? file : path.replace('.schema.json', '');
  const name = fragment.replace('/$defs/', '');
  return follow(name === '' ? FILES[target] : FILES[target]?.$defs?.[name], target);
}
