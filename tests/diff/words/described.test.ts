import { describe, expect, test } from 'vitest';
import type { Assessment, Judgment } from '../../../src/model/generated/types.ts';
import { changesBetween } from '../samples.ts';

const summaries = (before: Partial<Assessment>, after: Partial<Assessment>) =>
  changesBetween(before, after).map(({ summary }) => summary);

const judgment = (more: Partial<Judgment>): Partial<Assessment> => ({
  judgments: [{ id: 'go-on', statement: 'Fires will go on.', ...more }],
});

describe('a horizon', () => {
  test.each([
    ['2016-04/2016-12', '2016-04/2017-06', 'six months longer'],
    ['2016-04/2016-12', '2016-04/2016-09', 'three months shorter'],
    ['2016', '2017', 'one year later'],
    ['2016', '2016-12-31', 'the same last day'],
    ['2016-04/2016-12', '2016', 'the same last day, without a beginning now'],
    ['2016', '2016-04/2017-12', 'ends one year later, with a beginning now'],
    ['2016-04-01/2016-04-10', '2016-04-01/2016-04-12', 'two days longer'],
    ['2016-04-01/2016-04-10', '2016-04-01/2016-04-24', 'two weeks longer'],
    ['2016-04/2016-12', '2016-05/2016-12', 'begins one month later'],
    ['2016-04/2016-12', '2016-03/2017-12', 'begins one month earlier, ends one year later'],
    ['2016-04/2016-12', '2016-04/..', 'without an end now'],
    ['2016-04/..', '2016-04/2016-12', 'with an end now'],
  ])('%s → %s is %s', (before, after, words) => {
    expect(summaries(judgment({ horizon: before }), judgment({ horizon: after }))).toEqual([
      `Judgment “Fires will go on”: horizon ${before} → ${after} (${words})`,
    ]);
  });
});

describe('a range of likelihood', () => {
  const confidence = { level: 'low' as const, basis: 'One source.' };
  const moved = (before: Judgment['likelihood'], after: Judgment['likelihood']) =>
    summaries(
      judgment({ confidence, ...(before && { likelihood: before }) }),
      judgment({ confidence, ...(after && { likelihood: after }) }),
    );
  test('says which bands it covers', () => {
    expect(moved({ term: 'very likely' }, { range: [0.7, 0.9] })).toEqual([
      'Fires will go on: very likely → 70–90 % (down; reaches from likely into very likely); confidence unchanged, low',
    ]);
    expect(moved({ range: [0.7, 0.9] }, { term: 'very likely' })).toEqual([
      'Fires will go on: 70–90 % → very likely (up; reached from likely into very likely before); confidence unchanged, low',
    ]);
  });
  test('says if it stays within one', () => {
    expect(moved({ range: [0.6, 0.65] }, { range: [0.7, 0.75] })).toEqual([
      'Fires will go on: 60–65 % → 70–75 % (up within the band); confidence unchanged, low',
    ]);
  });
});

describe('names instead of ids', () => {
  const source = (
    id: string,
    family: string | undefined,
    title: string,
  ): NonNullable<Assessment['sources']>[number] => ({
    id,
    csl: {
      type: 'report',
      title,
      issued: '2016-03-31',
      ...(family !== undefined && { author: [{ family }] }),
    },
  });
  const sources = [
    source('kol', 'Kolotilov', 'Two bombings'),
    source('tass', undefined, 'Blast near Derbent'),
  ];
  const cited = (...citations: { source: string; locator?: string }[]): Partial<Assessment> => ({
    sources,
    evidence: [{ id: 'e', statement: 'Two fires.', citations: citations as never }],
  });
  test('a new citation, one from another source, another page', () => {
    expect(
      summaries(
        cited({ source: 'kol', locator: 'p. 1' }),
        cited({ source: 'kol', locator: 'p. 1' }, { source: 'tass' }),
      ),
    ).toEqual(['Evidence “Two fires”: citation added: Blast near Derbent']);
    expect(
      summaries(cited({ source: 'kol', locator: 'p. 1' }), cited({ source: 'tass', locator: 'p. 1' })),
    ).toEqual([
      'Evidence “Two fires”: citation (Blast near Derbent, p. 1) changed: source Kolotilov 2016 → Blast near Derbent',
    ]);
    expect(
      summaries(cited({ source: 'kol', locator: 'p. 1' }), cited({ source: 'kol', locator: 'p. 2' })),
    ).toEqual(['Evidence “Two fires”: citation (Kolotilov 2016, p. 2) changed: locator “p. 1” → “p. 2”']);
  });
  test('two authors, several, and two sources of one name', () => {
    const by = (...families: string[]) => ({
      sources: [
        {
          id: 's',
          csl: { type: 'book' as const, issued: '2020', author: families.map((family) => ({ family })) },
        },
      ],
    });
    const withNote = (base: ReturnType<typeof by>) => ({
      sources: base.sources.map((one) => ({ ...one, note: 'Read in part.' })),
    });
    expect(summaries(by('Ali', 'Brown'), withNote(by('Ali', 'Brown')))[0]).toContain(
      'Source “Ali and Brown 2020”',
    );
    expect(summaries(by('Ali', 'Brown', 'Chen'), withNote(by('Ali', 'Brown', 'Chen')))[0]).toContain(
      'Source “Ali et al. 2020”',
    );
    const twins = [source('one', 'Ali', 'A'), source('two', 'Ali', 'B')];
    const from = (id: string) => ({ ...cited({ source: id, locator: 'p. 1' }), sources: twins });
    expect(summaries(from('one'), from('two'))).toEqual([
      'Evidence “Two fires”: citation (Ali 2016, p. 1) changed: source Ali 2016 (one) → Ali 2016 (two)',
    ]);
  });
  test('an addressee, an estimate, a dissent, and a judgment that is no longer key', () => {
    const to = (...addressees: string[]): Partial<Assessment> => ({
      recommendations: [{ id: 'r', action: 'Fit alarms.', to: addressees as [string, ...string[]] }],
    });
    expect(summaries(to('Police'), to('Police', 'Ministry of the Interior'))).toEqual([
      'Recommendation “Fit alarms”: addressee added Ministry of the Interior',
    ]);
    expect(
      summaries(
        judgment({}),
        judgment({ estimates: [{ by: 'A. Analyst', likelihood: { term: 'likely' } }] }),
      ),
    ).toEqual(['Judgment “Fires will go on”: estimate by A. Analyst added: likely']);
    expect(
      summaries(
        judgment({}),
        judgment({ dissents: [{ by: 'A. Analyst', statement: 'They stop.', reason: 'No men.' }] }),
      ),
    ).toEqual(['Judgment “Fires will go on”: dissent by A. Analyst added: “They stop.”']);
    expect(summaries(judgment({ key: true }), judgment({}))).toEqual([
      'Judgment “Fires will go on”: key judgment yes → no',
    ]);
  });
});
