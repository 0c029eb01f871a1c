import { join } from 'node:path';
import { soundAssessment } from '../check/sound-assessment.ts';
import type { ExampleFile } from '../model/described-rule.ts';
import type { Finding } from '../model/finding.ts';
import type { Effects } from '../project/effects.ts';
import { ASSESSMENTS_FOLDER } from '../project/inputs.ts';
import { exampleEffects } from './example-effects.ts';

/** To whom the version would go that an example of a release makes. */
const EXAMPLE_RELEASE = 'TLP:GREEN';

/**
 * What one rule reports on an example, found by building it as a user would, with nothing written. A configuration or a
 * template comes to nothing without an assessment: a sound one lies beside it.
 */
export async function findingsOfExample(
  rule: string,
  example: ExampleFile,
  effects: Effects,
): Promise<Finding[]> {
  const files = new Map([example, ...(example.beside ?? [])].map(({ name, text }) => [pathOf(name), text]));
  const isAssessment = (path: string) => path.startsWith(`${ASSESSMENTS_FOLDER}/`);
  if (![...files.keys()].some(isAssessment))
    files.set(pathOf(`${soundAssessment.id}.json`), JSON.stringify(soundAssessment));
  const inMemory = exampleEffects(files, effects);
  const { build } = await import('../build/build.ts');
  const { results } = await build(
    {
      named: [...files.keys()].filter(isAssessment),
      out: join(inMemory.projectFolder, 'out'),
      formats: ['md'],
      paper: 'A4',
      jobs: 1,
      compareOnly: true,
      ...(/^(?:cannot-release|may-name-withheld)$/.test(rule) && { release: EXAMPLE_RELEASE }),
    },
    inMemory,
  );
  return results.flatMap(({ findings }) => findings).filter((finding) => finding.rule === rule);
}

/** Assessments lie in their folder; what names another one, or is the configuration, lies where it says. */
function pathOf(name: string): string {
  return name.includes('/') || name.includes('.config.') ? name : `${ASSESSMENTS_FOLDER}/${name}`;
}
