import type { LikelihoodView } from '../derive/analysis/likelihood.ts';
import type {
  BlameView,
  Difference,
  DifferenceType,
  JudgedView,
  Reason,
  Values,
} from '../derive/comparison/types.ts';
import type { ComparisonPages } from '../derive/comparison/view.ts';
import { dateText } from './wording/dates.ts';
import type { Messages } from './wording/messages.ts';
import { decimal, rangeText } from './wording/phrases.ts';
import { plainText } from './wording/plain.ts';
import { shortTitle } from './wording/short-title.ts';

/** A difference between memos in a sentence; plain text. */
export interface DifferenceText {
  /** From 1. */
  readonly number: number;
  /** "Who carried out the attack on Crocus City Hall". */
  readonly matter: string;
  /** "memo 4: …; memos 5 and 7: …". */
  readonly answers: string;
  /**
   * "They cite different sources: 2 of 9 in common. …": the strongest explanation first; empty if none is
   * known.
   */
  readonly hangsOn: string;
}

export interface SynthesisText {
  /** What most memos speak of, and which memos do. */
  readonly widest: { readonly name: string; readonly memos: number } | undefined;
  /** The most important differences first. */
  readonly differences: readonly DifferenceText[];
  /** Reasons common to all of them, given once; empty if there are none. */
  readonly allHangOn: string;
  /** How many differences have no sentence and are only in the tables. */
  readonly more: number;
}

/**
 * Phrases for what a difference is about. Links, offices and trends only make sense side by side, in their
 * tables.
 */
const MATTERS: Readonly<Partial<Record<DifferenceType, string>>> = {
  'threat/greatest': 'pack.matter.threat-greatest',
  'incident/attribution': 'pack.matter.incident-attribution',
  'incident/explanation': 'pack.matter.incident-explanation',
  'incident/figure': 'pack.matter.incident-figure',
  'incident/claim': 'pack.matter.incident-claim',
  'judgment/likelihood': 'pack.matter.judgment-likelihood',
  'actor/capability': 'pack.matter.actor-capability',
  'actor/intent': 'pack.matter.actor-intent',
  'actor/status': 'pack.matter.actor-status',
};

/** Most sentences before the tables; a reader stops after that. */
const MAX_SENTENCES = 8;

/** Most sentences of one type, so that twelve counts do not hide who did it. */
const MAX_OF_TYPE = 3;

/** The differences between memos in sentences, the most important first. */
export function synthesisText(comparison: ComparisonPages, messages: Messages): SynthesisText {
  const used = new Map<DifferenceType, number>();
  const described: DescribedDifference[] = [];
  for (const difference of comparison.ranked) {
    const before = used.get(difference.type) ?? 0;
    if (described.length === MAX_SENTENCES || before === MAX_OF_TYPE) continue;
    const text = differenceText(difference, messages);
    if (text === undefined) continue;
    used.set(difference.type, before + 1);
    described.push(text);
  }
  const [widest] = comparison.shared;
  const isDatedOnce = datesDiffer(described);
  const texts = described.map(({ reasons }) =>
    reasons.map((reason) => reasonText(reason, messages, isDatedOnce)),
  );
  const shared = sharedReasons(texts);
  return {
    widest: widest && { name: shortTitle(widest.name), memos: widest.memos.length },
    differences: described.map(({ matter, answers }, index) => ({
      number: index + 1,
      matter,
      answers,
      hangsOn: (texts[index] ?? []).filter((text) => text !== '' && !shared.includes(text)).join(' '),
    })),
    allHangOn: [...shared, ...(isDatedOnce ? [messages.text('pack.hangs.dates-listed')] : [])].join(' '),
    more: comparison.count - described.length,
  };
}

/** A difference in words, with its reasons. */
interface DescribedDifference extends Pick<DifferenceText, 'matter' | 'answers'> {
  readonly reasons: readonly Reason[];
}

/** Fewest differences of which a common reason is said once. */
const MANY = 3;

/** Reasons that every difference has, if there are so many that they would be repeated. */
function sharedReasons(texts: readonly (readonly string[])[]): readonly string[] {
  if (texts.length < MANY) return [];
  return (texts[0] ?? []).filter((text) => text !== '' && texts.every((others) => others.includes(text)));
}

