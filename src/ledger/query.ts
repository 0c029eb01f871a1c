import { dayNumber } from '../model/date-order.ts';
import { parseEdtf } from '../model/edtf.ts';
import { UsageFault } from '../model/fault.ts';
import { nearest } from '../model/suggest.ts';
import {
  type Column,
  type DateValue,
  isDate,
  isList,
  orderOf,
  type Row,
  rankIn,
  type Value,
  valueIn,
} from './columns.ts';
import { editionColumns } from './edition.ts';
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
  /** Words that were looked for as such: one of them may be a mistyped flag. */
  readonly words: readonly string[];
}

type Test = (row: Row, today: string) => boolean;

type Token = { readonly at: number } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'comma'; readonly text: string }
  | { readonly kind: 'compare'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string; readonly isQuoted: boolean }
);

const TOKEN = /\s*(?:([()])|(,)|(!=|<=|>=|[:=<>])|"((?:[^"\\]|\\.)*)"|(-(?=[^\s\d]))|([^\s()",:=<>!]+|!))/gy;
/** What stands behind a comparison: labels have colons in them (`TLP:GREEN`). */
const BARE_VALUE = /\s*([^\s()",]+)/y;
/** A query is typed: what is longer than this is none. */
const MAX_LENGTH = 10_000;
const MAX_DEPTH = 100;

/**
 * Reads a query on a table. Throws UsageFault, with the place and what to do, for one that cannot be read. `rows` know the terms of
 * scales and schemes that are not those shipped.
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
    this.#tokens = this.#split();
  }

  read(): Query {
    const test = this.#tokens.length === 0 ? () => true : this.#either();
    const left = this.#tokens[this.#next];
    if (left) throw this.#fault(left.at, `\`${left.text}\` does not fit here.`);
    return { matches: test, words: this.#words };
  }

  #split(): Token[] {
    const tokens: Token[] = [];
    TOKEN.lastIndex = 0;
    while (this.#text.slice(TOKEN.lastIndex).trim() !== '') {
      const from = TOKEN.lastIndex;
      const isValue = /^(?:compare|comma)$/.test(tokens.at(-1)?.kind ?? '');
      BARE_VALUE.lastIndex = from;
      const [all, value] = (isValue && BARE_VALUE.exec(this.#text)) || [];
      if (all !== undefined && value !== undefined) {
        tokens.push({ kind: 'word', text: value, isQuoted: true, at: from + all.length - value.length });
        TOKEN.lastIndex = BARE_VALUE.lastIndex;
        continue;
      }
      const found = TOKEN.exec(this.#text);
      const at = from + (/^\s*/.exec(this.#text.slice(from))?.[0].length ?? 0);
      if (!found) throw this.#fault(at, 'A quotation mark has no other to close it.');
      const [, bracket, comma, compare, quoted, minus, word = ''] = found;
      if (bracket) tokens.push({ kind: bracket === '(' ? 'open' : 'close', text: bracket, at });
      else if (comma) tokens.push({ kind: 'comma', text: comma, at });
      else if (compare) tokens.push({ kind: 'compare', text: compare, at });
      else if (quoted !== undefined) {
        tokens.push({ kind: 'word', text: quoted.replace(/\\(.)/g, '$1'), isQuoted: true, at });
      } else if (minus) tokens.push({ kind: 'not', text: minus, at });
      else if (/^(?:and|or|not)$/i.test(word)) {
        tokens.push({ kind: word.toLowerCase() as 'and' | 'or' | 'not', text: word, at });
      } else tokens.push({ kind: 'word', text: word, isQuoted: false, at });
    }
    return tokens;
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
      if (!this.#take('close')) throw this.#fault(token.at, 'A bracket has no other to close it.');
      return test;
    }
    if (token?.kind !== 'word') {
      const at = token?.at ?? this.#text.length;
      throw this.#fault(
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
        throw this.#fault(value?.at ?? this.#text.length, `\`${name}${compare}\` needs a value after it.`);
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
    throw this.#fault(at, `There is no column ${name}. ${help}`);
  }

  #test(column: Column, compare: string, wanted: string, at: number): Test {
    const { kind, name, order } = column;
    if (kind === 'date') return this.#dateTest(column, compare, wanted, at);
    if (kind === 'flag') {
      if (!/^(?:yes|no|true|false)$/i.test(wanted)) throw this.#fault(at, `${name} is yes or no.`);
      const truth = /^(?:yes|true)$/i.test(wanted);
      return (row, today) => valueIn(row, column, today) === truth;
    }
    if (kind === 'number') {
      const number = Number(wanted.replace(/%$/, ''));
      if (Number.isNaN(number)) throw this.#fault(at, `${name} is a number, and \`${wanted}\` is none.`);
      return (row, today) => {
        const value = valueIn(row, column, today);
        return typeof value === 'number' && fits(value - number, compare);
      };
    }
    if (compare !== ':' && compare !== '=') {
      if (!order) throw this.#fault(at, `${name} has no order: ask for it with \`:\` or \`=\`.`);
      const isKnown =
        rankIn(order, wanted) >= 0 ||
        (column.ownOrder !== undefined &&
          this.#rows().some((row) => rankIn(orderOf(row, column) ?? [], wanted) >= 0));
      if (!isKnown)
        throw this.#fault(at, `${name} is one of ${order.flatMap((entry) => entry.split('|')).join(', ')}.`);
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
      throw this.#fault(at, `\`${wanted}\` is no date. ${help}`);
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

  #fault(at: number, message: string): UsageFault {
    const shown = this.#text.replace(/\s/g, ' ');
    return new UsageFault(`${message}\n  ${shown}\n  ${' '.repeat(at)}^`);
  }
}

function fits(difference: number, compare: string): boolean {
  if (compare === '<') return difference < 0;
  if (compare === '<=') return difference <= 0;
  if (compare === '>') return difference > 0;
  if (compare === '>=') return difference >= 0;
  return difference === 0;
}

/** The first and the last day that a query speaks of. */
interface Days {
  readonly first: number;
  readonly last: number;
}

/** A date is before another when all of it is; `:` and `=` ask whether it lies within. */
function isDateFitting({ earliest, latest }: DateValue, compare: string, { first, last }: Days): boolean {
  const from = earliest === undefined ? Number.NEGATIVE_INFINITY : dayNumber(earliest);
  const to = latest === undefined ? Number.POSITIVE_INFINITY : dayNumber(latest);
  if (compare === '<') return to < first;
  if (compare === '<=') return to <= last;
  if (compare === '>') return from > last;
  if (compare === '>=') return from >= first;
  return from >= first && to <= last;
}

const FROM_TODAY = /^today(?:([+-])(\d{1,5})([dwmy]))?$/i;
const DAY = 86_400_000;

function dateReader(wanted: string): ((today: string) => Days) | undefined {
  const [relative, sign, amount, unit] = FROM_TODAY.exec(wanted) ?? [];
  if (relative !== undefined) {
    const by = Number(`${sign ?? '+'}${amount ?? 0}`);
    return (today) => {
      const day = shifted(dayNumber(today), by, unit?.toLowerCase() ?? 'd');
      return { first: day, last: day };
    };
  }
  const date = parseEdtf(wanted);
  if (!date) return undefined;
  const first = date.earliest === undefined ? Number.NEGATIVE_INFINITY : dayNumber(date.earliest);
  const last = date.latest === undefined ? Number.POSITIVE_INFINITY : dayNumber(date.latest);
  return () => ({ first, last });
}

function shifted(day: number, by: number, unit: string): number {
  if (unit === 'd' || unit === 'w') return day + by * (unit === 'w' ? 7 : 1);
  const date = new Date(day * DAY);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + by * (unit === 'y' ? 12 : 1));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, lastDay)); // 31 January and a month is 28 February
  return Math.floor(date.getTime() / DAY);
}

function textsOf(value: Value): readonly string[] {
  if (value === undefined || isDate(value)) return [];
  return isList(value) ? value : [String(value)];
}

/** Whether words stand in a text, from the beginning of a word on. */
function hasWords(text: string, sought: string): boolean {
  return sought !== '' && ` ${fold(text)}`.includes(` ${sought}`);
}

const folds = new Map<string, string>();
const MAX_FOLDS = 200_000;

/** Case, accents, apostrophes and hyphens make no difference. */
export function fold(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
  if (folds.size > MAX_FOLDS) folds.clear();
  folds.set(text, folded);
  return folded;
}
