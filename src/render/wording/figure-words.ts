import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { QuantitySummary } from '../../derive/entities/quantity.ts';
import type { MemoView } from '../../derive/memo-view.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import type { QuantityReport } from '../../model/generated/types.ts';
import { shortReference } from '../reference/short.ts';
import type { Form } from '../render-memo.ts';
import { dateText, dayText } from './dates.ts';
import { type MessageParameters, messagesFor } from './messages.ts';
import { bandText, decimal, figureText, latestText, rangeText, scoreText } from './phrases.ts';
import { plainText } from './plain.ts';

/** The words of a memo's language for drawing figures: plain texts, not escaped for Markdown. */
export function wordsFor(
  view: Pick<MemoView, 'language' | 'citableSources' | 'scale' | 'confidenceScale'>,
  form: Pick<Form, 'messages'>,
) {
  const messages = messagesFor(view.language, form.messages, [view]);
  return {
    text: (key: string, parameters: MessageParameters = {}) => messages.text(key, parameters),
    label: (group: string, value: string) => messages.label(group, value),
    date: (date: EdtfDate) => dateText(date, messages),
    day: (date: EdtfDate) => dayText(date, messages),
    number: (value: number) => decimal(value, messages, 2),
    axisNumbers: (values: readonly number[]) => {
      const grouped = values.some((value) => Math.abs(value) >= 10_000);
      return (value: number) => decimal(value, messages, 2, grouped ? 3 : 4);
    },
    score: (value: number) => scoreText(value, messages),
    opening: (text: string) => messages.opening(text),
    list: (items: readonly string[]) => messages.list(items),
    term: ({ term }: LikelihoodView) =>
      messages.text(term === undefined ? 'likelihood.no-term' : `term.${term}`),
    band: (likelihood: Pick<LikelihoodView, 'low' | 'high' | 'isHighOpen' | 'approximate'>) =>
      bandText(likelihood, likelihood.approximate, messages),
    count: (report: QuantityReport) => figureText(report, messages),
    range: (quantity: QuantitySummary) => rangeText(quantity, messages),
    latest: (quantity: QuantitySummary) => latestText(quantity, messages),
    source: (id: string) => {
      const found = view.citableSources.get(id);
      return found ? shortReference(found.csl, messages) : id;
    },
    plain: plainText,
    levels: view.confidenceScale.levels.map(({ level }) => level),
  };
}