/** Whether so many differences hang on dates, of several pairs of memos, that the list of memos had better give them. */
function datesDiffer(described: readonly DescribedDifference[]): boolean {
  const pairs = described.map(({ reasons }) => {
    const dates = reasons.find((reason) => reason.kind === 'dates');
    return dates && `${dates.earliest.memo} ${dates.latest.memo}`;
  });
  return pairs.length >= MANY && !pairs.includes(undefined) && new Set(pairs).size > 1;
}

function differenceText(difference: Difference, messages: Messages): DescribedDifference | undefined {
  const { matter, type } = difference;
  const key = MATTERS[type];
  if (key === undefined) return undefined;
  const answers = answersTo(difference, messages);
  // Memos with the same words differ only in what the table shows.
  if (new Set(answers.map(({ text }) => text)).size < 2) return undefined;
  const dimension =
    type === 'actor/capability' && matter.aspect !== undefined
      ? labelOf('dimension', matter.aspect, messages)
      : '';
  const counted =
    type === 'incident/figure' && matter.aspect !== undefined
      ? matter.isOwnCount
        ? matter.aspect
        : labelOf('count', matter.aspect, messages)
      : '';
  const name =
    matter.kind === 'services' ? messages.text('pack.services', { state: matter.name }) : matter.name;
  return {
    matter: messages.text(matter.isOwnCount ? 'pack.matter.incident-count' : key, {
      name,
      dimension,
      counted,
    }),
    answers: joined(answers, messages),
    reasons: difference.hangsOn.slice(0, MAX_REASONS),
  };
}

/** Most reasons given: the site and `compare` show all of them. */
const MAX_REASONS = 2;
/** Most titles of sources named in a reason, and how long each may be, in characters. */
const MAX_TITLES = 2;
const MAX_LETTERS = 90;

/**
 * A reason why memos may differ, in a sentence; plain text. Without the dates if these are given once for all: empty if
 * nothing else is to be said.
 */
function reasonText(reason: Reason, messages: Messages, isDatedOnce: boolean): string {
  const titles = (all: readonly string[]) =>
    messages.list(
      [...new Set(all)]
        .slice(0, MAX_TITLES)
        .map((title) => messages.text('pack.quoted', { text: shortTitle(title, MAX_LETTERS) })),
    );
  switch (reason.kind) {
    case 'sources':
      return reason.shared === 0
        ? messages.text('pack.hangs.sources-none')
        : messages.text('pack.hangs.sources', {
            shared: decimal(reason.shared, messages),
            all: decimal(reason.all, messages),
          });
    case 'dates': {
      const { earliest, latest, since } = reason;
      if (isDatedOnce)
        return since.length === 0 ? '' : messages.text('pack.hangs.after', { titles: titles(since) });
      const closed = messages.text('pack.hangs.dates', {
        earlier: memosText([earliest.memo], messages),
        day: dateText(earliest.asOf, messages),
        later: memosText([latest.memo], messages),
        laterDay: dateText(latest.asOf, messages),
      });
      return since.length === 0
        ? closed
        : `${closed} ${messages.text('pack.hangs.since', { titles: titles(since) })}`;
    }
    case 'reading':
      return messages.text('pack.hangs.reading', { titles: titles(reason.read.map(({ title }) => title)) });
    case 'horizon':
      return messages.text('pack.hangs.horizon');
    case 'question':
      return messages.text('pack.hangs.question');
    case 'unsourced':
      return messages.text('pack.hangs.unsourced', { memos: memosText(reason.memos, messages) });
  }
}

/** "memos 4 and 5". */
function memosText(memos: readonly number[], messages: Messages): string {
  return messages.text('pack.memos', {
    count: memos.length,
    numbers: messages.list(memos.map((number) => decimal(number, messages))),
  });
}

interface Answer {
  readonly memo: number;
  readonly text: string;
}

/** "memo 4: X; memos 5 and 7: Y". After a colon, a name may begin with a capital. */
function joined(answers: readonly Answer[], messages: Messages): string {
  const memosOf = new Map<string, number[]>();
  for (const { memo, text } of answers) memosOf.set(text, [...(memosOf.get(text) ?? []), memo]);
  const parts = [...memosOf].map(([what, memos]) =>
    messages.text('pack.answer', {
      memos: memosText(memos, messages),
      what,
    }),
  );
  return parts.join(messages.text('list.semicolon'));
}

