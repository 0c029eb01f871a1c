import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { readDocument } from '../../src/load/read-document.ts';
import { buildMemo, type Memo } from '../../src/memo/build-memo.ts';
import { wordOf } from '../../src/memo/word.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { validateAssessment, validateRegister } from '../../src/validate/validate.ts';

const root = new URL('../../', import.meta.url);
const forms = new Forms(nodeEffects(fileURLToPath(root)));

/** The shipped assessments, JSON and YAML, by their paths in the project. */
export const shippedPaths: readonly string[] = readdirSync(new URL('assessments/', root))
  .filter((name) => /\.(?:json|ya?ml)$/.test(name) && name !== 'register.json')
  .map((name) => `assessments/${name}`);

/** The golden memos. */
export const fixturePaths: readonly string[] = readdirSync(new URL('tests/fixtures/memos/', root)).map(
  (name) => `tests/fixtures/memos/${name}/assessment.json`,
);

const known = new Map<string, ReturnType<typeof made>>();

/** An assessment of the project, as a memo and as a Word document; the unchanged one is made once for the tests of a worker. */
export function memoOf(path: string, change?: (assessment: Assessment) => Assessment) {
  if (change) return made(path, change);
  const memo = known.get(path) ?? made(path, (same) => same);
  known.set(path, memo);
  return memo;
}

async function made(path: string, change: (assessment: Assessment) => Assessment) {
  const read = (name: string): unknown =>
    readDocument(name, readFileSync(new URL(name, root))).document?.data;
  const { assessment: valid } = validateAssessment(read(path));
  if (!valid) throw new Error(`${path} is not valid.`);
  const beside = path.replace(/[^/]+$/, 'register.json');
  const register =
    (existsSync(new URL(beside, root)) ? validateRegister(read(beside)).register : undefined) ??
    emptyRegister;
  const assessment = change(valid);
  const form = await forms.load(assessment.form);
  const memo: Memo = await buildMemo({ assessment, register, form });
  const word = { edition: 'e'.repeat(64) };
  const write = () => wordOf(memo, { assessment, form }, 'A4', word);
  let written: ReturnType<typeof write> | undefined;
  return {
    assessment,
    register,
    form,
    memo,
    docx: () => (written ??= write()),
    docxAnew: write,
  };
}
