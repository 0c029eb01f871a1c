import type { LikelihoodView } from '../../derive/analysis/likelihood.ts';
import type {
  Difference,
  DifferenceType,
  HeldView,
  Matter,
  Reason,
  Values,
} from '../../derive/comparison/types.ts';
import type { LevelView } from '../../derive/entities/actors.ts';
import type { PartyView } from '../../derive/entities/resolve.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import { shortened } from '../../model/shown-text.ts';
import { comparisonPhrases } from './comparison-phrases.ts';

type Language = keyof typeof comparisonPhrases;
type Key = keyof (typeof comparisonPhrases)['en']['text'];

/** Longest quotation of an assessment's sentence, in characters. */
const MAX_LETTERS = 220;

/** A comparison in words of a language. */
export class ComparisonWords {
  readonly #language: Language;
  readonly #term: (group: string, term: string) => string;
  readonly #day: (date: EdtfDate) => string;

  /**
   * @param term The word for a term of a vocabulary (`level`, `confidence` …); by default the term itself.
   * @param day A date in words; by default as in the file (EDTF).
   */
  constructor(
    language: Language = 'en',
    term = (_: string, name: string) => name.replaceAll('-', ' '),
    day = (date: EdtfDate) => date.text,
  ) {
    this.#language = language;
    this.#term = term;
    this.#day = day;
  }

  text(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
    return comparisonPhrases[this.#language].text[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      values[name] === undefined ? whole : this.#apart(String(values[name])),
    );
  }

