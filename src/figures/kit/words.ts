import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { QuantitySummary } from '../../derive/entities/quantity.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { QuantityReport } from '../../model/generated/types.ts';

/**
 * The words of one memo's language. Figures have no words of their own: `render/` provides these. All texts are
 * plain: no Markdown, not yet escaped.
 */
export interface Words {
  /** A phrase with its parameters filled in; a parameter `count` selects the plural form. */
  text(key: string, parameters?: Readonly<Record<string, string | number>>): string;
  /** The words for a term of a vocabulary. */
  label(group: string, value: string): string;
  /** "22–24 March 2024". */
  date(date: EdtfDate): string;
  /** The day and month of a date that is known to the day: "22 March". */
  day(date: EdtfDate): string;
  /** A number in the notation of the language, with two decimals at most. */
  number(value: number): string;
  /** The numbers of an axis, by value: if one is grouped ("10,000"), all are. */
  axisNumbers(values: readonly number[]): (value: number) => string;
  /** A score of the matrix of hypotheses, with one decimal at most. */
  score(value: number): string;
  /** A text at the beginning of a sentence: with a capital first letter. */
  opening(text: string): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** The term of a likelihood, or the phrase for one that has none. */
  term(likelihood: LikelihoodView): string;
  /** "80–95 %". */
  band(likelihood: Span): string;
  /** One reported figure: "at least 22". */
  count(report: QuantityReport): string;
  /** The range of a count's reports: "133 to 145", "4 or at least 5". */
  range(quantity: QuantitySummary): string;
  /** The figures of the latest reports; `undefined` if none has a date. */
  latest(quantity: QuantitySummary): string | undefined;
  /** A short name for a source: "Ratelle 2024"; its id if nothing is known about it. */
  source(id: string): string;
  /** Prose without its markup and citations, on one line. */
  plain(prose: string): string;
  /** The levels of the scale of confidence in use, from the least. */
  readonly levels: readonly string[];
}

/** A band of probability in percent. */
export type Span = Pick<LikelihoodView, 'low' | 'high' | 'isHighOpen' | 'approximate'>;
