import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diffAssessments } from '../../src/diff/diff-assessments.ts';
import { type Change, changeClasses } from '../../src/diff/types.ts';
import { joinChanges } from '../../src/diff/weigh/join/join.ts';
import { canonicalAssessment } from '../../src/diff/words/canonical.ts';
import type { Assessment, Register } from '../../src/model/generated/types.ts';
import { allEditions, firstEdition, laterEditions } from '../support/editions.ts';
import { expectGolden } from '../support/golden.ts';
import { applyChanges } from './apply-changes.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../assessments/${name}.json`, import.meta.url), 'utf8'));
const register = read('register') as Register;

/** A member of a collection, by its id, to be edited. */
function member<T extends object>(items: T[] | undefined, id: string): T {
  const found = items?.find((item) => Object.values(item).includes(id));
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}

function set<T extends object>(items: T[] | undefined, id: string, properties: Partial<T>): void {
  Object.assign(member(items, id), properties);
}

/** The shipped assessment with a second source and a disputed toll, so that every derived thing can change. */
function olderEdition(): Assessment {
  const older = read('russia-internal-threats-2024') as Assessment;
  older.sources?.push({ id: 'court-file', csl: { type: 'report', title: 'Court file' }, reliability: 'C' });
  older.evidence?.push({
    id: 'verdict',
    statement: 'The court names an organizer in Turkey.',
    citations: [{ source: 'court-file', locator: 'p. 3', credibility: 3 }],
  });
  member(older.judgments, 'crocus-from-turkey').evidence?.push('verdict');
  set(older.incidents, 'crocus-city-hall-2024', {
    killed: {
      reports: [
        { value: 133, source: 'ratelle-2024' },
        { value: 139, source: 'court-file' },
      ],
    },
  });
  return older;
}

