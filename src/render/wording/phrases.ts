import type { CountView, IncidentView, QuantityView, ReportView } from '../../derive/entities/incidents.ts';
import type { QuantitySummary } from '../../derive/entities/quantity.ts';
import type { RelationshipView } from '../../derive/entities/relationships.ts';
import type { PartyView, ResolvedPlace } from '../../derive/entities/resolve.ts';
import type { LikelihoodBand, LikelihoodScale } from '../../model/conventions/conventions.ts';
import { dateText } from './dates.ts';
import { escapeInline } from './escape.ts';
import type { Messages } from './messages.ts';

/**
 * "80–95 %"; on a scale with approximate bands "about 55–75 %", and at its ends "at most about 5 %"; "about 40
 * to under 50 %" if the upper end is excluded.
 */
export function bandText(
  band: Pick<LikelihoodBand, 'low' | 'high' | 'isHighOpen'>,
  approximate: boolean,
  messages: Messages,
): string {
  const key = approximate ? approximateKey(band) : band.low === band.high ? 'percent.one' : 'percent.range';
  return messages.text(key, { low: decimal(band.low, messages), high: decimal(band.high, messages) });
}

function approximateKey({
  low,
  high,
  isHighOpen,
}: Pick<LikelihoodBand, 'low' | 'high' | 'isHighOpen'>): string {
  if (low === high) return 'percent.one';
  if (isHighOpen) return 'percent.about-below';
  if (low === 0) return 'percent.about-at-most';
  return high === 100 ? 'percent.about-at-least' : 'percent.about';
}

/** Figures are printed as their sources give them; more decimals than these come from a conversion. */
const MAX_DECIMALS = 6;

/** A number in the notation of the language: decimal mark, no grouping of up to so many digits. */
export function decimal(value: number, messages: Messages, digits = 1, ungrouped = 4): string {
  const text = String(Number(value.toFixed(digits)));
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped =
    whole.length > ungrouped ? whole.replace(/\B(?=(\d{3})+$)/g, messages.text('number.group')) : whole;
  const number = grouped + (fraction === undefined ? '' : messages.text('number.decimal') + fraction);
  return value < 0 && Number(text) !== 0 ? messages.text('number.negative', { number }) : number;
}

/** A score of the matrix, with the one decimal that its weights (0.7, 1, 1.4) justify. */
export function scoreText(score: number, messages: Messages): string {
  return decimal(score, messages, 1);
}

/** "133 to 145 killed (3 reports; latest: 143)" or, when all reports agree, "139 killed". */
export function quantityText(quantity: QuantityView, messages: Messages): string {
  const figure = rangeText(quantity, messages);
  return reportedText(messages.text(`quantity.${quantity.counted}`, { figure }), quantity, messages);
}

/**
 * Counts of an incident: "139 killed; about 200 injured". Other incidents that all of them cover are named once:
 * "2 killed; 3 injured; all counted together with “Fire at Norham”".
 */
export function quantitiesText(quantities: readonly QuantityView[], messages: Messages): string {
  const [first] = quantities;
  const across = first?.across ?? [];
  const isShared =
    quantities.length > 1 &&
    across.length > 0 &&
    quantities.every((quantity) => quantity.across.join('\n') === across.join('\n'));
  const what = quantities
    .map((quantity) => quantityText(isShared ? { ...quantity, across: [] } : quantity, messages))
    .join(messages.text('list.semicolon'));
  return isShared
    ? messages.text('quantity.all-across', { what, incidents: incidentNames(across, messages) })
    : what;
}

/** The same without what is counted, for a row that it heads: "133 to 145 (3 reports; latest: 143)". */
export function figuresOf(count: QuantityView | CountView, messages: Messages): string {
  if ('counted' in count) return reportedText(rangeText(count, messages), count, messages);
  return reportedText(amountOf(count, messages), count, messages, moneyText(count, messages));
}

/** What is counted, with how many reports differ on it, its parts, and what else it counts. */
function reportedText(
  what: string,
  count: QuantityView | CountView,
  messages: Messages,
  number?: NumberText,
): string {
  if (!count.disputed) return scopedText(what, count, messages, number);
  // If all reports are of one day, none is later than another.
  const isTie = count.latest.length > 1 && count.latest.length === count.figures.length;
  const latest = isTie ? undefined : latestText(count, messages, number);
  const reports = messages.text('quantity.reports', { count: count.reports.length });
  const whole =
    latest === undefined
      ? messages.text('quantity.disputed-undated', { what, reports })
      : messages.text('quantity.disputed', { what, reports, latest });
  return scopedText(whole, count, messages, number);
}

