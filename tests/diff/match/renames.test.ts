import { describe, expect, test } from 'vitest';
import { canonicalAssessment } from '../../../src/diff/words/canonical.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { applyChanges } from '../apply-changes.ts';
import { assessmentWith, brief, changesBetween } from '../samples.ts';

const csl = { type: 'report' as const, title: 'Quarterly Safety Report' };

/** Everything that can refer to something, under ids that begin with the prefix. */
function tangle(prefix: string): Partial<Assessment> {
  const id = (name: string) => `${prefix}-${name}`;
  return {
    edition: { number: 1, changes: [{ entity: `judgments/${id('judgment')}`, reason: 'New.' }] },
    bottomLine: `It burnt. [@${id('evidence')}; @${id('source')}, p. 4]`,
    sources: [
      { id: id('source'), csl },
      { id: 'copy', csl: { type: 'webpage', title: 'Another thing' }, derivedFrom: [id('source')] },
    ],
    evidence: [
      {
        id: id('evidence'),
        statement: 'Four cabinets were set on fire.',
        speaker: { actor: id('actor') },
        citations: [{ source: id('source') }],
      },
    ],
    assumptions: [{ id: id('assumption'), statement: 'Cabinets stay unguarded.' }],
    actors: [
      { id: id('actor'), name: 'Northern Line cell' },
      { id: 'child', name: 'Its youth wing', parent: id('actor') },
    ],
    relationships: [{ id: 'r', from: id('actor'), to: 'child', type: 'directs', by: [id('actor')] }],
    incidents: [
      {
        id: id('incident'),
        title: 'Depot fire',
        killed: { reports: [{ value: 1, source: id('source'), by: id('actor') }] },
        attributions: [{ actor: id('actor'), by: { actor: id('actor') } }],
      },
    ],
    trends: [
      {
        id: 't',
        subject: id('actor'),
        direction: 'rising',
        series: [{ at: '2024', value: 1, source: id('source') }],
      },
    ],
    hypotheses: [{ id: id('hypothesis'), statement: 'A service pays them.', proponents: [id('actor')] }],
    matrix: [{ evidence: id('evidence'), ratings: { [id('hypothesis')]: 'CC' } }],
    judgments: [
      {
        id: id('judgment'),
        statement: 'Fires will go on.',
        about: [id('incident'), `actors/${id('actor')}`],
        evidence: [id('evidence')],
        assumptions: [id('assumption')],
      },
      { id: 'other', statement: 'The cell survives.', implies: [id('judgment')] },
    ],
    scenarios: [{ id: id('scenario'), title: 'From cabinets to bridges', indicators: [id('indicator')] }],
    indicators: [
      { id: id('indicator'), statement: 'Drones at night.', observes: `scenarios/${id('scenario')}` },
    ],
    exclusive: [{ members: [`scenarios/${id('scenario')}`, 'judgments/other'] }],
    exceptions: [{ rule: 'some-rule', at: `judgments/${id('judgment')}`, reason: 'So.' }],
  };
}

