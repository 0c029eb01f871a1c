import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const root = new URL('../../templates/', import.meta.url);

/** Every template the program ships, by its path below `templates/`. */
export const templates: ReadonlyMap<string, string> = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.hbs'))
    .sort()
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(new URL(path, root), 'utf8')]),
);

/** A call of a helper anywhere in a template, or a name in its place. */
export interface Call {
  /** The helper, or the path that is printed. */
  readonly name: string;
  readonly args: readonly hbs.AST.Expression[];
  /** Named arguments. */
  readonly hash: readonly (readonly [name: string, value: hbs.AST.Expression])[];
  /** Whether what it gives is printed, rather than handed to a helper or tested by a block. */
  readonly printed: boolean;
}

/** Every mustache and subexpression of a template, in order. */
export function callsOf(text: string): Call[] {
  const calls: Call[] = [];
  class Calls extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      calls.push({ ...callOf(node), printed: true });
      super.MustacheStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression) {
      calls.push({ ...callOf(node), printed: false });
      super.SubExpression(node);
    }
  }
  new Calls().accept(Handlebars.parse(text));
  return calls;
}

interface Callable {
  readonly path: hbs.AST.Expression;
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash;
}

function callOf(node: Callable): Omit<Call, 'printed'> {
  return {
    name: nameOf(node.path),
    args: node.params,
    hash: (node.hash?.pairs ?? []).map(({ key, value }) => [key, value]),
  };
}

/** The path as written, or the text of a literal. */
export function nameOf(node: hbs.AST.Expression | undefined): string {
  if (node === undefined) return '';
  if (node.type === 'PathExpression') return (node as hbs.AST.PathExpression).original;
  return 'value' in node ? String(node.value) : node.type;
}

/** The text of an argument that is written out in the template. */
export function literalOf(node: hbs.AST.Expression | undefined): string | undefined {
  return node?.type === 'StringLiteral' ? (node as hbs.AST.StringLiteral).value : undefined;
}
