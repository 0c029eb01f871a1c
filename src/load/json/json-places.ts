import type { PlacedNode, Span } from '../placed-node.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * The places of a JSON text's values. The text must be known to be valid: nothing is checked here. The content
 * of an object or list is located on first use.
 */
export function jsonPlaces(text: string): PlacedNode {
  const start = skipBlanks(text, 0);
  return new JsonNode(text, start, endOfValue(text, start));
}

class JsonNode implements PlacedNode {
  readonly start: number;
  readonly end: number;
  readonly key: Span | undefined;
  readonly #text: string;
  #members: ReadonlyMap<string, PlacedNode> | undefined;
  #items: readonly PlacedNode[] | undefined;

  constructor(text: string, start: number, end: number, key?: Span) {
    this.#text = text;
    this.start = start;
    this.end = end;
    this.key = key;
  }

  get members(): ReadonlyMap<string, PlacedNode> | undefined {
    if (this.#text.charCodeAt(this.start) !== OPEN_OBJECT) return undefined;
    this.#members ??= membersOf(this.#text, this.start);
    return this.#members;
  }

  get items(): readonly PlacedNode[] | undefined {
    if (this.#text.charCodeAt(this.start) !== OPEN_LIST) return undefined;
    this.#items ??= itemsOf(this.#text, this.start);
    return this.#items;
  }
}

function membersOf(text: string, start: number): ReadonlyMap<string, PlacedNode> {
  const members = new Map<string, PlacedNode>();
  let at = skipBlanks(text, start + 1);
  while (text.charCodeAt(at) === QUOTE) {
    const key = { start: at, end: endOfText(text, at) };
    const colon = skipBlanks(text, key.end);
    const value = skipBlanks(text, colon + 1);
    const end = endOfValue(text, value);
    members.set(JSON.parse(text.slice(key.start, key.end)), new JsonNode(text, value, end, key));
    const next = skipBlanks(text, end);
    if (text.charCodeAt(next) !== COMMA) break;
    at = skipBlanks(text, next + 1);
  }
  return members;
}

function itemsOf(text: string, start: number): readonly PlacedNode[] {
  const items: PlacedNode[] = [];
  let at = skipBlanks(text, start + 1);
  while (text.charCodeAt(at) !== CLOSE_LIST) {
    const end = endOfValue(text, at);
    items.push(new JsonNode(text, at, end));
    const next = skipBlanks(text, end);
    if (text.charCodeAt(next) !== COMMA) break;
    at = skipBlanks(text, next + 1);
  }
  return items;
}

/** Offset behind a value. */
function endOfValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return endOfText(text, start);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return endOfWord(text, start);
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at) - 1;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) open += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      open -= 1;
      if (open === 0) return at + 1;
    }
  }
  return text.length;
}

/** Offset behind a text that begins with its quote at `start`, in a JSON text that has nothing wrong with it. */
export function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

/** Offset behind a number, `true`, `false` or `null`. */
function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[\w.+-]/.test(text.charAt(at))) at += 1;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 0x20 || (code >= 0x09 && code <= 0x0d); ) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}
