import { basename, join } from 'node:path';
import { fetchedBy } from '../html/style-guard.ts';
import { MachineFault } from '../model/fault.ts';
import { templateText } from '../render/templates/compile-options.ts';
import { TemplateError } from '../render/templates/template-error.ts';
import { MAX_CHARACTERS } from '../render/templates/template-limits.ts';
import type { MessageFile } from '../render/wording/messages.ts';
import { factsOf } from './brand/faces.ts';
import type { Effects } from './effects.ts';
import { shownPath } from './inputs.ts';

// The files of a form: templates, styles, messages and `form.json`, read and checked to be harmless.

export const TEMPLATE = '.md.hbs';

/** Texts of a folder's files, by name. Throws a TemplateError for one that must not be used. */
export async function readTexts(folder: string, effects: Effects): Promise<Map<string, string>> {
  const entries = (await effects.listFolder(folder)) ?? [];
  const files = entries.filter((entry) => !entry.isFolder && /\.(hbs|css|json)$/.test(entry.name));
  const texts = await Promise.all(
    files.map(async ({ name }) => {
      const bytes = await effects.readFile(join(folder, name));
      const file = shownPath(join(folder, name), effects.projectFolder);
      // A dangling link, or a link to a folder, is an error, not an empty text.
      if (bytes === undefined) throw new TemplateError(`${file} is not a file.`);
      const text = new TextDecoder().decode(bytes);
      assertShort(text, file);
      if (name.endsWith('.css')) {
        assertHarmless(text, file);
        assertUsableFonts(text, file);
      }
      return [name, text] as const;
    }),
  );
  return new Map(texts);
}

/** Messages by language; those of later folders override those of earlier ones. */
export async function readMessages(
  folders: readonly string[],
  effects: Effects,
  before: ReadonlyMap<string, MessageFile> = new Map(),
): Promise<ReadonlyMap<string, MessageFile>> {
  const messages = new Map(before);
  for (const folder of folders) {
    for (const [name, text] of await readTexts(folder, effects)) {
      const language = basename(name, '.json').toLowerCase();
      messages.set(language, { ...messages.get(language), ...parseMessages(text, name) });
    }
  }
  return messages;
}

/** Templates by name. */
export function templatesIn(texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...texts]
      .filter(([name]) => name.endsWith(TEMPLATE))
      .map(([name, text]) => [name.slice(0, -TEMPLATE.length), templateText(text)]),
  );
}

/** Style sheets by name. */
export function stylesIn(texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...texts]
      .filter(([name]) => name.endsWith('.css'))
      .map(([name, text]) => [name.slice(0, -'.css'.length), text]),
  );
}

/** Longest style, message file or `form.json`, in characters; the longest that is shipped has 70,000. */
const MAX_OF_OTHERS = 500_000;

/** Throws a TemplateError for a file of a form that would take hours to process. */
function assertShort(text: string, file: string): void {
  const most = file.endsWith(TEMPLATE) ? MAX_CHARACTERS : MAX_OF_OTHERS;
  if (text.length <= most) return;
  const count = (characters: number) => characters.toLocaleString('en');
  throw new TemplateError(`${file} has ${count(text.length)} characters; at most ${count(most)} are read.`);
}

/** Throws a TemplateError for a style that would fetch something: memos are made and read offline. */
function assertHarmless(style: string, file: string): void {
  const fetched = fetchedBy(style);
  if (!fetched) return;
  throw new TemplateError(`${file} would fetch something at line ${fetched.line}: \`${fetched.text}\`.`);
}

/**
 * Throws a TemplateError for a font in a style that cannot be embedded or read: it would silently be replaced
 * by another.
 */
function assertUsableFonts(style: string, file: string): void {
  const found = unusableFont(style);
  if (found)
    throw new TemplateError(`${file} brings a font at line ${found.line} that cannot be used. ${found.why}`);
}

/** A font embedded in a style sheet, in base64 or not. */
const FONT = /data:(?:font\/[\w+-]+|application\/(?:x-)?font-[\w+-]+)[^,"')]*,([^"')]*)/gi;

/**
 * What is wrong with the first unusable font embedded in a style sheet, with its line from 1; `undefined` if
 * all can be used. A rejected font would otherwise silently be replaced by another.
 */
function unusableFont(css: string): { readonly line: number; readonly why: string } | undefined {
  for (const { 0: address, 1: data = '', index } of css.matchAll(FONT)) {
    const head = address.slice(0, address.length - data.length);
    const bytes = Buffer.from(
      /;\s*base64\s*,$/i.test(head) ? data : decoded(data),
      /;\s*base64\s*,$/i.test(head) ? 'base64' : 'latin1',
    );
    const facts = factsOf(bytes);
    if (typeof facts === 'string') return { line: css.slice(0, index).split('\n').length, why: facts };
  }
  return undefined;
}

function decoded(data: string): string {
  return data.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function parseMessages(text: string, name: string): MessageFile {
  const data = parseJson(text, `message file ${name}`);
  if (
    typeof data !== 'object' ||
    data === null ||
    Object.values(data).some((value) => typeof value !== 'string')
  ) {
    throw new MachineFault(`The message file ${name} is not an object of texts.`, 'Fix or remove it.');
  }
  return data as MessageFile;
}

/** The settings in `form.json` of a form that has to fit a number of pages. */
export interface Fit {
  readonly pages: number;
  /** Templates see the index of the variant as `level`, from 0 for the fullest. */
  readonly variants: number;
  /** What has to fit: the whole memo, or only its brief, however long the annex is. */
  readonly of: 'memo' | 'brief';
}

/** The settings in a form's `form.json`. */
export interface FormSettings {
  readonly fit?: Fit;
  /** Names of shared styles that precede its own. */
  readonly styles: readonly string[];
}

/** Parses the text of a `form.json`, if there is one. Throws MachineFault if it is invalid. */
export function parseSettings(text: string | undefined, form: string): FormSettings {
  if (text === undefined) return { styles: [] };
  const data = parseJson(text, `file templates/${form}/form.json`);
  const { fit, styles = [] } = (typeof data === 'object' && data !== null ? data : {}) as Record<
    string,
    unknown
  >;
  if (!Array.isArray(styles) || styles.some((style) => typeof style !== 'string')) {
    throw new MachineFault(
      `The "styles" of templates/${form}/form.json are not a list of names.`,
      'Write { "styles": ["two-columns"] }, or remove them.',
    );
  }
  return { styles, ...(fit !== undefined && { fit: parseFit(fit, form) }) };
}

/** Each variant may be printed: more variants would keep the browser busy for hours. */
const MAX_VARIANTS = 50;

function parseFit(fit: unknown, form: string): Fit {
  const settings = (typeof fit === 'object' && fit !== null ? fit : {}) as Record<string, unknown>;
  const { pages, variants, of = 'memo' } = settings;
  if (isCount(pages) && isCount(variants) && variants <= MAX_VARIANTS && (of === 'memo' || of === 'brief'))
    return { pages, variants, of };
  throw new MachineFault(
    `The "fit" of templates/${form}/form.json does not say how many pages and variants (at most ${MAX_VARIANTS}), or names another part than "brief".`,
    'Write { "fit": { "pages": 1, "variants": 4 } } or { "fit": { "pages": 2, "variants": 4, "of": "brief" } }, or remove it.',
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

/** Parses a JSON file of a template folder; `what` names it in the MachineFault thrown if it is invalid. */
function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MachineFault(`The ${what} is not valid JSON: ${String(error)}`, 'Fix or remove it.', {
      cause: error,
    });
  }
}
