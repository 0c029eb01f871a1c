import { describe, expect, test } from 'vitest';
import type { Assessment, Incident, QuantityReport } from '../../src/model/generated/types.ts';
import { changesBetween } from './samples.ts';

const changesOf = (before: Partial<Assessment>, after: Partial<Assessment>) =>
  changesBetween(before, after)
    .filter(({ origin }) => origin === 'assessment')
    .map(({ type, entity, field, summary }) => [type, entity.id, field, summary]);

const incident = (properties: Partial<Incident>): Partial<Assessment> => ({
  incidents: [{ id: 'fire', title: 'Depot fire', ...properties }],
});
const killed = (...reports: QuantityReport[]) => incident({ killed: { reports } });

describe('members of lists without ids are matched by their natural key', () => {
  const post: QuantityReport = { value: 3, source: 'post', asOf: '2025-03-10' };
  const authority: QuantityReport = { value: 4, source: 'authority', by: 'a hospital' };

  test('a figure of one report', () => {
    expect(changesOf(killed(post, authority), killed(authority, { ...post, value: 5 }))).toEqual([
      [
        'figure-changed',
        'fire',
        'killed/reports/source post, asOf 2025-03-10/value',
        'Incident “Depot fire”: report on killed (post, as of 2025-03-10): value 3 → 5',
      ],
    ]);
  });

  test('an edited key is one change of the member', () => {
    expect(changesOf(killed(post, authority), killed({ ...post, asOf: '2025-03-11' }, authority))).toEqual([
      [
        'changed',
        'fire',
        'killed/reports/source post, asOf 2025-03-11',
        'Incident “Depot fire”: report on killed (post, as of 2025-03-11) changed: as of 2025-03-10 → 2025-03-11',
      ],
    ]);
  });

  test('of several members with one key, equal ones cancel out', () => {
    expect(
      changesOf(killed(post, { ...post, value: 4 }), killed({ ...post, value: 4 }, { ...post, value: 6 })),
    ).toEqual([
      [
        'changed',
        'fire',
        'killed/reports/source post, asOf 2025-03-10',
        'Incident “Depot fire”: report on killed (post, as of 2025-03-10) changed: value 3 → 6',
      ],
    ]);
    expect(changesOf(killed(post, post), killed(post)).map(([type]) => type)).toEqual(['removed']);
  });

  test('blame and claims', () => {
    const before = incident({
      attributions: [{ actor: 'cell', by: 'the police' }],
      claims: [{ actor: 'cell' }],
    });
    const after = incident({
      attributions: [
        { actor: 'cell', by: 'the police', confidence: 'low' },
        { actor: 'service', by: ['them', 'us'] },
      ],
    });
    expect(changesOf(before, after).map(([type, , field]) => [type, field])).toEqual([
      ['added', 'attributions/service, them + us'],
      ['confidence-moved', 'attributions/cell, the police/confidence'],
      ['removed', 'claims/actor cell'],
    ]);
  });

  test('an accuser is named once, whether or not the actor is identified', () => {
    const side = (confidence: 'low' | 'high', actor?: string): Partial<Assessment> => ({
      actors: [
        { id: 'cell', name: 'The Cell', type: 'group' },
        { id: 'police', name: 'Norham police', type: 'government' },
        { id: 'service', name: 'The Service', type: 'government' },
      ],
      ...incident({
        attributions: [
          { actor: 'cell', by: [{ name: 'Norham police', ...(actor && { actor }) }, 'service'], confidence },
        ],
      }),
    });
    const change =
      'attribution (The Cell, Norham police and The Service): confidence low → high (two steps up)';
    expect(
      changesOf(side('low', 'police'), side('high', 'police')).map(([, , , summary]) => summary),
    ).toEqual([`Incident “Depot fire”: ${change}`]);
    expect(
      changesOf(side('low'), side('low', 'police')).map(([type, , field]) => [type, field]),
    ).toHaveLength(1);
  });

  test('a place in a source, a reason, an exception', () => {
    const before = {
      evidence: [{ id: 'e', statement: 'It burnt.', citations: [{ source: 'post', locator: 'p. 4' }] }],
      edition: { number: 2, changes: [{ entity: 'judgments/j', reason: 'New.' }] },
      exceptions: [{ rule: 'r', at: '/id', reason: 'So.' }],
    };
    const after = {
      evidence: [{ id: 'e', statement: 'It burnt.', citations: [{ source: 'post', locator: 'p. 5' }] }],
      edition: { number: 2, changes: [{ entity: 'judgments/j', reason: 'Old.' }] },
      exceptions: [{ rule: 'r', at: '/title', reason: 'So.' }],
    };
    expect(changesOf(before, after).map(([type, id, field]) => [type, id, field])).toEqual([
      ['changed', 'r, /title', null],
      ['reworded', 'sample', 'edition/changes/judgments~1j/reason'],
      ['changed', 'e', 'citations/post, p. 5'],
    ]);
  });

  test('a set whose members are others', () => {
    const set = (...members: string[]) => ({
      exclusive: [{ members }, { members: ['judgments/x', 'judgments/y'] }],
    });
    expect(
      changesOf(set('scenarios/a', 'scenarios/b'), set('scenarios/c', 'scenarios/a', 'scenarios/b')),
    ).toHaveLength(1);
  });
});

describe('lists with an order', () => {
  const authors = (...names: string[]) => ({ authors: names.map((name) => ({ name })) });
  const sections = (...ids: string[]) => ({
    sections: ids.map((id) => ({ id, heading: `About ${id}`, body: `It is ${id}.` })),
  });

  test('authors', () => {
    expect(changesOf(authors('A', 'B', 'C'), authors('C', 'A', 'B')).map(([type, id]) => [type, id])).toEqual(
      [['moved', 'C']],
    );
  });

  test('a section that moved, and a new one', () => {
    const changes = changesBetween(sections('a', 'b', 'c'), sections('b', 'new', 'c', 'a'));
    expect(changes.map(({ type, entity, position, weight }) => [type, entity.id, position, weight])).toEqual([
      ['added', 'new', { after: 'b' }, 34],
      ['moved', 'a', { before: null, after: 'c' }, 8],
    ]);
    expect(changes[1]).toMatchObject({
      before: 1,
      after: 4,
      summary: 'Section “About a” moved from place 1 to 4',
    });
  });

  test('sentences', () => {
    const [change] = changesBetween({ bottomLine: ['One.', 'Two.'] }, { bottomLine: ['Two.', 'One.'] });
    expect(change).toMatchObject({ class: 'narrative', type: 'reworded', field: 'bottomLine' });
  });
});

test('changes in properties missing from the schema are reported too', () => {
  const later = {
    horizons: [{ of: 'all' }],
    judgments: [{ id: 'j', statement: 'A.', mood: 'grim' }],
  } as object;
  const before = { judgments: [{ id: 'j', statement: 'A.' }] };
  expect(changesOf(before, later as Partial<Assessment>)).toEqual([
    ['changed', 'sample', 'horizons', 'Horizons stated: of all'],
    ['changed', 'j', 'mood', 'Judgment “A”: mood stated: grim'],
  ]);
});
