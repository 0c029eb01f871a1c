/**
 * What templates can ask for, as `src/render/templates/generated/context-shape.ts` has it: seen in the contexts of the
 * fixtures, of which one fills every field. `npm run generate`; a test fails when it is stale.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { emptyRegister } from '../src/derive/entities/resolve.ts';
import { deriveMemo } from '../src/derive/memo-view.ts';
import { shippedConventions } from '../src/model/conventions/conventions.ts';
import type { Brand } from '../src/model/generated/types.ts';
import { readBrand } from '../src/project/brand/read-brand.ts';
import { Forms } from '../src/project/forms.ts';
import { nodeEffects } from '../src/project/node-effects.ts';
import { memoContext } from '../src/render/context.ts';
import { noteContext } from '../src/render/render-memo.ts';
import { ANY, type Shape, shapeOf, tableOf } from '../src/render/templates/shape.ts';
import { messagesFor } from '../src/render/wording/messages.ts';
import { validateAssessment, validateRegister } from '../src/validate/validate.ts';

/** A house style with all that templates see of one. */
const everyText: Brand = {
  name: 'House',
  imprint: 'Imprint',
  contact: 'Contact',
  citation: '{title}, {doi}',
  doi: '10.5555/{id}',
  distribution: ['A reader'],
};

/** The text of the generated file. `programFolder` is the folder of the package. */
export async function contextShape(
  programFolder = fileURLToPath(new URL('../', import.meta.url)),
): Promise<string> {
  const fixtures = `${programFolder}/tests/fixtures`;
  const folders = [
    `${fixtures}/every-field`,
    ...readdirSync(`${fixtures}/memos`).map((n) => `${fixtures}/memos/${n}`),
  ];
  // As a project without forms of its own: the shipped ones may use what the table as it stands does not have yet.
  const effects = { ...nodeEffects(programFolder), projectFolder: fixtures };
  const { messages: files } = await new Forms(effects).load('policy-memo');
  const { style: brand } = await readBrand(everyText, shippedConventions.scheme, effects);
  const contexts: object[] = [];
  const notes: object[] = [];
  for (const folder of folders) {
    const { assessment } = validateAssessment(read(`${folder}/assessment.json`));
    if (!assessment) throw new Error(`${folder} has no valid assessment.`);
    const register = validateRegister(read(`${folder}/register.json`)).register ?? emptyRegister;
    const view = deriveMemo(assessment, register);
    const messages = messagesFor(view.language, files);
    // What the fullest variant of a form shows, the leanest leaves to the annex.
    for (const level of [0, view.incidentBrief.length - 1])
      contexts.push(memoContext(view, messages, { level, contents: [], brand }));
    const label = '1';
    for (const id of view.evidence.keys())
      notes.push(
        noteContext({ label, evidence: id, source: undefined, locator: undefined }, view, new Set()),
      );
    for (const id of view.citableSources.keys()) {
      notes.push(noteContext({ label, evidence: undefined, source: id, locator: 'p. 1' }, view, new Set()));
    }
  }
  // What changed and the headings of a contents list are not in every memo, and are looked at when they are there.
  const table = tableOf([withoutItems(shapeOf(contexts)), withoutItems(shapeOf(notes))]);
  return [
    '/* Generated from the contexts of the fixtures by `npm run generate`. Do not edit. */',
    "import type { ShapeTable } from '../shape.ts';",
    '',
    '/** The first row is the context of a memo, the second that of a note. */',
    'export const contextShapes: ShapeTable = [',
    ...table.map((row) => `  ${JSON.stringify(row)},`),
    '];',
    '',
  ].join('\n');
}

/** What a bibliographic item may have is said by its own schema, and fixtures have little of it. */
function withoutItems(shape: Shape): Shape {
  if (shape.is !== 'object') return 'of' in shape ? { ...shape, of: withoutItems(shape.of) } : shape;
  const fields = Object.entries(shape.fields).map(([name, field]) => [
    name,
    name === 'csl' ? ANY : withoutItems(field),
  ]);
  return { is: 'object', fields: Object.fromEntries(fields) };
}

function read(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
