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

export const shippedRegister = JSON.parse(readFileSync(`${folder}register.json`, 'utf8')) as Register;