/** Each memo's answer; memos that do not fit into a sentence are left to the table. */
function answersTo(difference: Difference, messages: Messages): Answer[] {
  const sides = <Type extends DifferenceType>(
    _type: Type,
    text: (value: Values[Type]) => string | undefined,
  ): Answer[] =>
    (difference as Difference<Type>).sides.flatMap(({ memo, value }) => {
      const statement = text(value);
      return statement === undefined || statement === '' ? [] : [{ memo, text: statement }];
    });
  const names = (list: readonly string[]) => messages.list([...new Set(list)]);
  switch (difference.type) {
    case 'threat/greatest':
      return sides('threat/greatest', (threats) => names(threats.map(({ name }) => name)));
    case 'incident/attribution':
      return sides('incident/attribution', (blamed) => blameText(blamed, messages));
    case 'incident/explanation':
      return sides('incident/explanation', (leaders) =>
        leaders.length > 2
          ? undefined
          : messages.list(
              leaders.map(({ statement }) =>
                messages.text('pack.quoted', {
                  text: plainText(statement).replace(/[.。]\s*$/u, ''),
                }),
              ),
            ),
      );
    case 'incident/figure':
      return sides('incident/figure', (quantity) => rangeText(quantity, messages));
    case 'judgment/likelihood':
      return sides('judgment/likelihood', ({ shown }) => termsText(shown, messages));
    case 'actor/capability':
      return sides('actor/capability', (level) => levelText(level, messages));
    case 'actor/intent':
      return sides('actor/intent', (level) => levelText(level, messages));
    case 'actor/status':
      return sides('actor/status', (status) => labelOf('actor-status', status, messages));
    case 'incident/claim':
      return sides('incident/claim', (claimants) => names(claimants));
    default:
      return [];
  }
}

/**
 * Who the memo itself holds responsible: by its judgments, or by the likelihood that it gives to what others say;
 * without either, who is blamed by those it quotes.
 */
function blameText(blamed: readonly BlameView[], messages: Messages): string | undefined {
  const held = (name: string, likelihood: LikelihoodView | undefined) =>
    likelihood?.term === undefined
      ? name
      : messages.text('pack.held-likely', { name, term: messages.label('term', likelihood.term) });
  const judged = blamed.flatMap(({ actor, judged: own }) =>
    own.slice(0, 1).map(({ likelihood }) => held(actor, likelihood)),
  );
  if (judged.length > 0) return messages.list(judged);
  const weighed = blamed.flatMap(({ actor, attributions }) =>
    attributions.flatMap(({ likelihood }) => likelihood ?? []).map((likelihood) => held(actor, likelihood)),
  );
  if (weighed.length > 0 && weighed.length <= MAX_OF_TYPE) return messages.list([...new Set(weighed)]);
  const reported = blamed.filter(({ attributions }) => attributions.length > 0);
  return reported.length === 0 || reported.length > MAX_OF_TYPE
    ? undefined
    : messages.text('pack.held-by-others', {
        names: messages.list(reported.map(({ actor }) => actor)),
      });
}

/**
 * "“unlikely” and “very likely”": the terms of a memo's judgments on a subject, the least likely first. Their
 * statements differ, so that a range from one to the other would mean nothing.
 */
function termsText(judged: readonly JudgedView[], messages: Messages): string | undefined {
  const terms = judged
    .flatMap(({ likelihood }) => (likelihood?.term === undefined ? [] : [likelihood]))
    .sort((a, b) => a.low - b.low || a.high - b.high)
    .map(({ term }) => messages.text('pack.quoted', { text: messages.label('term', term ?? '') }));
  return terms.length === 0 ? undefined : messages.list([...new Set(terms)]);
}

function levelText({ level, trend }: Values['actor/intent'], messages: Messages): string {
  const name = labelOf('level', level, messages);
  return trend === undefined || trend === 'unknown'
    ? name
    : `${name}, ${labelOf('direction', trend, messages)}`;
}

/** The phrase for a term; a project's own term stays as it is. */
function labelOf(group: string, term: string, messages: Messages): string {
  return messages.hasLabel(group, term) ? messages.label(group, term) : term;
}
