import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDocument } from '../../src/load/read-document.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';

const folder = fileURLToPath(new URL('../../assessments/', import.meta.url));

/** The assessments that come with the program. */
export function shippedAssessments(): readonly Assessment[] {
  return readdirSync(folder)
    .filter((name) => /\.(json|ya?ml)$/.test(name) && name !== 'register.json')
    .map((name) => {
      const { document } = readDocument(name, readFileSync(folder + name));
      if (!document) throw new Error(`${name} cannot be read`);
      return document.data as Assessment;
    });
}

const fixtures = fileURLToPath(new URL('../fixtures/memos/', import.meta.url));

/** The assessments of the golden memos, each with the register beside it. */
export function fixtureAssessments(): readonly { id: string; assessment: Assessment; register: Register }[] {
  return readdirSync(fixtures).map((name) => {
    const read = (file: string): unknown => JSON.parse(readFileSync(`${fixtures}${name}/${file}`, 'utf8'));
    const hasRegister = readdirSync(`${fixtures}${name}`).includes('register.json');
    return {
      id: name,
      assessment: read('assessment.json') as Assessment,
      register: hasRegister ? (read('register.json') as Register) : {},
    };
  });
}

export const shippedRegister = JSON.parse(readFileSync(`${folder}register.json`, 'utf8')) as Register;
