import { reportedDate } from '../../derive/entities/dates.ts';
import { asList, type ResolvedAssessment, resolve } from '../../derive/entities/resolve.ts';
import type { CslItem, Evidence } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Exported, Exporter, ExportInput, Loss } from '../interfaces.ts';
import { momentsOf, plainWords, shown } from '../kit/text.ts';

/**
 * JSON-LD in schema.org's vocabulary, for a web page beside a memo: a `Report` with what it cites and mentions,
 * and a `ClaimReview` for each claim that other evidence disputes. A claim never gets a numeric truth rating.
 */
export const jsonLdExporter: Exporter = {
  id: 'json-ld',
  label: 'JSON-LD (schema.org)',
  export: exportJsonLd,
};

type Data = Readonly<Record<string, unknown>>;

/** Properties of the assessment that a `Report` can hold. */
const CARRIED = [
  'id',
  'title',
  'subtitle',
  'bottomLine',
  'published',
  'language',
  'authors',
  'series',
  'edition',
];

function exportJsonLd({ assessment, register }: ExportInput): Exported {
  const losses: Loss[] = [];
  const resolved = resolve(assessment, register);
  const lose = (path: readonly (string | number)[], what: string, value: unknown, why = NO_PROPERTY) =>
    losses.push({ at: toPointer(path), what, why, degree: 'dropped', value: shown(value) });
  const authors = (assessment.authors ?? []).map(({ name, role, affiliation }) => ({
    '@type': 'Person',
    name,
    ...(role !== undefined && { jobTitle: role }),
    ...(affiliation !== undefined && { affiliation: { '@type': 'Organization', name: affiliation } }),
  }));
  const published = dateOf(assessment.published);
  const report = {
    '@type': 'Report',
    '@id': `#${assessment.id}`,
    name: assessment.title,
    ...(assessment.subtitle !== undefined && { alternativeHeadline: assessment.subtitle }),
    ...(assessment.bottomLine !== undefined && { abstract: plainWords(assessment.bottomLine) }),
    ...(authors.length > 0 && { author: authors }),
    ...(published !== undefined && { datePublished: published }),
    ...(assessment.language !== undefined && { inLanguage: assessment.language }),
    ...(assessment.series?.number !== undefined && { reportNumber: String(assessment.series.number) }),
    ...(assessment.series && { isPartOf: { '@type': 'CreativeWorkSeries', name: assessment.series.name } }),
    ...(assessment.edition && { version: assessment.edition.number }),
    conditionsOfAccess: assessment.marking,
    ...listed(
      'citation',
      resolved.sources.map(({ csl }) => workOf(csl)),
    ),
    ...listed('mentions', [
      ...resolved.actors.map(({ name, aliases, type }) => ({
        '@type': type === 'person' ? 'Person' : 'Organization',
        name,
        ...(aliases && aliases.length > 0 && { alternateName: aliases }),
      })),
      ...resolved.incidents.map((incident) => eventOf(incident)),
    ]),
    ...listed(
      'spatialCoverage',
      asList(assessment.scope?.geography).map((name) => ({ '@type': 'Place', name })),
    ),
  };
  const reviews = disputedClaims(resolved, authors, published, assessment.id);
  const reviewed = new Set(reviews.map(({ evidence }) => evidence.id));

  for (const [name, value] of Object.entries(assessment)) {
    if (CARRIED.includes(name) || name === 'marking') continue;
    if (name === 'evidence') {
      for (const [index, item] of (assessment.evidence ?? []).entries()) {
        if (!reviewed.has(item.id))
          lose([name, index], 'evidence', plainWords(item.statement), 'Only disputed claims have a place.');
      }
    } else if (name === 'sources' || name === 'actors' || name === 'incidents') {
      const exported: Readonly<Record<string, readonly string[]>> = {
        sources: ['id', 'ref', 'csl'],
        actors: ['id', 'ref', 'name', 'aliases', 'type'],
        incidents: ['id', 'ref', 'title', 'date', 'place', 'summary'],
      };
      for (const [index, entry] of (value as readonly Data[]).entries()) {
        for (const [key, inner] of Object.entries(entry)) {
          if (!exported[name]?.includes(key)) lose([name, index, key], `${name}.${key}`, inner);
        }
      }
    } else if (name === 'scope') {
      for (const key of Object.keys(value as object))
        if (key !== 'geography') lose([name, key], `scope.${key}`, (value as Data)[key]);
    } else if (Array.isArray(value)) {
      for (const [index, entry] of value.entries()) lose([name, index], name, entry);
    } else lose([name], name, value);
  }
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [report, ...reviews.map(({ review }) => review)],
  };
  // In an HTML page, `</script>` inside a text would end the script element.
  const content = `${JSON.stringify(graph, null, 2).replaceAll('<', '\\u003c')}\n`;
  return { files: [{ name: `${assessment.id}.jsonld`, content }], losses, remarks: [] };
}

