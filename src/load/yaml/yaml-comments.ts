import { Lexer } from 'yaml';

/** The lexer puts this before the text of a scalar: what follows is no comment, whatever it begins with. */
const SCALAR = '\u001f';

/** Every comment of a YAML text, in order, from its `#` and without blanks at the end. */
export function yamlComments(text: string): string[] {
  const found: string[] = [];
  let isScalar = false;
  for (const token of new Lexer().lex(text)) {
    if (!isScalar && token.startsWith('#')) found.push(token.trimEnd());
    isScalar = !isScalar && token === SCALAR;
  }
  return found;
}
