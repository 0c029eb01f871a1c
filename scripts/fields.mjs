/**
 * What the schemas say about each field besides validation, as a table: their `field` annotations, by the path of
 * the field. `scripts/generate.mjs` writes it to `src/model/generated/fields.ts`; `src/model/fields.ts` says what it means.
 */

/** Definitions that are compared as a set in either notation. */
const SETS = new Set(['slugs', 'textOrList', 'parties']);

/** Properties that only affect how the rest is read, and those that the canonical form takes from the schema itself. */
const OF_OTHERS = new Set(['entry', 'within', 'whole', 'ordered', 'sorted']);

/**
 * @param files The parsed schemas by name, without `.schema.json`.
 * @returns The text of `fields.ts`.
 */
export function fieldsSource(files) {
  const tables = ['assessment', 'register'].map((name) => {
    const found = [];
    gather({ files, file: name, schema: files[name], path: [], found, inherited: {} });
    const rows = found.map(([path, field]) => `  ${JSON.stringify(path)}: ${literal(field)},`);
    return `/** Of the ${name}. */\nexport const ${name}Fields: FieldTable = {\n${rows.join('\n')}\n};\n`;
  });
  const vocabularies = Object.values(files.assessment.$defs)
    .filter(({ field }) => field?.open)
    .map(({ field, examples }) => {
      const terms = examples.filter((term) => typeof term === 'string').sort();
      return `  ${JSON.stringify(field.terms)}: ${literal(terms)},`;
    });
  return [
    '/* Generated from src/model/schema/ by `npm run generate`. Do not edit. */\n',
    "import type { FieldTable } from '../fields.ts';\n",
    ...tables,
    `/** The terms that are shipped, of the vocabularies that a project may add to. */\nexport const shippedTerms = {\n${vocabularies.join('\n')}\n} as const;\n`,
  ].join('\n');
}

/** A field and all fields in it; `base` is the path at which its definition is used. */
function gather({ files, file, schema, path, found, inherited, entry, base = [] }) {
  const { node, from, definition } = follow(files, file, schema);
  const own = { ...node.field, ...schema.field, ...entry };
  const start = definition === undefined ? base : path;
  const shape = shapeOf(files, from, node, definition, own);
  const around = { ...inherited, ...node.field?.within, ...schema.field?.within };
  const kept = {
    ...(own.withholds !== undefined && { takes: path.slice(0, path.length - own.withholds).length }),
    ...(inherited.takes !== undefined && { takes: inherited.takes }),
    ...(own.class === undefined && inherited.class !== undefined && { class: inherited.class }),
    ...(own.weight === undefined && inherited.weight !== undefined && { weight: inherited.weight }),
  };
  const { withholds, label, ...rest } = Object.fromEntries(
    Object.entries(own).filter(([key]) => !OF_OTHERS.has(key)),
  );
  if (path.length > 0) {
    found.push([
      path.join('/'),
      {
        shape: own.ordered ? 'ordered' : shape,
        kind: own.open ? 'term' : kindOf(node, definition),
        ...rest,
        ...kept,
        ...(label !== undefined && { label: label.replace('{}', inWords(nameAt(base))) }),
      },
    ]);
  }
  const inside = {
    ...around,
    ...(own.class !== undefined && path.length > 1 && { class: own.class }),
    ...(kept.takes !== undefined && { takes: kept.takes }),
  };
  const next = { files, file: from, found, inherited: inside, base: start };
  if (definition === 'csl-item') return;
  for (const [name, property] of Object.entries(node.properties ?? {}))
    gather({ ...next, schema: property, path: [...path, name] });
  const item =
    node.items ?? (typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined);
  // The lines of a text are not separate fields.
  if (item && definition !== 'prose')
    gather({ ...next, schema: item, path: [...path, '*'], entry: entryOf(own) });
}

/** What an annotation of a list means for its entries: each entry is a reference. */
function entryOf({ entry, refersTo }) {
  return { ...(refersTo !== undefined && { refersTo }), ...entry };
}

/** Where a `$ref` leads. */
function follow(files, file, schema) {
  if (schema.$ref === undefined) return { node: schema, from: file };
  const [path, fragment = ''] = schema.$ref.split('#');
  const from = path === '' ? file : path.replace('.schema.json', '');
  const name = fragment.replace('/$defs/', '');
  return name === ''
    ? { node: files[from], from, definition: from }
    : { node: files[from].$defs[name], from, definition: name };
}

/** How two values of the field are compared; see `Shape` in `src/diff/shapes.ts`. */
function shapeOf(files, file, node, definition, { whole }) {
  if (definition === 'prose') return 'prose';
  if (SETS.has(definition)) return 'set';
  if (whole) return 'value';
  const types = [node.type ?? []].flat();
  if (types.includes('array')) {
    const item = node.items && follow(files, file, node.items).node;
    return item?.type === 'object' ? 'list' : item?.type === 'number' ? 'value' : 'set';
  }
  return types.includes('object') ? 'object' : 'value';
}

function kindOf(node, definition) {
  if (definition === 'prose' || definition === 'entity') return definition;
  if (node.format === 'edtf') return 'date';
  if (node.enum !== undefined || node.const !== undefined) return 'term';
  const types = [node.type ?? []].flat();
  if (types.includes('object')) return 'object';
  if (types.includes('array')) return 'list';
  if (types.includes('boolean')) return 'flag';
  if (types.includes('integer') || types.includes('number'))
    return types.includes('string') ? 'text' : 'number';
  return 'text';
}

function nameAt(path) {
  return path.findLast((part) => part !== '*') ?? '';
}

function inWords(name) {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** In the style of the project's formatter. */
function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([key, item]) => `${key}: ${literal(item)}`);
  return `{ ${members.join(', ')} }`;
}
