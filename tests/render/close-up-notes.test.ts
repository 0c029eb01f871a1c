import { describe, expect, it } from 'vitest';
import { closeUpNotes } from '../../src/render/close-up-notes.ts';

const closed = (markdown: string) => closeUpNotes(markdown, (references) => `See ${references}.`);

describe('references in one place', () => {
  it('are sorted by their numbers', () => {
    expect(closed('One.[^a] Two.[^b] Three.[^c][^b][^a]')).toBe('One.[^a] Two.[^b] Three.[^a][^b][^c]');
  });

  it('are unchanged if their numbers make at most three groups', () => {
    const text = 'A[^1] B[^2] C[^3] D[^4] E[^5] F[^6] G[^7] H[^8]. All[^1][^2][^3][^5][^6][^7][^8].';
    expect(closed(text)).toBe(text);
  });

  it('become one note that names them if there are more', () => {
    const before = 'A[^1] B[^2] C[^3] D[^4] E[^5] F[^6] G[^7].';
    expect(closed(`${before} All[^7][^5][^3][^1].\n\n[^1]: one`)).toBe(
      `${before} All[^several-1].\n\n[^1]: one\n[^several-1]: See [^1][^3][^5][^7].\n`,
    );
  });

  it('get that note right after the others, under an unused name, once more for each place', () => {
    const before = 'A[^1] B[^2] C[^3] D[^4] E[^5] F[^6] G[^7].';
    const many = '[^1][^3][^5][^7]';
    expect(closed(`${before} All${many}. Others[^several-1] and[^2][^4][^6][^7].\n\n[^1]: one\n`)).toBe(
      `${before} All[^several-1-x]. Others[^several-1] and[^several-2].\n\n[^1]: one\n` +
        '[^several-1-x]: See [^1][^3][^5][^7].\n[^several-2]: See [^2][^4][^6][^7].\n',
    );
  });

  it('get one note for the same several in two places, and in another order', () => {
    const before = 'A[^1] B[^2] C[^3] D[^4] E[^5] F[^6] G[^7].';
    expect(closed(`${before} All[^1][^3][^5][^7]. Again[^7][^5][^3][^1].`)).toBe(
      `${before} All[^several-1]. Again[^several-1].\n[^several-1]: See [^1][^3][^5][^7].\n`,
    );
  });

  it('get one note for the same several too if some of them are first numbered in between', () => {
    const before = 'A[^1] B[^2] C[^3] D[^4] E[^5] F[^6] G[^7].';
    const text = closed(`${before} All[^y][^x][^1][^3][^5]. First[^x], then[^y]. Again[^5][^3][^1][^x][^y].`);
    expect(text).toContain('Again[^several-1].');
    expect(text).not.toContain('several-2');
  });

  it('count the combined note as one, so that later ones keep their order', () => {
    const before = 'A[^1] B[^2] C[^3] D[^4] E[^5] F[^6] G[^7].';
    expect(closed(`${before} All[^1][^3][^5][^7]. New[^9] and all again[^9][^7].`)).toContain(
      'all again[^7][^9].',
    );
  });

  it('are unchanged in code and after a backslash', () => {
    const text = 'Z[^z].\n\n```\n[^b][^a][^z]\n```\n\n`[^b][^z]` and \\[^b][^z]';
    expect(closed(text)).toBe(text);
  });
});
