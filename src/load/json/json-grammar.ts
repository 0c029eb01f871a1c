import { MAX_NESTING, MAX_VALUES } from '../limits.ts';
import type { LineIndex } from '../line-index.ts';
import { nestingTooDeep, type Open, type Problem, tooManyValues, truncated } from '../problem.ts';
import type { Expecting } from './json-state.ts';
import { isProblem, type JsonToken, readToken } from './json-tokens.ts';
import { explainToken } from './json-wording.ts';

/**
 * The first syntax error of a JSON text (RFC 8259), in words for somebody who does not know the grammar;
 * `undefined` if it is well-formed and not nested too deeply. Runs before the parser, and without recursion, so
 * that no text can overflow the stack.
 */
export function findJsonMistake(text: string, lines: LineIndex): Problem | undefined {
  const open: Open[] = [];
  let expecting: Expecting = 'value';
  let previous: JsonToken | undefined;
  for (let values = 0; ; ) {
    const token = readToken(text, previous?.end ?? 0);
    if (isProblem(token)) return unlessCutOff(token, text, open, lines);
    if (token.kind === 'end') return expecting === 'nothing' ? undefined : truncated(text, open, lines);

    const found = text.slice(token.start, token.end);
    if (!fits(token, found, expecting, open.at(-1))) {
      const state = { expecting, open, ...(previous && { previous }) };
      return explainToken(token, state, text, lines);
    }
    if (found === '{' || found === '[') {
      open.push({ what: found === '{' ? 'object' : 'list', at: token.start });
      if (open.length > MAX_NESTING) return nestingTooDeep(token.start);
    } else if (found === '}' || found === ']') {
      open.pop();
    }
    if (!'}]:,'.includes(found)) values += 1;
    if (values > MAX_VALUES) return tooManyValues(token.start);
    expecting = next(found, expecting, open.at(-1));
    previous = token;
  }
}

function fits(token: JsonToken, found: string, expecting: Expecting, inside: Open | undefined): boolean {
  const isValue = token.kind !== 'punctuation' || found === '{' || found === '[';
  switch (expecting) {
    case 'value':
      return isValue;
    case 'first value':
      return isValue || found === ']';
    case 'key':
      return token.kind === 'text';
    case 'first key':
      return token.kind === 'text' || found === '}';
    case 'colon':
      return found === ':';
    case 'comma':
      return found === ',' || found === (inside?.what === 'object' ? '}' : ']');
    case 'nothing':
      return false;
  }
}

/** What may follow a valid token; `inside` is what is open after it. */
function next(found: string, expecting: Expecting, inside: Open | undefined): Expecting {
  if (found === '{') return 'first key';
  if (found === '[') return 'first value';
  if (found === ':') return 'value';
  if (found === ',') return inside?.what === 'object' ? 'key' : 'value';
  const wasKey = found !== '}' && (expecting === 'key' || expecting === 'first key');
  if (wasKey) return 'colon';
  return inside ? 'comma' : 'nothing';
}

/** A broken word or number at the very end means that the file is truncated. */
function unlessCutOff(problem: Problem, text: string, open: readonly Open[], lines: LineIndex): Problem {
  if (problem.rule === 'truncated-file') {
    return truncated(text, [...open, { what: 'text', at: problem.start }], lines);
  }
  const cutOff = open.length > 0 && problem.end >= text.trimEnd().length;
  return cutOff ? truncated(text, open, lines) : problem;
}
