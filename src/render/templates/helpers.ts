import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { FragileView } from '../../derive/analysis/verdict.ts';
import type { DurationView } from '../../derive/entities/dates.ts';
import type { CountView, IncidentView, QuantityView, ReportView } from '../../derive/entities/incidents.ts';
import type { NamedEntity } from '../../derive/entities/name-entity.ts';
import type { EstimateView } from '../../derive/entities/other-views.ts';
import type { OwnFieldsView } from '../../derive/entities/own-fields.ts';
import type { RelationshipView } from '../../derive/entities/relationships.ts';
import type { PartyView, ResolvedPlace } from '../../derive/entities/resolve.ts';
import type { MediumView } from '../../derive/entities/sections.ts';
import type { MarkingScheme } from '../../model/conventions/conventions.ts';
import { portionOf } from '../../model/conventions/markings.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import { shippedTerms } from '../../model/generated/fields.ts';
import type { Heading } from '../contents.ts';
import type { Citable, NoteCollector } from '../notes.ts';
import { referenceText } from '../reference/full.ts';
import { shortReferenceText } from '../reference/short.ts';
import { dateText, durationText, horizonText } from '../wording/dates.ts';
import { escapeAlt, escapeInline } from '../wording/escape.ts';
import type { MessageParameters, Messages } from '../wording/messages.ts';
import { ownText } from '../wording/own-text.ts';
import {
  amountText,
  bandText,
  countedWithText,
  decimal,
  endedText,
  figuresOf,
  figureText,
  measureText,
  partyText,
  placeText,
  quantitiesText,
  quantityText,
  scoreText,
  standingText,
} from '../wording/phrases.ts';
import { captionMark, pictureKey, pictureReferences } from '../wording/pictures.ts';
import { proseBlocks, proseInline } from '../wording/prose.ts';
import type { Cite } from '../wording/prose-line.ts';
import type { Helper } from './environment.ts';
import type { MemoFigures } from './memo-figures.ts';

type StandingView = Pick<RelationshipView, 'standing' | 'by' | 'asserts' | 'denies'>;

/** What the helpers of one memo need. */
export interface HelperContext {
  readonly view: Citable & {
    readonly scheme?: MarkingScheme;
    readonly ownFields?: OwnFieldsView;
    readonly media?: ReadonlyMap<string, MediumView>;
    readonly marking?: string;
  };
  readonly messages: Messages;
  readonly notes: NoteCollector;
  /** The figures that exist, by key: `map`, `likelihood-80-95`. */
  readonly figures: MemoFigures;
}

const NO_MEDIA: ReadonlyMap<string, MediumView> = new Map();

/**
 * The helpers that templates may call. Each returns finished Markdown, and templates print nothing else, so
 * that no analyst's text reaches the memo unescaped.
 */
