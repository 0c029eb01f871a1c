import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkAssessment } from '../../src/check/check.ts';
import { viewPack } from '../../src/derive/comparison/pack.ts';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { buildMemo } from '../../src/memo/build-memo.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { renderPack } from '../../src/render/render-pack.ts';

const root = new URL('../../', import.meta.url);
const assessment = JSON.parse(
  readFileSync(new URL('tests/fixtures/memos/several-minds/assessment.json', root), 'utf8'),
) as Assessment;
const forms = new Forms(nodeEffects(fileURLToPath(root)));

const memoIn = async (form: string, level = 0) =>
  (
    await buildMemo(
      {
        assessment: { ...assessment, form },
        register: emptyRegister,
        form: await forms.load(form),
      },
      { level },
    )
  ).rendered.markdown;

describe('an assessment of several analysts', () => {
  test('has no findings', () => {
    const input = { assessment, register: emptyRegister, fileStem: 'several-minds', today: '2025-05-01' };
    expect(checkAssessment(input)).toEqual([]);
  });

  test.each(['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'one-pager'])(
    'prints the dissent beside the judgment that it contradicts in the form %s',
    async (form) => {
      const memo = await memoIn(form);
      const judgment = memo.indexOf('Fires on the line will go on through 2025.');
      const dissent = memo.indexOf('Dissent (B. Analyst):** The fires will stop before the summer.');
      expect(judgment).toBeGreaterThan(0);
      expect(dissent).toBeGreaterThan(judgment);
      expect(memo.slice(judgment, dissent)).not.toMatch(/^## /m);
    },
  );

  test.each(['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'one-pager'])(
    'prints the base rate and the spread of the estimates in the form %s',
    async (form) => {
      const memo = await memoIn(form);
      expect(memo).toContain('Median 65\u00a0%');
      expect(memo).toContain('3 of 12 (25\u00a0%)');
    },
  );

  test('keeps the dissent in the shortest one-pager, without base rate and estimates', async () => {
    const [fullest = '', leanest = ''] = await Promise.all([memoIn('one-pager'), memoIn('one-pager', 11)]);
    expect(fullest).toContain('Median 65\u00a0%');
    expect(leanest).not.toContain('Median');
    for (const memo of [fullest, leanest]) expect(memo).toContain('Dissent (B. Analyst):**');
  });

  test('prints its dissent beside the judgment if a pack compares it', () => {
    const other = {
      ...assessment,
      id: 'one-mind',
      judgments: assessment.judgments.map(({ dissents: _, ...judgment }) => ({
        ...judgment,
        likelihood: { term: 'very unlikely' as const },
      })),
    };
    const about = (one: Assessment): Assessment => ({
      ...one,
      incidents: [{ id: 'first-fire', summary: 'A cabinet burned.' }],
      judgments: one.judgments.map((judgment) => ({ ...judgment, about: ['first-fire'] })),
    });
    const compared = [assessment, other].map((one) => ({
      assessment: about(one),
      register: emptyRegister,
    }));
    const views = compared.map((one) => deriveMemo(one.assessment, one.register));
    return forms.load('briefing-pack').then((form) => {
      const { markdown } = renderPack(viewPack(compared, views, 0), form, []);
      const [row] = markdown.split('\n').filter((line) => line.includes('Fires on the line will go on'));
      expect(row).toContain('**Dissent (B. Analyst):** The fires will stop before the summer.');
      expect(markdown.match(/Dissent \(B\. Analyst\)/g)).toHaveLength(1);
    });
  });

  test('says how far apart the estimates are, and their aggregates', async () => {
    // Middles 0.8, 0.325 and 0.65; log odds 1.3863, -0.7309, 0.6190, mean 0.4248.
    expect(await memoIn('policy-memo')).toContain(
      'Median 65\u00a0%; mean of log odds 60\u00a0%, extremised 74\u00a0%.',
    );
  });
});
