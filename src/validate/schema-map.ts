import { fromPointer } from '../model/pointer.ts';
import assessment from '../model/schema/assessment.schema.json' with { type: 'json' };
import config from '../model/schema/config.schema.json' with { type: 'json' };
import csl from '../model/schema/csl-item.schema.json' with { type: 'json' };
import register from '../model/schema/register.schema.json' with { type: 'json' };
import review from '../model/schema/review.schema.json' with { type: 'json' };

/** The part of JSON Schema that our schemas use and explanations look at. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly unknown[];
  /** What the schema says of a field besides its form: `terms` names their vocabulary, `open` whether it takes others. */
  readonly field?: Readonly<Record<string, unknown>>;
}

/** A schema whose references lead into `file`. */
export interface Located {
  readonly schema: Schema;
  readonly file: SchemaFile;
}

export type SchemaFile = 'assessment' | 'register' | 'csl-item' | 'config' | 'review';

const FILES: Readonly<Record<SchemaFile, Schema>> = { assessment, register, 'csl-item': csl, config, review };

/** The schemas from the root to the value at a pointer, as far as they lead; the root comes first. */
export function schemasAlong(root: SchemaFile, pointer: string): Located[] {
  const along: Located[] = [{ schema: FILES[root], file: root }];
  for (const part of fromPointer(pointer)) {
    const child = childOf(along.at(-1), part);
    if (child === undefined) break;
    along.push(child);
  }
  return along;
}

/** The schema of a property of an object, or of the items of a list. */
export function childOf(parent: Located | undefined, part: string): Located | undefined {
  if (parent === undefined) return undefined;
  const { properties, additionalProperties, items } = parent.schema;
  const property = properties && Object.hasOwn(properties, part) ? properties[part] : undefined;
  const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const isIndex = items !== undefined && /^\d+$/.test(part);
  return follow(property ?? (isIndex ? items : other), parent.file);
}

/** The schema of the items of a list. */
export function itemOf(list: Located | undefined): Located | undefined {
  return list && follow(list.schema.items, list.file);
}

/** Definitions with a property of this name, as their titles; nothing private to a bibliographic item. */
export function titlesWith(property: string): string[] {
  return (['assessment', 'register'] as const)
    .flatMap((file) => Object.values(FILES[file].$defs ?? {}))
    .filter((schema) => schema.properties && Object.hasOwn(schema.properties, property))
    .flatMap((schema) => schema.title ?? []);
}

/** Whether a schema takes values of one of these JSON types. */
export function takes(schema: Schema, ...types: readonly string[]): boolean {
  const own = schema.type === undefined ? [] : [schema.type].flat();
  return own.some((type) => types.includes(type));
}

function follow(schema: Schema | undefined, file: SchemaFile): Located | undefined {
  if (schema?.$ref === undefined) return schema && { schema, file };
  const [path = '', fragment = ''] = schema.$ref.split('#');
  const target = path === '' ? file : toFile(path);
  if (target === undefined) return undefined;
  const name = fragment.replace('/$defs/', '');
  return follow(name === '' ? FILES[target] : FILES[target].$defs?.[name], target);
}

function toFile(path: string): SchemaFile | undefined {
  const name = path.replace('.schema.json', '');
  return name === 'assessment' || name === 'register' || name === 'csl-item' ? name : undefined;
}
