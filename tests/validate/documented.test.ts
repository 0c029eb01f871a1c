import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shippedTerms } from '../../src/model/generated/fields.ts';
import { validateAssessment, validateRegister } from '../../src/validate/validate.ts';

const page = readFileSync(new URL('../../docs/assessment-file.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/^```json ?(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

test('each example of docs/assessment-file.md is valid in its smallest file', () => {
  const whole = JSON.parse(examples.find(({ kind }) => kind === 'whole')?.text ?? '{}') as object;
  const parts = examples.filter(({ kind }) => kind === '');
  expect(parts.length).toBeGreaterThan(15);
  for (const { text } of parts) {
    const part = JSON.parse(`{${text}}`) as object;
    expect(validateAssessment({ ...whole, ...part }).remarks, text).toEqual([]);
  }
  const register = examples.find(({ kind }) => kind === 'register');
  expect(validateRegister(JSON.parse(register?.text ?? '{}')).remarks).toEqual([]);
});

test.each(Object.entries(shippedTerms))('docs/assessment-file.md lists every term of %s', (_, terms) => {
  for (const term of terms) expect(page, term).toContain(`\`${term}\``);
});
