import type { Element, ElementContent } from 'hast';
import { h, text } from '../hast.ts';

/** What the first page of a redline says; all texts are plain and in the memo's language where nothing else is said. */
export interface Front {
  /** What the document is, above its title. */
  readonly series: string;
  readonly heading: string;
  /** Title of the memo. */
  readonly title: string;
  readonly editions: {
    readonly caption: string;
    readonly head: readonly string[];
    /** A row each for the older and the newer edition; its first cell says which. */
    readonly rows: readonly (readonly string[])[];
  };
  readonly judgments: {
    readonly heading: string;
    readonly head: readonly string[];
    readonly rows: readonly MovedRow[];
    /** Stands in place of the table where there is no row. */
    readonly none: string;
  };
  readonly others: {
    readonly heading: string;
    /** How many of which class; empty where there are none. */
    readonly counts: readonly string[];
    readonly lead: string;
    readonly weightiest: readonly WeightyChange[];
    readonly none: string;
  };
  /** The words of the legend around its samples. */
  readonly legend: { readonly inserted: string; readonly deleted: string; readonly bar: string };
}

/** A change in one line. */
export interface WeightyChange {
  readonly summary: string;
  /** Why, in the words of the file. */
  readonly reason: string | undefined;
}

/** A judgment that moved, came or went. */
export interface MovedRow {
  readonly number: string;
  readonly statement: string;
  /** What became of it besides: that it is new, is withdrawn, came true. */
  readonly note: string | undefined;
  readonly likelihood: MovedCell;
  readonly confidence: MovedCell;
  readonly reason: string;
}

/** From what to what, and how far: "likely → very likely", "↑ up 1 band". */
export interface MovedCell {
  readonly text: string;
  readonly move: string | undefined;
}

/** The first page of a redline as a memo of its own: marking, title, what moved, what else changed. */
export function frontOf(front: Front, marking: string): ElementContent[] {
  const { editions, judgments, others, legend } = front;
  return [
    h('header', {}, [
      line('marking', marking),
      line('series', front.series),
      h('h1', {}, [text(front.heading)]),
      line('subtitle', front.title),
    ]),
    h('section', { className: ['editions'] }, [
      h('table', { className: ['whole'] }, [
        h('caption', {}, [text(editions.caption)]),
        headOf(editions.head),
        h(
          'tbody',
          {},
          editions.rows.map(([name = '', ...cells]) =>
            h('tr', {}, [
              h('th', { scope: 'row' }, [text(name)]),
              ...cells.map((cell) => h('td', {}, [text(cell)])),
            ]),
          ),
        ),
      ]),
    ]),
    h('section', {}, [
      h('h2', {}, [text(judgments.heading)]),
      judgments.rows.length === 0
        ? h('p', {}, [text(judgments.none)])
        : h('table', { className: ['moved-judgments'] }, [
            headOf(judgments.head),
            h('tbody', {}, judgments.rows.map(judgmentRow)),
          ]),
    ]),
    h('section', { className: ['other-changes'] }, [
      h('h2', {}, [text(others.heading)]),
      ...(others.counts.length === 0
        ? [h('p', {}, [text(others.none)])]
        : [
            line('counts', others.counts.join(' · ')),
            line('lead', others.lead),
            h('ol', {}, others.weightiest.map(changeItem)),
          ]),
      h('p', { className: ['legend'] }, [
        h('ins', {}, [text(legend.inserted)]),
        text(' · '),
        h('del', {}, [text(legend.deleted)]),
        text(` · ${legend.bar}`),
      ]),
    ]),
  ];
}

function line(name: string, words: string): Element {
  return h('p', { className: [name] }, [text(words)]);
}

function headOf(heads: readonly string[]): Element {
  return h('thead', {}, [
    h(
      'tr',
      {},
      heads.map((head) => h(head === '' ? 'td' : 'th', head === '' ? {} : { scope: 'col' }, [text(head)])),
    ),
  ]);
}

function judgmentRow({ number, statement, note, likelihood, confidence, reason }: MovedRow): Element {
  return h('tr', {}, [
    h('td', { className: ['number'] }, [text(number)]),
    h('td', {}, [
      ...(note === undefined ? [] : [h('span', { className: ['change-label'] }, [text(note)]), text(' ')]),
      text(statement),
    ]),
    movedCell(likelihood),
    movedCell(confidence),
    h('td', {}, [text(reason)]),
  ]);
}

function movedCell({ text: words, move }: MovedCell): Element {
  return h('td', {}, [
    ...(move === undefined
      ? [text(words)]
      : [
          h('span', { className: ['moved'] }, [text(words)]),
          h('br', {}, []),
          h('span', { className: ['move'] }, [text(move)]),
        ]),
  ]);
}

function changeItem({ summary, reason }: WeightyChange): Element {
  return h('li', {}, [
    text(summary),
    ...(reason === undefined ? [] : [text(' '), h('span', { className: ['reason'] }, [text(reason)])]),
  ]);
}
