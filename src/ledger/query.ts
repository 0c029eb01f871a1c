import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';
import { editionColumns } from './columns/edition.ts';
import { type Column, isDate, isList, orderOf, type Row, rankIn, type Value, valueIn } from './columns.ts';
import { fold, hasWords } from './fold.ts';
import { dateReader, isDateFitting } from './query-dates.ts';
import { queryFault, type Token, tokensOf } from './query-tokens.ts';
import type { Table } from './tables.ts';

/**
 * What a query asks of a row. The grammar, in which blanks between terms mean `and`:
 *
 *     query = both { "or" both }          both = not { ["and"] not }        not = [ "not" | "-" ] one
 *     one   = "(" query ")" | flag | column compare value { "," value } | word | "several words"
 *     compare = ":" | "=" | "!=" | "<" | "<=" | ">" | ">="
 *
 * `:` finds a word in a text, one of a list, a day within a date; `=` is the whole value. Dates are EDTF, `today`, or a number of
 * days, months or years from it (`today+90d`, `today-1y`). A word by itself is looked for in all texts of a row.
 */
export interface Query {
  readonly matches: (row: Row, today: string) => boolean;
  /** Words searched for as text: one of them may be a mistyped flag. */
  readonly words: readonly string[];
}

type Test = (row: Row, today: string) => boolean;

/** Longest query: queries are typed. */
const MAX_LENGTH = 10_000;
const MAX_DEPTH = 100;

/**
 * Parses a query on a table. Throws UsageFault, with the place and advice, if it is invalid. `rows` supply the
 * terms of scales and schemes that are not shipped.
 */
export function readQuery(
  text: string,
  table: Pick<Table, 'columns'>,
  rows: () => readonly Row[] = () => [],
): Query {
  return new QueryReader(text, [...table.columns, ...editionColumns], rows).read();
}

class QueryReader {
  readonly #text: string;
  readonly #columns: ReadonlyMap<string, Column>;
  readonly #rows: () => readonly Row[];
  readonly #tokens: readonly Token[];
  readonly #words: string[] = [];
  #next = 0;
  #depth = 0;

  constructor(text: string, columns: readonly Column[], rows: () => readonly Row[]) {
    this.#rows = rows;
    if (text.length > MAX_LENGTH) throw new UsageFault(`A query has at most ${MAX_LENGTH} characters.`);
    this.#text = text;
    this.#columns = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
    this.#tokens = tokensOf(text);
  }

  read(): Query {
    const test = this.#tokens.length === 0 ? () => true : this.#either();
    const left = this.#tokens[this.#next];
    if (left) throw queryFault(this.#text, left.at, `\`${left.text}\` does not fit here.`);
    return { matches: test, words: this.#words };
  }

  #is(kind: Token['kind']): boolean {
    return this.#tokens[this.#next]?.kind === kind;
  }

  #take(kind: Token['kind']): boolean {
    const is = this.#is(kind);
    if (is) this.#next += 1;
    return is;
  }

