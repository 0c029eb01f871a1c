import { describe, expect, test } from 'vitest';
import { withArtifacts } from '../../../src/pdf/finish/artifacts.ts';

const MIDDLE = 500;
const marked = (...lines: string[]) => withArtifacts(lines.join('\n'), MIDDLE);
const text = (y: number) => [
  'BT',
  '/F4 16 Tf',
  `1 0 0 -1 634 ${y} Tm`,
  '<0015> Tj',
  '8 0 Td <000d> Tj',
  'ET',
];

describe('untagged content of a page', () => {
  test('is an artifact, from the beginning of its path', () => {
    expect(
      marked('1 0 0 rg', '0 0 5 5 re', 'f', 'q', '0 0 m', '5 5 l', 'h', 'S', 'Q').content.split('\n'),
    ).toEqual([
      '1 0 0 rg',
      '/Artifact BMC',
      '0 0 5 5 re',
      'f',
      'EMC',
      'q',
      '/Artifact BMC',
      '0 0 m',
      '5 5 l',
      'h',
      'S',
      'EMC',
      'Q',
    ]);
  });

  test('is a running header at the top and a running footer at the bottom', () => {
    expect(marked(...text(42), ...text(1090)).content.split('\n')).toEqual([
      '/Artifact <</Type /Pagination /Subtype /Header>>BDC',
      ...text(42),
      'EMC',
      '/Artifact <</Type /Pagination /Subtype /Footer>>BDC',
      ...text(1090),
      'EMC',
    ]);
  });

  test('may be a drawing used from elsewhere', () =>
    expect(marked('/X5 Do').content).toBe('/Artifact BMC\n/X5 Do\nEMC'));

  test('stays if it draws nothing', () => {
    for (const lines of [['0 0 5 5 re', 'W* n', 'q', 'Q'], ['BT', 'ET'], ['']]) {
      expect(marked(...lines)).toEqual({ content: lines.join('\n'), isWhole: true });
    }
  });
});

describe('tagged content', () => {
  test('stays as it is', () => {
    const lines = ['/P <</MCID 3 >>BDC', ...text(42), '0 0 5 5 re', 'f', 'EMC'];
    expect(marked(...lines)).toEqual({ content: lines.join('\n'), isWhole: true });
  });

  test('ends with its own mark, not with one inside', () => {
    const inner = ['/Span<</ActualText <feff2019> >> BDC', ...text(42), 'EMC'];
    const lines = ['/P <</MCID 3 >>BDC', ...inner, '0 0 5 5 re', 'f', 'EMC'];
    expect(marked(...lines).content).toBe(lines.join('\n'));
  });

  test('does not begin with a mark that is not a tag', () => {
    const span = ['/Span<</ActualText <feff2019> >> BDC', '0 0 5 5 re', 'f', 'EMC'];
    expect(marked(...span).content).toContain('/Artifact BMC\n0 0 5 5 re\nf\nEMC');
  });

  test('inside untagged text cannot be distinguished from it', () => {
    const lines = ['BT', '<0001> Tj', '/P <</MCID 3 >>BDC', '<0002> Tj', 'EMC', 'ET'];
    expect(marked(...lines)).toEqual({ content: lines.join('\n'), isWhole: false });
  });
});
