import Handlebars from 'handlebars';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { precompiled } from '../generated/templates.js';
import { BUILT_IN, compileOptions } from './compile-options.ts';
import { escapedByItself, PLAIN } from './own-templates.ts';
import { TemplateError } from './template-error.ts';
import { assertWithinLimits } from './template-limits.ts';

/**
 * Matches where a tag, a declaration or a processing instruction may begin: not a comment, not an address (no
 * tag name is followed by a colon), and not after an odd number of backslashes.
 */
const MAY_OPEN = /(?<!\\)(?:\\\\)*<(?!!--|[a-z][a-z\d+.-]*:)[a-z/!?]/i;
/** Templates whose text begins a document, and may have front matter. */
const DOCUMENTS: readonly string[] = ['memo', 'pack'];
/** Exactly one comment: the syntax of roles. */
const COMMENT = /^<!--(?:(?!-->)[\s\S])*-->\s*$/;

/**
 * Throws a TemplateError for Markdown that contains HTML, except in front matter, which is YAML, where a title
 * may hold any text. Page and PDF drop HTML, but a program that shows the Markdown itself may run it. Analysts'
 * texts are escaped, so it must come from a template.
 */
export function assertNoHtml(markdown: string, template: string): void {
  if (!MAY_OPEN.test(markdown)) return;
  const prose = DOCUMENTS.includes(template) ? withoutFrontMatter(markdown.trimStart()) : markdown;
  const html = firstHtml(fromMarkdown(prose));
  if (html === undefined) return;
  const [line = ''] = html.split('\n');
  const shown = line.length > 60 ? `${line.slice(0, 60)}…` : line;
  throw new TemplateError(`The template "${template}" gives HTML: \`${shown}\`. Memos are Markdown only.`);
}

/** A document's Markdown without its front matter. */
export function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n+|$)/, '');
}

function firstHtml(node: Nodes): string | undefined {
  if (node.type === 'html') return COMMENT.test(node.value) ? undefined : node.value;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const html = firstHtml(child);
    if (html !== undefined) return html;
  }
  return undefined;
}

const RUN_OPTIONS = {
  allowProtoPropertiesByDefault: false,
  allowProtoMethodsByDefault: false,
};

export type Helper = (this: unknown, ...args: unknown[]) => unknown;

/** Templates by name: `memo` is the form itself, all others are partials. */
export type TemplateTexts = ReadonlyMap<string, string>;

export interface TemplateSet {
  /**
   * Renders a template by name, with `instead` replacing the partials it names. Throws TemplateError with the
   * template's name.
   */
  render(name: string, context: unknown, instead?: Readonly<Record<string, () => string>>): string;
}

/** Templates with the helpers of one memo. Compiled once for all memos of a form. */
export function createTemplates(
  texts: TemplateTexts,
  helpers: Readonly<Record<string, Helper>>,
): TemplateSet {
  const compiled = compiledOnce(texts, Object.keys(helpers));
  const { budget } = compiled;
  const placed = Object.fromEntries(
    Object.entries({ ...helpers, [PLAIN]: plainWith(helpers.md) }).map(([name, helper]) => [
      name,
      withPlace(name, helper, budget),
    ]),
  );
  return {
    render(name, context, instead) {
      const template = compiled.templates.get(name);
      if (!template) throw new TemplateError(`There is no template "${name}".`);
      budget.steps = MAX_STEPS;
      budget.characters = MAX_CHARACTERS;
      let text: string;
      try {
        const given = { helpers: placed, ...(instead && { partials: instead }) };
        text = template(context, { ...RUN_OPTIONS, ...given } as Handlebars.RuntimeOptions);
      } catch (error) {
        throw new TemplateError(`The template "${name}" cannot be rendered: ${messageOf(error)}`, {
          cause: error,
        });
      }
      assertNoHtml(text, name);
      return text;
    },
  };
}

/** The helper that prints a bare name in a project's own template. */
function plainWith(md: Helper | undefined): Helper {
  return (value, name) => {
    if (value === undefined) throw new Error(`there is no \`${String(name)}\` here.`);
    return md === undefined ? value : md(value);
  };
}

/**
 * A template that does not parse is left to be compiled when it is rendered, where the error names the
 * template.
 */
