import { expect, test } from 'vitest';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { brief, changesBetween } from '../samples.ts';

type Incident = Partial<NonNullable<Assessment['incidents']>[number]>;

const source = (id: string, title: string) =>
  ({ id, csl: { type: 'report', title, issued: '2025' } }) as const;

/** What a reader sees first of each change between two versions of an incident, its class and place before it. */
function changes(before: Incident, after: Incident): readonly string[] {
  const withFire = (fire: Incident): Partial<Assessment> => ({
    sources: [source('alpha', 'Alpha Report'), source('beta', 'Beta Report')],
    incidents: [
      { id: 'fire', title: 'Fire', ...fire },
      { id: 'strike', title: 'Strike' },
    ] as NonNullable<Assessment['incidents']>,
  });
  return changesBetween(withFire(before), withFire(after)).map(brief);
}

const report = (value: number, source = 'alpha') => ({ value, source });
const dated = (value: string, source = 'alpha') => ({ value, source });
const injured = (...per: readonly (readonly [group: string, ...figures: ReturnType<typeof report>[]])[]) =>
  ({
    injured: {
      reports: [report(9)],
      ...(per.length > 0 && { per: per.map(([group, ...reports]) => ({ group, reports })) }),
    },
  }) as Incident;
const killed = (...across: readonly string[]): Incident => ({
  killed: { reports: [report(7)], ...(across.length > 0 && { across: [...across] }) },
});
const trains = (more: object): Incident =>
  ({ counts: [{ of: 'trains', reports: [report(7)], ...more }] }) as Incident;

test.each<[name: string, Incident, Incident, string]>([
  [
    'a figure for a group',
    injured(['children', report(2)]),
    injured(['children', report(3)]),
    'figure-changed incidents/fire injured/per/children/reports/source alpha/value: Incident “Fire”: part of injured (children): report on a part (Alpha Report): value 2 → 3',
  ],
  [
    'another report on a group',
    injured(['children', report(2)]),
    injured(['children', report(2), report(4, 'beta')]),
    'added incidents/fire injured/per/children/reports/source beta: Incident “Fire”: part of injured (children), report on a part (Beta Report) added: 4',
  ],
  [
    'a group that came, before one that was there',
    injured(['children', report(2)]),
    injured(['passengers', report(5)], ['children', report(2)]),
    'added incidents/fire injured/per/passengers: Incident “Fire”: part of injured (passengers) added: 5',
  ],
  [
    'the only group that there was',
    injured(['children', report(2)]),
    injured(),
    'removed incidents/fire injured/per/children: Incident “Fire”: part of injured (children) removed: 2',
  ],
  [
    'a toll that is now of two incidents, with the toll’s name',
    killed(),
    killed('strike'),
    'list-changed incidents/fire killed/across: Incident “Fire”: killed counted together with added Strike',
  ],
  [
    'a toll that is now of one',
    killed('strike'),
    killed(),
    'list-changed incidents/fire killed/across: Incident “Fire”: killed counted together with removed Strike',
  ],
  [
    'a count of two incidents',
    trains({}),
    trains({ across: ['strike'] }),
    'list-changed incidents/fire counts/trains/across: Incident “Fire”: count (trains): counted together with added Strike',
  ],
  [
    'a unit',
    trains({ unit: 'sets' }),
    trains({ unit: 'wagons' }),
    'changed incidents/fire counts/trains/unit: Incident “Fire”: count (trains): unit sets → wagons',
  ],
  [
    'a currency',
    trains({ money: { currency: 'EUR' } }),
    trains({ money: { currency: 'USD' } }),
    'changed incidents/fire counts/trains/money/currency: Incident “Fire”: count (trains): currency EUR → USD',
  ],
  [
    'a group of a count',
    trains({ per: [{ group: 'night trains', reports: [report(1)] }] }),
    trains({ per: [{ group: 'night trains', reports: [report(2)] }] }),
    'figure-changed incidents/fire counts/trains/per/night trains/reports/source alpha/value: Incident “Fire”: count (trains): part of a count (night trains): report on a part (Alpha Report): value 1 → 2',
  ],
  [
    'a date that sources differ on now',
    { date: '2025-03-09' },
    { date: { reports: [dated('2025-03-09'), dated('2025-03-10', 'beta')] } },
    'changed incidents/fire date: Incident “Fire”: date 2025-03-09 → 2025-03-09, 2025-03-10',
  ],
  [
    'a report of a date',
    { date: { reports: [dated('2025-03-09'), dated('2025-03-10', 'beta')] } },
    { date: { reports: [dated('2025-03-09'), dated('2025-03-11', 'beta')] } },
    'changed incidents/fire date/reports/source beta/value: Incident “Fire”: report on date (Beta Report): date 2025-03-10 → 2025-03-11',
  ],
  [
    'a report of a date that went',
    { date: { reports: [dated('2025-03-09'), dated('2025-03-10', 'beta')] } },
    { date: { reports: [dated('2025-03-09')] } },
    'removed incidents/fire date/reports/source beta: Incident “Fire”: report on date (Beta Report) removed: 2025-03-10',
  ],
  [
    'a time of day, and its zone',
    { date: '2025-03-09T23:40' },
    { date: '2025-03-09T23:40+02:00' },
    'changed incidents/fire date: Incident “Fire”: date 2025-03-09T23:40 → 2025-03-09T23:40+02:00',
  ],
  [
    'when it ended',
    { date: '2025-03-09', until: '2025-03-12' },
    { date: '2025-03-09', until: '2025-03-15' },
    'changed incidents/fire until: Incident “Fire”: until 2025-03-12 → 2025-03-15',
  ],
])('%s is one change, said with what it is of', (_, before, after, said) => {
  expect(changes(before, after)).toEqual([`incidents ${said}`]);
});
