import { join, relative } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';
import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { ASSESSMENTS_FOLDER, isAssessmentFile, shownPath, stemOf } from '../project/inputs.ts';
import { isBelow } from '../project/inside.ts';
import { loadSettings } from '../project/settings.ts';
import { isSlug } from '../writing/ids.ts';
import { scalesOf } from '../writing/words.ts';
import { canonicalText } from './canonical-text.ts';
import { skeleton } from './skeleton.ts';

export interface NewWishes {
  readonly id: string;
  /** `policy-memo` if left out. */
  readonly form?: string;
  readonly title?: string;
  /**
   * A label of the project's scheme; by default the second least restrictive, so that nothing becomes public by
   * oversight.
   */
  readonly marking?: string;
}

/**
 * Writes the skeleton of a new assessment into `assessments/`, and returns its displayed path. Throws a
 * UsageFault for an invalid or taken id, and for an unknown form or marking.
 */
export async function newAssessment(wishes: NewWishes, effects: Effects): Promise<string> {
  const { id, form = 'policy-memo', title } = wishes;
  if (!isSlug(id))
    throw new UsageFault(
      `\`${id}\` is not an id: write lower-case letters, digits and hyphens, such as \`rail-2025\`.`,
    );
  const folder = join(effects.projectFolder, ASSESSMENTS_FOLDER);
  const taken = ((await effects.listFolder(folder)) ?? []).find(
    ({ name, isFolder }) => !isFolder && isAssessmentFile(name) && stemOf(name) === id,
  );
  if (taken) throw new UsageFault(`${ASSESSMENTS_FOLDER}/${taken.name} is there already.`);
  const forms = await new Forms(effects).names();
  if (!forms.includes(form)) throw unknown('form', form, forms);
  const { conventions } = await loadSettings(effects);
  const labels = conventions.scheme.labels.map(({ label }) => label);
  const marking = wishes.marking ?? labels[1] ?? labels[0] ?? '';
  if (!labels.includes(marking)) throw unknown('marking', marking, labels);
  const { likelihood, confidence } = scalesOf({}, conventions);
  const { bands } = likelihood;
  const probable = bands.find(({ low }) => low >= 50) ?? bands.at(-1);
  const path = join(folder, `${id}.json`);
  const made = skeleton({
    id,
    form,
    ...(title !== undefined && { title }),
    marking,
    asOf: effects.today(),
    likelihood: probable?.terms[0] ?? '',
    confidence: confidence.levels[0]?.level ?? '',
    schema: schemaSeenFrom(folder, effects),
  });
  await effects.writeFiles([{ path, content: canonicalText(`${id}.json`, made, 'assessment') }]);
  return shownPath(path, effects.projectFolder);
}

/** The path to the assessment schema, for editors: this program's if it is inside the project. */
export function schemaSeenFrom(folder: string, effects: Effects, name = 'assessment'): string {
  const { programFolder, projectFolder } = effects;
  const home = isBelow(programFolder, projectFolder)
    ? programFolder
    : join(projectFolder, 'node_modules', 'threat-memo');
  return relative(folder, join(home, 'src', 'model', 'schema', `${name}.schema.json`)).replaceAll('\\', '/');
}

function unknown(what: string, named: string, known: readonly string[]): UsageFault {
  const meant = nearest(named, known);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return new UsageFault(`There is no ${what} ${named}.${hint} There are: ${known.join(', ')}.`);
}