function parsedOwn(text: string, helperNames: readonly string[]): hbs.AST.Program | string {
  try {
    return escapedByItself(text, helperNames);
  } catch {
    return text;
  }
}

/**
 * The helper with two additions: its errors say where in the template it is called, and its output is counted.
 */
function withPlace(name: string, helper: Helper, budget: Budget): Helper {
  return function (...args) {
    try {
      return counted(helper.apply(this, args), budget);
    } catch (error) {
      const { loc } = (args.at(-1) ?? {}) as { loc?: { start?: { line?: number } } };
      const line = loc?.start?.line;
      throw new Error(`\`${name}\`${line === undefined ? '' : `, line ${line}`}: ${messageOf(error)}`, {
        cause: error,
      });
    }
  };
}

interface Compiled {
  readonly templates: ReadonlyMap<string, Handlebars.TemplateDelegate>;
  readonly budget: Budget;
}

/** What a template may still use. */
interface Budget {
  /** Iterations of loops and calls of partials. */
  steps: number;
  /** UTF-16 code units returned by helpers, iterations and partials. */
  characters: number;
}

/**
 * Most iterations and partial calls in one rendering; the longest memos need some thousands. A few nested
 * loops, or partials that each call two others, would run for years.
 */
const MAX_STEPS = 200_000;

/**
 * Most characters in one rendering, counted again at each level of loops and partials; the longest memos need a
 * few hundred thousand. A long text in a loop would reach thousands of millions.
 */
const MAX_CHARACTERS = 20_000_000;

/** Whether the program ships a template with this text, which is then known to be sound. */
export function isShipped(text: string): boolean {
  return precompiled.has(text);
}

/** Cache; the same texts always come with the same helper names. */
const compiledByTexts = new WeakMap<TemplateTexts, Compiled>();

function compiledOnce(texts: TemplateTexts, helperNames: readonly string[]): Compiled {
  const known = compiledByTexts.get(texts) ?? compile(texts, helperNames);
  compiledByTexts.set(texts, known);
  return known;
}

/**
 * Compiles in an isolated environment: nothing is registered on the shared Handlebars. Templates that the
 * program ships are compiled ahead of time, which saves a tenth of a second in a new process; any other is
 * compiled now. Nothing else depends on which it is.
 */
function compile(texts: TemplateTexts, helperNames: readonly string[]): Compiled {
  assertWithinLimits(texts);
  const environment = Handlebars.create();
  for (const name of Object.keys(environment.helpers)) {
    if (!BUILT_IN.includes(name)) environment.unregisterHelper(name);
  }
  const options = compileOptions([...helperNames, PLAIN]);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const budget = { steps: 0, characters: 0 };
  countSteps(environment, budget);
  for (const [name, text] of texts) {
    const ready = precompiled.get(text);
    const template = ready
      ? environment.template(ready)
      : environment.compile(parsedOwn(text, [...BUILT_IN, ...helperNames]), options);
    compiled.set(name, template);
    environment.registerPartial(name, template);
  }
  return { templates: compiled, budget };
}

function countSteps(environment: typeof Handlebars, budget: Budget): void {
  const spend = () => {
    budget.steps -= 1;
    if (budget.steps < 0) throw new Error('It goes on and on: its loops or partials are nested without end.');
  };
  const each = environment.helpers.each as Handlebars.HelperDelegate;
  environment.registerHelper(
    'each',
    function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
      const fn: Handlebars.TemplateDelegate = (context, own) => {
        spend();
        return counted(options.fn(context, own), budget);
      };
      return each.call(this, list, { ...options, fn });
    },
  );
  // Missing in Handlebars' types: the function that compiled templates call for a partial.
  const VM = environment.VM as typeof environment.VM & {
    invokePartial: (this: unknown, ...args: unknown[]) => unknown;
  };
  const { invokePartial } = VM;
  environment.VM = Object.assign({}, VM, {
    invokePartial(this: unknown, ...args: unknown[]) {
      spend();
      return counted(invokePartial.apply(this, args), budget);
    },
  });
}

/** Returns the value, and deducts its characters from the budget. */
function counted<Value>(value: Value, budget: Budget): Value {
  if (typeof value !== 'string') return value;
  budget.characters -= value.length;
  if (budget.characters < 0) throw new Error('It goes on and on: it repeats more text than any memo has.');
  return value;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
