import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { root } from '../e2e/run.ts';
import { manyAssessments, manyRegister } from './many-assessments.ts';

/** A project of generated assessments in a temporary folder, removed after the test. */
export function manyProject(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'threat-memo-many-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'assessments'));
  const write = (name: string, value: object) =>
    writeFileSync(join(folder, 'assessments', `${name}.json`), JSON.stringify(value));
  const assessments = manyAssessments(count);
  for (const assessment of assessments) write(assessment.id, assessment);
  write('register', manyRegister);
  return { folder, write, assessments, effects: nodeEffects(root, folder) };
}
