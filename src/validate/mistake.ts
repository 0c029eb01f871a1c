import type { ErrorObject } from 'ajv';
import type { Conventions } from '../model/conventions/conventions.ts';
import { isRecord } from '../model/json.ts';
import { fromPointer } from '../model/pointer.ts';
import { type Located, type SchemaFile, schemasAlong } from './schema-map.ts';
import { capitalise, code, quote, titleInWords } from './words.ts';

/** An Ajv error with everything needed to explain it. */
export interface Mistake {
  readonly error: ErrorObject;
  readonly pointer: string;
  readonly path: readonly string[];
  /** The value at the pointer. */
  readonly value: unknown;
  /** The schemas from the root to the value. */
  readonly along: readonly Located[];
  /** The schema of the value. */
  readonly here?: Located;
  /** The whole file, as read. */
  readonly file?: unknown;
  /** What the file is read by. */
  readonly conventions?: Conventions;
}

/** An explanation; the pointer is the mistake's own unless given. */
export interface Explanation {
  readonly rule: string;
  readonly message: string;
  readonly help?: string;
  readonly pointer?: string;
  readonly on?: 'key' | 'value';
  /** The certain correction, which replaces the value. */
  readonly fixed?: string;
}

export function toMistake(
  error: ErrorObject,
  root: SchemaFile,
  file?: unknown,
  conventions?: Conventions,
): Mistake {
  const path = fromPointer(error.instancePath);
  const along = schemasAlong(root, error.instancePath);
  const here = along[path.length];
  return {
    error,
    pointer: error.instancePath,
    path,
    value: error.data,
    along,
    ...(here && { here }),
    file,
    ...(conventions && { conventions }),
  };
}

/** Advice about a value that is `null`. */
export function adviseOnNothing(mistake: Mistake): string {
  const holder = mistake.along[mistake.path.length - 1];
  const isNeeded = holder?.schema.required?.includes(mistake.path.at(-1) ?? '') ?? false;
  return isNeeded ? 'Fill it in: it cannot be left out.' : 'Leave it out when nothing is known.';
}

/** Own properties of a value that is an object; empty for any other value. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** Whether a value is text, a number, `true` or `false`. */
export function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The name of a value: "`asOf`", "item 3 of `aliases`", "the file"; capitalised if asked to. */
export function nameOf(path: readonly string[], start = false): string {
  const last = path.at(-1);
  if (last === undefined) return start ? 'The file' : 'the file';
  if (!/^\d+$/.test(last)) return code(last);
  const name = `item ${Number(last) + 1} of ${nameOf(path.slice(0, -1))}`;
  return start ? capitalise(name) : name;
}

/** The name of an object: "the judgment `attacks-continue`", "the likelihood", "`series`". */
export function nameObject(mistake: Mistake): string {
  const title = mistake.here?.schema.title;
  if (title === undefined) return nameOf(mistake.path);
  const members = membersOf(mistake.value);
  // The id of a bibliographic item is another program's, and means nothing to a reader.
  const name = title === 'CslItem' ? members.title : members.id;
  const named =
    mistake.path.length > 0 && typeof name === 'string' && name.length <= 80 ? ` ${quote(name, 80)}` : '';
  return `the ${titleInWords(title)}${named}`;
}
