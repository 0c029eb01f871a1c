import { describe, expect, test } from 'vitest';
import { MAX_COLUMNS, readTable } from '../../../src/exchange/tables/read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const findingsOf = ({ remarks }: ReturnType<typeof readTable>) =>
  remarks.map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);

/** UTF-16, each letter in two bytes. */
function wide(text: string, order: 'le' | 'be', mark = false): Uint8Array {
  const units = [...(mark ? `\ufeff${text}` : text)].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

describe('a table is read', () => {
  const table = {
    heads: ['date', 'place'],
    rows: [
      ['2025-03-01', 'Köln'],
      ['2025-03-02', 'Oslo'],
    ],
  };
  const text = 'date;place\n2025-03-01;Köln\n2025-03-02;Oslo\n';

  test.each<[string, Uint8Array]>([
    ['UTF-8', bytes(text)],
    ['UTF-8 with a mark', bytes(`\ufeff${text}`)],
    ['UTF-16, low byte first', wide(text, 'le')],
    ['UTF-16, high byte first', wide(text, 'be')],
    ['UTF-16 with a mark, low byte first', wide(text, 'le', true)],
    ['UTF-16 with a mark, high byte first', wide(text, 'be', true)],
  ])('in %s', (_, content) => {
    expect(readTable(content)).toEqual({ table, remarks: [] });
  });

  test('in a code page, with a warning that this is a guess', () => {
    const latin = readTable(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    expect(latin.table).toEqual(table);
    expect(findingsOf(latin)).toEqual([
      'guessed-encoding warning: The file is not written in UTF-8; it was read as Windows-1252.',
    ]);
    // “Город” in Windows-1251.
    const cyrillic = readTable(Uint8Array.from([...bytes('date;'), 0xc3, 0xee, 0xf0, 0xee, 0xe4, 10]));
    expect(cyrillic.table?.heads).toEqual(['date', 'Город']);
    expect(findingsOf(cyrillic)).toEqual([
      'guessed-encoding warning: The file is not written in UTF-8; it was read as Windows-1251.',
    ]);
  });

  test('with columns without a name or with a repeated one', () => {
    expect(readTable(bytes(' a  b ,,x,x, a b\n1,2,3,4,5\n')).table?.heads).toEqual([
      ...['a b', 'column 2', 'x', 'x 4', 'a b 5'],
    ]);
    // Also where such a name is taken.
    expect(readTable(bytes('column 2,,x 4,x,x,x\n')).table?.heads).toEqual([
      ...['column 2', 'column 3', 'x 4', 'x', 'x 5', 'x 6'],
    ]);
    const long = 'n'.repeat(101);
    expect(readTable(bytes(`${long},${long}\n`)).table?.heads).toEqual([
      ...['n'.repeat(100), `${'n'.repeat(100)} 2`],
    ]);
  });

  test('with rows that are shorter, empty, or longer by empty cells', () => {
    expect(readTable(bytes('a,b\n1\n\n1,2, ,\n"x ""y"",z",3\n')).table?.rows).toEqual([
      ...[['1'], ['1', '2', ' ', ''], ['x "y",z', '3']],
    ]);
  });

  test('separated by the most frequent separator of its first line, outside of quotation marks', () => {
    expect(readTable(bytes('"a,b,c";d|e;f\n1;2;3\n')).table?.heads).toEqual(['a,b,c', 'd|e', 'f']);
  });
});

describe('a table is refused', () => {
  test.each<[string, string | Uint8Array, string]>([
    [
      'that names one column',
      'date\n2025\n',
      'not-this-format error: The file is not a table: its first line names no columns.',
    ],
    [
      'with a cell too many',
      'a,b\n1,2\n1,2,3\n',
      'invalid-table error: Row 3 has more cells than the first row names columns.',
    ],
    [
      'with a quotation mark too few',
      'a,b\n"1,2\n',
      'invalid-table error: The table cannot be read near line 2: a quotation mark is missing, or a record is longer than 1,000,000 bytes.',
    ],
    [
      'with zeros in it',
      Uint8Array.from([...bytes('a,b\n1,2\n'), 0, ...bytes('3,4,5,6\n')]),
      'invalid-text error',
    ],
  ])('%s', (_, content, expected) => {
    const reading = readTable(typeof content === 'string' ? bytes(content) : content);
    expect(reading.table).toBeUndefined();
    expect(findingsOf(reading)).toEqual([expect.stringContaining(expected)]);
  });

  test('with more than a thousand columns', () => {
    const columns = (count: number) =>
      readTable(bytes(`${Array.from({ length: count }, (_, at) => `c${at}`).join(',')}\n`));
    expect(columns(MAX_COLUMNS).table?.heads).toHaveLength(1_000);
    expect(findingsOf(columns(MAX_COLUMNS + 1))).toEqual([
      'too-many-columns error: The table has more than 1,000 columns.',
    ]);
  });

  test('with more than fifty thousand rows', () => {
    expect(readTable(bytes(`a,b\n${'1,2\n'.repeat(50_000)}`)).table?.rows).toHaveLength(50_000);
    expect(findingsOf(readTable(bytes(`a,b\n${'1,2\n'.repeat(50_001)}`)))).toEqual([
      'too-many-entries error: The table has more than 50,000 rows.',
    ]);
  });
});