  #either(): Test {
    const tests = [this.#both()];
    while (this.#take('or')) tests.push(this.#both());
    return tests.length === 1 ? (tests[0] as Test) : (row, today) => tests.some((test) => test(row, today));
  }

  #both(): Test {
    const tests = [this.#not()];
    while (this.#take('and') || this.#is('word') || this.#is('open') || this.#is('not'))
      tests.push(this.#not());
    return tests.length === 1 ? (tests[0] as Test) : (row, today) => tests.every((test) => test(row, today));
  }

  #not(): Test {
    if (!this.#take('not')) return this.#one();
    this.#deeper();
    const test = this.#not();
    this.#depth -= 1;
    return (row, today) => !test(row, today);
  }

  #one(): Test {
    const token = this.#tokens[this.#next];
    if (token?.kind === 'open') {
      this.#next += 1;
      this.#deeper();
      const test = this.#either();
      this.#depth -= 1;
      if (!this.#take('close')) throw queryFault(this.#text, token.at, 'A bracket has no other to close it.');
      return test;
    }
    if (token?.kind !== 'word') {
      const at = token?.at ?? this.#text.length;
      throw queryFault(
        this.#text,
        at,
        token ? `\`${token.text}\` does not fit here.` : 'Something is missing at the end.',
      );
    }
    this.#next += 1;
    const compare = this.#tokens[this.#next];
    if (compare?.kind === 'compare' && !token.isQuoted) {
      this.#next += 1;
      return this.#comparison(token.text, token.at, compare.text);
    }
    const flag = token.isQuoted ? undefined : this.#columns.get(token.text.toLowerCase());
    if (flag?.kind === 'flag') return (row, today) => valueIn(row, flag, today) === true;
    this.#words.push(token.text);
    return this.#anywhere(token.text);
  }

  #deeper(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      throw new UsageFault(`A query has at most ${MAX_DEPTH} brackets within each other.`);
  }

  #comparison(name: string, at: number, compare: string): Test {
    const column = this.#columnNamed(name, at);
    const tests: Test[] = [];
    do {
      const value = this.#tokens[this.#next];
      if (value?.kind !== 'word') {
        throw queryFault(
          this.#text,
          value?.at ?? this.#text.length,
          `\`${name}${compare}\` needs a value after it.`,
        );
      }
      this.#next += 1;
      tests.push(this.#test(column, compare === '!=' ? '=' : compare, value.text, value.at));
    } while (this.#take('comma'));
    const any: Test = (row, today) => tests.some((test) => test(row, today));
    return compare === '!=' ? (row, today) => !any(row, today) : any;
  }

  #columnNamed(name: string, at: number): Column {
    const column = this.#columns.get(name.toLowerCase()) ?? this.#columns.get(`${name.toLowerCase()}s`);
    if (column) return column;
    const names = [...this.#columns.values()].filter(({ hidden }) => !hidden).map((one) => one.name);
    const meant =
      names.find((one) => one.toLowerCase().startsWith(name.toLowerCase())) ?? nearest(name, names);
    const help = meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${meant}?`;
    throw queryFault(this.#text, at, `There is no column ${name}. ${help}`);
  }

  #test(column: Column, compare: string, wanted: string, at: number): Test {
    const { kind, name, order } = column;
    if (kind === 'date') return this.#dateTest(column, compare, wanted, at);
    if (kind === 'flag') {
      if (!/^(?:yes|no|true|false)$/i.test(wanted)) throw queryFault(this.#text, at, `${name} is yes or no.`);
      const truth = /^(?:yes|true)$/i.test(wanted);
      return (row, today) => valueIn(row, column, today) === truth;
    }
    if (kind === 'number') {
      const number = Number(wanted.replace(/%$/, ''));
      if (Number.isNaN(number))
        throw queryFault(this.#text, at, `${name} is a number, and \`${wanted}\` is none.`);
      return (row, today) => {
        const value = valueIn(row, column, today);
        return typeof value === 'number' && fits(value - number, compare);
      };
    }
    if (compare !== ':' && compare !== '=') {
      if (!order) throw queryFault(this.#text, at, `${name} has no order: ask for it with \`:\` or \`=\`.`);
      const isKnown =
        rankIn(order, wanted) >= 0 ||
        (column.ownOrder !== undefined &&
          this.#rows().some((row) => rankIn(orderOf(row, column) ?? [], wanted) >= 0));
      if (!isKnown) {
        const terms = order.flatMap((entry) => entry.split('|'));
        const meant = nearest(wanted, terms);
        const help = meant === undefined ? `It is one of ${terms.join(', ')}.` : `Did you mean ${meant}?`;
        throw queryFault(this.#text, at, `${name} has no value \`${wanted}\`. ${help}`);
      }
      return (row, today) => {
        const own = orderOf(row, column) ?? order;
        const value = valueIn(row, column, today);
        const [rank, other] = [rankIn(own, wanted), value === undefined ? -1 : rankIn(own, String(value))];
        return rank >= 0 && other >= 0 && fits(other - rank, compare);
      };
    }
    const also = column.also === undefined ? undefined : this.#columns.get(column.also.toLowerCase());
    const sought = fold(wanted);
    const isWhole = compare === '=' || kind === 'term';
    return (row, today) => {
      const own = textsOf(valueIn(row, column, today));
      if (own.some((text) => (isWhole ? fold(text) === sought : hasWords(text, sought)))) return true;
      return (
        also !== undefined &&
        compare === ':' &&
        textsOf(valueIn(row, also, today)).some((text) => hasWords(text, sought))
      );
    };
  }

  #dateTest(column: Column, compare: string, wanted: string, at: number): Test {
    const read = dateReader(wanted);
    if (!read) {
      const help = 'Write `2025`, `2025-06`, `2025-06-30`, `today`, `today+90d` or `today-1y`.';
      throw queryFault(this.#text, at, `\`${wanted}\` is not a date. ${help}`);
    }
    return (row, today) => {
      const value = valueIn(row, column, today);
      return isDate(value) && isDateFitting(value, compare, read(today));
    };
  }

  #anywhere(word: string): Test {
    const sought = fold(word);
    const texts = [...this.#columns.values()].filter(
      ({ kind, onDay }) => !onDay && /^(?:text|list|term)$/.test(kind),
    );
    return (row, today) =>
      texts.some((column) => textsOf(valueIn(row, column, today)).some((text) => hasWords(text, sought)));
  }
}

function fits(difference: number, compare: string): boolean {
  if (compare === '<') return difference < 0;
  if (compare === '<=') return difference <= 0;
  if (compare === '>') return difference > 0;
  if (compare === '>=') return difference >= 0;
  return difference === 0;
}

function textsOf(value: Value): readonly string[] {
  if (value === undefined || isDate(value)) return [];
  return isList(value) ? value : [String(value)];
}