/** A figure with its parts, and with the other incidents it covers: "22 killed, of them children: 6". */
function scopedText(
  what: string,
  { parts, across }: Pick<QuantityView, 'parts' | 'across'>,
  messages: Messages,
  number?: NumberText,
): string {
  const items = parts.map((part) =>
    messages.text('quantity.part', {
      group: escapeInline(part.group),
      figure: rangeText(part, messages, number),
    }),
  );
  const split =
    items.length === 0 ? what : messages.text('quantity.of-them', { what, parts: messages.list(items) });
  return across.length === 0
    ? split
    : messages.text('quantity.across', { what: split, incidents: incidentNames(across, messages) });
}

/** Titles of incidents inside a sentence. */
function incidentNames(titles: readonly string[], messages: Messages): string {
  return messages.list(
    titles.map((title) => messages.text('incident.named', { title: escapeInline(title) })),
  );
}

/** "Counted together with “Fire at Norham”: killed and injured." */
export function countedWithText(
  { incident, what }: IncidentView['countedWith'][number],
  messages: Messages,
): string {
  const names = what.map(({ counted, of }) =>
    of === undefined ? messages.label('count', counted ?? '') : escapeInline(of),
  );
  return messages.text('incident.counted-with', {
    what: messages.list(names),
    incident: incidentNames([incident], messages),
  });
}

/** A value with its unit's sign as people write it: "12 %". */
export function amountText(value: number, unit: string | undefined, messages: Messages): string {
  const figure = plainNumber(messages)(value);
  if (unit === undefined) return figure;
  if (unit === '%') return messages.text('percent.one', { low: figure });
  return messages.text('count.unit', { figure, unit: escapeInline(unit) });
}

/** Formats a number: with its decimals, or as a sum of money. */
type NumberText = (value: number) => string;

function plainNumber(messages: Messages): NumberText {
  return (value) => decimal(value, messages, MAX_DECIMALS);
}

/**
 * What the reports of a count add up to: "139", "133 to 145"; of two figures "2 or 11"; with an open end
 * "4 or at least 5", and for more than two such figures "4 to 60 or more". It covers every figure reported.
 */
export function rangeText(
  quantity: QuantitySummary,
  messages: Messages,
  number: NumberText = plainNumber(messages),
): string {
  const { min, max, highest, open, figures } = quantity;
  const [low, high] = figures;
  // "2 or more than 1" is no choice between two figures.
  if (low?.value !== undefined && high?.qualifier === 'more-than' && figures.length === 2) {
    const isExact = (low.qualifier ?? 'exactly') === 'exactly';
    if (isExact && high.value !== undefined && high.value <= low.value)
      return messages.text('quantity.at-least', { figure: number(low.value) });
  }
  // Nobody reported anything between two figures.
  const isPair = figures.length === 2 && (open || figures.every(({ value }) => value !== undefined));
  if (figures.length === 1 || isPair) return figuresText(figures, messages, number);
  return max === undefined
    ? messages.text('quantity.range-open', { min: number(min), max: number(highest) })
    : messages.text('quantity.range', { min: number(min), max: number(max) });
}

/** The figures of the latest reports; `undefined` if no report has a date. */
export function latestText(
  { latest }: QuantitySummary,
  messages: Messages,
  number?: NumberText,
): string | undefined {
  return latest.length === 0 ? undefined : figuresText(latest, messages, number);
}

function figuresText(figures: QuantitySummary['figures'], messages: Messages, number?: NumberText): string {
  return messages.choice(
    figures.map((report) => figureText(report, messages, number)),
    {
      apart: figures
        .slice(0, -1)
        .some(({ value, qualifier = 'exactly' }) => value === undefined || qualifier !== 'exactly'),
    },
  );
}

/** "records exposed, 100 to 192.7 million records (4 reports; latest: 192.7)", "damage, about EUR 21,000 (prices of 2026)". */
export function measureText(count: CountView, messages: Messages): string {
  const what = messages.text('count.of', { of: escapeInline(count.of), figure: amountOf(count, messages) });
  return reportedText(what, count, messages, moneyText(count, messages));
}

