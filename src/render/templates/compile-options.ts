import type Handlebars from 'handlebars';

type CompileOptions = NonNullable<Parameters<typeof Handlebars.precompile>[1]>;
type KnownHelpers = NonNullable<CompileOptions['knownHelpers']>;

/** Handlebars options for compiling every template, ours or a stranger's. */
const OPTIONS = {
  strict: true, // a name that the view does not have is an error, not an empty string
  noEscape: true, // helpers escape for Markdown; HTML escapes would be wrong here
  preventIndent: true,
  knownHelpersOnly: true,
};

/** Built-in block helpers that templates may use; `log` and `lookup` are left out. */
export const BUILT_IN: readonly string[] = ['if', 'unless', 'each', 'with'];

/** The same options for compiling at run time and ahead of time, so that both give the same template. */
export function compileOptions(helperNames: readonly string[]): CompileOptions {
  const knownHelpers = Object.fromEntries([...BUILT_IN, ...helperNames].map((name) => [name, true]));
  const disabled = { log: false, lookup: false, helperMissing: false, blockHelperMissing: false };
  return { ...OPTIONS, knownHelpers: { ...knownHelpers, ...disabled } as KnownHelpers };
}

/**
 * A template's text as it is compiled: a file ends in a newline, but a partial in the middle of a line must
 * not.
 */
export function templateText(file: string): string {
  return file.replaceAll('\r\n', '\n').replace(/\n$/, '');
}
