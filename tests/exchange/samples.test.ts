import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { guessImporters } from '../../src/exchange/registry.ts';
import { shippedFormats } from '../../src/exchange/shipped.ts';
import {
  assessmentOf,
  context,
  errorsIn,
  importFile,
  ownSamples,
  printedLosses,
  publicSamples,
  sourceFrom,
  validated,
} from './support.ts';

/** Samples of our own, and the public ones where they lie beside the checkout. */
const folders = ['', 'stix/examples', 'misp', 'cti-blueprints'].map((name) =>
  name === '' ? ownSamples : join(publicSamples, name),
);
const samples = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name)),
  );

function importerFor(path: string) {
  const found = guessImporters(shippedFormats, sourceFrom(basename(path), readFileSync(path)));
  expect(found.map(({ id }) => id)).toHaveLength(1);
  const [importer] = found;
  if (!importer) throw new Error(`No importer for ${path}`);
  return importer;
}

/** Texts in data with the ways to them. */
function textsIn(value: unknown, at = ''): readonly { readonly text: string; readonly at: string }[] {
  if (typeof value === 'string') return [{ text: value, at }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${at}/${key}`));
}

/** The same, with the lines of prose as one text. */
function proseIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(proseIn);
  return Array.isArray(value) && value.every((line) => typeof line === 'string')
    ? [value.join(' '), ...inside]
    : inside;
}

/** Words without what escaping and typesetting change in them. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\\', '')
    .replaceAll('&#64;', '@')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Members that name, type and date things, and those of one instance of MISP or one version of an editor. */
const SILENT =
  /(?:^|[/_])(?:id|uuid|type|spec_version|created|modified|timestamp|colour|category|namespace|icon|version|tag_name|collection_uuid|__document|refs?|meta-category|to_ids|template_identifier|template_version|object_relation|opinion|threat_actor_types)(?:\/\d+)?$/;

function isSilent(text: string, at: string): boolean {
  return (
    SILENT.test(at) ||
    at.startsWith('/__document/') ||
    /^\d{4}-\d\d-\d\d(?:T|$)|^\d+$|^none$/i.test(text.trim()) || // dates are written otherwise
    /^(?:tlp|misp-galaxy|admiralty-scale|estimative-language):/i.test(text) || // became the marking, the cluster, a grade, a term
    /\/(?:capec\.mitre\.org|attack\.mitre\.org)\//.test(text) || // its number stands in the text
    /\/(?:Galaxy\/\d+\/(?:name|description|type)|Object\/\d+\/name)$/.test(at) || // what it is of is what is said
    text === 'crime-syndicate' || // a criminal group
    text === 'mitre-attack'
  );
}

describe.each(samples)('%s', (path) => {
  test('becomes a valid assessment without errors that gives a memo', () => {
    const assessment = assessmentOf(importFile(importerFor(path), path));
    expect(errorsIn(assessment)).toEqual([]);
    expect(deriveMemo(assessment, {}).judgments.all.length).toBeGreaterThan(0);
    expect(assessment.sources?.every(({ reliability }) => reliability === 'F') || path.includes('misp')).toBe(
      true,
    );
  });

  test('gives the same each time', () => {
    const importer = importerFor(path);
    expect(importFile(importer, path)).toEqual(importFile(importer, path));
  });

  test('contains each of its texts, or lists it as lost', () => {
    const { parts, losses } = importFile(importerFor(path), path);
    const said = proseIn(parts.map(({ content }) => content))
      .map(bare)
      .join(' | ');
    const isTold = (at: string) => losses.some((loss) => at === loss.at || at.startsWith(`${loss.at}/`));
    const forgotten = textsIn(JSON.parse(readFileSync(path, 'utf8')))
      .filter(({ text, at }) => !isSilent(text, at) && !isTold(at))
      .filter(({ text }) =>
        text.split(/(?:\n|\\n)\s*(?:\n|\\n)/).some((paragraph) => !said.includes(bare(paragraph))),
      );
    expect(forgotten).toEqual([]);
  });

  test('has the losses that a reader found', () => {
    const listed = `${printedLosses(importFile(importerFor(path), path).losses)}\n`;
    const golden = join(ownSamples, 'losses', `${basename(path, '.json')}.txt`);
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(join(ownSamples, 'losses'), { recursive: true });
      writeFileSync(golden, listed);
    }
    expect(listed).toBe(readFileSync(golden, 'utf8'));
  });
});

test('a STIX bundle gives its own content, and no more', () => {
  const path = join(ownSamples, 'port-cranes.stix.json');
  const assessment = assessmentOf(importFile(importerFor(path), path));
  expect(assessment).toMatchObject({
    title: 'Locked Cranes at Norham Port',
    marking: 'TLP:AMBER',
    status: 'draft',
  });
  const [actor] = assessment.actors ?? [];
  expect(actor).toMatchObject({
    name: 'Grey Herons',
    type: 'criminal-group',
    marking: 'TLP:GREEN',
    areas: ['Northland'],
  });
  expect(actor?.summary).toEqual([
    'A gang that locks \\*machines\\* \\[&#64;home\\].',
    'Goals: Ransom.[@locked-cranes-at-norham-port; @who-the-grey-herons-are]',
  ]);
  expect(assessment.relationships).toEqual([
    expect.objectContaining({
      from: 'southern-service',
      to: 'grey-herons',
      type: 'supports',
      standing: 'disputed',
      confidence: 'low',
    }),
  ]);
  expect(assessment.incidents?.[0]).toMatchObject({
    title: 'Operation Crane',
    date: '2025-02-10/2025-02-12',
    attributions: [{ actor: 'grey-herons', confidence: 'high' }],
  });
  // The producer's confidence weighs the item; it is never a likelihood.
  expect(assessment.evidence?.find(({ id }) => id === 'operation-crane')?.citations?.[0]?.credibility).toBe(
    3,
  );
  expect(JSON.stringify(assessment)).not.toContain('likelihood');
  expect(assessment.judgments.map(({ id }) => id)).toEqual(['not-judged-yet']);
});

test("a MISP event gives its own content; likelihood and grades come from its producer's tags", () => {
  const path = join(ownSamples, 'port-cranes.misp.json');
  const assessment = assessmentOf(importFile(importerFor(path), path));
  expect(assessment.marking).toBe('TLP:AMBER');
  expect(assessment.sources?.[0]).toMatchObject({ reliability: 'B' });
  expect(assessment.judgments).toEqual([
    expect.objectContaining({
      statement: ['The gang will try another port.'],
      likelihood: { term: 'likely' },
      confidence: { level: 'low' },
    }),
  ]);
  expect(
    assessment.evidence?.find(({ id }) => id.startsWith('six-cranes'))?.citations?.[0]?.credibility,
  ).toBe(2);
  expect(assessment.actors?.map(({ name }) => name)).toEqual(['Grey Herons', 'Southern Service', 'A. Crane']);
  expect(assessment.relationships?.[0]).toMatchObject({ from: 'southern-service', to: 'a-crane' });
});

test('key points of a report are judgments without likelihood and confidence', () => {
  const path = join(ownSamples, 'port-cranes.blueprints.json');
  const assessment = assessmentOf(importFile(importerFor(path), path));
  expect(assessment.judgments).toEqual([
    { id: 'the-gang-can-stop-a-port', statement: 'The gang can stop a port.' },
    { id: 'it-has-been-paid-before', statement: 'It has been paid before.' },
  ]);
});

test('other content is refused without throwing', () => {
  for (const importer of shippedFormats.importers) {
    for (const text of [
      '',
      '{',
      '[]',
      '{}',
      'null',
      '"x"',
      '[[[[]]]]',
      '{"type":"bundle","objects":{}}',
      '{"Event":3}',
    ]) {
      const imported = importer.import(sourceFrom('x.json', text), context);
      for (const { content } of imported.parts) validated(content);
    }
  }
});
