import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Answer, ask, type Question, rowAsData } from '../../src/ledger/ask.ts';
import { tableNames } from '../../src/ledger/columns.ts';
import { openLedger } from '../../src/ledger/ledger.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { root } from '../e2e/run.ts';
import { manyAssessments, manyRegister } from '../support/many-assessments.ts';

/** Twenty questions to 300 assessments, each answered once more from the raw files by a few lines that know nothing of the ledger. */
const TODAY = '2026-11-29';
const folder = mkdtempSync(join(tmpdir(), 'threat-memo-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'assessments'));
const all = manyAssessments(300);
for (const assessment of all) {
  writeFileSync(join(folder, 'assessments', `${assessment.id}.json`), JSON.stringify(assessment));
}
writeFileSync(join(folder, 'assessments/register.json'), JSON.stringify(manyRegister));

const ledger = await openLedger(nodeEffects(root, folder));
const replaced = new Set(
  all.flatMap(({ edition }) => edition?.supersedes?.replace(/\.(json|yaml)$/, '') ?? []),
);
const current = all.filter(({ id }) => !replaced.has(id));

type Judgment = Assessment['judgments'][number];
const judged = (from: readonly Assessment[], holds: (judgment: Judgment, whole: Assessment) => boolean) =>
  from.flatMap((whole) =>
    whole.judgments.filter((one) => holds(one, whole)).map(({ id }) => `${whole.id}/${id}`),
  );

function answer(question: Partial<Question>): string[] {
  const found: Answer = ask(ledger, { of: 'judgments', ...question }, TODAY);
  return found.rows.map((row) => {
    const { assessment, id } = rowAsData(found, row);
    return `${String(assessment)}/${String(id)}`;
  });
}

/** By the first item of evidence that each source gives. */
const SOURCE_OF: Readonly<Record<string, string>> = {
  seen: 'wire',
  heard: 'gazette',
  copied: 'copy',
  stated: 'gazette',
};
const gradeOf = (whole: Assessment, source: string) =>
  (whole.sources ?? []).find(({ id, ref }) => (id ?? ref) === source)?.reliability ?? '';
const sourcesOf = ({ evidence = [] }: Judgment) => [...new Set(evidence.map((id) => SOURCE_OF[id] ?? ''))];
const CHANCES: Readonly<Record<string, number>> = {
  'almost no chance': 3,
  'very unlikely': 12.5,
  unlikely: 32.5,
  'roughly even chance': 50,
  likely: 67.5,
  'very likely': 87.5,
  'almost certain': 97,
};
const chance = ({ likelihood }: Judgment) => CHANCES[likelihood?.term ?? ''];
const endOf = (horizon = '') => (horizon.length === 4 ? `${horizon}-12-31` : horizon);

const questions: readonly (readonly [
  query: string,
  expected: readonly string[],
  more?: Partial<Question>,
])[] = [
  ['', judged(current, () => true)],
  ['', judged(all, () => true), { editions: 'all' }],
  ['overdue', judged(current, ({ resolution, horizon }) => !resolution && endOf(horizon) < TODAY)],
  ['actor:iskp', judged(current, ({ about = [] }) => about.includes('actors/iskp'))],
  ['actor:"isis-k"', judged(current, ({ about = [] }) => about.includes('actors/iskp'))],
  ['actor:хорасан', judged(current, ({ about = [] }) => about.includes('actors/iskp'))],
  ['actor:לוקרים', judged(current, ({ about = [] }) => about.includes('actors/lockers'))],
  [
    'overdue and actor:iskp',
    judged(
      current,
      ({ resolution, horizon, about = [] }) =>
        !resolution && endOf(horizon) < TODAY && about.includes('actors/iskp'),
    ),
  ],
  ['key not resolved', judged(current, ({ key, resolution }) => key === true && !resolution)],
  ['confidence>=moderate', judged(current, ({ confidence }) => confidence?.level !== 'low')],
  ['chance>60 or chance<10', judged(current, (one) => Number(chance(one)) > 60 || Number(chance(one)) < 10)],
  [
    'worst>=D',
    judged(current, (one, whole) => sourcesOf(one).some((source) => gradeOf(whole, source) >= 'D')),
  ],
  [
    'independent=1',
    judged(current, (one) => new Set(sourcesOf(one).map((id) => (id === 'copy' ? 'wire' : id))).size === 1),
  ],
  ['horizon<2023', judged(current, ({ horizon }) => endOf(horizon) < '2023-01-01')],
  ['horizon>today+5y', judged(current, ({ horizon = '' }) => horizon > '2031-11-29')],
  ['resolved outcome:no', judged(current, ({ resolution }) => resolution?.outcome === false)],
  [
    'author:"birch" area:sahel',
    judged(
      current,
      (_, { authors, scope }) => authors?.[0]?.name === 'B. Birch' && String(scope?.geography) === 'Sahel',
    ),
  ],
  ['marking>=TLP:GREEN', judged(current, (_, { marking }) => marking !== 'TLP:CLEAR')],
  [
    'moved:up',
    judged(
      current,
      (one, { edition }) =>
        edition?.number === 2 &&
        one.id === 'second' &&
        Number(chance(all.find(({ id }) => edition.supersedes === `${id}.json`)?.judgments[1] as Judgment)) <
          97,
    ),
  ],
  [
    'withdrawn',
    judged(
      all.filter(({ id }) => replaced.has(id)),
      ({ id }) => id === 'third',
    ),
    { editions: 'all' },
  ],
  [
    'killedAtLeast>=5 place:Riga',
    current.flatMap(({ id, incidents = [] }) =>
      incidents
        .filter(
          ({ killed, place }) =>
            Number(killed?.reports[0]?.value) >= 5 && (place as { name: string }).name === 'Riga',
        )
        .map((one) => `${id}/${one.id}`),
    ),
    { of: 'incidents' },
  ],
  [
    'priority:high',
    current.filter(({ gaps }) => gaps?.[0]?.priority === 'high').map(({ id }) => `${id}/who`),
    { of: 'gaps' },
  ],
  [
    'seen:observed',
    current.filter(({ indicators }) => indicators?.[0]?.status === 'observed').map(({ id }) => `${id}/sign`),
    { of: 'indicators' },
  ],
  [
    'intent=extensive id:locker',
    current
      .filter(({ actors }) => actors?.[0]?.ref === 'lockers' && actors[0].intent?.level === 'extensive')
      .map(({ id }) => `${id}/lockers`),
    { of: 'actors' },
  ],
  [
    'statement:copied source:copy against:none or grade:D statement:copied',
    current.map(({ id }) => `${id}/copied`),
    { of: 'evidence' },
  ],
  [
    'judgment:second -statement:copied',
    current.flatMap(({ id, judgments }) =>
      (judgments.find((one) => one.id === 'second')?.evidence ?? [])
        .filter((item) => item !== 'copied')
        .map((item) => `${id}/${item}`),
    ),
    { of: 'evidence' },
  ],
  [
    'reliability>=D shared',
    current.flatMap(({ id, sources = [] }) =>
      sources
        .filter(({ ref, reliability = '' }) => ref !== undefined && reliability >= 'D')
        .map(({ ref }) => `${id}/${ref}`),
    ),
    { of: 'sources' },
  ],
  ['restsOn:wire', current.map(({ id }) => `${id}/copy`), { of: 'sources' }],
  [
    'priority<high state:open to:ministry',
    current
      .filter(({ recommendations }) => recommendations?.[0]?.priority === 'low')
      .map(({ id }) => `${id}/act`),
    { of: 'recommendations' },
  ],
];

describe('300 assessments answer', () => {
  test('no file is left out', () => {
    expect(ledger.findings).toEqual([]);
    expect(questions.length).toBeGreaterThanOrEqual(20);
    expect(new Set(questions.map(([, , { of = 'judgments' } = {}]) => of))).toEqual(new Set(tableNames));
  });

  test.each(questions.map(([query, expected, more = {}]) => ({ query, expected, more })))(
    '$query',
    ({ query, expected, more }) => {
      const found = answer({ query, ...more });
      expect(found.toSorted()).toEqual([...expected].sort());
      expect(found.length).toBeGreaterThan(0);
    },
  );
});

test('the effect of a lost source: judgments with no other origin, through evidence that only repeats it', () => {
  const found = ask(ledger, { of: 'sources', query: 'id:wire' }, TODAY);
  for (const row of found.rows) {
    const { assessment, falls = [], weakens = [] } = rowAsData(found, row);
    const whole = all.find(({ id }) => id === assessment);
    const rests = (only: boolean) =>
      (whole?.judgments ?? []).filter(({ evidence = [] }) => {
        const lost = evidence.filter((id) => id === 'seen' || id === 'copied').length;
        return only ? lost === evidence.length : lost > 0 && lost < evidence.length;
      });
    expect(falls).toEqual(rests(true).map(({ id }) => id));
    expect(weakens).toEqual(rests(false).map(({ id }) => id));
  }
  expect(found.rows).toHaveLength(current.length);
});