/** Each edit with what it has to be reported as: `class type collection/id field direction`, derived ones after a `+`. */
const EDITS: readonly (readonly [edit: (a: Assessment) => void, ...expected: string[]])[] = [
  [
    (a) => {
      a.marking = 'TLP:AMBER';
    },
    'handling marking-changed assessment/* marking up 2',
  ],
  [
    (a) => {
      a.asOf = '2024-09';
    },
    'handling changed assessment/* asOf',
  ],
  [
    (a) => {
      a.edition = {
        number: 2,
        changes: [
          { entity: 'judgments/activity-expands', reason: 'A second series of *attacks*. [@verdict]' },
        ],
      };
    },
    'handling changed assessment/* edition/number',
    'handling added assessment/* edition/changes/judgments~1activity-expands',
  ],
  [
    (a) => set(a.sections, 'divided', { marking: 'TLP:AMBER' }),
    'handling marking-changed sections/divided marking stated',
  ],
  [
    (a) => set(a.judgments, 'activity-expands', { likelihood: { term: 'very likely' } }),
    'judgments likelihood-moved judgments/activity-expands likelihood up 1',
  ],
  [
    (a) =>
      set(a.judgments, 'iskp-lasting-presence', {
        likelihood: { range: [0.1, 0.15] },
        confidence: { ...member(a.judgments, 'iskp-lasting-presence').confidence, level: 'high' },
      }),
    'judgments likelihood-moved judgments/iskp-lasting-presence likelihood down 2',
    'judgments confidence-moved judgments/iskp-lasting-presence confidence/level up 2',
  ],
  [
    (a) => set(a.judgments, 'opponents-divided', { horizon: '2024-06/2027-06' }),
    'judgments horizon-changed judgments/opponents-divided horizon',
  ],
  [
    (a) =>
      set(a.judgments, 'services-unprepared', { statement: 'The services are likely to stay unprepared.' }),
    'judgments reworded judgments/services-unprepared statement',
  ],
  [
    (a) => set(a.judgments, 'raids-no-foothold', { resolution: { outcome: false, on: '2024-08' } }),
    'judgments resolved judgments/raids-no-foothold resolution',
  ],
  [
    (a) => {
      a.judgments = a.judgments.filter(({ id }) => id !== 'moscow-shifts-resources');
      for (const item of [...(a.implications ?? []), ...(a.recommendations ?? [])]) {
        item.judgments = (item.judgments ?? []).filter((id) => id !== 'moscow-shifts-resources');
      }
      for (const { observes } of a.indicators ?? []) {
        if (Array.isArray(observes) && observes.includes('judgments/moscow-shifts-resources')) {
          observes.splice(observes.indexOf('judgments/moscow-shifts-resources'), 1);
        }
      }
    },
    'judgments withdrawn judgments/moscow-shifts-resources -',
    'outlook list-changed implications/imp-cooperation judgments',
    'outlook list-changed indicators/services-return observes',
  ],
  [
    (a) =>
      a.judgments.push({
        id: 'drones-multiply',
        statement: 'Drone attacks will multiply.',
        likelihood: { term: 'likely' },
      }),
    'judgments added judgments/drones-multiply -',
  ],
  [
    (a) => {
      const judgment = member(a.judgments, 'crocus-from-turkey');
      judgment.evidence = (judgment.evidence ?? []).filter((id) => id !== 'verdict');
    },
    'judgments list-changed judgments/crocus-from-turkey evidence',
    'derived independence-lost judgments/crocus-from-turkey independentSources down 1',
  ],
  [
    (a) =>
      set(a.matrix, 'gur-capability', {
        ratings: { ...member(a.matrix, 'gur-capability').ratings, 'hyp-iskp': 'CC' },
      }),
    'evidence rating-moved matrix/gur-capability ratings/hyp-iskp up 3',
    'derived leader-changed hypotheses/hyp-iskp rank',
  ],
  [
    (a) =>
      member(a.incidents, 'crocus-city-hall-2024').killed?.reports.push({
        value: 145,
        qualifier: 'at-least',
        source: 'ratelle-2024',
        asOf: '2024-04',
      }),
    'incidents added incidents/crocus-city-hall-2024 killed/reports/source ratelle-2024, asOf 2024-04',
    'derived range-widened incidents/crocus-city-hall-2024 killed/range wider',
  ],
  [
    (a) => set(member(a.actors, 'iscp').capabilities, 'planning', { level: 'substantial', trend: 'rising' }),
    'capabilities level-moved actors/iscp capabilities/planning/level up 2',
    'capabilities direction-changed actors/iscp capabilities/planning/trend',
  ],
  [
    (a) => {
      const { intent } = member(a.actors, 'gur');
      if (intent) intent.level = 'substantial';
    },
    'capabilities level-moved actors/gur intent/level down 1',
  ],
  [
    (a) => set(a.trends, 'iskp-operations', { direction: 'fluctuating' }),
    'capabilities direction-changed trends/iskp-operations direction',
  ],
  [
    (a) => set(member(a.trends, 'claimed-attacks').series, '2024-05~', { value: 25 }),
    'capabilities figure-changed trends/claimed-attacks series/2024-05~0, is-activity-map/value',
  ],
  [
    (a) => set(a.incidents, 'border-raids-2024', { outcome: 'failed' }),
    'incidents changed incidents/border-raids-2024 outcome',
  ],
  [
    (a) =>
      set(member(a.incidents, 'crocus-city-hall-2024').attributions, 'central-asian-network', {
        likelihood: { term: 'very likely' },
      }),
    'incidents likelihood-moved incidents/crocus-city-hall-2024 attributions/central-asian-network, Jean-François Ratelle/likelihood up 1',
  ],
  [
    (a) =>
      (member(a.incidents, 'kaluga-plot-2024').claims ??= [
        { actor: 'iskp', by: 'amaq', date: '2024-03-08' },
      ]),
    'incidents added incidents/kaluga-plot-2024 claims/iskp, amaq, 2024-03-08',
  ],
  [
    (a) => set(a.relationships, 'iskp-iscp', { standing: 'disputed' }),
    'actors standing-changed relationships/iskp-iscp standing',
  ],
  [
    (a) => set(a.actors, 'caucasus-emirate', { status: 'dismantled' }),
    'actors changed actors/caucasus-emirate status',
  ],
  [
    (a) => set(a.sources, 'court-file', { reliability: 'B' }),
    'evidence grade-moved sources/court-file reliability up 1',
  ],
  [
    (a) => set(member(a.evidence, 'verdict').citations, 'court-file', { credibility: 5 }),
    'evidence grade-moved evidence/verdict citations/court-file, p. 3/credibility down 2',
  ],
  [
    (a) => set(a.assumptions, 'war-continues', { linchpin: false }),
    'evidence changed assumptions/war-continues linchpin',
  ],
  [
    (a) => set(a.scenarios, 'iskp-strikes-again', { impact: 'major' }),
    'outlook impact-moved scenarios/iskp-strikes-again impact down 1',
  ],
  [
    (a) => set(a.indicators, 'saboteur-regime', { status: 'emerging' }),
    'outlook observation-moved indicators/saboteur-regime status up 1',
  ],
  [
    (a) => set(a.gaps, 'gap-crocus', { priority: 'medium' }),
    'outlook priority-moved gaps/gap-crocus priority down 1',
  ],
  [
    (a) => set(a.recommendations, 'rec-network', { timeframe: 'within a year' }),
    'outlook changed recommendations/rec-network timeframe',
  ],
  [
    (a) => {
      const bottomLine = a.bottomLine as string[];
      bottomLine[0] = 'Militant activity is very likely to expand.';
    },
    'narrative reworded assessment/* bottomLine',
  ],
  [(a) => a.sections?.push(...(a.sections?.splice(1, 1) ?? [])), 'narrative moved sections/crocus -'],
  [
    (a) => set(a.sections, 'provinces', { body: ['One sentence.', 'And another.'] }),
    'narrative reworded sections/provinces body',
  ],
];

