import Handlebars from 'handlebars';
import type { CheckedForm } from './checked-form.ts';
import { BUILT_IN } from './compile-options.ts';
import { contextShapes } from './generated/context-shape.ts';
import {
  type Argument,
  argumentsOf,
  expectedText,
  fits,
  helperNames,
  isFinished,
} from './helper-arguments.ts';
import { MistakeList, placeOf } from './mistake-list.ts';
import { ANY, fieldOf, type Shape, shapeAt, shapeText } from './shape.ts';
import type { TemplateMistake } from './template-error.ts';
import { assertWithinLimits } from './template-limits.ts';

/**
 * Finds mistakes in the templates of a project before anything is rendered: names the memo does not have, a
 * list where a text is needed, missing partials, figures, roles, phrases and helpers, and syntax errors. Every
 * template is checked in each context in which it is called. Templates of a pack are only checked for what
 * needs no context. Throws a TemplateError for templates too long or too deeply nested to be parsed.
 */
export function templateMistakes(form: CheckedForm): readonly TemplateMistake[] {
  assertWithinLimits(form.templates);
  const walk = new Walk(form);
  walk.template('memo', [shapeAt(contextShapes, 0)]);
  walk.template('note', [shapeAt(contextShapes, 1)]);
  // Templates that nothing calls, or that a pack calls: their context is unknown.
  for (const name of form.files.keys()) if (!walk.has(name)) walk.template(name, [ANY]);
  return walk.mistakes.sorted;
}

interface Scope {
  readonly template: string;
  /** From the outermost context to the current one. */
  readonly stack: readonly Shape[];
  readonly params: ReadonlyMap<string, Shape>;
}

/** Helpers that return a truth value. */
const CONDITIONS: readonly string[] = ['eq', 'graded', 'ownSign', 'hasOwn'];

/** Deepest nesting of partials. */
const MAX_DEPTH = 24;

class Walk {
  readonly mistakes: MistakeList;
  readonly #form: CheckedForm;
  readonly #programs = new Map<string, hbs.AST.Program | undefined>();
  readonly #seen = new Set<string>();
  readonly #walked = new Set<string>();
  readonly #numbers = new Map<Shape, number>();
  readonly #extended = new Map<string, Shape>();
  #depth = 0;

  constructor(form: CheckedForm) {
    this.#form = form;
    this.mistakes = new MistakeList(form);
  }

  has(name: string): boolean {
    return this.#walked.has(name);
  }

  template(name: string, stack: readonly Shape[]): void {
    const key = [name, ...stack.map((shape) => this.#numberOf(shape))].join(' ');
    if (this.#seen.has(key) || this.#depth > MAX_DEPTH) return;
    this.#seen.add(key);
    this.#walked.add(name);
    const program = this.#parsed(name);
    if (!program) return;
    this.#depth += 1;
    this.#program(program, { template: name, stack, params: new Map() });
    this.#depth -= 1;
  }

  #numberOf(shape: Shape): number {
    const number = this.#numbers.get(shape) ?? this.#numbers.size;
    this.#numbers.set(shape, number);
    return number;
  }

  #parsed(name: string): hbs.AST.Program | undefined {
    if (this.#programs.has(name)) return this.#programs.get(name);
    const text = this.#form.templates.get(name);
    const program = text === undefined ? undefined : this.#parse(name, text);
    this.#programs.set(name, program);
    if (program && text !== undefined) this.mistakes.roles(name, text);
    return program;
  }

  #parse(name: string, text: string): hbs.AST.Program | undefined {
    try {
      return Handlebars.parse(text);
    } catch (error) {
      const [first = '', ...rest] = (error instanceof Error ? error.message : String(error)).split('\n');
      const at = / on line (\d+)|- (\d+):(\d+)/.exec(first);
      const line = Number(at?.[1] ?? at?.[2] ?? 1);
      const expected = /Expecting .*?, got .*/.exec(rest.join(' '))?.[0];
      const message = `The template does not parse${expected === undefined ? `: ${first}` : `. ${expected}`}`;
      this.mistakes.tell(name, { line, column: Number(at?.[3] ?? 0) }, message.slice(0, 300));
      return undefined;
    }
  }

  #program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.#statement(statement, scope);
  }

