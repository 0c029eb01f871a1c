import pc from 'picocolors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diffText } from '../../../src/cli/print/diff.ts';
import { type DiffReport, diff } from '../../../src/review/diff/diff.ts';
import { allEditions, firstEdition } from '../../support/editions.ts';
import { expectGolden } from '../../support/golden.ts';
import { Repository } from '../../support/repository.ts';

const plain = pc.createColors(false);
const colored = pc.createColors(true);
const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');

let past: Repository;
/** From the first edition to the last but one, so that the marking is among the changes. */
let report: DiffReport;

beforeAll(async () => {
  past = new Repository();
  const editions = allEditions();
  past.write('assessments/fires.json', editions[0]?.text ?? '');
  past.commit('first');
  past.write('assessments/fires.json', editions.at(-2)?.text ?? '');
  past.write('assessments/floods.json', JSON.stringify({ ...firstEdition, id: 'floods', title: 'Floods' }));
  report = await diff({ old: 'HEAD', assessments: [] }, past.effects());
});

afterAll(() => past[Symbol.dispose]());

describe('a comparison at the terminal', () => {
  test('is as recorded', () => {
    expectGolden('diff/changes.txt', diffText(report, 80, plain));
  });

  test.each([40, 60, 80, 200])('fits %i columns, except for places', (width) => {
    const lines = diffText(report, width, plain).split('\n');
    const long = lines.filter((line) => [...line].length > Math.min(width, 110));
    expect(long.filter((line) => !/\.json:\d+:\d+/.test(line))).toEqual([]);
  });

  test('says the same without colour', () => {
    const text = diffText(report, 80, colored);
    expect(text).not.toBe(diffText(report, 80, plain));
    expect(text.replace(escapes, '')).toBe(diffText(report, 80, plain));
  });

  test('ends with a summary', () => {
    expect(diffText(report, 80, plain).trimEnd().split('\n').at(-1)).toMatch(
      /^\d+ changes in 1 assessment, 2 judgments moved; 1 assessment added\.$/,
    );
    const same = { ...report, added: [], compared: [] };
    expect(diffText(same, 80, plain)).toBe('No change in content.\n');
  });

  test("prints no control characters from a stranger's text", async () => {
    const own = new Repository();
    try {
      own.write('old.json', JSON.stringify(firstEdition));
      own.write('new.json', JSON.stringify({ ...firstEdition, title: 'Red\u001b[31m\u202eevil\u0007' }));
      const hostile = await diff({ old: 'old.json', fresh: 'new.json', assessments: [] }, own.effects());
      const text = diffText(hostile, 80, plain);
      expect(text).toContain('Red\ufffd[31m\ufffdevil\ufffd');
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    } finally {
      own[Symbol.dispose]();
    }
  });
});