  /** Isolates a name in right-to-left text, so that it does not reorder the text around it (UAX 9). */
  #apart(text: string): string {
    return this.#language === 'he' ? `\u2068${text}\u2069` : text;
  }

  /** The question about a topic: `who is held responsible`, `how many (killed)`. */
  question(type: DifferenceType, { aspect, isOwnCount }: Matter): string {
    if (isOwnCount && aspect !== undefined) return `${this.text('howMuch')} (${this.#apart(aspect)})`;
    const question = comparisonPhrases[this.#language].questions[type];
    return aspect === undefined
      ? question
      : `${question} (${this.#term(type === 'incident/figure' ? 'count' : 'dimension', aspect)})`;
  }

  /** A topic on one line: `Crocus City Hall: who is held responsible`. */
  matter(type: DifferenceType, matter: Matter): string {
    const question = this.question(type, matter);
    return matter.name === ''
      ? question.charAt(0).toUpperCase() + question.slice(1)
      : `${matter.name}: ${question}`;
  }

  /** "38,000": digits in groups, as the language writes them. */
  #figure(value: number): string {
    return value.toLocaleString(this.#language, { maximumFractionDigits: 6 });
  }

  /** The first members of a list, and how many more there are. */
  list(all: readonly string[], most: number): string {
    const unique = [...new Set(all)];
    const names = unique.slice(0, most).join(', ');
    return unique.length > most ? this.text('andMore', { names, count: unique.length - most }) : names;
  }

  /** One assessment's answer on a topic, on one line of plain text. */
  value<Type extends DifferenceType>(type: Type, given: Values[Type]): string {
    const value = given as Values[DifferenceType];
    switch (type as DifferenceType) {
      case 'threat/greatest':
        return (value as Values['threat/greatest'])
          .map(({ name, intent, capability }) => {
            const level = this.text('intent', { level: this.#term('level', intent.level) });
            const most = `${this.#term('dimension', capability.dimension)}: ${this.#term('level', capability.level)}`;
            return `${this.#apart(name)} (${level}, ${most})`;
          })
          .join('; ');
      case 'incident/attribution':
        return (value as Values['incident/attribution'])
          .map(({ actor, judged, attributions }) => {
            const by = attributions.flatMap(({ by: parties }) => parties);
            const held = (judged.length > 0 ? judged : attributions).map((one) => this.#held(one));
            const who =
              judged.length > 0
                ? this.text('judged')
                : by.length > 0
                  ? this.text('by', { names: this.#parties(by) })
                  : '';
            return named(this.#apart(actor), [[...new Set(held)].filter(Boolean).join(', '), who]);
          })
          .join('; ');
      case 'incident/explanation':
        return (value as Values['incident/explanation'])
          .map(({ statement, likelihood }) => this.#sentence(statement, likelihood))
          .join('; ');
      case 'incident/figure': {
        const { min, max, open } = value as Values['incident/figure'];
        const from = this.#figure(min);
        if (max === undefined) return this.text('atLeast', { min: from });
        if (open && min === 0) return this.text('atMost', { max: this.#figure(max) });
        return min === max ? from : this.text('range', { min: from, max: this.#figure(max) });
      }
      case 'judgment/likelihood': {
        const { shown, more } = value as Values['judgment/likelihood'];
        const lines = shown.map(({ statement, likelihood, confidence }) =>
          this.#sentence(statement, likelihood, confidence),
        );
        return [...lines, ...(more > 0 ? [this.text('more', { count: more })] : [])].join('; ');
      }
      case 'actor/intent':
      case 'actor/capability': {
        const { level, trend, confidence } = value as LevelView;
        const words = [this.#term('level', level), trend && this.#term('direction', trend)];
        return [...words, this.#held({ likelihood: undefined, confidence })].filter(Boolean).join(', ');
      }
      case 'actor/trend':
        return (value as Values['actor/trend'])
          .map(({ measure, direction }) =>
            [measure, this.#term('direction', direction)].filter(Boolean).join(': '),
          )
          .join('; ');
      case 'relationship/standing':
        return (value as Values['relationship/standing'])
          .map(({ from, to, type: kind, standing, asserts, denies }) =>
            named(`${this.#apart(from)} – ${this.#term('relationship', kind)} – ${this.#apart(to)}`, [
              standing === undefined ? '' : this.#term('standing', standing),
              asserts.length > 0 ? this.text('asserts', { names: this.#parties(asserts) }) : '',
              denies.length > 0 ? this.text('denies', { names: this.#parties(denies) }) : '',
            ]),
          )
          .join('; ');
      case 'body/people':
        return (value as Values['body/people'])
          .map(({ name, office }) => named(this.#apart(name), [office]))
          .join('; ');
      case 'actor/status':
        return this.#term('actor-status', String(value));
      case 'incident/claim':
      case 'speaker/office':
        return (value as readonly string[]).join('; ');
    }
  }

  /** Groups sides that say the same, the largest group first. */
  grouped({ type, sides }: Pick<Difference, 'type' | 'sides'>): readonly {
    readonly text: string;
    readonly memos: readonly number[];
  }[] {
    const groups = new Map<string, number[]>();
    for (const { memo, value } of sides) {
      const text = this.value(type, value);
      groups.set(text, [...(groups.get(text) ?? []), memo]);
    }
    return [...groups]
      .map(([text, memos]) => ({ text, memos }))
      .sort((a, b) => b.memos.length - a.memos.length);
  }

  /** A reason for a difference, in a sentence; `nameOf` gives the name of a memo by its number. */
  reason(reason: Reason, nameOf: (memo: number) => string): string {
    const sentences = this.#sentencesOf(reason, nameOf);
    return sentences.join(' ');
  }

  #sentencesOf(reason: Reason, nameOf: (memo: number) => string): readonly string[] {
    switch (reason.kind) {
      case 'sources': {
        const { shared, all, alone } = reason;
        return [
          this.text('sources'),
          shared === 0 ? this.text('noneShared') : this.text('someShared', { shared, all }),
          ...alone
            .slice(0, 4)
            .map(({ memo, titles }) =>
              this.text('alone', { memo: nameOf(memo), titles: this.list(titles, 3) }),
            ),
        ];
      }
      case 'dates': {
        const { earliest, latest, since } = reason;
        const days = { day: this.#day(earliest.asOf), later: this.#day(latest.asOf) };
        return [
          this.text('dates'),
          this.text('closed', { first: nameOf(earliest.memo), last: nameOf(latest.memo), ...days }),
          ...(since.length === 0 ? [] : [this.text('since', { titles: this.list(since, 3) })]),
        ];
      }
      case 'reading': {
        const readings = reason.read.slice(0, 3).map(({ title, by }) => {
          const ways = by.slice(0, 4).map(({ memo, role, reliability, credibility }) => {
            const grade = `${reliability ?? ''}${credibility.join('/')}`;
            const words = [this.text(role), grade === '' ? '' : this.text('grade', { grade })];
            return `${nameOf(memo)} ${words.filter(Boolean).join(', ')}`;
          });
          return this.text('read', { title, ways: ways.join('; ') });
        });
        return [this.text('reading'), this.text('shares', { count: reason.shared }), ...readings];
      }
      case 'horizon':
        return [
          this.text('horizon'),
          ...reason.spans
            .slice(0, 4)
            .map(({ memo, first, last }) => this.text('span', { memo: nameOf(memo), first, last })),
        ];
      case 'question':
        return [this.text('question')];
      case 'unsourced':
        return [this.text('unsourced', { names: this.list(reason.memos.map(nameOf), 4) })];
    }
  }

  #sentence(statement: string, likelihood?: LikelihoodView, confidence?: HeldView['confidence']): string {
    const line = statement
      .replace(/\[@[^\]]*\]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    return named(this.#apart(shortened(line, MAX_LETTERS)), [this.#held({ likelihood, confidence })]);
  }

  #held({ likelihood, confidence }: HeldView): string {
    const percent = likelihood && `${round(likelihood.low)}–${round(likelihood.high)} %`;
    const term = likelihood?.term === undefined ? undefined : this.#term('term', likelihood.term);
    const level = confidence && this.text('confidence', { level: this.#term('confidence', confidence) });
    return [term, percent, level].filter(Boolean).join(', ');
  }

  #parties(parties: readonly PartyView[]): string {
    return this.list(
      parties.map(({ name }) => name),
      4,
    );
  }
}

/** A name with remarks in brackets. */
function named(name: string, answers: readonly string[]): string {
  const words = answers.filter((one) => one !== '').join('; ');
  return words === '' ? name : `${name} (${words})`;
}

function round(percent: number): number {
  return Math.round(percent * 10) / 10;
}