  #statement(node: hbs.AST.Statement, scope: Scope): void {
    switch (node.type) {
      case 'MustacheStatement':
        this.#printed(node as hbs.AST.MustacheStatement, scope);
        break;
      case 'BlockStatement':
        this.#block(node as hbs.AST.BlockStatement, scope);
        break;
      case 'PartialStatement':
      case 'PartialBlockStatement':
        this.#partial(node as hbs.AST.PartialStatement, scope);
        if ('program' in node) this.#program(node.program as hbs.AST.Program, scope);
        break;
      default:
    }
  }

  #printed(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const path = node.path as hbs.AST.PathExpression;
    if (node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0 || helperNames.includes(path.original)) {
      this.#call(node, scope);
      return;
    }
    const shape = this.#shape(path, scope);
    if (!isFinished(path.original)) this.#expect({ is: 'scalar' }, shape, path, path.original, scope);
  }

  /** A call of a helper, in braces or nested. */
  #call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scope: Scope): Shape {
    const { original } = node.path as hbs.AST.PathExpression;
    for (const pair of node.hash?.pairs ?? []) this.#shape(pair.value, scope);
    const shapes = node.params.map((param) => this.#shape(param, scope));
    if (!helperNames.includes(original)) {
      this.mistakes.missing(
        scope.template,
        placeOf(node.path),
        `There is no helper \`${original}\`.`,
        original,
        helperNames,
      );
      return ANY;
    }
    const expected = argumentsOf(original);
    for (const [index, param] of node.params.entries()) {
      const one = expected[index];
      const given = shapes[index];
      if (one && given) this.#expect(one, given, param, original, scope);
    }
    return original === 'drawn' ? ANY : CONDITIONS.includes(original) ? { is: 'flag' } : { is: 'text' };
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const { original } = node.path as hbs.AST.PathExpression;
    const [param] = node.params;
    if (!BUILT_IN.includes(original)) {
      this.mistakes.missing(
        scope.template,
        placeOf(node.path),
        `There is no block \`${original}\`.`,
        original,
        BUILT_IN,
      );
    }
    const shape = param ? this.#shape(param, scope) : ANY;
    const names = (node.program as { blockParams?: string[] } | undefined)?.blockParams ?? [];
    const params = (...values: readonly Shape[]) =>
      new Map([...scope.params, ...names.map((name, index) => [name, values[index] ?? ANY] as const)]);
    if (original === 'each') {
      if (param) this.#expect({ is: 'list' }, shape, param, 'each', scope);
      const item = shape.is === 'list' || shape.is === 'map' ? shape.of : ANY;
      this.#program(node.program, { ...scope, stack: [...scope.stack, item], params: params(item, ANY) });
    } else if (original === 'with') {
      this.#program(node.program, { ...scope, stack: [...scope.stack, shape], params: params(shape) });
    } else this.#program(node.program, scope);
    this.#program(node.inverse, scope);
  }

  #partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const given = (node.hash?.pairs ?? []).map(({ key, value }) => {
      if (key === 'key' && value.type === 'StringLiteral')
        this.#figure(value as hbs.AST.StringLiteral, node, scope);
      return [key, this.#shape(value, scope)] as const;
    });
    const [context] = node.params;
    const shape = context ? this.#shape(context, scope) : (scope.stack.at(-1) ?? ANY);
    if (node.name.type !== 'PathExpression') return;
    const { original } = node.name as hbs.AST.PathExpression;
    if (original === '@partial-block') return;
    if (!this.#form.templates.has(original)) {
      const partials = [...this.#form.templates.keys()].filter((name) => name !== 'memo');
      this.mistakes.missing(
        scope.template,
        placeOf(node.name),
        `There is no partial \`${original}\`.`,
        original,
        partials,
      );
      return;
    }
    const extended = given.length === 0 ? shape : this.#extend(shape, given, node, scope.template);
    const outer = context ? scope.stack : scope.stack.slice(0, -1);
    this.template(original, [...outer, extended]);
  }

  /**
   * The context of a partial called with named arguments; the same call with the same context gives the same
   * shape.
   */
  #extend(
    shape: Shape,
    given: readonly (readonly [string, Shape])[],
    { loc }: hbs.AST.PartialStatement,
    template: string,
  ): Shape {
    if (shape.is !== 'object') return ANY;
    const numbers = given.map(([, one]) => this.#numberOf(one));
    const key = [template, loc.start.line, loc.start.column, this.#numberOf(shape), ...numbers].join(' ');
    const made: Shape = this.#extended.get(key) ?? {
      is: 'object',
      fields: { ...shape.fields, ...Object.fromEntries(given) },
    };
    this.#extended.set(key, made);
    return made;
  }

  #figure(value: hbs.AST.StringLiteral, { name }: hbs.AST.PartialStatement, scope: Scope): void {
    const { original } = name as hbs.AST.PathExpression;
    if (original === 'figure' || original === 'figure-table') this.#figureKey(value, scope);
  }

  #figureKey(value: hbs.AST.StringLiteral, scope: Scope): void {
    const { figureKeys } = this.#form;
    if (figureKeys.includes(value.value)) return;
    this.mistakes.missing(
      scope.template,
      placeOf(value),
      `There is no figure \`${value.value}\`.`,
      value.value,
      figureKeys,
    );
  }

  #shape(node: hbs.AST.Expression, scope: Scope): Shape {
    switch (node.type) {
      case 'PathExpression':
        return this.#path(node as hbs.AST.PathExpression, scope);
      case 'SubExpression':
        return this.#call(node as hbs.AST.SubExpression, scope);
      case 'StringLiteral':
        return { is: 'text' };
      case 'NumberLiteral':
        return { is: 'number' };
      case 'BooleanLiteral':
        return { is: 'flag' };
      default:
        return ANY;
    }
  }

  #path(node: hbs.AST.PathExpression, scope: Scope): Shape {
    const { data, depth, original } = node;
    const parts = [...node.parts] as string[];
    let shape: Shape | undefined;
    if (data) {
      if (parts.shift() !== 'root') return ANY;
      shape = scope.stack[0];
    } else if (depth === 0 && !/^(?:this\b|\.)/.test(original) && scope.params.has(parts[0] ?? '')) {
      shape = scope.params.get(parts.shift() ?? '');
    } else shape = scope.stack.at(-1 - depth);
    for (const [index, part] of parts.entries()) {
      const owner: Shape = shape ?? ANY;
      shape = fieldOf(owner, part);
      if (shape) continue;
      const names = owner.is === 'object' ? Object.keys(owner.fields) : [];
      const whose =
        index === 0 && scope.stack.length === 1
          ? 'a memo'
          : owner.is === 'object'
            ? 'what stands here'
            : shapeText(owner);
      this.mistakes.missing(
        scope.template,
        placeOf(node),
        `There is no \`${original}\`: ${whose} has no \`${part}\`.`,
        part,
        names,
      );
      return ANY;
    }
    return shape ?? ANY;
  }

  #expect(expected: Argument, given: Shape, node: hbs.AST.Expression, asks: string, scope: Scope): void {
    if (expected.is === 'phrase' || expected.is === 'group') {
      this.#phrase(expected.is, node, scope);
      return;
    }
    if (expected.is === 'figure') {
      if (node.type === 'StringLiteral') this.#figureKey(node as hbs.AST.StringLiteral, scope);
      return;
    }
    if (fits(expected, given)) return;
    const { original } = node as hbs.AST.PathExpression;
    const nameText = node.type === 'PathExpression' ? `\`${original}\`` : 'what it is given';
    const isOwn = original === asks;
    const message = isOwn
      ? `${nameText} is ${shapeText(given)} and cannot be printed.`
      : `\`${asks}\` asks for ${expectedText(expected)}; ${nameText} is ${shapeText(given)}.`;
    const help =
      given.is === 'list' && expected.is === 'scalar'
        ? `Go through it: \`{{#each ${original}}} … {{/each}}\`.`
        : given.is === 'object' && expected.is !== 'object'
          ? `It has ${Object.keys(given.fields)
              .slice(0, 12)
              .map((name) => `\`${name}\``)
              .join(', ')}.`
          : undefined;
    this.mistakes.tell(scope.template, placeOf(node), message, help);
  }

  #phrase(kind: 'phrase' | 'group', node: hbs.AST.Expression, scope: Scope): void {
    if (node.type !== 'StringLiteral') return;
    const { value } = node as hbs.AST.StringLiteral;
    const { phrases } = this.#form;
    const isThere =
      kind === 'group'
        ? phrases.some((key) => key.startsWith(`${value}.`))
        : phrases.some((key) => key === value || key === `${value}.other`);
    if (isThere) return;
    const groups = () => [...new Set(phrases.map((key) => key.replace(/\.[^.]*$/, '')))];
    const message =
      kind === 'group' ? `There are no words for \`${value}\`.` : `There is no phrase \`${value}\`.`;
    this.mistakes.missing(
      scope.template,
      placeOf(node),
      message,
      value,
      kind === 'group' ? groups() : phrases,
      'Add it to `templates/_shared/messages/en.json`.',
    );
  }
}