export function createHelpers({ view, messages, notes, figures }: HelperContext): Record<string, Helper> {
  const source = (id: string) => view.citableSources.get(id);
  const shorts = (ids: readonly string[]) =>
    messages.list(
      ids.flatMap((id) => {
        const found = source(id);
        return found ? shortReferenceText(found.csl, messages) : [];
      }),
    );
  const media = () => view.media ?? NO_MEDIA;
  const cite: Cite = (items) => pictureReferences(items, media(), messages) ?? notes.cite(items);
  const portion = (marking: unknown) =>
    escapeInline(view.scheme ? portionOf(view.scheme, textOf(marking)) : textOf(marking));
  /** A picture with its caption above and its credit below. */
  const show = (id: string): string | undefined => {
    const medium = media().get(id);
    if (!medium) return undefined;
    // Whether its marking differs from that of the whole memo.
    const isMarked = medium.marking !== undefined && medium.marking !== view.marking;
    const marked = isMarked ? ` (${portion(medium.marking)})` : '';
    const credit = escapeInline(messages.text('picture.credit', { credit: medium.credit }));
    return [
      '<!-- role: caption -->',
      captionMark(pictureKey(id)) + proseInline(medium.caption, cite) + marked,
      `![${escapeAlt(medium.alt)}](${figures.pathOfPicture?.(id) ?? `${id}.png`})`,
      '<!-- role: source-line -->',
      credit + notes.citeIds(medium.sources),
    ].join('\n\n');
  };
  const judgmentNumbers = (numbers: readonly number[]) =>
    numbered(['judgment.judgment', 'judgment.judgments'], numbers, messages);
  return {
    /** Plain text. */
    md: (value) => escapeInline(textOf(value)),
    /** A place in a source: "para. 3" does not break before its number. */
    locator: (value) => escapeInline(textOf(value)).replace(/(\p{L}['’׳.]?) (?=\p{Nd})/gu, '$1\u00a0'),
    /** The portion marking of an entry, in the notation of its scheme. */
    portion,
    /** A scalar in the front matter: a JSON string is a valid YAML string. */
    yaml: (value) => JSON.stringify(textOf(value)),
    /** Plain text on one line, ending as a sentence. */
    remark: (text) => endedText(escapeInline(textOf(text))),
    /** Prose on one line. */
    inline: (prose) => proseInline(textOf(prose), cite),
    /** Prose on one line with more to follow: it ends with a full stop or the like. */
    sentence: (prose) => endedText(proseInline(textOf(prose), cite)),
    /** Prose as a heading: on one line, without the full stop of a sentence. */
    headline: (prose) => proseInline(textOf(prose), cite).replace(/(?<![\\.])[.。]$/, ''),
    /** Prose as blocks. */
    blocks: (prose) => proseBlocks(textOf(prose), cite, show),
    /** Prose as a quotation. */
    quote: (prose) =>
      proseBlocks(textOf(prose), cite)
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n'),
    /** Note references for ids of evidence. */
    notes: (ids) => notes.citeIds(ids as readonly string[]),
    /** Note reference for one id of evidence or of a source. */
    note: (id) => notes.citeIds([String(id)]),
    /** A phrase, with named arguments filled in. */
    t: (key, options) => {
      const { hash } = options as { hash: MessageParameters };
      const { count = 0 } = hash;
      if (typeof count !== 'number') throw new Error(`A \`count\` is a number; \`${count}\` is none.`);
      return messages.text(String(key), hash);
    },
    /** A text at the beginning of a sentence: with a capital first letter. */
    opening: (text) => messages.opening(String(text)),
    /** The words for a term of a vocabulary: `{{label "level" level}}`. */
    label: (group, value) => {
      const [name, term] = [String(group), String(value)];
      if (messages.hasLabel(name, term)) return messages.label(name, term);
      // Only these can have an analyst's own words; for any other, a missing phrase is an error.
      return Object.hasOwn(shippedTerms, name)
        ? escapeInline(messages.label(name, term))
        : messages.text(`${name}.${term}`);
    },
    /** Labels of several terms, or plain texts, as a list in words. */
    list: (items) => messages.list((items as readonly unknown[]).map((item) => escapeInline(String(item)))),
    /** A link to a heading of the same memo. */
    toHeading: (heading) => {
      const { words, anchor } = heading as Heading;
      return `[${escapeInline(words)}](#${anchor})`;
    },
    date: (date) => dateText(date as EdtfDate, messages),
    horizon: (date) => horizonText(date as EdtfDate, messages),
    decimal: (value) => decimal(Number(value), messages, 2),
    /** A score of the matrix: weights are products of square roots, where only one decimal is meaningful. */
    score: (value) => scoreText(Number(value), messages),
    /** The term of a likelihood, or only its band if no single term fits. */
    term: (likelihood) => {
      const { term } = likelihood as LikelihoodView;
      return term === undefined ? messages.text('likelihood.no-term') : messages.text(`term.${term}`);
    },
    band: (likelihood) => {
      const shown = likelihood as LikelihoodView;
      return bandText(shown, shown.approximate, messages);
    },
    /** The bar that shows a band on an axis from 0 to 100; the words are beside it. */
    bar: (likelihood) => {
      const { low, high } = likelihood as LikelihoodView;
      const bar = figures.get(`likelihood-${low}-${high}`);
      return bar === undefined ? '' : `![](${bar.path})`;
    },
    /** The number of a figure for its caption, in a memo with numbered figures. */
    figureNumber: (key) => (media().size > 0 ? captionMark(String(key)) : ''),
    /** The picture of a figure by key, with its alternative text. */
    figure: (key, alt) => {
      const found = figures.get(String(key));
      return found === undefined ? '' : `![${escapeAlt(String(alt))}](${found.path})`;
    },
    /** A figure by key, for `with`: absent if the assessment does not have the data for it. */
    drawn: (key) => figures.get(String(key)),
    /** One count of an incident: "133 to 145 killed (3 reports; latest: 143)". */
    quantity: (quantity) => quantityText(quantity as QuantityView, messages),
    /** Counts of an incident, as a list: "139 killed; about 200 injured". */
    quantities: (quantities) => quantitiesText(quantities as readonly QuantityView[], messages),
    /** Figures of another incident that cover this one too. */
    countedWith: (counted) => countedWithText(counted as IncidentView['countedWith'][number], messages),
    /** How long something lasted: "176 days". */
    duration: (duration) => durationText(duration as DurationView, messages),
    /**
     * A value of a series, with its unit if that is a sign (%, °); other units are written before the series.
     */
    amount: (value, unit) => amountText(Number(value), isSign(unit) ? unit : undefined, messages),
    /** Whether the unit follows each value, or there is none. */
    ownSign: (unit) => unit === undefined || isSign(unit),
    /** What was reported, without what is counted, for a row that it heads: "133", "100 to 192.7 million". */
    figures: (count) => figuresOf(count as QuantityView | CountView, messages),
    /** A count other than people: "records exposed, 100 to 192.7 million". */
    measure: (count) => measureText(count as CountView, messages),
    /** Each analyst's estimate: "A. Analyst: 60 %; B: likely (55–80 %), low". */
    estimates: (estimates) =>
      (estimates as readonly EstimateView[])
        .map(({ by, likelihood, confidence, on }) => {
          const band = bandText(likelihood, likelihood.approximate, messages);
          const { term } = likelihood;
          const figure =
            term === undefined || likelihood.given === 'range'
              ? band
              : messages.text('redline.with-band', { term: messages.text(`term.${term}`), band });
          const sure =
            confidence &&
            messages.text('actor.confidence', { level: messages.label('confidence', confidence) });
          const whole = [figure, ...(sure ? [sure] : [])].join(messages.text('list.comma'));
          const name = [escapeInline(by), ...(on ? [dateText(on, messages)] : [])].join(
            messages.text('list.comma'),
          );
          return messages.text('judgment.estimate', { name, figure: whole });
        })
        .join(messages.text('list.semicolon')),
    /** A share from 0 to 1 in whole percent. */
    percent: (share) => percentText(Number(share) * 100, messages),
    percentage: (value) => percentText(Number(value), messages),
    /** One reported figure. */
    count: (report) => figureText(report as ReportView['report'], messages),
    party: (party) => partyText(party as PartyView),
    parties: (parties) => messages.list((parties as readonly PartyView[]).map(partyText)),
    /** Parties without offices, for narrow places. */
    partyNames: (parties) =>
      messages.list((parties as readonly PartyView[]).map(({ name }) => escapeInline(name))),
    /** The standing of a relationship, and who asserts or denies it. */
    standing: (relationship) => standingText(relationship as StandingView, partyText, messages),
    /** The same with names only, for narrow places. */
    standingNames: (relationship) =>
      standingText(relationship as StandingView, ({ name }) => escapeInline(name), messages),
    place: (place) => placeText(place as ResolvedPlace),
    /** A full reference to a source, by id. */
    reference: (id) => {
      const found = source(String(id));
      return found ? referenceText(found.csl, messages) : escapeInline(String(id));
    },
    /** A short reference to a source, by id. */
    short: (id) => {
      const found = source(String(id));
      return found ? shortReferenceText(found.csl, messages) : escapeInline(String(id));
    },
    /** Grade of an item in words: "usually reliable; probably true (B2)". */
    grade: (id, credibility) => gradeText(source(String(id))?.reliability, credibility, messages),
    graded: (id, credibility) => gradeText(source(String(id))?.reliability, credibility, messages) !== '',
    /** The best and the worst grade: "B to D", or "B" if they are equal. */
    gradeSpan: (span) => {
      const { best, worst } = span as { readonly best: string; readonly worst: string };
      return best === worst ? best : messages.text('quantity.range', { min: best, max: worst });
    },
    /** A project's own field: `{{own "x-reference"}}`, `{{own "x-owner" "judgments" id}}`; empty if absent. */
    own: (name, list, id) => escapeInline(ownText(ownValue(view.ownFields, name, list, id), messages)),
    /** Whether that field exists, for `if`. */
    hasOwn: (name, list, id) => ownValue(view.ownFields, name, list, id) !== undefined,
    /** Whether two values are equal: `{{#if (eq kind "question")}}`. */
    eq: (a, b) => a === b,
    /** Short references to several sources. */
    shorts: (ids) => shorts(ids as readonly string[]),
    /** "judgment 2", "judgments 1 and 3". */
    judgmentNumbers: (items) => judgmentNumbers(items as readonly number[]),
    /** What a sign observes: names, then judgments by number: "More of the same; judgments 1 and 3". */
    observed: (items) => {
      const entities = items as readonly NamedEntity[];
      const judgments = entities.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
      return [
        ...entities.flatMap(({ number, name }) => (number === undefined ? proseInline(name, cite) : [])),
        ...(judgments.length > 0 ? [judgmentNumbers(judgments)] : []),
      ].join(messages.text('list.semicolon'));
    },
    /** "assumption 2", "assumptions 1 and 3". */
    assumptionNumbers: (items) =>
      numbered(['judgment.assumption', 'judgment.assumptions'], items as readonly number[], messages),
    /** "item 2", "items 1 and 3": rows of the matrix. */
    itemNumbers: (items) => numbered(['matrix.item', 'matrix.items'], items as readonly number[], messages),
    /** What decides alone which version leads: "items 1 and 3", "what rests on Ratelle 2024". */
    leftOut: (value) => {
      const { items, sources } = value as FragileView;
      if (items.length > 0) return numbered(['matrix.item', 'matrix.items'], items, messages);
      if (sources.length === 0) return messages.text('verdict.poor-sources');
      return messages.text('verdict.sources', { sources: shorts(sources) });
    },
    /** Numbers as a list in words: "1, 3 and 4". */
    numbers: (items) => messages.list((items as readonly number[]).map(String)),
  };
}

function ownValue(fields: OwnFieldsView | undefined, name: unknown, list: unknown, id: unknown): unknown {
  // Handlebars passes its options as the last argument.
  if (typeof list !== 'string') return fields?.assessment[String(name)];
  return fields?.entries[list]?.[String(id)]?.[String(name)];
}

/** Whether a unit is a sign, not a word. */
function isSign(unit: unknown): unit is string {
  return typeof unit === 'string' && /^[^\p{L}\s]+$/u.test(unit);
}

function percentText(value: number, messages: Messages): string {
  return messages.text('percent.one', { low: decimal(value, messages, value > 0 && value < 1 ? 1 : 0) });
}

/**
 * A value to print. Throws an Error if a template asks for a value that does not exist: it would print
 * "undefined".
 */
function textOf(value: unknown): string {
  if (value === undefined || value === null)
    throw new Error('A helper is given a name that the memo does not have.');
  return String(value);
}

/** Numbered entries, in the phrase for one or for several. */
function numbered(
  [one, several]: readonly [string, string],
  numbers: readonly number[],
  messages: Messages,
): string {
  return messages.text(numbers.length === 1 ? one : several, { numbers: messages.list(numbers.map(String)) });
}

function gradeText(reliability: string | undefined, credibility: unknown, messages: Messages): string {
  const parts = [
    reliability && messages.text(`reliability.${reliability}`),
    typeof credibility === 'number' && messages.text(`credibility.${credibility}`),
  ].filter((part) => typeof part === 'string' && part !== '');
  if (parts.length === 0) return '';
  const code = `${reliability ?? ''}${typeof credibility === 'number' ? credibility : ''}`;
  return messages.text('grade', { words: parts.join(messages.text('list.semicolon')), code });
}
