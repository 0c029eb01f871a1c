import { describe, expect, test } from 'vitest';
import { upgraded } from '../../src/format/upgrade.ts';

const up = (file: string, text: string) =>
  new TextDecoder().decode(upgraded(file, new TextEncoder().encode(text)));

describe('the newest version of the format', () => {
  test.each([
    ['x.json', '{"schemaVersion": "1.0", "id": "x"}', '{"schemaVersion": "1.1", "id": "x"}'],
    ['x.json', '{ "id": "x" }', '{ "schemaVersion": "1.1",  "id": "x" }'],
    ['x.yaml', '# Fires\nid: x\ntitle: "1.0"\n', '# Fires\nschemaVersion: "1.1"\nid: x\ntitle: "1.0"\n'],
    ['x.yaml', "schemaVersion: '1.0' # old\nid: x\n", "schemaVersion: '1.1' # old\nid: x\n"],
    ['x.yaml', '{ id: x }\n', '{ "schemaVersion": "1.1",  id: x }\n'],
  ])('%s: %s', (file, text, expected) => {
    expect(up(file, text)).toBe(expected);
  });

  test.each([
    ['has it already', 'x.json', '{"schemaVersion":"1.1"}'],
    ['cannot be read', 'x.json', '{"id": }'],
    ['is a list', 'x.json', '[1]'],
    ['is empty', 'x.json', '{}'],
  ])('a file that %s is unchanged', (_, file, text) => {
    expect(up(file, text)).toBe(text);
  });
});
