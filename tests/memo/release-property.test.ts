import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { registerExcerpt } from '../../src/derive/entities/register-excerpt.ts';
import { buildMemo, layOut, metadataOf } from '../../src/memo/build-memo.ts';
import { previousFor } from '../../src/memo/previous-edition.ts';
import { releasedVersion } from '../../src/memo/release.ts';
import type { Assessment, Marking, Register } from '../../src/model/generated/types.ts';
import { markings } from '../../src/model/scales.ts';
import { Forms } from '../../src/project/forms.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { validateAssessment } from '../../src/validate/validate.ts';

/*
 * What must hold of a release, whatever is marked: nothing that is marked above it is in anything that comes of it. Each
 * entry of a generated assessment has words that nothing else has.
 */
const forms = new Forms(nodeEffects(fileURLToPath(new URL('../..', import.meta.url))));
const FORMS = ['policy-memo', 'event-report', 'explainer', 'incident-brief', 'commentary', 'one-pager'];

/** A word that stands for one entry: letters only, so that nothing in a memo comes to have it by accident. */
function secret(collection: string, index: number): string {
  return `Zq${collection.slice(0, 3)}${'abcdefghij'.charAt(index)}x`;
}

const marking = fc.option(fc.constantFrom(...markings), { nil: undefined, freq: 1 });
const someOf = (collection: string, count: number) =>
  fc.subarray(Array.from({ length: count }, (_, index) => `${collection}-q${'abcdefghij'.charAt(index)}`));

/** A collection of entries, each with its own word, marked at random. */
function entries<Entry>(
  collection: string,
  count: number,
  make: (id: string, word: string, refs: { evidence: string[]; sources: string[] }) => Entry,
) {
  return fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc.record({ marking, evidence: someOf('evidence', 4), sources: someOf('sources', 3) }).map((one) => ({
        ...make(`${collection}-q${'abcdefghij'.charAt(index)}`, secret(collection, index), one),
        ...(one.marking && { marking: one.marking }),
      })),
    ),
  );
}

const cite = (ids: readonly string[]) =>
  ids.length === 0 ? '' : ` [${ids.map((id) => `@${id}`).join('; ')}]`;

const arbitrary = fc
  .record({
    sources: entries('sources', 3, (id, word) => ({
      id,
      csl: {
        type: 'report',
        title: `Report ${word} on fires`,
        publisher: `House ${word}`,
        author: [{ family: word, given: 'A.' }],
      },
      reliability: 'B',
    })),
    evidence: entries('evidence', 4, (id, word, { sources }) => ({
      id,
      statement: `The ${word} burned at night for hours.`,
      citations: (sources.length > 0 ? sources : ['sources-qa']).map((source) => ({
        source,
        credibility: 2,
      })),
    })),
    actors: entries('actors', 3, (id, word, { evidence }) => ({
      id,
      name: `Band ${word}`,
      aliases: [`Alias ${word}`],
      summary: `They are ${word} people.`,
      intent: { level: 'moderate', evidence },
    })),
    incidents: entries('incidents', 2, (id, word, { evidence }) => ({
      id,
      title: `Fire of ${word}`,
      date: '2025-03',
      evidence,
    })),
    judgments: entries('judgments', 4, (id, word, { evidence }) => ({
      id,
      statement: `Fires by ${word} will go on.`,
      likelihood: { term: 'likely' },
      confidence: { level: 'moderate', basis: `As ${word} says.` },
      horizon: '2025-05/2025-12',
      evidence,
    })),
    sections: entries('sections', 3, (id, word, { evidence }) => ({
      id,
      heading: `On ${word} matters`,
      body: [`It is ${word} that burns.${cite(evidence)}`],
    })),
    markings: fc.dictionary(
      fc.constantFrom('gaps', 'hypotheses', 'matrix', 'bottomLine', 'recommendations'),
      fc.constantFrom(...markings),
      { minKeys: 1 },
    ),
    matrix: someOf('evidence', 4),
  })
  .map(({ matrix, ...parts }) => ({
    id: 'sample',
    form: 'policy-memo',
    title: 'Fires',
    asOf: '2025-04-30',
    marking: 'TLP:RED',
    releasable: 'TLP:CLEAR',
    bottomLine: `Fires, says ${secret('bottomLine', 0)}, go on.`,
    ...parts,
    gaps: [{ id: 'gaps-qa', question: `Who is ${secret('gaps', 0)}?` }],
    hypotheses: [
      { id: 'hypotheses-qa', statement: `It was ${secret('hypotheses', 0)}.` },
      { id: 'hypotheses-qb', statement: `It was ${secret('hypotheses', 1)}.` },
    ],
    matrix: matrix.map((evidence) => ({
      evidence,
      ratings: { 'hypotheses-qa': 'C', 'hypotheses-qb': 'I' },
      note: `Row of ${secret('matrix', 0)}.`,
    })),
    recommendations: [
      {
        id: 'recommendations-qa',
        to: 'all',
        action: `Watch ${secret('recommendations', 0)}.`,
        judgments: ['judgments-qa'],
      },
    ],
    relationships: [
      { id: 'ties', from: 'actors-qa', to: 'actors-qb', type: 'supplies', standing: 'alleged' },
    ],
  }));

const rank = (label: string | undefined) => (markings as readonly string[]).indexOf(label ?? '');

/** The words of everything that is marked above a level, with the ids. */
function wordsAbove(assessment: Assessment, level: Marking): string[] {
  return Object.entries(assessment).flatMap(([collection, value]) => {
    const whole =
      rank((assessment.markings as Record<string, string> | undefined)?.[collection]) > rank(level);
    if (!Array.isArray(value)) return whole ? [secret(collection, 0)] : [];
    return value.flatMap((entry: { id?: string; marking?: string }, index) => {
      if (!whole && rank(entry.marking) <= rank(level)) return [];
      return [
        secret(collection, collection === 'matrix' ? 0 : index),
        ...(entry.id === undefined ? [] : [entry.id]),
      ];
    });
  });
}

/** All that comes of a release, but for what a printer adds to it. */
async function outputsOf(version: Assessment, previous: Assessment | undefined, register: Register) {
  const texts: string[] = [JSON.stringify(version), JSON.stringify(registerExcerpt(version, register))];
  if (previous) texts.push(JSON.stringify(previous));
  for (const name of FORMS) {
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
      ...memo.figures.values(),
      page.body,
      page.css,
      page.title,
      JSON.stringify(metadataOf(memo)),
    );
  }
  return texts.join('\n').toLowerCase();
}

test('nothing that is marked above a release is in anything that comes of it', async () => {
  let made = 0;
  let told = 0;
  await fc.assert(
    fc.asyncProperty(
      arbitrary,
      arbitrary,
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
        if (previous) told += 1;
        const text = await outputsOf(released.assessment, previous?.assessment, {});
        const leaked = [...wordsAbove(assessment, level), ...wordsAbove(superseded, level)]
          .filter((word) => text.includes(word.toLowerCase()))
          // What is no longer withheld is told as it is now.
          .filter(
            (word) =>
              !JSON.stringify(released.assessment).includes(word) ||
              wordsAbove(assessment, level).includes(word),
          );
        expect(leaked).toEqual([]);
      },
    ),
    { numRuns: 60, seed: 14, endOnFailure: true },
  );
  // Most are refused, since much is marked; enough are not.
  expect(made).toBeGreaterThan(5);
  expect(told).toBeGreaterThan(0);
}, 120_000);
