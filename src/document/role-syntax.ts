import type { Extension, State, Tokenizer } from 'micromark-util-types';
import { roleComment } from './roles.ts';

const lessThan = 60;
/** micromark's codes for the three line endings are -5, -4 and -3; -2 and -1 are a tab and its filling. */
const lastLineEnding = -3;

const tokenizeRole: Tokenizer = (effects, ok, nok) => {
  let line = '';

  const rest: State = (code) => {
    if (code === null || code <= lastLineEnding) {
      effects.exit('htmlFlowData');
      effects.exit('htmlFlow');
      return roleComment.test(line) ? ok(code) : nok(code);
    }
    line += code < 0 ? ' ' : String.fromCharCode(code);
    if (line.length === 4 && line !== '<!--') return nok(code);
    effects.consume(code);
    return rest;
  };

  return (code) => {
    effects.enter('htmlFlow');
    effects.enter('htmlFlowData');
    return rest(code);
  };
};

/**
 * Role comments are the only block of HTML this Markdown knows. CommonMark lets `<style>` or `<!--` at the start
 * of a line run on until its end tag, or to the end of the memo when there is none: a stranger's unclosed tag
 * would swallow the pages after it. Without HTML blocks such a tag is inline, reaches no further than its
 * paragraph, and is dropped there.
 */
export const roleSyntax: Extension = {
  disable: { null: ['htmlFlow'] },
  flow: { [lessThan]: { name: 'role', tokenize: tokenizeRole } },
};
