import type { LineIndex } from '../line-index.ts';
import { type Problem, quote } from '../problem.ts';
import type { JsonState } from './json-state.ts';
import type { JsonToken } from './json-tokens.ts';

/** Why a well-formed token cannot stand where it stands, and what to do about it. */
export function explainToken(token: JsonToken, state: JsonState, text: string, lines: LineIndex): Problem {
  const found = text.slice(token.start, token.end);
  const syntax = (message: string, help: string, at: { start: number; end: number } = token): Problem => ({
    rule: 'json-syntax',
    message,
    help,
    start: at.start,
    end: at.end,
  });
  const { expecting, previous } = state;
  const inside = state.open.at(-1);
  const before = previous && text.slice(previous.start, previous.end);
  const beginsHere = inside ? `the ${inside.what} that opens at line ${lines.lineAt(inside.at)}` : 'the file';

  if (expecting === 'nothing') return afterTheEnd(found, syntax);
  if (
    (found === ']' || found === '}') &&
    before === ',' &&
    found === (inside?.what === 'object' ? '}' : ']')
  ) {
    return syntax(
      `A comma stands before the closing \`${found}\`, and nothing follows it.`,
      'Remove the comma.',
      previous,
    );
  }
  if (found === ',' && (before === ',' || before === '[' || before === '{')) {
    return syntax(`A comma follows \`${before}\` with nothing between them.`, 'Remove the comma.');
  }
  if ((found === ']' || found === '}') && inside && found !== (inside.what === 'object' ? '}' : ']')) {
    const right = inside.what === 'object' ? '}' : ']';
    return syntax(
      `\`${found}\` cannot close ${beginsHere}.`,
      `Close it with \`${right}\` first, or look for a bracket too many or too few before this place.`,
    );
  }
  if (expecting === 'comma' && previous) {
    if (found === ':' && inside?.what === 'list') {
      return syntax(
        'A list has no keys, but here a `:` follows.',
        'Put the key and its value in `{` and `}`.',
      );
    }
    if (found !== ':') {
      const last = { start: previous.end - 1, end: previous.end };
      if (before?.startsWith('"') && previous.end === token.start) {
        return syntax(
          `The text ${quote(before)} ends here, and ${name(found)} follows at once.`,
          'A quotation mark within text is written `\\"`; or take “ and ”.',
          last,
        );
      }
      return syntax(
        `A comma is missing between ${name(before)} and ${name(found)}.`,
        'Write `,` here.',
        last,
      );
    }
    return syntax('A second `:` follows the value.', 'Write `,` before the next key, or remove the `:`.');
  }
  if (expecting === 'colon') {
    return syntax(
      `After the key ${quote(before ?? '')} comes ${name(found)}, where \`:\` and a value were expected.`,
      'Every key is followed by `:` and its value.',
    );
  }
  if (expecting === 'key') {
    const whole = thousandsAround(text, token);
    if (whole !== undefined) {
      return syntax(
        `A comma parts \`${whole}\`: numbers have no sign between the thousands.`,
        `Write \`${whole.replace(/\D/g, '')}\`.`,
        { start: token.end - whole.length, end: token.end },
      );
    }
  }
  if (expecting === 'key' || expecting === 'first key') {
    return syntax(
      `${capital(name(found))} stands where a key was expected in ${beginsHere}.`,
      'An object holds keys in double quotes, each with `:` and a value: {"id": "iskp"}.',
    );
  }
  return syntax(
    `${capital(name(found))} stands where a value was expected.`,
    'Write the value, or remove the key.',
  );
}

/** `1,200`, where the token is its last group; `undefined` where it is none. */
function thousandsAround(text: string, token: JsonToken): string | undefined {
  if (!/^\d{3}$/.test(text.slice(token.start, token.end))) return undefined;
  return /(?<![\d.,])\d{1,3}(?:,\d{3}){1,6}$/.exec(text.slice(0, token.end))?.[0];
}

function afterTheEnd(found: string, syntax: (message: string, help: string) => Problem): Problem {
  if (found === ']' || found === '}') {
    return syntax(
      `There is one \`${found}\` too many.`,
      'Remove it, or look for a bracket closed too early.',
    );
  }
  return syntax(
    `After the end of the document comes ${name(found)}.`,
    'A file holds one document: remove what follows, or look for a bracket closed too early.',
  );
}

function name(found: string | undefined): string {
  if (found === undefined) return 'nothing';
  if (found.startsWith('"')) return `the text ${quote(found)}`;
  if (found === '{') return 'an object';
  if (found === '[') return 'a list';
  if (/^[-\d]/.test(found)) return `the number ${quote(found)}`;
  return quote(found);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
