import { dateText } from '../wording/dates.ts';
import type { Messages } from '../wording/messages.ts';
import { bandText, decimal, figureText } from '../wording/phrases.ts';
import type { DescribedValue } from './described-change.ts';

/** The phrases of the language, and its direction. */
export interface Phrasing {
  readonly messages: Messages;
  readonly direction: 'ltr' | 'rtl';
}

/** Values as a list. */
export function valuesText(values: readonly DescribedValue[], phrasing: Phrasing): string {
  return values.map((value) => valueText(value, phrasing)).join(phrasing.messages.text('list.comma'));
}

/** Most names given of a list. */
const FEW = 3;

/** The first few values, and how many more there are. */
export function fewText(values: readonly DescribedValue[], phrasing: Phrasing): string {
  const { messages } = phrasing;
  const more = values.length - FEW;
  if (more < 2) return messages.list(values.map((value) => valueText(value, phrasing)));
  const items = valuesText(values.slice(0, FEW), phrasing);
  return messages.text('change.more', { items, number: decimal(more, messages) });
}

/** A text that reads like a sentence, with punctuation or five words, is quoted. */
const SENTENCE = /[.!?,;]|: |\S(?:\s+\S+){4}/;

/** A value in a few words; plain text. */
export function valueText(value: DescribedValue, phrasing: Phrasing): string {
  const { messages } = phrasing;
  switch (value.kind) {
    case 'text': {
      const text = isolated(value.text, phrasing);
      return SENTENCE.test(value.text) ? messages.text('change.quoted', { text }) : text;
    }
    case 'number':
      return decimal(value.number, messages, 2);
    case 'flag':
      return messages.text(value.flag ? 'change.yes' : 'change.no');
    case 'date':
      return dateText(value.date, messages);
    case 'term':
      return messages.label(value.group, value.term);
    case 'figure':
      return figureText(value.report, messages);
    case 'outcome':
      return messages.text(value.cameTrue ? 'judgment.came-true' : 'judgment.came-false');
    case 'likelihood': {
      const { term, approximate } = value.likelihood;
      return messages.text('redline.with-band', {
        term: messages.text(term === undefined ? 'likelihood.no-term' : `term.${term}`),
        band: bandText(value.likelihood, approximate, messages),
      });
    }
  }
}

/**
 * An analyst's text may run in the other direction than the sentence around it: isolated, it cannot move a
 * quotation mark or an arrow (Unicode's bidirectional algorithm, UAX 9: FSI and PDI).
 */
export function isolated(text: string, { direction }: Phrasing): string {
  return direction === 'rtl' ? `\u2068${text}\u2069` : text;
}
