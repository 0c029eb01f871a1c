import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exporter, Importer, Loss } from '../../src/exchange/interfaces.ts';
import { mispExporter } from '../../src/exchange/misp/export.ts';
import { mispImporter } from '../../src/exchange/misp/import.ts';
import { stixExporter } from '../../src/exchange/stix/export.ts';
import { stixImporter } from '../../src/exchange/stix/import.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { assessment as anyAssessment } from '../diff/random-assessments.ts';
import { sampled } from '../support/soak.ts';
import { fixtureAssessments, shippedAssessments, shippedRegister } from './shipped.ts';
import { covers, differences, importData } from './support.ts';

const formats: readonly [string, Exporter, Importer][] = [
  ['STIX', stixExporter, stixImporter],
  ['MISP', mispExporter, mispImporter],
];

/**
 * The reported losses are the actual ones: each difference between an assessment and its re-import
 * has a loss, and each loss (but for what our extension carries) is a difference.
 */
function expectSameButForLosses(
  exporter: Exporter,
  importer: Importer,
  assessment: Assessment,
  register: Register,
): readonly Loss[] {
  const { files, losses } = exporter.export({ assessment, register, options: {} });
  const back = importData(importer, JSON.parse(String(files[0]?.content)), register);
  const found = differences(assessment, back.parts[0]?.content);
  const reported = losses.filter(({ degree }) => degree !== 'extension');
  expect(found.filter((pointer) => !reported.some((loss) => covers(loss, pointer)))).toEqual([]);
  const idle = reported.filter(
    (loss) => !found.some((pointer) => covers(loss, pointer) || covers({ at: pointer }, loss.at)),
  );
  expect(idle).toEqual([]);
  expect(back.losses).toEqual([]);
  return losses;
}

describe.each(formats)('exported to %s and imported again', (_, exporter, importer) => {
  test.each(shippedAssessments())('$id is the same except for the losses', (assessment) => {
    const losses = expectSameButForLosses(exporter, importer, assessment, shippedRegister);
    expect(losses.length).toBeGreaterThan(10);
  });

  test.each(fixtureAssessments())(
    'the golden memo $id is the same except for the losses',
    ({ assessment, register }) => {
      expectSameButForLosses(exporter, importer, assessment, register);
    },
  );

  test('any assessment is the same except for the losses', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        expectSameButForLosses(exporter, importer, assessment, {});
      }),
      { numRuns: sampled(30, 1000), seed: 17 },
    );
  });

  test('the same assessment gives the same bytes', () => {
    const [assessment] = shippedAssessments();
    if (!assessment) throw new Error('There are shipped assessments.');
    const [a, b] = [0, 1].map(
      () => exporter.export({ assessment, register: shippedRegister, options: {} }).files[0],
    );
    expect(a?.content).toBe(b?.content);
  });
});
