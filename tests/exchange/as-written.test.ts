import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Loss } from '../../src/exchange/interfaces.ts';
import { mergeAssessment } from '../../src/exchange/merge.ts';
import { guessImporters } from '../../src/exchange/registry.ts';
import { shippedFormats } from '../../src/exchange/shipped.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { expectGolden } from '../support/golden.ts';
import { importFile, ownSamples, sourceFrom } from './support.ts';

/*
 * What comes in and goes out, word for word. After a change that is meant:
 * `UPDATE_GOLDEN=1 npx vitest run tests/exchange/as-written.test.ts`, and read the difference as a user of the format would.
 */
const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8'));

const assessment = read('every-field/assessment.json') as Assessment;
const register = read('every-field/register.json') as Register;

const lossesAsText = (losses: readonly Loss[]) =>
  losses.map(({ degree, at, what, value }) => `${degree} ${at} ${what}: ${value ?? ''}\n`).join('');

const samples = ['', 'citations'].flatMap((folder) =>
  readdirSync(join(ownSamples, folder))
    .filter((name) => /\.(?:json|bib|ris)$/.test(name))
    .map((name) => join(folder, name)),
);

test.each(samples)('%s is imported as recorded', (name) => {
  const path = join(ownSamples, name);
  const [importer] = guessImporters(shippedFormats, sourceFrom(name, readFileSync(path)));
  if (!importer) throw new Error(`No importer for ${name}`);
  const { parts, losses, remarks } = importFile(importer, path);
  const into = parts.map((part) => mergeAssessment({ ...assessment }, part, true));
  expectGolden(
    `exchange/imported/${name.replace(/^.*[\\/]/, '')}.txt`,
    `${JSON.stringify({ parts, remarks }, null, 1)}\n${lossesAsText(losses)}`,
  );
  const changes = into.map(({ added, changed, edits }) => ({
    added,
    changed,
    places: edits.map(({ path }) => path.join('/')),
  }));
  expectGolden(
    `exchange/merged/${name.replace(/^.*[\\/]/, '')}.txt`,
    `${JSON.stringify(changes, null, 1)}\n`,
  );
});

test.each(shippedFormats.exporters)(
  'an assessment with every field is exported as $id as recorded',
  (exporter) => {
    const { files, losses, remarks } = exporter.export({
      assessment,
      register,
      memo: '# Memo\n',
      options: {},
    });
    expect(remarks).toEqual([]);
    for (const { name, content } of files) {
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      // Git does not keep both ends of lines.
      const lines = text.replaceAll('\r\n', '<CR>\n');
      expectGolden(`exchange/exported/${exporter.id}.${name.split('.').at(-1)}`, lines);
    }
    expectGolden(`exchange/exported/${exporter.id}.losses.txt`, lossesAsText(losses));
  },
);
