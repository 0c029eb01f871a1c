import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonPlaces } from '../../../src/load/json/json-places.ts';
import { nodeAt, type PlacedNode } from '../../../src/load/placed-node.ts';

/** What every place in a text says it holds, read by the engine. */
function readBack(text: string, node: PlacedNode): unknown {
  if (node.items) return node.items.map((item) => readBack(text, item));
  if (node.members) {
    const entries = [...node.members].map(([key, member]) => {
      const written = member.key && text.slice(member.key.start, member.key.end);
      expect(JSON.parse(written ?? '')).toBe(key);
      return [key, readBack(text, member)] as const;
    });
    return Object.fromEntries(entries);
  }
  return JSON.parse(text.slice(node.start, node.end));
}

describe('places in JSON', () => {
  test('lead to their values in any layout', () => {
    const blanks = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 4, '\t'), blanks, (value, indent, around) => {
        const text = `${around}${JSON.stringify(value, null, indent)}${around}`;
        expect(readBack(text, jsonPlaces(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('are not misled by punctuation in texts', () => {
    const text = String.raw`{ "a\"}": ["]\\", "\\\"[", {"b:{": "}"}] , "c" : -1.5e+3}`;
    const at = (pointer: string) => {
      const node = nodeAt(jsonPlaces(text), pointer);
      return node && text.slice(node.start, node.end);
    };
    expect(at('/a"}/0')).toBe(String.raw`"]\\"`);
    expect(at('/a"}/1')).toBe(String.raw`"\\\"["`);
    expect(at('/a"}/2/b:{')).toBe('"}"');
    expect(at('/c')).toBe('-1.5e+3');
    expect(at('/c/0')).toBeUndefined();
    expect(at('/a"}/3')).toBeUndefined();
  });
});
