import { edtfOfCsl } from '../model/csl-date.ts';
import { parseEdtf } from '../model/edtf.ts';
import type { CslDate, CslItem, CslName } from '../model/generated/types.ts';
import { dateText } from './dates.ts';
import { escapeInline } from './escape.ts';
import type { Messages } from './messages.ts';

/** Longest list of authors printed in full. */
const MOST_NAMES = 3;

/** Kinds of item whose title is set in italics because the item stands alone; others are quoted. */
const STANDS_ALONE = new Set([
  'book',
  'report',
  'thesis',
  'legislation',
  'treaty',
  'map',
  'motion_picture',
  'standard',
]);

/**
 * A bibliographic item as a full reference in Markdown: authors, title, what it appeared in, publisher, date,
 * address. What the item does not have is left out; an untitled item is described by its kind.
 */
export function referenceText(csl: CslItem, messages: Messages): string {
  const { URL: url } = csl;
  const container = csl['container-title'] ?? csl['collection-title'];
  const number = csl.number ?? csl.issue;
  const parts = [
    namesText(csl, messages),
    titleText(csl, messages),
    csl.title !== undefined && csl.genre ? escapeInline(csl.genre) : undefined,
    container && `*${escapeInline(container)}*`,
    number === undefined
      ? undefined
      : messages.text('reference.number', { number: escapeInline(String(number)) }),
    csl.publisher && csl.publisher !== container ? escapeInline(csl.publisher) : undefined,
    csl.issued === undefined ? messages.text('reference.undated') : cslDateText(csl.issued, messages),
    csl.page === undefined
      ? undefined
      : messages.text('reference.pages', { pages: escapeInline(String(csl.page)) }),
  ];
  const text = parts.filter((part) => part).join(', ');
  const link = url && /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : undefined;
  return link ? `${text}, ${link}` : text;
}

/** A short name for an item in Markdown: "Ratelle 2024", or its title or kind where it has no author. */
export function shortReferenceText(csl: CslItem, messages: Messages): string {
  return escapeInline(shortReference(csl, messages));
}

/** The same as plain text. */
export function shortReference(csl: CslItem, messages: Messages): string {
  const [first, ...others] = csl.author ?? [];
  const year = yearOf(csl.issued);
  const name =
    first === undefined
      ? (csl['title-short'] ??
        csl.title ??
        csl['container-title'] ??
        csl.publisher ??
        messages.text(`csl.${csl.type}`))
      : others.length > 0
        ? messages.text('reference.et-al', { name: familyName(first) })
        : familyName(first);
  return year === undefined || name.endsWith(year) ? name : `${name} ${year}`;
}

function namesText(csl: CslItem, messages: Messages): string | undefined {
  const names = (csl.author ?? csl.editor ?? []).map((name) => escapeInline(fullName(name)));
  if (names.length === 0) return undefined;
  return names.length > MOST_NAMES
    ? messages.text('reference.et-al', { name: names[0] ?? '' })
    : messages.list(names);
}

function titleText(csl: CslItem, messages: Messages): string {
  if (csl.title === undefined) {
    const kind = csl.genre ?? messages.text(`csl.${csl.type}`);
    return messages.text('reference.untitled', { kind: escapeInline(kind) });
  }
  const title = escapeInline(csl.title);
  return STANDS_ALONE.has(csl.type) ? `*${title}*` : messages.text('reference.quoted', { title });
}

function fullName(name: CslName): string {
  if (name.literal) return name.literal;
  const family = [name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ');
  return [name.given, name['dropping-particle'], family].filter(Boolean).join(' ');
}

function familyName(name: CslName): string {
  return (
    name.literal ??
    ([name['non-dropping-particle'], name.family].filter(Boolean).join(' ') || (name.given ?? ''))
  );
}

function cslDateText(date: CslDate, messages: Messages): string {
  const edtf = parseEdtf(edtfOfCsl(date) ?? '');
  if (edtf) return dateText(edtf, messages);
  return typeof date === 'string' ? escapeInline(date) : escapeInline(date.literal ?? date.raw ?? '');
}

function yearOf(date: CslDate | undefined): string | undefined {
  return parseEdtf(edtfOfCsl(date) ?? '')?.earliest?.slice(0, 4);
}
