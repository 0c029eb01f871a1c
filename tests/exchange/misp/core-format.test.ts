import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mispExporter } from '../../../src/exchange/misp/export.ts';
import { anyAssessment } from '../../diff/random-assessments.ts';
import { fixtureAssessments, shippedAssessments, shippedRegister } from '../shipped.ts';
import { coreFormatErrors } from './core-format.ts';

test.each(shippedAssessments())('the event of $id is in the core format of MISP', (assessment) => {
  const memo = '# A memo\n';
  const { files } = mispExporter.export({ assessment, register: shippedRegister, memo, options: {} });
  expect(coreFormatErrors(JSON.parse(String(files[0]?.content)))).toEqual([]);
});

test.each(fixtureAssessments())('so is that of the golden memo $id', ({ assessment, register }) => {
  const { files } = mispExporter.export({ assessment, register, options: {} });
  expect(coreFormatErrors(JSON.parse(String(files[0]?.content)))).toEqual([]);
});

test('so is that of any assessment', () => {
  fc.assert(
    fc.property(anyAssessment, (assessment) => {
      const { files } = mispExporter.export({ assessment, register: {}, options: {} });
      expect(coreFormatErrors(JSON.parse(String(files[0]?.content)))).toEqual([]);
    }),
    { numRuns: 40, seed: 17 },
  );
});

test('violations are found', () => {
  const [assessment] = shippedAssessments();
  if (!assessment) throw new Error('There are shipped assessments.');
  const { files } = mispExporter.export({ assessment, register: shippedRegister, options: {} });
  const { Event } = JSON.parse(String(files[0]?.content));
  const broken = {
    Event: {
      ...Event,
      distribution: 0,
      note: 'x',
      Orgc: { name: 'x', uuid: 'x' },
      Object: [{ ...Event.Object[0], Attribute: [{ ...Event.Object[0].Attribute[0], category: 'Payload' }] }],
    },
  };
  expect(coreFormatErrors(broken)).toEqual([
    '/Event/distribution is no text',
    '/Event/Orgc/uuid is no UUID',
    '/Event/Object/0/Attribute/0: text is not in Payload',
    '/Event/note is no member of event',
  ]);
});
