import { TemplateError } from './template-error.ts';

/**
 * Longest template, in characters; the longest shipped one has some 2,000. Parsing time grows with the square
 * of the length.
 */
export const MAX_CHARACTERS = 20_000;
/** Most characters in all templates of a form; those shipped have some 60,000. */
const MAX_IN_ALL = 500_000;
/** Deepest nesting of calls and blocks. */
const MAX_LEVELS = 32;

/** Throws a TemplateError for templates that would take hours to parse. */
export function assertWithinLimits(texts: ReadonlyMap<string, string>): void {
  let all = 0;
  for (const [name, text] of texts) {
    const refuse = (why: string): never => {
      throw new TemplateError(`The template "${name}" ${why}.`);
    };
    const count = (characters: number) => characters.toLocaleString('en');
    if (text.length > MAX_CHARACTERS)
      refuse(`has ${count(text.length)} characters; at most ${count(MAX_CHARACTERS)} are read`);
    all += text.length;
    if (all > MAX_IN_ALL) refuse(`and those before it have more than ${count(MAX_IN_ALL)} characters`);
    if (levelsOf(text) > MAX_LEVELS) refuse(`is nested more than ${MAX_LEVELS} deep`);
  }
}

/** Deepest nesting, of blocks and calls in brackets together; `else if` opens a block inside the one before. */
function levelsOf(text: string): number {
  const blocks: number[] = []; // levels opened by each open block
  let open = 0;
  let deepest = 0;
  for (const { 0: tag } of text.matchAll(/\{\{[^}]*/g)) {
    if (/^\{\{~?\//.test(tag)) open -= blocks.pop() ?? 0;
    else if (/^\{\{~?(?:#|\^\s*\w)/.test(tag)) {
      blocks.push(1);
      open += 1;
    } else if (/^\{\{~?else\s+\w/.test(tag) && blocks.length > 0) {
      blocks.push((blocks.pop() ?? 0) + 1);
      open += 1;
    }
    deepest = Math.max(deepest, open + deepestCall(tag));
  }
  return deepest;
}

function deepestCall(tag: string): number {
  let calls = 0;
  let deepest = 0;
  for (const { 0: bracket } of tag.matchAll(/[()]/g)) {
    calls += bracket === '(' ? 1 : -1;
    deepest = Math.max(deepest, calls);
  }
  return deepest;
}
