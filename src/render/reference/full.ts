import { edtfOfCsl } from '../../model/csl-date.ts';
import { parseEdtf } from '../../model/edtf.ts';
import type { CslDate, CslItem } from '../../model/generated/types.ts';
import { dateText } from '../wording/dates.ts';
import { escapeInline } from '../wording/escape.ts';
import type { Messages } from '../wording/messages.ts';
import { isOfContainer, labelled, leadOf, leadText, namesText, ROLES, roleText } from './names.ts';
import { plainTitle, titleInMarkdown } from './titles.ts';

/** Types of item with an italic title because the item stands alone; titles of others are quoted. */
export const STANDS_ALONE = new Set([
  'book',
  'classic',
  'collection',
  'legislation',
  'map',
  'motion_picture',
  'musical_score',
  'pamphlet',
  'periodical',
  'regulation',
  'report',
  'software',
  'standard',
  'thesis',
  'treaty',
]);

/** Types of item that are part of a book. */
const IN_A_BOOK = new Set(['chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'paper-conference']);

type Part = string | undefined;

/**
 * A bibliographic item as a full reference in Markdown: authors, title, container, publisher, date, address.
 * Missing properties are left out; an untitled item is described by its type. Every property of the schema is
 * printed, except those described there as "not printed", and `note`, which follows the reference as a
 * sentence.
 */
export function referenceText(csl: CslItem, messages: Messages): string {
  return [
    leadText(csl, messages),
    ...ownParts(csl, messages),
    ...containerParts(csl, messages),
    ...seriesAndNumbers(csl, messages),
    ...holders(csl),
    publisherText(
      csl.publisher,
      csl['publisher-place'],
      csl['container-title'] ?? csl['collection-title'],
      messages,
    ),
    plain(csl.status),
    issuedText(csl, messages),
    ...furtherDates(csl, messages),
    ...extent(csl, messages),
    ...addressTexts(csl),
    dated('reference.accessed', csl.accessed, messages),
  ]
    .filter((part) => part)
    .join(', ');
}

/** The item itself: its title and type, its contributors, its version. */
function ownParts(csl: CslItem, messages: Messages): Part[] {
  const lead = leadOf(csl);
  const others = ROLES.filter((role) => role !== lead && !isOfContainer(role, csl));
  return [
    titleText(csl, messages),
    numbered('reference.part', csl.part, messages),
    plain(csl['part-title']),
    reviewedText(csl, messages),
    csl.title === undefined ? undefined : plain(csl.genre),
    plain(csl.medium),
    numbered('reference.version', csl.version, messages),
    numbered('reference.scale', csl.scale, messages),
    plain(csl.dimensions),
    ...others.map((role) => roleText(csl, role, messages)),
    originalText(csl, messages),
  ];
}

function titleText(csl: CslItem, messages: Messages): string {
  if (csl.title === undefined) {
    const kind = csl.genre ?? messages.text(`csl.${csl.type}`);
    return messages.text('reference.untitled', { kind: escapeInline(kind) });
  }
  return STANDS_ALONE.has(csl.type)
    ? italics(csl.title)
    : messages.text('reference.quoted', { title: titleInMarkdown(csl.title) });
}

function reviewedText(csl: CslItem, messages: Messages): Part {
  const parts = [
    namesText(csl['reviewed-author'], messages),
    csl['reviewed-title'] && italics(csl['reviewed-title']),
    plain(csl['reviewed-genre']),
  ].filter((part) => part);
  return parts.length === 0 ? undefined : messages.text('reference.reviewed', { work: parts.join(', ') });
}

/** The original of a translation or new edition. */
function originalText(csl: CslItem, messages: Messages): Part {
  const parts = [
    namesText(csl['original-author'], messages),
    csl['original-title'] && italics(csl['original-title']),
    publisherText(csl['original-publisher'], csl['original-publisher-place'], undefined, messages),
    csl['original-date'] && cslDateText(csl['original-date'], messages),
  ].filter((part) => part);
  return parts.length === 0 ? undefined : messages.text('reference.original', { original: parts.join(', ') });
}

/** What the item is part of, or where it was presented. */
function containerParts(csl: CslItem, messages: Messages): Part[] {
  const title = csl['container-title'];
  const people = [
    namesText(csl['container-author'], messages),
    isOfContainer('editor', csl) ? roleText(csl, 'editor', messages) : undefined,
  ].filter((part) => part);
  const container = [...people, ...(title ? [italics(title)] : [])].join(', ');
  const isInside = people.length > 0 || IN_A_BOOK.has(csl.type);
  const event = [
    plain(csl['event-title']),
    plain(csl['event-place']),
    csl['event-date'] && cslDateText(csl['event-date'], messages),
  ];
  const eventText = event.filter((part) => part).join(', ');
  return [
    container && isInside ? messages.text('reference.in', { container }) : container,
    eventText === '' ? undefined : messages.text('reference.event', { event: eventText }),
    editionText(csl.edition, messages),
    plain(csl['volume-title']),
    numbered('reference.volume', csl.volume, messages),
    numbered('reference.volumes', csl['number-of-volumes'], messages),
    numbered('reference.number', csl.issue, messages),
    numbered('reference.supplement', csl['supplement-number'], messages),
    numbered('reference.chapter', csl['chapter-number'], messages),
    numbered('reference.section', csl.section, messages),
  ];
}

function editionText(edition: string | number | undefined, messages: Messages): Part {
  const text = String(edition ?? '').trim();
  if (text === '') return undefined;
  if (!/^\d{1,4}$/.test(text)) {
    const isSaid = /\bed(?:s|ition)?\b|изд|מהדורה/iu.test(text);
    return isSaid ? plain(text) : messages.text('reference.edition', { edition: escapeInline(text) });
  }
  const form = new Intl.PluralRules(messages.language, { type: 'ordinal' }).select(Number(text));
  const key = `reference.edition-ordinal-${form}`;
  return messages.text(messages.has(key) ? key : 'reference.edition-ordinal-other', { number: text });
}

function seriesAndNumbers(csl: CslItem, messages: Messages): Part[] {
  const series = csl['collection-title'];
  const inSeries = csl['collection-number'];
  const title = [series && italics(series), plain(inSeries)].filter((part) => part).join(' ');
  const editors = csl['collection-editor'];
  const label = messages.text('reference.role.collection-editor', { count: editors?.length ?? 0 });
  return [
    labelled(editors, label, messages),
    title,
    numbered('reference.number', csl.number, messages),
    plain(csl.authority),
    plain(csl.jurisdiction),
    plain(csl.references),
  ];
}

/** The archive of an unpublished item. */
function holders(csl: CslItem): Part[] {
  return [csl.archive, csl['archive-place'], csl.archive_location, csl['call-number']].map(plain);
}

function publisherText(
  publisher: string | undefined,
  place: string | undefined,
  container: string | undefined,
  messages: Messages,
): Part {
  const name = publisher === container ? undefined : plain(publisher);
  const where = plain(place);
  return name && where
    ? messages.text('reference.place', { place: where, publisher: name })
    : (name ?? where);
}

function issuedText({ issued, 'year-suffix': suffix }: CslItem, messages: Messages): string {
  if (issued === undefined) return messages.text('reference.undated');
  const marked = uncertainYear(issued, messages);
  if (marked !== undefined)
    return messages.text('reference.issued-uncertain', {
      year: marked + (suffix === undefined ? '' : escapeInline(suffix)),
    });
  const text = cslDateText(issued, messages);
  if (suffix === undefined) return text;
  return /^\d+$/.test(text) ? text + escapeInline(suffix) : `${text} (${escapeInline(suffix)})`;
}

/** An uncertain year with the mark that short references give it, "2016?", which the list of sources explains. */
function uncertainYear(date: CslDate, messages: Messages): string | undefined {
  const { kind, start } = parseEdtf(edtfOfCsl(date) ?? '') ?? {};
  if (kind !== 'date' || typeof start !== 'object' || !start.uncertain || start.month !== undefined)
    return undefined;
  if (start.season !== undefined) return undefined;
  const sure = { ...start, uncertain: false };
  return messages.text('reference.year-uncertain', {
    year: dateText({ text: '', kind, start: sure, end: sure }, messages),
  });
}

function furtherDates(csl: CslItem, messages: Messages): Part[] {
  return [
    dated('reference.available', csl['available-date'], messages),
    dated('reference.submitted', csl.submitted, messages),
    numbered('reference.printing', csl['printing-number'], messages),
  ];
}

function extent(csl: CslItem, messages: Messages): Part[] {
  return [
    pagesText(csl.page ?? csl['page-first'], messages),
    numbered('reference.length', csl['number-of-pages'], messages),
  ];
}

/** "p. A1", "pp. 1–9", "pp. 3, 7"; a text that has such a label keeps it. */
function pagesText(page: string | number | undefined, messages: Messages): Part {
  const text = String(page ?? '').trim();
  if (text === '') return undefined;
  if (/^\p{L}+\.\s/u.test(text)) return plain(text);
  const dashed = text.replace(/(?<=[\p{L}\p{N}])\s*(?:--?|[\u2010-\u2012])\s*(?=[\p{L}\p{N}])/gu, '–');
  const isSeveral = /[–—,;&]|\df{1,2}\b|\d\+/.test(dashed);
  return messages.text(isSeveral ? 'reference.pages' : 'reference.page', { pages: escapeInline(dashed) });
}

function cslDateText(date: CslDate, messages: Messages): string {
  const edtf = parseEdtf(edtfOfCsl(date) ?? '');
  if (edtf) return dateText(edtf, messages);
  if (typeof date === 'string') return escapeInline(date);
  // Parts that form no date are printed as written.
  const parts = (date['date-parts'] ?? []).map((part) => part.join('-')).join('/');
  return escapeInline(date.literal ?? date.raw ?? [parts, date.season].filter((part) => part).join(' '));
}

function dated(key: string, date: CslDate | undefined, messages: Messages): Part {
  return date === undefined ? undefined : messages.text(key, { date: cslDateText(date, messages) });
}

function numbered(key: string, value: string | number | undefined, messages: Messages): Part {
  return value === undefined || value === ''
    ? undefined
    : messages.text(key, { number: escapeInline(String(value)) });
}

function italics(title: string): string {
  return `*${escapeInline(plainTitle(title))}*`;
}

function plain(value: string | number | undefined): Part {
  return value === undefined ? undefined : escapeInline(String(value));
}

/**
 * A DOI, alone or as the address of a resolver (DOI Handbook, 2.2.1); those with non-ASCII characters are too
 * rare to link.
 */
const DOI = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[!-~]+)$/i;

/**
 * Where to find the item: its DOI as a link to the resolver, its address, its identifiers. A non-web address is
 * printed but not linked; one that only repeats the DOI is left out.
 */
function addressTexts(csl: CslItem): string[] {
  const { URL: url, DOI: doi, PMID: pmid, PMCID: pmcid, ISBN: isbn } = csl;
  const bare = DOI.exec(doi?.trim() ?? '')?.[1];
  const repeated = DOI.exec(url?.trim() ?? '')?.[1];
  const isRepeated = bare !== undefined && repeated?.toLowerCase() === bare.toLowerCase();
  const texts = [
    isbn && `ISBN ${escapeInline(isbn)}`,
    doi && (bare === undefined ? escapeInline(`doi:${doi}`) : doiLink(bare)),
    pmid && `PMID ${escapeInline(pmid)}`,
    pmcid && `PMCID ${escapeInline(pmcid)}`,
    url && !isRepeated ? addressText(url) : undefined,
  ];
  return texts.flatMap((text) => text || []);
}

function doiLink(doi: string): string {
  const coded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return `[${escapeInline(`doi:${doi}`)}](https://doi.org/${doi.replace(/[%"#?()<>[\]\\^`{|}&]/g, coded)})`;
}

/** A longer address is useful only to machines: print names its host, and the link has it in full. */
const LONGEST_SHOWN = 46;

/** An address as a link: without the parts all addresses share, and short enough to type. */
function addressText(text: string): string {
  const url = text.trim();
  if (!/^https?:\/\/[^\s<>]+$/.test(url)) return escapeInline(url);
  const bare = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  const [host = bare] = /^[^/?#]+/.exec(bare) ?? [];
  const shown = bare.length <= LONGEST_SHOWN ? bare : host;
  return `[${escapeInline(shown)}](${/[()\\]/.test(url) ? `<${url}>` : url})`;
}