/** How a sum of money is written; nothing for another count. */
function moneyText({ money }: CountView, messages: Messages): NumberText | undefined {
  return (
    money &&
    ((value) =>
      messages.text('count.money', {
        currency: money.currency,
        figure: decimal(value, messages, MAX_DECIMALS),
      }))
  );
}

/** "100 to 192.7 million records", "about EUR 21,000 (prices of 2026)". */
function amountOf(count: CountView, messages: Messages): string {
  const { money, unit } = count;
  const range = rangeText(count, messages, moneyText(count, messages));
  const figure =
    unit === undefined ? range : messages.text('count.unit', { figure: range, unit: escapeInline(unit) });
  return money?.year
    ? messages.text('count.prices', { figure, year: dateText(money.year, messages) })
    : figure;
}

/** One reported figure: "at least 22", "3–5". */
export function figureText(
  report: ReportView['report'],
  messages: Messages,
  number: NumberText = plainNumber(messages),
): string {
  const { value, min, max, qualifier } = report;
  if (value !== undefined) {
    return messages.text(`quantity.${qualifier ?? 'exactly'}`, { figure: number(value) });
  }
  if (min !== undefined && max !== undefined) {
    return messages.text('quantity.range', { min: number(min), max: number(max) });
  }
  const open = min === undefined ? 'at-most' : 'at-least';
  return messages.text(`quantity.${open}`, { figure: number(min ?? max ?? 0) });
}

/** "Nikolai Patrushev (secretary of the Security Council)". */
export function partyText(party: PartyView): string {
  const name = escapeInline(party.name);
  return party.office === undefined ? name : `${name} (${escapeInline(party.office)})`;
}

/**
 * The standing of a relationship, with who says so: "asserted by O. Lind, disputed", "denied by the ministry".
 * The `by` of a disputed relationship asserts it; a side that says the standing already says it once. Empty if
 * neither is given.
 */
export function standingText(
  { standing, by, asserts, denies }: Pick<RelationshipView, 'standing' | 'by' | 'asserts' | 'denies'>,
  nameOf: (party: PartyView) => string,
  messages: Messages,
): string {
  const partiesText = (who: readonly PartyView[], key: string): string[] =>
    who.length === 0 ? [] : [messages.text(key, { parties: messages.list(who.map(nameOf)) })];
  const sides = [
    ...partiesText(
      asserts,
      standing === 'alleged' ? 'relationships.by-alleged' : 'relationships.by-asserted',
    ),
    ...partiesText(denies, 'relationships.by-denied'),
  ];
  const [own] = partiesText(by, STANDING_BY[standing ?? 'asserted']);
  const isSaid = standing === 'denied' ? denies.length > 0 : standing !== 'disputed' && asserts.length > 0;
  const plain = standing === undefined || isSaid ? [] : [messages.text(`standing.${standing}`)];
  return [...(own === undefined ? plain : [own]), ...sides].join(messages.text('list.comma'));
}

const STANDING_BY: Readonly<Record<NonNullable<RelationshipView['standing']>, string>> = {
  asserted: 'relationships.by-asserted',
  alleged: 'relationships.by-alleged',
  disputed: 'relationships.by-disputed',
  denied: 'relationships.by-denied',
};

/** "Karabulak, Russia"; the country is left out if it is part of the name. */
export function placeText(place: ResolvedPlace): string {
  const { name, country } = place;
  return escapeInline(country === undefined || name.includes(country) ? name : `${name}, ${country}`);
}

/** A sentence with final punctuation; closing quotation marks, emphasis and note references may follow it. */
export function endedText(markdown: string): string {
  return /[.!?…。؟।][)"'»”’*_~\u2069]*(?:\[\^[^\]]+\])*$/u.test(markdown) ? markdown : `${markdown}.`;
}

/** All terms of a scale with their bands, for the note at the end: "unlikely 20–45 %; …". */
export function scaleText(scale: LikelihoodScale, row: number, messages: Messages): string {
  return scale.bands
    .map((band) => {
      const term = messages.text(`term.${band.terms[row] ?? band.terms[0]}`);
      return messages.text('scale.item', {
        term,
        band: bandText(band, scale.approximate ?? false, messages),
      });
    })
    .join(messages.text('list.semicolon'));
}
