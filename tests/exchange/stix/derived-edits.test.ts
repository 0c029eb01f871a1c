import { describe, expect, test } from 'vitest';
import { withDerivedEdit } from '../../../src/exchange/stix/derived-edits.ts';

const known = {
  actor: (id: string) => (id === 'threat-actor--1' ? 'herons' : undefined),
  party: (name: string) => (name === 'Ardea' ? 'herons' : name),
};
const edited = (entry: object, part: string, name: string, value: unknown, index = 0) =>
  withDerivedEdit(
    entry as Readonly<Record<string, unknown>>,
    { part, index } as Parameters<typeof withDerivedEdit>[1],
    { name, value, added: [], removed: 0 },
    known,
  );

describe('a change to what a bundle repeats of an entry', () => {
  const incident = {
    id: 'fire',
    attributions: [
      { actor: 'cell', by: 'Court' },
      { actor: 'gang', by: 'Police' },
    ],
  };

  test('changes the attribution that it repeats, and no other', () => {
    expect(edited(incident, 'attributions', 'confidence', 90, 1)).toEqual({
      id: 'fire',
      attributions: [incident.attributions[0], { actor: 'gang', by: 'Police', confidence: 'high' }],
    });
    expect(edited(incident, 'attributions', 'target_ref', 'threat-actor--1')).toEqual({
      id: 'fire',
      attributions: [{ actor: 'herons', by: 'Court' }, incident.attributions[1]],
    });
  });

  test('has no place where it says nothing that we know', () => {
    expect(edited(incident, 'attributions', 'confidence', 0)).toBeUndefined();
    expect(edited(incident, 'attributions', 'confidence', 'high')).toBeUndefined();
    expect(edited(incident, 'attributions', 'target_ref', 'threat-actor--2')).toBeUndefined();
    expect(edited(incident, 'attributions', 'authors', ['Ardea'])).toBeUndefined();
    expect(edited(incident, 'asserts', 'confidence', 90)).toBeUndefined();
    expect(edited(incident, 'asserts', 'target_ref', 'threat-actor--1')).toBeUndefined();
    expect(edited(incident, 'asserts', 'opinion', 'disagree')).toBeUndefined();
    expect(edited(incident, 'standing', 'opinion', 'agree to differ')).toBeUndefined();
  });

  test.each(['asserts', 'denies'])('names who %s', (part) => {
    const relation = { id: 'pays', asserts: ['x'], denies: ['y'] };
    expect(edited(relation, part, 'authors', ['Ardea', 7, 'Desk'])).toEqual({
      ...relation,
      [part]: ['herons', 'Desk'],
    });
    expect(edited(relation, part, 'authors', [])).toBeUndefined();
    expect(edited(relation, part, 'authors', 'Ardea')).toBeUndefined();
  });

  test('says how a relationship stands', () => {
    const relation = { id: 'pays', standing: 'alleged' };
    expect(edited(relation, 'standing', 'opinion', 'strongly-disagree')).toEqual({
      id: 'pays',
      standing: 'denied',
    });
    expect(edited(relation, 'standing', 'opinion', 'disagree')).toEqual({ id: 'pays', standing: 'disputed' });
    expect(edited(relation, 'standing', 'authors', ['disagree'])).toBeUndefined();
  });
});
