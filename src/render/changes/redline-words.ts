import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type { JudgmentView } from '../../derive/entities/judgments.ts';
import type { MemoView } from '../../derive/memo-view.ts';
import type { Form } from '../render-memo.ts';
import { dateText } from '../wording/dates.ts';
import { type Messages, messagesFor } from '../wording/messages.ts';
import { bandText, decimal } from '../wording/phrases.ts';
import { plainText } from '../wording/plain.ts';
import { changeText } from './change-words.ts';
import type { DescribedChange } from './described-change.ts';
import { type MoveFacts, moveText } from './move-words.ts';

/** A judgment that changed, was added or withdrawn. */
export interface MovedJudgment {
  readonly before: JudgmentView | undefined;
  readonly after: JudgmentView | undefined;
  readonly likelihood: MoveFacts | undefined;
  readonly confidence: MoveFacts | undefined;
  readonly reason: string | undefined;
}

/**
 * An edition, and where it was read from; the label is absent for the file on disk compared with a revision.
 */
interface RedlineEdition {
  readonly view: MemoView;
  readonly label: string | undefined;
}

/** The content of a redline's first page. */
export interface RedlineFacts {
  readonly before: RedlineEdition;
  readonly after: RedlineEdition;
  /** The weightiest first. */
  readonly judgments: readonly MovedJudgment[];
  /** How many other changes there are of each class, in the order of the classes. */
  readonly counts: readonly { readonly name: keyof typeof CLASSES; readonly count: number }[];
  /** The weightiest of the other changes. */
  readonly weightiest: readonly { readonly change: DescribedChange; readonly reason: string | undefined }[];
}

const CLASSES = {
  handling: 'redline.class.handling',
  judgments: 'redline.class.judgments',
  derived: 'redline.class.derived',
  capabilities: 'redline.class.capabilities',
  incidents: 'redline.class.incidents',
  actors: 'redline.class.actors',
  evidence: 'redline.class.evidence',
  outlook: 'redline.class.outlook',
  narrative: 'redline.class.narrative',
} as const;

/** All texts of a redline's own, in the language of the newer edition; plain texts. */
export function redlineWords(facts: RedlineFacts, form: Form) {
  const { view } = facts.after;
  const messages = messagesFor(view.language, form.messages, [facts.before.view, view]);
  const text = (key: string) => messages.text(key);
  const total = facts.counts.reduce((sum, { count }) => sum + count, 0);
  return {
    title: messages.text('redline.title', { title: view.title }),
    keyword: text('redline.keyword'),
    foot: (foot: string) => messages.text('redline.foot', { foot }),
    legend: text('redline.legend'),
    labels: {
      added: text('redline.added'),
      removed: text('redline.removed'),
      moved: text('redline.moved'),
      figureChanged: text('redline.figure-changed'),
      oldNumber: text('redline.old-number'),
    },
    front: {
      series: [text('redline.series'), view.series?.name].filter((part) => part !== undefined).join(' · '),
      heading: text('redline.heading'),
      title: view.title,
      editions: {
        caption: text('redline.editions-caption'),
        head: [
          '',
          text('redline.column.edition'),
          text('redline.column.cut-off'),
          text('redline.column.marking'),
          text('redline.column.status'),
          text('redline.column.from'),
        ],
        rows: [
          [text('redline.before'), ...editionCells(facts.before, messages)],
          [text('redline.after'), ...editionCells(facts.after, messages)],
        ],
      },
      judgments: {
        heading: text('redline.heading-judgments'),
        head: [
          text('judgment.column.number'),
          text('judgment.column.judgment'),
          text('judgment.likelihood'),
          text('judgment.confidence'),
          text('redline.column.why'),
        ],
        rows: facts.judgments.map((moved) => judgmentRow(moved, messages)),
        none: text('redline.no-judgments'),
      },
      others: {
        heading: text('redline.heading-others'),
        counts: facts.counts.map(({ name, count }) =>
          messages.text('redline.class', { name: text(CLASSES[name]), number: decimal(count, messages) }),
        ),
        lead: text(total > facts.weightiest.length ? 'redline.weightiest' : 'redline.all'),
        weightiest: facts.weightiest.map(({ change, reason }) => ({
          summary: changeText(change, { messages, direction: view.direction }),
          reason: reason === undefined ? undefined : messages.text('redline.reason', { reason }),
        })),
        none: text('redline.no-others'),
      },
      legend: {
        inserted: text('redline.legend-inserted'),
        deleted: text('redline.legend-deleted'),
        bar: text('redline.legend-bar'),
      },
    },
  };
}

function editionCells({ view, label }: RedlineFacts['after'], messages: Messages): string[] {
  return [
    view.edition === undefined ? messages.text('redline.none') : String(view.edition),
    dateText(view.asOf, messages),
    view.marking,
    view.status === undefined ? messages.text('redline.none') : messages.text(`status.${view.status}`),
    label ?? messages.text('redline.working-tree'),
  ];
}

function judgmentRow(moved: MovedJudgment, messages: Messages) {
  const judgment = moved.after ?? moved.before;
  const number = moved.after
    ? String(moved.after.number)
    : messages.text('redline.old-number', { number: moved.before?.number ?? 0 });
  const cell = (
    what: 'likelihood' | 'confidence',
    from: string | undefined,
    to: string | undefined,
    move: MoveFacts | undefined,
  ) => ({
    text: cellText(from, to, messages),
    move: move && moveText(what, move, messages),
  });
  return {
    number,
    statement: plainText(judgment?.statement ?? ''),
    note: noteOf(moved, messages),
    likelihood: cell(
      'likelihood',
      likelihoodText(moved.before?.likelihood, messages),
      likelihoodText(moved.after?.likelihood, messages),
      moved.likelihood,
    ),
    confidence: cell(
      'confidence',
      levelText(moved.before, messages),
      levelText(moved.after, messages),
      moved.confidence,
    ),
    reason: moved.reason ?? messages.text('redline.no-reason'),
  };
}

/** What happened to it apart from its moves. */
function noteOf({ before, after }: MovedJudgment, messages: Messages): string | undefined {
  if (!before) return messages.text('redline.new');
  if (!after) return messages.text('redline.withdrawn');
  const [was, is] = [before.resolution, after.resolution];
  if (is && was?.outcome !== is.outcome) {
    return messages.text(is.outcome ? 'redline.resolved-true' : 'redline.resolved-false');
  }
  return was && !is ? messages.text('redline.reopened') : undefined;
}

function cellText(from: string | undefined, to: string | undefined, messages: Messages): string {
  if (from === undefined || to === undefined) return to ?? from ?? messages.text('redline.none');
  if (from === to) return messages.text('redline.unchanged', { value: to });
  return messages.text('redline.from-to', { from, arrow: messages.text('changes.arrow'), to });
}

function likelihoodText(likelihood: LikelihoodView | undefined, messages: Messages): string | undefined {
  if (!likelihood) return undefined;
  const band = bandText(likelihood, likelihood.approximate, messages);
  const { term } = likelihood;
  const words = messages.text(term === undefined ? 'likelihood.no-term' : `term.${term}`);
  return messages.text('redline.with-band', { term: words, band });
}

function levelText(judgment: JudgmentView | undefined, messages: Messages): string | undefined {
  const level = judgment?.confidence?.level;
  return level && messages.text(`confidence.${level}`);
}
