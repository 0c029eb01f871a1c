import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Assessment, Register } from '../../src/model/generated/types.ts';

const folder = fileURLToPath(new URL('../../assessments/', import.meta.url));

/** The assessments that come with the program. */
export function shippedAssessments(): readonly Assessment[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'register.json')
    .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as Assessment);
}

export const shippedRegister = JSON.parse(readFileSync(`${folder}register.json`, 'utf8')) as Register;
