/**
 * The context of the cursor, determined from the text before it, which is usually incomplete and cannot be
 * parsed.
 */
export interface Cursor {
  /**
   * The path to the value being typed, or to the object whose key is being typed. List indexes are always `0`.
   */
  readonly path: readonly string[];
  /** In YAML, a word on a line of its own may become either. */
  readonly what: 'key' | 'value' | 'either';
  /** Offset of the word being typed, without its quotation mark. */
  readonly start: number;
  readonly quoted: boolean;
  /** Keys that the object has before the cursor. */
  readonly keys: readonly string[];
}

/** The cursor at the end of a text that is the beginning of a file. */
export function cursorBehind(text: string, isJson: boolean): Cursor {
  return isJson ? inFlow(text, 0, []) : inBlocks(text);
}

/** Offset of the id being typed in a citation, `[@four-f`; `undefined` outside of one. */
export function citationBehind(text: string): number | undefined {
  const typed = /\[@(?:[^[\]\n]{0,500};\s*@)?([a-z0-9-]*)$/.exec(text.slice(-600))?.[1];
  return typed === undefined ? undefined : text.length - typed.length;
}

/** Offset of the id being typed in a picture, `![](media:burnt-c`; `undefined` elsewhere. */
export function pictureBehind(text: string): number | undefined {
  const typed = /!\[\]\(media:([a-z0-9-]*)$/.exec(text.slice(-200))?.[1];
  return typed === undefined ? undefined : text.length - typed.length;
}

interface Frame {
  readonly isObject: boolean;
  readonly keys: string[];
  /** The key whose value comes next. */
  key: string | undefined;
}

/** JSON, and YAML in flow style. */
function inFlow(text: string, from: number, base: readonly string[]): Cursor {
  const stack: Frame[] = [];
  let word = ''; // the last scalar that ended, or the one being typed
  let start = text.length;
  let quoted = false;
  for (let at = from; at < text.length; ) {
    const character = text.charAt(at);
    const top = stack.at(-1);
    quoted = false;
    start = text.length;
    if (character === '"' || character === "'") {
      const end = endOfText(text, at);
      word = text.slice(at + 1, end ?? text.length);
      if (end === undefined) {
        start = at + 1;
        quoted = true;
        break;
      }
      at = end + 1;
      continue;
    }
    if (character === '{' || character === '[') {
      stack.push({ isObject: character === '{', keys: [], key: undefined });
    } else if (character === '}' || character === ']') stack.pop();
    else if (character === ',' && top) top.key = undefined;
    else if (character === ':' && top?.isObject && top.key === undefined) {
      top.key = word;
      top.keys.push(word);
    } else if (/\S/.test(character)) {
      const bare = /[^,:{}[\]"']+/y;
      bare.lastIndex = at;
      word = (bare.exec(text)?.[0] ?? character).trimEnd();
      start = at;
      at += Math.max(word.length, 1);
      continue;
    }
    at += 1;
  }
  const path = stack.flatMap(({ isObject, key }, index) =>
    isObject ? (key ?? (index === stack.length - 1 ? [] : '')) : '0',
  );
  const top = stack.at(-1);
  const what = top?.isObject && top.key === undefined ? 'key' : 'value';
  return { path: [...base, ...path], what, start, quoted, keys: top?.keys ?? [] };
}

/** Offset of the quotation mark that ends a text. */
function endOfText(text: string, from: number): number | undefined {
  const mark = text.charAt(from);
  for (let at = from + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\' && mark === '"') at += 1;
    else if (text.charAt(at) === mark) return at;
  }
  return undefined;
}

/** A line of YAML in block style. */
interface Line {
  /** Columns of the dashes of the list items that begin on it. */
  readonly dashes: readonly number[];
  /** Column of what follows them. */
  readonly column: number;
  readonly key: string | undefined;
  /** Column of the value; the length of the line where there is none. */
  readonly valueAt: number;
}

function parsed(line: string): Line {
  const dashes: number[] = [];
  let column = line.search(/\S|$/);
  while (/^-(\s|$)/.test(line.slice(column))) {
    dashes.push(column);
    const rest = line.slice(column + 1);
    column += 1 + rest.search(/\S|$/);
  }
  const match = /^(["']?)([\w$-]+)\1:(?:\s+|$)/.exec(line.slice(column));
  return { dashes, column, key: match?.[2], valueAt: column + (match?.[0].length ?? 0) };
}

function inBlocks(text: string): Cursor {
  const lines = text.split(/\r\n|\n|\r/);
  const last = lines.pop() ?? '';
  const lineStart = text.length - last.length;
  const here = parsed(last);
  const path: string[] = here.key === undefined ? [] : [here.key];
  const keys: string[] = [];
  let column = here.column;
  /** The parent of a list may stand in the column of its dashes. */
  let fromDash = false;
  const leave = (dashes: readonly number[]) => {
    for (const dash of dashes.toReversed()) {
      path.unshift('0');
      column = dash;
      fromDash = true;
    }
  };
  let isOwnObject = here.dashes.length === 0;
  leave(here.dashes);
  for (const line of lines.reverse()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const { dashes, key, column: at } = parsed(line);
    if (key !== undefined && (at < column || (fromDash && at === column && dashes.length === 0))) {
      path.unshift(key);
      column = at;
      fromDash = false;
      isOwnObject = false;
      leave(dashes);
    } else if (!fromDash && at === column) {
      if (isOwnObject && key !== undefined) keys.push(key);
      if (dashes.length > 0) {
        isOwnObject = false;
        leave(dashes);
      }
    }
  }
  const value = last.slice(here.valueAt);
  if (/^[{[]/.test(value)) return inFlow(text, lineStart + here.valueAt, path);
  const quoted = /^["']/.test(value);
  const start = lineStart + here.valueAt + (quoted ? 1 : 0);
  return { path, what: here.key === undefined ? 'either' : 'value', start, quoted, keys };
}
