import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkAssessment } from '../../src/check/check.ts';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { buildMemo } from '../../src/memo/build-memo.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';

const root = new URL('../../', import.meta.url);
const assessment = JSON.parse(
  readFileSync(new URL('tests/fixtures/memos/several-minds/assessment.json', root), 'utf8'),
) as Assessment;
const forms = new Forms(nodeEffects(fileURLToPath(root)));

const memoIn = async (form: string) =>
  (
    await buildMemo({
      assessment: { ...assessment, form },
      register: emptyRegister,
      form: await forms.load(form),
    })
  ).rendered.markdown;

describe('an assessment of several minds', () => {
  test('has no finding', () => {
    const input = { assessment, register: emptyRegister, fileStem: 'several-minds', today: '2025-05-01' };
    expect(checkAssessment(input)).toEqual([]);
  });

  test.each(['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'one-pager'])(
    'prints the dissent beside the judgment it answers in the form %s',
    async (form) => {
      const memo = await memoIn(form);
      const judgment = memo.indexOf('Fires on the line will go on through 2025.');
      const dissent = memo.indexOf('Dissent (B. Analyst):** The fires will stop before the summer.');
      expect(judgment).toBeGreaterThan(0);
      expect(dissent).toBeGreaterThan(judgment);
      expect(memo.slice(judgment, dissent)).not.toMatch(/^## /m);
    },
  );

  test('says how far apart the estimates lie, and what they come to', async () => {
    // Middles 0.8, 0.325 and 0.65; log odds 1.3863, -0.7309, 0.6190, mean 0.4248.
    expect(await memoIn('policy-memo')).toContain(
      'Median 65\u00a0%; mean of log odds 60\u00a0%, extremised 74\u00a0%.',
    );
  });
});
