import { describe, expect, it } from 'vitest';
import { demoted, headingsOf } from '../../src/render/contents.ts';

describe('headings', () => {
  it('have a level, plain words and the name that a forge gives them', () => {
    expect(headingsOf('# A *title*\n\n## What \\& why?[^note]\n\n### Что известно')).toEqual([
      { level: 1, words: 'A title', anchor: 'a-title' },
      { level: 2, words: 'What & why?', anchor: 'what--why' },
      { level: 3, words: 'Что известно', anchor: 'что-известно' },
    ]);
  });

  it('get a number if the words are repeated', () => {
    expect(headingsOf('## Actors\n## Actors\n> ### Actors').map(({ anchor }) => anchor)).toEqual([
      'actors',
      'actors-1',
      'actors-2',
    ]);
  });

  it('are not found in code, or without a space', () => {
    expect(headingsOf('```\n# code\n```\n#hash\n\\# escaped')).toEqual([]);
  });
});

describe('a memo that is part of a document', () => {
  it('has every heading one level lower, except the sixth', () => {
    expect(demoted('# A\n## B\n> ### C\n###### D\ntext # E')).toBe(
      '## A\n### B\n> #### C\n###### D\ntext # E',
    );
  });

  it('leaves its code unchanged', () => {
    expect(demoted('~~~\n# code\n~~~')).toBe('~~~\n# code\n~~~');
  });
});
