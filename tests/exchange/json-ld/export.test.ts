import { expect, test } from 'vitest';
import { jsonLdExporter } from '../../../src/exchange/json-ld/export.ts';
import type { Assessment } from '../../../src/model/generated/types.ts';
import { assessmentWith } from '../../support/assessments.ts';

/** The report of an assessment, and its reviews of claims. */
function graphOf(more: Partial<Assessment>): readonly Readonly<Record<string, unknown>>[] {
  const { files } = jsonLdExporter.export({ assessment: assessmentWith(more), register: {}, options: {} });
  return (
    JSON.parse(String(files[0]?.content)) as {
      readonly '@graph': readonly Readonly<Record<string, unknown>>[];
    }
  )['@graph'];
}
const work = (csl: object) =>
  graphOf({ sources: [{ id: 's', csl: { type: 'report', ...csl }, reliability: 'B' } as never] })[0]
    ?.citation;

test('a source is a work: by people and bodies, with an address of the web, and a day', () => {
  expect(
    work({
      title: 'Fires',
      author: [{ given: 'Ines', family: 'Berg' }, { family: 'Lee' }, { literal: 'Rail Board' }],
      URL: 'https://example.org/fires',
      issued: '2025-03-01',
      DOI: '10.5555/rail',
    }),
  ).toEqual([
    {
      '@type': 'Report',
      name: 'Fires',
      author: [
        { '@type': 'Person', name: 'Ines Berg' },
        { '@type': 'Person', name: 'Lee' },
        { '@type': 'Organization', name: 'Rail Board' },
      ],
      datePublished: '2025-03-01',
      url: 'https://example.org/fires',
      identifier: 'doi:10.5555/rail',
    },
  ]);
  // Neither an uncertain day nor another kind of address has a property; without a title it is called by its kind.
  expect(work({ genre: 'Letter', URL: 'ftp://example.org', issued: '2025?' })).toEqual([
    { '@type': 'Report', name: 'Letter' },
  ]);
  expect(work({ type: 'article-journal' })).toEqual([{ '@type': 'Article', name: 'article-journal' }]);
});

test('what an assessment has none of is not there', () => {
  const { sources: _, ...bare } = assessmentWith({});
  const { files } = jsonLdExporter.export({
    assessment: { ...bare, actors: [{ id: 'a', name: 'A', aliases: [] }] } as Assessment,
    register: {},
    options: {},
  });
  const [report] = (
    JSON.parse(String(files[0]?.content)) as {
      readonly '@graph': readonly Readonly<Record<string, unknown>>[];
    }
  )['@graph'];
  expect(report?.mentions).toEqual([{ '@type': 'Organization', name: 'A' }]);
  for (const name of ['author', 'citation', 'spatialCoverage', 'datePublished'])
    expect(report).not.toHaveProperty(name);
});

test('a claim that other evidence disputes has a review by the authors', () => {
  const claims = (authors: Assessment['authors']) =>
    graphOf({
      ...(authors && { authors }),
      published: '2025-03-05',
      evidence: [
        { id: 'ten', statement: 'Ten died.', date: '2025-03-01', speaker: { name: 'Mayor' } },
        { id: 'two', statement: 'Two died.', disputes: ['ten'] },
        { id: 'three', statement: 'Three died.', disputes: ['ten'] },
      ],
    }).filter((one) => one['@type'] === 'ClaimReview');
  expect(claims([{ name: 'Ines Berg' }])).toEqual([
    expect.objectContaining({
      claimReviewed: 'Ten died.',
      reviewBody: 'Two died. Three died.',
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Thing', name: 'Mayor' },
        datePublished: '2025-03-01',
      },
      author: [expect.objectContaining({ name: 'Ines Berg' })],
      datePublished: '2025-03-05',
    }),
  ]);
  expect(claims(undefined)[0]).not.toHaveProperty('author');
});

test('an event has the days on which it began and ended, the latter where it is another', () => {
  const event = (date: string) =>
    (
      graphOf({ incidents: [{ id: 'i', title: 'Fire', date }] })[0]?.mentions as readonly object[] | undefined
    )?.[0];
  expect(event('2025-03-01')).toEqual({ '@type': 'Event', name: 'Fire', startDate: '2025-03-01' });
  expect(event('2025-03-01/2025-03-04')).toEqual({
    '@type': 'Event',
    name: 'Fire',
    startDate: '2025-03-01',
    endDate: '2025-03-04',
  });
});
