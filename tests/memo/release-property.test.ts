import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registerExcerpt } from '../../src/derive/entities/register-excerpt.ts';
import { buildMemo, layOut, metadataOf } from '../../src/memo/build-memo.ts';
import { previousFor } from '../../src/memo/previous-edition.ts';
import { releasedVersion } from '../../src/memo/release.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { markedAssessments, wordsAbove } from '../support/marked-assessments.ts';
import { markings } from '../support/scales.ts';
import { isSoak, SOAK_TIMEOUT, sampled } from '../support/soak.ts';

/*
 * What must hold of a release, whatever is marked: nothing that is marked above it is in anything that comes of it. Each
 * entry of a generated assessment has words that nothing else has.
 */
const forms = new Forms(nodeEffects(fileURLToPath(new URL('../..', import.meta.url))));
const FORMS = ['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'one-pager'];

/** All that comes of a release in some forms, but for what a printer adds to it. */
async function outputsOf(
  version: Assessment,
  previous: Assessment | undefined,
  register: Register,
  formNames: readonly string[],
) {
  const texts: string[] = [JSON.stringify(version), JSON.stringify(registerExcerpt(version, register))];
  if (previous) texts.push(JSON.stringify(previous));
  for (const name of formNames) {
    const form = await forms.load(name);
    const memo = await buildMemo({
      assessment: version,
      register,
      form,
      ...(previous && { previous: { assessment: previous } }),
    });
    const page = layOut(memo, form, 'A4');
    texts.push(
      memo.rendered.markdown,
      ...[...memo.figures.values()].map((figure) => (typeof figure === 'string' ? figure : '')),
      page.body,
      page.css,
      page.title,
      JSON.stringify(metadataOf(memo)),
    );
  }
  return texts.join('\n').toLowerCase();
}

test(
  'nothing marked above a release is in any of its outputs',
  async () => {
    let made = 0;
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        markedAssessments,
        markedAssessments,
        fc.constantFrom(...markings.slice(0, -1)),
        async (now, before, level) => {
          const { assessment } = validateAssessment(now);
          const { assessment: superseded } = validateAssessment({ ...before, marking: level });
          if (!assessment || !superseded) throw new Error(JSON.stringify(validateAssessment(now).remarks[0]));
          const released = releasedVersion({ assessment, previous: superseded, register: {}, level });
          if (!released.assessment) return;
          made += 1;
          const file = { path: 'sample-1.json', bytes: Buffer.from('') };
          const { previous } = previousFor(
            {
              assessment,
              version: released.assessment,
              register: {},
              superseded: { assessment: superseded, file },
            },
            { level, names: released.names },
          );
          if (previous) compared += 1;
          // One form each, in turn; in a soak each in all of them.
          const names = isSoak ? FORMS : FORMS.filter((_, index) => index === made % FORMS.length);
          const text = await outputsOf(released.assessment, previous?.assessment, {}, names);
          const leaked = [...wordsAbove(assessment, level), ...wordsAbove(superseded, level)]
            .filter((word) => text.includes(word.toLowerCase()))
            // An entry that is no longer withheld is reported in its present form.
            .filter(
              (word) =>
                !JSON.stringify(released.assessment).includes(word) ||
                wordsAbove(assessment, level).includes(word),
            );
          expect(leaked).toEqual([]);
        },
      ),
      { numRuns: sampled(30, 400), seed: 14, endOnFailure: true },
    );
    // Most are refused, since much is marked; enough are not.
    expect(made).toBeGreaterThan(5);
    expect(compared).toBeGreaterThan(0);
  },
  SOAK_TIMEOUT,
);