/** A rename with all that refers to it, and things that are no change at all. */
function rewriteElsewhere(a: Assessment): Assessment {
  const renamed = JSON.stringify(a)
    .replaceAll('"kaluga-dismantled"', '"kaluga-cell"')
    .replaceAll('@kaluga-dismantled', '@kaluga-cell');
  const result = JSON.parse(renamed) as Assessment;
  result.judgments.reverse();
  result.evidence?.reverse();
  const section = member(result.sections, 'from-caucasus');
  section.body = (section.body as string[]).join('\n').replace(/(?<=\S)\n(?=\S)/g, ' ');
  return result;
}

function describe({ class: name, type, entity, field, move }: Change): string {
  const where = `${entity.collection}/${entity.collection === 'assessment' ? '*' : entity.id} ${field ?? '-'}`;
  const moved = move ? ` ${move.direction}${move.steps === undefined ? '' : ` ${move.steps}`}` : '';
  return `${name} ${type} ${where}${moved}`;
}

const older = olderEdition();
const newer = (() => {
  const edited = olderEdition();
  for (const [edit] of EDITS) edit(edited);
  return rewriteElsewhere(edited);
})();
const { changes } = diffAssessments({ assessment: older, register }, { assessment: newer, register });

test('a rich edit: each change is reported once, in its class, with its direction, and nothing else', () => {
  const expected = [
    ...EDITS.flatMap(([, ...found]) => found),
    'evidence renamed evidence/kaluga-cell id',
    'derived order-changed assessment/* judgments',
  ];
  expect(expected.length).toBeGreaterThan(35);
  expect(changes.map(describe).sort()).toEqual(expected.sort());
  expect(new Set(changes.map((change) => change.class))).toEqual(new Set(changeClasses));
});

test('classes are in order, the most important first; the marking comes first of all', () => {
  const places = changes.map((change) => changeClasses.indexOf(change.class));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(changes[0]).toMatchObject({ type: 'marking-changed', weight: 100 });
  for (const [index, change] of changes.entries()) {
    const next = changes[index + 1];
    if (next?.class === change.class) expect(next.weight).toBeLessThanOrEqual(change.weight);
  }
  const moved = changes.filter(
    ({ type, entity }) => type === 'likelihood-moved' && entity.collection === 'judgments',
  );
  const others = changes.filter((change) => !moved.includes(change) && change.type !== 'marking-changed');
  expect(Math.min(...moved.map(({ weight }) => weight))).toBeGreaterThan(
    Math.max(...others.map(({ weight }) => weight)),
  );
});

