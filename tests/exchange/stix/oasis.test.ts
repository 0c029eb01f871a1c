import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stixExporter } from '../../../src/exchange/stix/export.ts';
import { anyAssessment } from '../../diff/random-assessments.ts';
import { sampled } from '../../support/soak.ts';
import { fixtureAssessments, shippedAssessments, shippedRegister } from '../shipped.ts';
import { hasPublicSamples, publicSamples } from '../support.ts';
import { stixErrors } from './oasis.ts';

describe.runIf(hasPublicSamples())("OASIS's schemas for STIX 2.1", () => {
  const errorsOf = hasPublicSamples() ? stixErrors() : () => [];

  test('find mistakes, and none in the examples of OASIS', () => {
    const folder = join(publicSamples, 'stix/examples');
    for (const name of readdirSync(folder)) {
      const bundle = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      // The example for markings names a TLP definition without its required form.
      if (name !== 'using-marking-definitions.json') expect(errorsOf(bundle), name).toEqual([]);
    }
    expect(errorsOf({ objects: [{ type: 'note', id: 'note--x' }] }).length).toBeGreaterThan(0);
  });

  test.each(shippedAssessments())('pass the export of $id', (assessment) => {
    const { files } = stixExporter.export({ assessment, register: shippedRegister, options: {} });
    expect(errorsOf(JSON.parse(String(files[0]?.content)))).toEqual([]);
  });

  test.each(fixtureAssessments())('pass the export of the golden memo $id', ({ assessment, register }) => {
    const { files } = stixExporter.export({ assessment, register, options: {} });
    expect(errorsOf(JSON.parse(String(files[0]?.content)))).toEqual([]);
  });

  test('pass the export of any assessment', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const { files } = stixExporter.export({ assessment, register: {}, options: {} });
        expect(errorsOf(JSON.parse(String(files[0]?.content)))).toEqual([]);
      }),
      { numRuns: sampled(20, 200), seed: 17 },
    );
  });
});
