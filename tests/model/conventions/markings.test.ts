import { describe, expect, test } from 'vitest';
import { named } from '../../../src/model/conventions/conventions.ts';
import {
  folderOf,
  isAbove,
  isPublic,
  lookOf,
  portionOf,
  readMarking,
  strictestOf,
} from '../../../src/model/conventions/markings.ts';
import { shippedSchemes } from '../../../src/model/conventions/shipped.ts';

const uk = named('uk-gscp', shippedSchemes['uk-gscp']);
const vs = named('de-vs', shippedSchemes['de-vs']);
const tlp = named('tlp-2', shippedSchemes['tlp-2']);

describe('a marking is read as prefix, label, caveats and descriptors', () => {
  test.each([
    ['OFFICIAL', { rank: 0, prefix: undefined, caveats: [], descriptors: [] }],
    ['OFFICIAL-SENSITIVE', { rank: 1 }],
    ['UK TOP SECRET', { rank: 3, prefix: 'UK' }],
    ['UK SECRET UK EYES ONLY', { rank: 2, prefix: 'UK', caveats: ['UK EYES ONLY'] }],
    ['OFFICIAL-SENSITIVE – COMMERCIAL', { rank: 1, descriptors: ['COMMERCIAL'] }],
    ['SECRET//FIVE EYES, LEGAL', { rank: 2, caveats: ['FIVE EYES'], descriptors: ['LEGAL'] }],
    ['SECRET – LEGAL PROFESSIONAL PRIVILEGE', { descriptors: ['LEGAL PROFESSIONAL PRIVILEGE'] }],
  ])('%s', (text, expected) => {
    expect(readMarking(uk, text)).toMatchObject(expected);
  });

  test.each(['TLP:RED', 'secret', 'OFFICIALLY', 'SECRETLEGAL', 'SECRET MADE UP', 'UK', 'UK EYES ONLY', ''])(
    '%j is not a marking',
    (text) => {
      expect(readMarking(uk, text)).toBeUndefined();
    },
  );
});

describe('markings above the level of a reader', () => {
  test.each([
    ['SECRET', 'OFFICIAL', true],
    ['OFFICIAL', 'SECRET', false],
    ['SECRET', 'SECRET', false],
    ['SECRET UK EYES ONLY', 'SECRET', true],
    ['OFFICIAL UK EYES ONLY', 'SECRET', true],
    ['OFFICIAL UK EYES ONLY', 'SECRET UK EYES ONLY', false],
    ['OFFICIAL-SENSITIVE COMMERCIAL', 'OFFICIAL-SENSITIVE', false],
    ['UK SECRET', 'SECRET', false],
  ])('%s above %s: %s', (marking, level, expected) => {
    expect(isAbove(uk, marking, level)).toBe(expected);
  });

  test('an unknown marking is above everything; no marking is not', () => {
    expect(isAbove(uk, 'TLP:CLEAR', 'TOP SECRET')).toBe(true);
    expect(isAbove(uk, 'OFFICIAL', 'TLP:RED')).toBe(true);
    expect(isAbove(uk, 7, 'TOP SECRET')).toBe(true);
    expect(isAbove(uk, undefined, 'OFFICIAL')).toBe(false);
  });
});

test('several together have the highest label and every caveat', () => {
  expect(strictestOf(uk, ['OFFICIAL UK EYES ONLY', 'SECRET FIVE EYES', 'OFFICIAL'])).toBe(
    'SECRET FIVE EYES UK EYES ONLY',
  );
  expect(strictestOf(tlp, ['TLP:GREEN', 'TLP:AMBER+STRICT', 'TLP:AMBER'])).toBe('TLP:AMBER+STRICT');
  expect(strictestOf(uk, [])).toBe('TOP SECRET');
});

test('the style follows the label: TLP on black at the right, VS-NfD in blue only in the header, GEHEIM in red', () => {
  expect(lookOf(tlp, 'TLP:AMBER')).toEqual({
    text: 'TLP:AMBER',
    colour: '#ffc000',
    background: '#000000',
    align: 'right',
    header: true,
    footer: true,
  });
  expect(lookOf(vs, 'VS-NfD')).toMatchObject({
    text: 'VS-NUR FÜR DEN DIENSTGEBRAUCH',
    colour: '#1f3f8f',
    footer: false,
  });
  expect(lookOf(vs, 'GEHEIM')).toMatchObject({ text: 'GEHEIM – amtlich geheim gehalten', colour: '#c00000' });
  expect(lookOf(uk, 'UK OFFICIAL COMMERCIAL')).toMatchObject({
    text: 'UK OFFICIAL COMMERCIAL',
    align: 'center',
  });
});

test('a portion mark is short if the scheme has one', () => {
  expect(portionOf(uk, 'SECRET UK EYES ONLY')).toBe('S UK EYES ONLY');
  expect(portionOf(tlp, 'TLP:RED')).toBe('TLP:RED');
});

test('only a marking that anybody may read is public', () => {
  expect(isPublic(tlp, 'TLP:CLEAR')).toBe(true);
  expect(isPublic(tlp, 'TLP:GREEN')).toBe(false);
  expect(isPublic(uk, 'OFFICIAL')).toBe(false);
});

test('folders of releases have names that every file system accepts', () => {
  expect(folderOf('TLP:AMBER+STRICT')).toBe('tlp-amber-strict');
  expect(folderOf('UK SECRET//UK EYES ONLY')).toBe('uk-secret-uk-eyes-only');
});

test('each shipped scheme names its source, and reads every spelling of a label as that label only', () => {
  for (const [id, described] of Object.entries(shippedSchemes)) {
    const scheme = named(id, described);
    expect(scheme.source.length).toBeGreaterThan(20);
    for (const [rank, { label, also = [] }] of scheme.labels.entries()) {
      expect(readMarking(scheme, label)?.rank).toBe(rank);
      for (const way of also) expect(readMarking(scheme, way)?.label.label ?? label).toBe(label);
    }
  }
});
