import Handlebars from 'handlebars';
import { nearest } from '../../model/suggest.ts';
import { TemplateError } from './template-error.ts';

/** The helper that prints a name which stands by itself; it is told the name, too. */
export const PLAIN = 'plain-text';

/** What the shipped partials print as it is, and whoever copies one prints, too: Markdown that the program made. */
const FINISHED: readonly string[] = ['mark', 'scaleTerms'];

/**
 * A template of a project's own, in which `{{title}}` means `{{md title}}`: what an analyst wrote is text and no Markdown,
 * whether or not the author of the form thought of it.
 */
export function escapedByItself(text: string, helperNames: readonly string[]): hbs.AST.Program {
  const program = Handlebars.parse(text);
  class Escaped extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      super.MustacheStatement(node);
      const { path, params, hash } = node;
      if (path.type !== 'PathExpression' || params.length > 0 || (hash?.pairs.length ?? 0) > 0) return;
      const { original, data } = path as hbs.AST.PathExpression;
      if (data || helperNames.includes(original) || FINISHED.includes(original)) return;
      const said: hbs.AST.StringLiteral = {
        type: 'StringLiteral',
        value: original,
        original,
        loc: path.loc,
      } as hbs.AST.StringLiteral;
      node.params = [path, said];
      node.path = { ...(path as hbs.AST.PathExpression), original: PLAIN, parts: [PLAIN], depth: 0 };
    }
  }
  new Escaped().accept(program);
  return program;
}

/**
 * Throws a TemplateError with the line of a name that a condition or a loop at the root of a template asks for and that the
 * context does not have: Handlebars takes it for one that is empty. Inside of loops a name may be missing from an entry.
 */
export function assertNamesExist(
  name: string,
  text: string,
  context: object,
  helperNames: readonly string[],
): void {
  class Names extends Handlebars.Visitor {
    override BlockStatement(node: hbs.AST.BlockStatement) {
      for (const param of node.params) this.accept(param);
      const { original } = node.path as hbs.AST.PathExpression;
      // Only these leave the context as it is.
      if (original !== 'if' && original !== 'unless') return;
      if (node.program) this.accept(node.program);
      if (node.inverse) this.accept(node.inverse);
    }
    // What is printed is missed by the helper that prints it.
    override MustacheStatement() {}
    // The name of a partial is a path, too, and none of the context.
    override PartialStatement({ params, hash }: hbs.AST.PartialStatement) {
      for (const param of params) this.accept(param);
      if (hash) this.accept(hash);
    }
    override PathExpression({ original, data, depth, parts, loc }: hbs.AST.PathExpression) {
      const [first] = parts;
      if (data || depth > 0 || first === undefined || helperNames.includes(original) || first in context)
        return;
      const meant = nearest(first, Object.keys(context));
      throw new TemplateError(
        `The template "${name}" asks at line ${loc.start.line} for \`${original}\`, which a memo does not have.${
          meant === undefined ? '' : ` Did you mean \`${meant}\`?`
        }`,
      );
    }
  }
  new Names().accept(Handlebars.parse(text));
}
