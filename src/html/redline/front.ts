import type { Element, ElementContent } from 'hast';
import { h, text } from '../hast.ts';

/** The content of a redline's first page; all texts are plain and in the memo's language unless noted otherwise. */
export interface Front {
  /** What the document is, above its title. */
  readonly series: string;
  readonly heading: string;
  /** Title of the memo. */
  readonly title: string;
  readonly editions: {
    readonly caption: string;
    readonly head: readonly string[];
    /** One row for the older and one for the newer edition; the first cell says which. */
    readonly rows: readonly (readonly string[])[];
  };
  readonly judgments: {
    readonly heading: string;
    readonly head: readonly string[];
    readonly rows: readonly MovedRow[];
    /** Replaces the table if there are no rows. */
    readonly none: string;
  };
  readonly others: {
    readonly heading: string;
    /** How many of which class; empty if there are none. */
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
  /** The reason, in the words of the file. */
  readonly reason: string | undefined;
}

/** A judgment that moved, was added or removed. */
export interface MovedRow {
  readonly number: string;
  readonly statement: string;
  /** Other changes: that it is new, was withdrawn, came true. */
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

/** The first page of a redline as a separate memo: marking, title, judgments that moved, other changes. */
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
