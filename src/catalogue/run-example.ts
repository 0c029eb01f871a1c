import { join } from 'node:path';
import { soundAssessment } from '../check/sound-assessment.ts';
import type { ExampleFile } from '../model/described-rule.ts';
import type { Finding } from '../model/finding.ts';
import type { Effects } from '../project/effects.ts';
import { ASSESSMENTS_FOLDER } from '../project/inputs.ts';
import { exampleEffects } from './example-effects.ts';

/** The level of releases made by examples. */
const EXAMPLE_RELEASE = 'TLP:GREEN';

/**
 * The findings of one rule on an example, found by building it as a user would, without writing anything. An
 * example that is a configuration or a template gets a sound assessment beside it.
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

/** Assessments go into their folder; other files are where their name says. */
function pathOf(name: string): string {
  return name.includes('/') || name.includes('.config.') ? name : `${ASSESSMENTS_FOLDER}/${name}`;
}
