import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFile } from '../../../src/format/format-file.ts';
import { readDocument } from '../../../src/load/read-document.ts';
import { yamlComments } from '../../../src/load/yaml/yaml-comments.ts';
import { mergeFiles } from '../../../src/review/merge/merge-files.ts';
import { readText } from '../../../src/writing/reading.ts';
import { SOAK_TIMEOUT, sampled } from '../../support/soak.ts';

const PATH = 'assessments/fire.yaml';
const BASE = `# Ask before you change this.

id: fire
form: policy-memo
title: The fire of March # short
marking: TLP:GREEN
asOf: 2025-04-30
sources:
  # Official ones first.
  - id: authority
    csl: { type: report, title: Quarterly Report }
    reliability: B
evidence:
  - id: cables
    statement: Two cables were cut.
    citations:
      - source: authority
        credibility: 2 # of six
  - id: cameras
    statement: Two cameras were off.
judgments:
  - id: first
    statement: Fires are likely to go on.
    likelihood: { term: likely }
    evidence: [cables, cameras]
  # Not sure of this one.
  - id: second
    statement: An arrest is unlikely.
    likelihood: { term: unlikely }
# The end.
`;

const encode = (text: string) => new TextEncoder().encode(text);
const merge = (ours: string, theirs: string) =>
  mergeFiles(PATH, { base: encode(BASE), ours: encode(ours), theirs: encode(theirs) });
const isReadable = (text: string) => readDocument(PATH, encode(text)).findings.length === 0;
const dataOf = (text: string) => readText(PATH, text)?.data;
/** Without its comments; none of these texts has a \`#\` anywhere else. */
const bare = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .map((line) => line.replace(/\s+#.*$/, ''))
    .join('\n');

/** What a person may do to the file, as text; \`side\` keeps what two of them write apart. */
type Doing = (text: string, side: string) => string;
const change =
  (before: string, after: string): Doing =>
  (text, side) =>
    text.replace(before, after.replace('SIDE', side));
const entries: readonly Doing[] = [
  change('The fire of March', 'The SIDE fire'),
  change('{ term: likely }', '{ term: very likely }'),
  change('Two cables were cut.', 'Two cables were cut at night.'),
  change('# short', '# SIDE, in other words'),
  change('evidence: [cables, cameras]', 'evidence: [cables]'),
  (text) => text.replace(/ {2}- id: cameras\n.*\n/, ''),
  (text) => text.replace(/ {2}- id: second\n.*\n.*\n/, ''),
  (text) => text.replace(/ {4}citations:\n.*\n.*\n/, ''),
  (text, side) =>
    text.replace(
      '# The end.',
      `  # ${side} adds.\n  - id: ${side}\n    statement: A ${side} fire. # new\n# The end.`,
    ),
  (text, side) =>
    text.replace(
      'judgments:',
      `  - id: ${side}-arson # ${side} heard of it\n    statement: It was ${side}.\njudgments:`,
    ),
];
const comment = fc.record({ at: fc.nat(200), isBehind: fc.boolean() }).map(
  ({ at, isBehind }): Doing =>
    (text, side) => {
      const lines = text.trimEnd().split('\n');
      const place = at % lines.length;
      const words = `# ${side} says ${at}`;
      const line = lines[place] ?? '';
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      if (!isBehind) lines.splice(place, 0, `${indent}${words}`);
      else if (!line.includes('#')) lines[place] = `${line} ${words}`;
      return `${lines.join('\n')}\n`;
    },
);
const edition = (side: string) =>
  fc
    .array(
      fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...entries) }, { weight: 3, arbitrary: comment }),
      {
        maxLength: 6,
      },
    )
    .map((doings) =>
      doings.reduce((text, doing) => {
        const next = doing(text, side);
        return isReadable(next) ? next : text; // a comment stood where something was cut out
      }, BASE),
    );

test(
  'a merge has every comment of either side, and the same data as without comments',
  () => {
    const before = new Set(yamlComments(BASE));
    let carried = 0;
    fc.assert(
      fc.property(edition('ours'), edition('theirs'), (ours, theirs) => {
        const merged = merge(ours, theirs);
        if (!merged) throw new Error('Both can be read.');
        const written = merged.text;
        for (const text of [ours, theirs])
          for (const words of yamlComments(text).filter((each) => !before.has(each))) {
            expect(written).toContain(words);
            if (text === theirs) carried += 1;
          }
        if (merged.conflicts.length > 0) return;
        const plain = mergeFiles(PATH, {
          base: encode(bare(BASE)),
          ours: encode(bare(ours)),
          theirs: encode(bare(theirs)),
        });
        expect(dataOf(written)).toEqual(dataOf(plain?.text ?? ''));
        expect(formatFile(PATH, encode(written), 'assessment')).toMatchObject({ text: written });
      }),
      { numRuns: sampled(30, 3000) },
    );
    expect(carried).toBeGreaterThan(20);
  },
  SOAK_TIMEOUT,
);

describe('a comment of the other side', () => {
  test('is placed at its subject', () => {
    const theirs = BASE.replace('reliability: B', 'reliability: B # since May').replace(
      '  - id: second',
      '  # Read this again.\n  - id: second',
    );
    const text = merge(BASE.replace('id: first', 'id: first # ours'), theirs)?.text;
    expect(text).toContain('reliability: B # since May');
    expect(text).toContain('  # Not sure of this one.\n  # Read this again.\n  - id: second');
    expect(text).toContain('- id: first # ours');
  });

  test('replaces the one for which it was written', () => {
    const text = merge(
      BASE.replace('TLP:GREEN', 'TLP:AMBER'),
      BASE.replace('# short', '# not so short'),
    )?.text;
    expect(text).toContain('title: The fire of March # not so short\n');
  });

  test('moves to the parent if we removed its subject', () => {
    const ours = BASE.replace(/ {2}- id: cameras\n.*\n/, '');
    const theirs = BASE.replace('Two cameras were off.', 'Two cameras were off. # ask the police');
    expect(merge(ours, theirs)?.text).toContain('# ask the police');
  });

  test('that we wrote too is there once', () => {
    const both = BASE.replace('id: second', 'id: second # both');
    expect(merge(both, both.replace('TLP:GREEN', 'TLP:AMBER'))?.text.match(/# both/g)).toHaveLength(1);
  });
});
