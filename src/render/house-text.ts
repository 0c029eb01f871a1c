import type { MemoView } from '../derive/memo-view.ts';
import { type HouseStyle, houseWords } from '../model/brand/house-style.ts';
import { isAbove } from '../model/conventions/markings.ts';
import { dateText } from './wording/dates.ts';
import { escapeInline } from './wording/escape.ts';
import type { Messages } from './wording/messages.ts';
import { ownText } from './wording/own-text.ts';

/** House style texts on a memo's pages; headers and footers are plain text. */
export interface HouseFurniture {
  readonly name?: string;
  readonly runningHead?: string;
  readonly watermark?: string;
}

/**
 * The texts of a house style for templates, as prose, in the memo's language, with placeholders filled in. In a
 * document of several memos, no memo has its own imprint, and approvals are on one line.
 */
export function houseText(style: HouseStyle, view: MemoView, messages: Messages, isPart: boolean) {
  const { language } = view;
  const values = valuesOf(style, view, messages);
  const worded = (words: HouseStyle['name']) => filled(houseWords(words, language), values);
  const distribution = style.distribution
    .filter(({ marking }) => marking === undefined || !isAbove(view.scheme, marking, view.marking))
    .map(({ to }) => to);
  const approvalBlock = style.approvals === 'block' && !isPart;
  const texts = {
    name: values.name,
    imprint: worded(style.imprint),
    contact: worded(style.contact),
    citation: citationOf(worded(style.citation), values.doi),
    distribution: distribution.length > 0 ? distribution : undefined,
  };
  return {
    ...texts,
    opening: style.opening,
    /** Whether the imprint follows a cover; otherwise it is at the end. */
    isCovered: style.opening === 'cover',
    approvalBlock,
    hasImprint:
      !isPart &&
      ([texts.imprint, texts.contact, texts.citation, texts.distribution].some(
        (text) => text !== undefined,
      ) ||
        (approvalBlock && view.approvals.length > 0)),
  };
}

/** The same without a house style: templates need every property. */
export const NO_HOUSE = {
  name: undefined,
  imprint: undefined,
  contact: undefined,
  citation: undefined,
  distribution: undefined,
  opening: undefined,
  isCovered: false,
  approvalBlock: false,
  hasImprint: false,
};

/** Texts for page headers, and behind the page's text. */
export function houseFurniture(style: HouseStyle, view: MemoView, messages: Messages): HouseFurniture {
  const values = valuesOf(style, view, messages);
  const runningHead = filled(houseWords(style.runningHead, view.language), values);
  const mark = view.status && style.watermark[view.status];
  const watermark =
    mark === true
      ? messages.label('status', view.status ?? '')
      : houseWords(mark === '' ? undefined : mark, view.language);
  return {
    ...(values.name !== undefined && { name: values.name }),
    ...(runningHead !== undefined && { runningHead }),
    ...(watermark !== undefined && { watermark }),
  };
}

/** The same for a document of several memos, which has neither series nor status. */
export function packFurniture(style: HouseStyle, language: string, title: string): HouseFurniture {
  const name = houseWords(style.name, language);
  const runningHead = filled(houseWords(style.runningHead, language), { name, title });
  return { ...(name !== undefined && { name }), ...(runningHead !== undefined && { runningHead }) };
}

/** The citation line as prose, with its DOI as a link. */
function citationOf(line: string | undefined, doi: string | undefined): string | undefined {
  if (line === undefined) return undefined;
  if (doi === undefined) return escapeInline(line);
  return escapeInline(line.replaceAll(doi, PLACE_OF_DOI)).replaceAll(
    PLACE_OF_DOI,
    // Without angle brackets, which prose does not pass on; a bracket of its own would end the address.
    () => `[${escapeInline(doi)}](${doi.replaceAll('(', '%28').replaceAll(')', '%29')})`,
  );
}

/** A noncharacter: no text contains it. */
const PLACE_OF_DOI = '\ufdd2';

type Values = Readonly<Record<string, string | undefined>>;

function valuesOf(style: HouseStyle, view: MemoView, messages: Messages): Values {
  const { authors, title, series, edition, published, asOf, id } = view;
  const names = authors.map(({ name }) => name);
  const date = published ?? asOf;
  const number = series?.number === undefined ? undefined : String(series.number);
  const own = Object.fromEntries(
    Object.entries(view.ownFields.assessment).map(([name, value]) => [name, ownText(value, messages)]),
  );
  const plain: Values = {
    ...own,
    authors: names.length > 0 ? messages.list(names) : undefined,
    title,
    name: houseWords(style.name, view.language),
    series: series?.name,
    number,
    edition: edition === undefined ? undefined : String(edition),
    date: dateText(date, messages),
    year: (date.earliest ?? date.latest)?.slice(0, 4),
    id,
  };
  return { ...plain, doi: doiOf(style.doi, plain) };
}

/** Characters of a DOI (DOI Handbook, 2.2, as actually registered). */
const DOI = /^10\.\d{4,9}\/[-._;()/:A-Za-z0-9]+$/;

function doiOf(pattern: string | undefined, values: Values): string | undefined {
  if (pattern === undefined) return undefined;
  const names = [...pattern.matchAll(PLACE)].map(([, , name = '']) => name);
  if (names.some((name) => (values[name] ?? '') === '')) return undefined;
  const doi = pattern.replace(PLACE, (_, before: string, name: string) => `${before}${values[name]}`);
  return DOI.test(doi) ? `https://doi.org/${doi}` : undefined;
}

/** A placeholder in braces, with its separator from the text before. */
const PLACE = /([\s,;·–-]*)\{([\w-]+)\}/g;

/** A text with its placeholders filled in; one without a value is removed with its separator. */
function filled(text: string | undefined, values: Values): string | undefined {
  const whole = text
    ?.replace(PLACE, (_, before: string, name: string) => {
      const value = values[name] ?? '';
      return value === '' ? '' : before + value;
    })
    .replace(/^[\s,;·–-]+/, '')
    .trim();
  return whole === '' ? undefined : whole;
}