const NO_PROPERTY = 'schema.org has no property for it.';

function listed(name: string, values: readonly unknown[]): Data {
  return values.length > 0 ? { [name]: values } : {};
}

/** A date that schema.org understands: ISO 8601, so no intervals and no uncertain dates. */
function dateOf(date: unknown): string | undefined {
  return typeof date === 'string' && /^\d{4}(-\d\d){0,2}$/.test(date) ? date : undefined;
}

function workOf(csl: CslItem): Data {
  const issued = dateOf(csl.issued);
  const author = (csl.author ?? []).map((name) => ({
    '@type': name.literal === undefined ? 'Person' : 'Organization',
    name: name.literal ?? [name.given, name.family].filter(Boolean).join(' '),
  }));
  return {
    '@type':
      csl.type === 'report'
        ? 'Report'
        : csl.type === 'book'
          ? 'Book'
          : /^article/.test(csl.type)
            ? 'Article'
            : 'CreativeWork',
    name: csl.title ?? csl.genre ?? csl.type,
    ...(author.length > 0 && { author }),
    ...(csl.publisher !== undefined && { publisher: { '@type': 'Organization', name: csl.publisher } }),
    ...(csl['container-title'] !== undefined && {
      isPartOf: { '@type': 'CreativeWork', name: csl['container-title'] },
    }),
    ...(issued !== undefined && { datePublished: issued }),
    ...(csl.URL !== undefined && /^https?:\/\//.test(csl.URL) && { url: csl.URL }),
    ...(csl.DOI !== undefined && { identifier: `doi:${csl.DOI}` }),
  };
}

function eventOf({ title, date, place, summary }: ResolvedAssessment['incidents'][number]): Data {
  const { earliest, latest } = reportedDate(date) ?? {};
  const { first, last } = typeof date === 'string' ? momentsOf(date) : { first: earliest, last: latest };
  const days = [first, last].map((moment) => moment?.slice(0, 10));
  return {
    '@type': 'Event',
    name: title,
    ...(days[0] !== undefined && { startDate: days[0] }),
    ...(days[1] !== undefined && days[1] !== days[0] && { endDate: days[1] }),
    ...(summary !== undefined && { description: plainWords(summary) }),
    ...(place && {
      location: {
        '@type': 'Place',
        name: place.name,
        ...(place.country !== undefined && {
          address: { '@type': 'PostalAddress', addressCountry: place.country },
        }),
        ...(place.coordinates && { geo: { '@type': 'GeoCoordinates', ...place.coordinates } }),
      },
    }),
  };
}

/** Evidence that other evidence contradicts: who claimed what, where, and what speaks against it. */
function disputedClaims(
  { evidence = [], knownSources }: ResolvedAssessment,
  authors: readonly Data[],
  published: string | undefined,
  id: string,
): readonly { readonly evidence: Evidence; readonly review: Data }[] {
  const against = new Map<string, Evidence[]>();
  for (const item of evidence) {
    for (const disputed of item.disputes ?? [])
      against.set(disputed, [...(against.get(disputed) ?? []), item]);
  }
  return evidence.flatMap((item) => {
    const contrary = against.get(item.id);
    if (!contrary) return [];
    const appearance = (item.citations ?? [])
      .flatMap(({ source }) => knownSources.get(source) ?? [])
      .map(({ csl }) => workOf(csl));
    const when = dateOf(item.date);
    const review = {
      '@type': 'ClaimReview',
      '@id': `#${id}-claim-${item.id}`,
      claimReviewed: plainWords(item.statement),
      itemReviewed: {
        '@type': 'Claim',
        ...(item.speaker?.name !== undefined && { author: { '@type': 'Thing', name: item.speaker.name } }),
        ...(when !== undefined && { datePublished: when }),
        ...listed('appearance', appearance),
      },
      // Words only: a number would be read as a degree of truth.
      reviewRating: { '@type': 'Rating', alternateName: 'Disputed' },
      reviewBody: contrary.map(({ statement }) => plainWords(statement)).join(' '),
      isPartOf: { '@id': `#${id}` },
      ...(authors.length > 0 && { author: authors }),
      ...(published !== undefined && { datePublished: published }),
    };
    return [{ evidence: item, review }];
  });
}
