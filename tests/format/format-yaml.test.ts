import { describe, expect, test } from 'vitest';
import { format, formatted } from './formatted.ts';

const yaml = (text: string) => {
  const once = formatted('x.yaml', text);
  expect(formatted('x.yaml', once)).toBe(once);
  return once;
};

describe('comments', () => {
  test('move with their value; the head of the file stays at its head', () => {
    expect(
      yaml(`# About the file

# about the title
title: T # its end
$schema: s
# about the form

form: f
sources:
    # first source
    - csl: { title: T, type: book }
      # about the id
      id: a
    # second source
    - id: b # its id
      # the end of the second
    # the end of the sources
judgments:
- statement: S.
  # about the likelihood
  likelihood:
    # about the term
    term: likely
  id: j
# the end
`),
    ).toBe(`# About the file

$schema: s
# about the form

form: f
# about the title
title: T # its end
sources:
  # first source
  # about the id
  - id: a
    csl: { type: book, title: T }
  # second source
  - id: b # its id
    # the end of the second
    # the end of the sources
judgments:
  - id: j
    statement: S.
    # about the likelihood
    likelihood:
      # about the term
      term: likely

# the end
`);
  });

  test('a comment above the first of some properties moves with it', () => {
    expect(yaml('form: f\nseries:\n  # about the number\n  number: 7\n  name: N\n')).toBe(
      'form: f\nseries:\n  name: N\n  # about the number\n  number: 7\n',
    );
  });

  test('reasons for changes are sorted by their entries, unless comments are between them', () => {
    const reasons = (comment: string) =>
      `id: x\ntitle: T\nedition:\n  number: 2\n  changes:\n    - entity: judgments/b\n      reason: One.\n${comment}    - entity: judgments/a\n      reason: Two.\n`;
    expect(yaml(reasons(''))).toBe(
      'id: x\ntitle: T\nedition:\n  number: 2\n  changes:\n    - entity: judgments/a\n      reason: Two.\n    - entity: judgments/b\n      reason: One.\n',
    );
    expect(yaml(reasons('    # later\n'))).toBe(reasons('    # later\n'));
  });

  test('a list of lines with comments keeps its lines', () => {
    const text = 'bottomLine:\n  - One. Two.\n  # why\n  - Three.\n';
    expect(yaml(text)).toBe(text);
  });

  test('a number sign in a text is not a comment', () => {
    expect(yaml('title: "a # b"\nquestion: |\n  # Head\n\n  One. Two.\n')).toBe(
      'title: "a # b"\nquestion: |\n  # Head\n\n  One.\n  Two.\n',
    );
  });
});

describe('styles', () => {
  test('quotes, nulls and digits stay', () => {
    const text =
      'form: f\ntitle: \'T\'\nsubtitle: "S"\na: ~\nb:\nc: 1.50\nd: 1e3\ne: 0x1F\nf: 12345678901234567890\ng: yes\n';
    expect(yaml(text)).toBe(text);
  });

  test('prose of several sentences is a block that keeps its lines; a block stays clipped or stripped', () => {
    expect(
      yaml(`question: Who pays? Nobody knows.
bottomLine: >-
    It burnt. Then
    it rained.
evidence:
  - id: a
    statement: |
      One. Two.
  - id: b
    statement: "One: two. Three."
  - { id: c, statement: One. Two. }
  - id: d
    statement: [One. Two., Three]
  - id: e
    statement:
      - One. Two.
      - three.
`),
    ).toBe(`question: |-
  Who pays?
  Nobody knows.
bottomLine: |-
  It burnt.
  Then it rained.
evidence:
  - id: a
    statement: |
      One.
      Two.
  - id: b
    statement: |-
      One: two.
      Three.
  - { id: c, statement: One. Two. }
  - id: d
    statement: [One. Two., Three]
  - id: e
    statement:
      - One.
      - Two. three.
`);
  });

  test('a text that only quotes can represent stays in quotes', () => {
    const text = 'question: "Who pays?\\nNobody\\u202e knows."\n';
    expect(yaml(text)).toBe(text);
  });

  test('brackets stay if they are short; long lists get a line for each item', () => {
    expect(
      yaml(`evidence:
  - { id: a,   disputes: [ b,c ] }
judgments:
  - id: j
    evidence: [first-item-of-evidence, second-item-of-evidence, third-item-of-evidence]
`),
    ).toBe(`evidence:
  - { id: a, disputes: [b, c] }
judgments:
  - id: j
    evidence:
      - first-item-of-evidence
      - second-item-of-evidence
      - third-item-of-evidence
`);
  });

  test('dates', () => {
    expect(yaml('asOf: 2024-05?~ # about\nform: f\n')).toBe('form: f\nasOf: 2024-05% # about\n');
  });
});

describe('anchors', () => {
  test('a shared value is written out where it first occurs', () => {
    expect(
      yaml(`judgments:
  - id: j
    confidence: &low { level: low, basis: One source. Only one. }
actors:
  - id: a
    name: A
    intent: *low
form: f
`),
    ).toBe(`form: f
actors:
  - id: a
    name: A
    intent: &low { level: low, basis: One source. Only one. }
judgments:
  - id: j
    confidence: *low
`);
  });

  test('with a name that is used for two values, everything keeps its order', () => {
    const text = 'title: &a One\nform: *a\nsubtitle: &a Two\nid: *a\n';
    expect(yaml(text)).toBe(text);
  });

  test('a text that is used elsewhere keeps its lines', () => {
    const text = 'title: &t One. Two.\nquestion: *t\n';
    expect(yaml(text)).toBe(text);
  });
});

test('an incomplete file is not formatted', () => {
  for (const text of [
    'form: f\nform: g\n',
    'form: *nowhere\n',
    'form: f\n1: g\n',
    'form: [f\n',
    '# nothing\n',
  ]) {
    expect(format('x.yaml', text).kind).toBe('unreadable');
  }
});
