/** Assessments for benchmarks: of the shape and size of the shipped ones, each with different words. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './runner.mjs';

/** Properties that hold prose. */
const PROSE = new Set(
  'statement body summary rationale basis wouldChange bottomLine narrative action ifWrong question note reason'.split(
    ' ',
  ),
);
const WORDS = ['northern', 'southern', 'eastern', 'western', 'wider', 'nearer', 'later', 'earlier'];

/**
 * Writes `count` assessments into `assessments/` of a folder, ids `bench-0001` and so on. The same seed gives the same
 * texts. No two have the same sentences, so that nothing cached for one text helps with another.
 */
export async function makeCorpus(folder, count, { form, seed = 1 } = {}) {
  const shipped = ['russia-internal-threats-2024', 'russia-militancy-2025', 'isis-moscow-2024'];
  const models = await Promise.all(
    shipped.map(async (id) => JSON.parse(await readFile(join(root, `assessments/${id}.json`), 'utf8'))),
  );
  await mkdir(join(folder, 'assessments'), { recursive: true });
  await cp(join(root, 'assessments/register.json'), join(folder, 'assessments/register.json'));
  const random = randomFrom(seed);
  for (let number = 1; number <= count; number += 1) {
    const id = `bench-${String(number).padStart(4, '0')}`;
    const model = models[number % models.length];
    const assessment = { ...vary(model, '', random), id, ...(form && { form }) };
    await writeFile(join(folder, `assessments/${id}.json`), `${JSON.stringify(assessment, null, 2)}\n`);
  }
}

/** The same with other words in its prose. */
function vary(value, key, random) {
  if (typeof value === 'string') {
    if (!PROSE.has(key)) return value;
    return value.replace(/ (?:the|an?) (?=[a-z])/g, (article) =>
      random() < 0.3 ? ` the ${WORDS[Math.floor(random() * WORDS.length)]} ` : article,
    );
  }
  if (Array.isArray(value)) return value.map((item) => vary(item, key, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === 'csl' ? item : vary(item, name, random)]),
  );
}

/** Numbers from 0 to 1, deterministic for a seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