describe('a new id', () => {
  test('is a rename, and references that followed are not changes', () => {
    const [before, after] = [tangle('old'), tangle('new')];
    const changes = changesBetween(before, after);
    expect(changes.map(({ type, field, before: from, after: to }) => [type, field, from, to]).sort()).toEqual(
      [
        'actor',
        'assumption',
        'evidence',
        'hypothesis',
        'incident',
        'indicator',
        'judgment',
        'scenario',
        'source',
      ].map((name) => ['renamed', 'id', `old-${name}`, `new-${name}`]),
    );
    const applied = applyChanges(assessmentWith(before), changes);
    expect(canonicalAssessment(applied)).toBe(canonicalAssessment(assessmentWith(after)));
  });

  test('with a small edit is a rename and a change', () => {
    const before = [{ id: 'a', statement: 'Arson on the northern line is likely to go on through 2025.' }];
    const after = [{ id: 'b', statement: 'Arson on the northern line is likely to go on through 2026.' }];
    expect(changesBetween({ judgments: before }, { judgments: after }).map(({ type }) => type)).toEqual([
      'reworded',
      'renamed',
    ]);
  });

  test('with other content is a new entry', () => {
    const before = [{ id: 'a', statement: 'Arson on the northern line is likely to go on through 2025.' }];
    const after = [{ id: 'b', statement: 'The ministry will fit cabinets with alarms.' }];
    expect(changesBetween({ judgments: before }, { judgments: after }).map(({ type }) => type)).toEqual([
      'withdrawn',
      'added',
    ]);
  });

  test('of a source with the same notes but another title is another source', () => {
    const note = 'An agency of the state; repeats what the ministry says and names no witnesses of its own.';
    const source = (id: string, title: string) => ({
      id,
      csl: { type: 'article' as const, title },
      note,
      access: note,
    });
    expect(
      changesBetween(
        { sources: [source('a', 'Fire on the line')] },
        { sources: [source('b', 'Minister visits depot')] },
      ).map(({ type }) => type),
    ).toEqual(['removed', 'added']);
  });

  test('of something similar, which some references did not follow, is not a rename', () => {
    const entry = (id: string, when: string) => ({
      id,
      statement: `Four cabinets were set on fire ${when}.`,
    });
    const judgment = { id: 'j', statement: 'Fires will go on.', evidence: ['a'] };
    const changes = changesBetween(
      { evidence: [entry('a', 'in March')], judgments: [judgment] },
      { evidence: [entry('b', 'in April')], judgments: [judgment] },
    );
    expect(
      changes
        .filter(({ origin }) => origin === 'assessment')
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['added', 'removed']);
  });

  test('without another change is a rename, and lists the places that still have the old id', () => {
    const entry = (id: string) => ({ id, statement: 'Four cabinets were set on fire.' });
    const judgment = { id: 'j', statement: 'Fires will go on.', evidence: ['a'] };
    const changes = changesBetween(
      { evidence: [entry('a')], judgments: [judgment] },
      { evidence: [entry('b')], judgments: [judgment] },
    );
    expect(changes.filter(({ origin }) => origin === 'assessment').map(({ summary }) => summary)).toEqual([
      'Evidence “Four cabinets were set on fire”: id a → b; “Fires will go on” still names a',
    ]);
  });

  test('of two judgments that exchanged ids, and all references followed', () => {
    const judgments = (first: string, second: string) => [
      { id: first, statement: 'Fires will go on.', horizon: '2027' },
      { id: second, statement: 'The line will close.' },
    ];
    const recommendations = (id: string) => [{ id: 'r', action: 'Watch.', judgments: [id] }];
    const changes = changesBetween(
      { judgments: judgments('a', 'b'), recommendations: recommendations('a') },
      { judgments: judgments('b', 'a'), recommendations: recommendations('b') },
    );
    expect(changes.map(({ type, before, after }) => [type, before, after])).toEqual([
      ['renamed', 'a', 'b'],
      ['renamed', 'b', 'a'],
    ]);
  });

  test('in the register, if that gives the name', () => {
    const registers = {
      before: { actors: [{ id: 'union', name: 'Rail Union' }] },
      after: { actors: [{ id: 'rail-union', name: 'Rail Union' }] },
    };
    expect(
      changesBetween(
        { actors: [{ ref: 'union', status: 'active' }] },
        { actors: [{ ref: 'rail-union', status: 'active' }] },
        registers,
      ).map(brief),
    ).toEqual(['actors renamed actors/rail-union id: Actor “Rail Union”: id union → rail-union']);
  });

  test('an entry that moves into the register keeps its id', () => {
    const [before, after] = [
      { actors: [{ id: 'union', name: 'Rail Union' }] },
      { actors: [{ ref: 'union' }] },
    ];
    const changes = changesBetween(before, after, {
      after: { actors: [{ id: 'union', name: 'Rail Union' }] },
    });
    expect(changes.map(({ type, field }) => [type, field])).toEqual([
      ['changed', 'name'],
      ['changed', 'ref'],
    ]);
    expect(applyChanges(assessmentWith(before), changes)).toEqual(assessmentWith(after));
  });
});

describe('exchanged ids', () => {
  const twoOf = (first: string, second: string): Partial<Assessment> => ({
    sources: [
      { id: first, csl: { type: 'report', title: 'Safety report' } },
      { id: second, csl: { type: 'report', title: 'Court file' }, derivedFrom: [first] },
    ],
    evidence: [
      { id: 'four-fires', statement: 'Four fires.', citations: [{ source: first }] },
      { id: 'one-trial', statement: 'One trial.', citations: [{ source: second }] },
    ],
    sections: [
      { id: 's', heading: 'Fires', body: `Four burned.[@${first}; @${second}] One was tried.[@${second}]` },
    ],
  });
  const changesOf = (before: Partial<Assessment>, after: Partial<Assessment>) =>
    changesBetween(before, after).map(({ type, before: from, after: to }) => [type, from, to]);

  test('of sources that are cited in prose and derived from one another', () => {
    expect(changesOf(twoOf('a', 'b'), twoOf('b', 'a'))).toEqual([
      ['renamed', 'a', 'b'],
      ['renamed', 'b', 'a'],
    ]);
  });

  const rated = (first: string, second: string): Partial<Assessment> => ({
    hypotheses: [
      { id: first, statement: 'A service pays.' },
      { id: second, statement: 'Vandals copy.' },
    ],
    matrix: [{ evidence: 'e', ratings: { [first]: 'C', [second]: 'II' } }],
  });
  test('of hypotheses whose ratings followed', () => {
    expect(changesOf(rated('paid', 'vandals'), rated('vandals', 'paid'))).toEqual([
      ['renamed', 'paid', 'vandals'],
      ['renamed', 'vandals', 'paid'],
    ]);
  });
  test('of hypotheses whose ratings stayed: these exchanged their words, not their ids', () => {
    const before = rated('paid', 'vandals');
    const after = { ...rated('vandals', 'paid'), ...(before.matrix && { matrix: before.matrix }) };
    expect(changesOf(before, after).map(([type]) => type)).toEqual(['order-changed', 'reworded', 'reworded']);
  });
});
