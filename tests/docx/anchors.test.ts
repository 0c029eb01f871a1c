import { expect, test } from 'vitest';
import { anchorsOf, type WordField } from '../../src/docx/anchors.ts';
import type { Flow, FlowParagraph, Run } from '../../src/docx/flow.ts';

const paragraph = (style: string, ...texts: readonly (string | Run)[]) =>
  ({
    type: 'paragraph',
    style,
    runs: texts.map((text) => (typeof text === 'string' ? { type: 'text', text } : text)),
  }) as unknown as FlowParagraph;
const bold = (text: string): Run => ({ type: 'text', text, bold: true });
const flowOf = (...blocks: readonly object[]) => ({ blocks, notes: [] }) as unknown as Flow;
const field = (pointer: string, text: string): WordField => ({ pointer, text });

const placed = (flow: Flow, fields: readonly WordField[], terms: Parameters<typeof anchorsOf>[2] = []) =>
  anchorsOf(flow, fields, terms).map(({ name, pointer, paragraph: { runs }, start, end }) => [
    name,
    pointer,
    runs
      .map((run) => (run.type === 'text' ? run.text : ''))
      .join('')
      .slice(start, end),
    start,
  ]);

test('each field is at its words, in the order of the memo, and twice if they are printed twice', () => {
  const flow = flowOf(
    paragraph('body', 'Short.'),
    paragraph('body', 'Before it: the cabinet burned down. Behind.'),
    paragraph('body', 'The cabinet burned down'),
    paragraph('body', 'Short.'),
  );
  const fields = [
    field('/b', 'the cabinet burned down.'),
    field('/a', 'Short.'),
    field('/c', 'The cabinet burned *down*.'),
    field('/d', 'Nowhere to be found at all.'),
    field('/e', 'Before it: '),
  ];
  expect(placed(flow, fields)).toEqual([
    ['tm1', '/a', 'Short.', 0],
    ['tm2', '/b', 'the cabinet burned down.', 11],
    ['tm3', '/c', 'The cabinet burned down', 0],
    ['tm4', '/a', 'Short.', 0],
  ]);
});

test('a part of a paragraph is a field if it has at least sixteen characters', () => {
  const flow = flowOf(paragraph('body', 'So abcdefghijklmno and abcdefghijklmnop.'));
  expect(placed(flow, [field('/15', 'abcdefghijklmno,')])).toEqual([]);
  expect(placed(flow, [field('/15', 'abcdefghijklmno')])).toEqual([]);
  expect(placed(flow, [field('/16', 'abcdefghijklmnop')])).toEqual([['tm1', '/16', 'abcdefghijklmnop', 23]]);
});

test('characters are mapped to their places in the field, including its end', () => {
  const [anchor] = anchorsOf(
    flowOf(paragraph('body', 'A bold claim')),
    [field('/a', 'A **bold** claim.')],
    [],
  );
  expect(anchor?.offsets).toEqual([0, 1, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16]);
});

test('the term of a judgment is in the facts below it or in its row, in bold', () => {
  const term = { pointer: '/t', phrase: 'likely', of: '/s' };
  const statement = paragraph('judgment', 'They attack again.');
  const facts = [
    paragraph('judgmentFact', 'Confidence: ', bold('low')),
    paragraph('judgmentFact', 'Likelihood: ', bold('likely'), ' or so'),
  ];
  const fields = [field('/s', 'They attack again.')];
  expect(placed(flowOf(statement, ...facts), fields, [term])).toEqual([
    ['tm1', '/s', 'They attack again.', 0],
    ['tm2', '/t', 'likely', 12],
  ]);
  expect(placed(flowOf(statement, paragraph('body', 'Between.'), ...facts), fields, [term])).toHaveLength(1);
  expect(placed(flowOf(statement, paragraph('judgmentFact', 'It is likely')), fields, [term])).toHaveLength(
    1,
  );
  const row = {
    type: 'table',
    rows: [
      { cells: [paragraph('cell', bold('likely')), paragraph('cell', 'They attack again.')] },
      { cells: [paragraph('cell', bold('likely')), paragraph('cell', 'Other.')] },
    ],
  };
  expect(placed(flowOf(row), fields, [term]).map(([, pointer, text]) => [pointer, text])).toEqual([
    ['/t', 'likely'],
    ['/s', 'They attack again.'],
  ]);
});
