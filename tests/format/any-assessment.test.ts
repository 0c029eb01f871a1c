import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, visit } from 'yaml';
import { formatFile } from '../../src/format/format-file.ts';
import { guideTo } from '../../src/format/guide.ts';
import { firstDifference } from '../../src/format/same-meaning.ts';
import { textView } from '../../src/format/text-view.ts';
import { readDocument } from '../../src/load/read-document.ts';
import { yamlComments } from '../../src/load/yaml/yaml-comments.ts';
import { validateAssessment } from '../../src/validate/validate.ts';
import { sampled } from '../support/soak.ts';
import { anyAssessment } from './arbitrary.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The canonical text; fails the test when there is none. */
function formatted(file: string, text: string): string {
  const result = formatFile(file, bytes(text), 'assessment');
  if (result.kind !== 'formatted') throw new Error(`${JSON.stringify(result)}\n${text}`);
  return result.text;
}

function expectSound(file: string, text: string): string {
  const before = readDocument(file, bytes(text));
  expect(before.findings).toEqual([]);
  const once = formatted(file, text);
  const after = readDocument(file, bytes(once));
  expect(after.findings).toEqual([]);
  expect(
    firstDifference(before.document?.data, after.document?.data, guideTo('assessment'), []),
  ).toBeUndefined();
  expect(validateAssessment(after.document?.data).remarks).toEqual([]);
  expect(textView(after.document?.data, 'assessment')).toBe(textView(before.document?.data, 'assessment'));
  expect(formatted(file, once)).toBe(once);
  return once;
}

describe('any assessment', () => {
  test('the generator makes valid assessments', () => {
    for (const data of fc.sample(anyAssessment, 50)) expect(validateAssessment(data).remarks).toEqual([]);
  });

  test('in JSON: the formatted file has the same data, is valid, and has one form for any layout', () => {
    const layout = fc.constantFrom('', ' ', '\t', '      ');
    fc.assert(
      fc.property(anyAssessment, layout, (data, indent) => {
        const once = expectSound('x.json', JSON.stringify(data, null, indent));
        expect(formatted('x.json', `\ufeff\r\n${JSON.stringify(reversed(data))}`)).toBe(once);
      }),
      { numRuns: sampled(12, 200) },
    );
  });

  test('in YAML: the same, with every comment and for any styles', () => {
    fc.assert(
      fc.property(
        anyAssessment,
        fc.constantFrom(undefined, 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'),
        fc.record({
          indent: fc.integer({ min: 1, max: 5 }),
          indentSeq: fc.boolean(),
          lineWidth: fc.constantFrom(0, 30, 80),
        }),
        fc.array(fc.nat(80), { maxLength: 12 }),
        (data, style, layout, places) => {
          const text = inYaml(data, style, layout, new Set(places));
          fc.pre(readDocument('x.yaml', bytes(text)).findings.length === 0); // `yaml` writes some blocks that it cannot read
          const once = expectSound('x.yaml', text);
          expect(yamlComments(once).sort()).toEqual(yamlComments(text).sort());
        },
      ),
      { numRuns: sampled(20, 300) },
    );
  });

  test('in YAML with anchors and aliases, whichever comes first after sorting', () => {
    fc.assert(
      fc.property(anyAssessment, (data) => {
        const text = new Document(shared(data)).toString();
        const once = expectSound('x.yaml', text);
        expect(once.match(/[&*]a\d+/g)?.length).toBe(text.match(/[&*]a\d+/g)?.length);
      }),
      { numRuns: sampled(12, 200) },
    );
  });
});

/** With the properties of every object in the opposite order; the ids of hypotheses have no fixed order. */
function reversed(value: unknown, name?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item));
  if (typeof value !== 'object' || value === null || name === 'ratings') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, reversed(inner, key)] as const);
  return Object.fromEntries(entries.reverse());
}

/** The styles and layout wanted, and a comment at each of the places, counted in the order of the nodes. */
function inYaml(
  data: unknown,
  style: string | undefined,
  layout: { indent: number; indentSeq: boolean; lineWidth: number },
  places: ReadonlySet<number>,
): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  let place = 0;
  visit(document, {
    Scalar(key, node) {
      place += 1;
      if (style && key === 'value' && typeof node.value === 'string') node.type = style as 'PLAIN';
      if (!places.has(place)) return;
      if (key === 'value') node.comment = ` comment ${place} # more`;
      else node.commentBefore = ` comment ${place}`;
      node.spaceBefore = place % 3 === 0;
    },
  });
  return document.toString(layout);
}

/** With equal objects and lists made one, so that YAML writes the second of them as an alias of the first. */
function shared(data: unknown): unknown {
  const known = new Map<string, unknown>();
  return JSON.parse(JSON.stringify(data), (_key, value) => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    if (!known.has(text)) known.set(text, value);
    return known.get(text);
  });
}
