import Handlebars from 'handlebars';
import { isFinished } from './helper-arguments.ts';

/** The helper that prints a bare name; the name is passed to it too. */
export const PLAIN = 'plain-text';

/**
 * Parses a project's own template so that `{{title}}` means `{{md title}}`: an analyst's text is text, not
 * Markdown, whether or not the author of the form thought of it.
 */
export function escapedByItself(text: string, helperNames: readonly string[]): hbs.AST.Program {
  const program = Handlebars.parse(text);
  class Escaped extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      super.MustacheStatement(node);
      const { path, params, hash } = node;
      if (path.type !== 'PathExpression' || params.length > 0 || (hash?.pairs.length ?? 0) > 0) return;
      const { original, data } = path as hbs.AST.PathExpression;
      if (data || helperNames.includes(original) || isFinished(original)) return;
      const literal: hbs.AST.StringLiteral = {
        type: 'StringLiteral',
        value: original,
        original,
        loc: path.loc,
      } as hbs.AST.StringLiteral;
      node.params = [path, literal];
      node.path = { ...(path as hbs.AST.PathExpression), original: PLAIN, parts: [PLAIN], depth: 0 };
    }
  }
  new Escaped().accept(program);
  return program;
}
