/**
 * Generates TypeScript types and the table of fields from the JSON Schemas, and the page about rules from their descriptions: `npm run generate`.
 * Tests fail if they are stale. The page is made by running the examples, for which the program must be built.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import { fieldsSource } from './fields.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const schemaDir = fileURLToPath(new URL('../src/model/schema/', import.meta.url));
const outDir = fileURLToPath(new URL('../src/model/generated/', import.meta.url));

const readSchema = async (name) => JSON.parse(await readFile(`${schemaDir}${name}.schema.json`, 'utf8'));

/** The generated text of `src/model/generated/types.ts`. */
export async function generateTypes() {
  const names = ['assessment', 'register', 'csl-item', 'config', 'review'];
  const [assessment, register, csl, config, review] = await Promise.all(names.map(readSchema));
  const titles = new Map();
  for (const schema of [assessment, register, csl, config, review]) {
    for (const [name, definition] of Object.entries(schema.$defs)) titles.set(name, definition.title);
  }
  titles.set('csl-item.schema.json', csl.title);

  const { $defs: registerDefs, ...registerRoot } = register;
  const { $defs: cslDefs, ...cslRoot } = csl;
  const { $defs: configDefs, ...configRoot } = config;
  const { $defs: reviewDefs, ...reviewRoot } = review;
  const whole = {
    ...assessment,
    $defs: {
      ...assessment.$defs,
      ...registerDefs,
      ...cslDefs,
      ...configDefs,
      ...reviewDefs,
      register: registerRoot,
      cslItem: cslRoot,
      config: configRoot,
      review: reviewRoot,
    },
  };
  return compile(toShapes(whole, titles), assessment.title, {
    bannerComment: '/* Generated from src/model/schema/ by `npm run generate`. Do not edit. */',
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

/** The generated text of `src/model/generated/fields.ts`. */
export async function generateFields() {
  const names = ['assessment', 'register', 'csl-item'];
  const schemas = await Promise.all(names.map(async (name) => [name, await readSchema(name)]));
  return fieldsSource(Object.fromEntries(schemas));
}

/**
 * A schema with only what can be expressed in TypeScript: references become names of types, so that each definition
 * is written once; lengths and "one of `id` and `ref`" are removed, since they would become tuples and unions.
 */
function toShapes(node, titles) {
  if (Array.isArray(node)) return node.map((item) => toShapes(item, titles));
  if (node === null || typeof node !== 'object') return node;
  const { $ref, minItems, maxItems, examples, field, patternProperties, ...rest } = node;
  for (const key of ['oneOf', 'anyOf']) {
    if (Array.isArray(rest[key]) && rest[key].every((branch) => 'required' in branch)) delete rest[key];
  }
  const shape = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, toShapes(value, titles)]),
  );
  if (typeof $ref === 'string') shape.tsType = titles.get($ref.slice($ref.lastIndexOf('/') + 1));
  return shape;
}

/** The exports of a TypeScript script, from its current source. */
async function run(name) {
  const outfile = `${root}node_modules/.cache/threat-memo/${name}.mjs`;
  await build({
    entryPoints: [`${root}scripts/${name}.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(`${outDir}types.ts`, await generateTypes());
  await writeFile(`${outDir}fields.ts`, await generateFields());
  await writeFile(
    `${root}src/render/templates/generated/context-shape.ts`,
    await (await run('context-shape')).contextShape(root),
  );
  await writeFile(
    `${root}src/prose/characters/generated/printed-ranges.ts`,
    (await run('printed-characters')).printedRanges(),
  );
  const { phraseLanguages, phrasesPage } = await run('phrases-page');
  for (const language of phraseLanguages(root)) {
    await writeFile(`${root}docs/phrases/${language}.md`, await phrasesPage(language, root));
  }
  await writeFile(`${root}docs/rules.md`, await (await run('rules-page')).rulesPage(root));
}
