import { MachineFault } from '../model/fault.ts';

/** What `form.json` says of a form that has to fit. */
export interface Fit {
  readonly pages: number;
  /** Templates see the number of the variant as `level`, from 0 for the fullest. */
  readonly variants: number;
  /** What has to fit: all of the memo, or its brief alone, however long the annex is. */
  readonly of: 'memo' | 'brief';
}

/** What a form says of itself in `form.json`. */
export interface FormSettings {
  readonly fit?: Fit;
  /** Names of shared styles that come before its own. */
  readonly styles: readonly string[];
}

/** What the text of a `form.json` says, if there is one. Throws MachineFault where that makes no sense. */
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

/** Each variant may be printed: more would keep the browser busy for hours. */
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

/** Parses JSON of a template folder; `what` names it in the MachineFault thrown when it is none. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new MachineFault(`The ${what} is no JSON: ${String(error)}`, 'Mend or remove it.', {
      cause: error,
    });
  }
}