test('summaries are plain English', () => {
  const summaries = changes.map(({ summary }) => summary);
  const statement = 'Militant activity against the Kremlin inside Russia is likely to expand by mid-2025';
  expect(summaries).toEqual(
    expect.arrayContaining([
      'Marking TLP:CLEAR → TLP:AMBER (two steps more restrictive)',
      `${statement}: likely → very likely (one band up); confidence unchanged, moderate`,
      expect.stringMatching(/: roughly even chance → 10–15 % \(two bands down\); confidence low → high$/),
      expect.stringMatching(
        /: confidence low → high \(two steps up\); likelihood roughly even chance → 10–15 %$/,
      ),
      'Judgment added: Drone attacks will multiply (likely)',
      expect.stringMatching(/^Judgment withdrawn: .* \(very likely, confidence moderate\)$/),
      expect.stringMatching(/rests on one independent source now \(2 before\)$/),
      expect.stringMatching(
        /^Incident “Crocus City Hall[^”]*”: range of killed widened, 133–139 → 133 or more$/,
      ),
      expect.stringMatching(/: capability planning: level limited → substantial \(two steps up\)$/),
      'Source “Court file”: reliability C → B (one step up)',
    ]),
  );
});

/** The reported change with its weight. */
const described = ({ class: name, weight, summary, reason }: Change) =>
  `  ${name} ${weight} ${summary}${reason === undefined ? '' : ` (because: ${reason})`}`;

test('each edit by itself, and undone, is reported as recorded', () => {
  const lines = EDITS.flatMap(([edit, first]) => {
    const edited = olderEdition();
    edit(edited);
    const sides = [older, edited].map((assessment) => ({ assessment, register }));
    const [one, other] = sides;
    if (!one || !other) return [];
    const there = diffAssessments(one, other).changes.map(described);
    const back = diffAssessments(other, one).changes.map(described);
    return [first ?? '', ...there, '  back:', ...back];
  });
  expectGolden('diff/edits.txt', `${lines.join('\n')}\n`);
});

test('each edition, and its reverse, is reported as recorded, related changes in one line', () => {
  const texts = [
    firstEdition,
    ...allEditions()
      .slice(1)
      .map(({ assessment }) => assessment),
  ];
  const lines = texts.slice(1).flatMap((after, index) => {
    const [one, other] = [texts[index] ?? after, after].map((assessment) => ({ assessment, register: {} }));
    if (!one || !other) return [];
    const there = joinChanges(diffAssessments(one, other).changes, one, other).map(described);
    const back = joinChanges(diffAssessments(other, one).changes, other, one).map(described);
    return [laterEditions[index]?.name ?? '', ...there, '  back:', ...back];
  });
  expectGolden('diff/editions.txt', `${lines.join('\n')}\n`);
});

test('a reason is shown if the edition gives one', () => {
  const reasons = changes.filter(({ reason }) => reason !== undefined);
  expect(reasons.map(({ entity, reason }) => [entity.id, reason])).toEqual([
    ['activity-expands', 'A second series of attacks.'],
  ]);
});

test('changes have their places in both files', () => {
  const find = (type: string) => changes.find((change) => change.type === type)?.pointers;
  expect(find('marking-changed')).toEqual({ before: '/marking', after: '/marking' });
  expect(find('withdrawn')).toEqual({ before: '/judgments/11' });
  expect(find('added')).toHaveProperty('after');
  expect(find('added')).not.toHaveProperty('before');
});

test('applied, the changes give the newer edition', () => {
  expect(canonicalAssessment(applyChanges(older, changes))).toBe(canonicalAssessment(newer));
});
