import Handlebars from 'handlebars';

/** Handlebars options under which every template of ours and of a stranger is compiled. */
const COMPILE_OPTIONS = {
  strict: true, // a name that the view does not have is a fault, not an empty string
  noEscape: true, // helpers escape for Markdown; HTML escapes would be wrong here
  preventIndent: true,
  knownHelpersOnly: true,
};

const RUN_OPTIONS = {
  allowProtoPropertiesByDefault: false,
  allowProtoMethodsByDefault: false,
};

/** Built-in block helpers that templates may use; `log` and `lookup` are left out. */
const BUILT_IN = ['if', 'unless', 'each', 'with'];

export type Helper = (this: unknown, ...args: unknown[]) => unknown;

/** Templates by name: `memo` is the form itself, the others are partials. */
export type TemplateTexts = ReadonlyMap<string, string>;

export interface TemplateSet {
  /** Renders the template of a name. Throws TemplateError with the template's name. */
  render(name: string, context: unknown): string;
}

/** A template that does not compile or asks for something that is not there: a fault of the form. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** Templates with the helpers of one memo. They are compiled once for all memos of a form. */
export function createTemplates(
  texts: TemplateTexts,
  helpers: Readonly<Record<string, Helper>>,
): TemplateSet {
  const compiled = compiledOnce(texts, Object.keys(helpers));
  return {
    render(name, context) {
      const template = compiled.get(name);
      if (!template) throw new TemplateError(`There is no template "${name}".`);
      try {
        return template(context, { ...RUN_OPTIONS, helpers } as Handlebars.RuntimeOptions);
      } catch (error) {
        throw new TemplateError(`The template "${name}" cannot be rendered: ${messageOf(error)}`, {
          cause: error,
        });
      }
    },
  };
}

type Compiled = ReadonlyMap<string, Handlebars.TemplateDelegate>;

/** Compiling takes as long as rendering a memo. The same texts always come with the same names of helpers. */
const compiledByTexts = new WeakMap<TemplateTexts, Compiled>();

function compiledOnce(texts: TemplateTexts, helperNames: readonly string[]): Compiled {
  const known = compiledByTexts.get(texts) ?? compile(texts, helperNames);
  compiledByTexts.set(texts, known);
  return known;
}

/** An environment of its own: nothing is registered on the shared Handlebars, nothing is left behind. */
function compile(texts: TemplateTexts, helperNames: readonly string[]): Compiled {
  const environment = Handlebars.create();
  for (const name of Object.keys(environment.helpers)) {
    if (!BUILT_IN.includes(name)) environment.unregisterHelper(name);
  }
  const knownHelpers = Object.fromEntries([...BUILT_IN, ...helperNames].map((name) => [name, true]));
  const disabled = { log: false, lookup: false, helperMissing: false, blockHelperMissing: false };
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const [name, text] of texts) {
    const template = environment.compile(text, {
      ...COMPILE_OPTIONS,
      knownHelpers: { ...knownHelpers, ...disabled } as KnownHelpers,
    });
    compiled.set(name, template);
    environment.registerPartial(name, template);
  }
  return compiled;
}

type KnownHelpers = NonNullable<NonNullable<Parameters<typeof Handlebars.compile>[1]>['knownHelpers']>;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
