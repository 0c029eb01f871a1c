import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { WordTemplate } from '../../docx/template/read-template.ts';
import type { MachineFault } from '../../model/fault.ts';
import type { Remark } from '../../model/finding.ts';
import type { Config } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Effects } from '../effects.ts';
import { isBelow } from '../inside.ts';
import type { ConfigFile } from './config-file.ts';

/** The project's settings for Word documents. Plain data: it can be sent to a worker. */
export interface WordFormSettings {
  readonly notes?: 'footnotes' | 'endnotes';
  readonly template?: WordTemplate;
  /** SHA-256 of the template's file, in hexadecimal. */
  readonly templateHash?: string;
}

type WordConfig = NonNullable<Config['word']>;

/**
 * Settings by form. If a template was rejected there are none: a memo that looks different from the house's
 * helps nobody.
 */
export class WordSettings {
  readonly #config: WordConfig;
  readonly #templates: ReadonlyMap<string, Pick<WordFormSettings, 'template' | 'templateHash'>>;

  constructor(config: WordConfig = {}, templates: ReadonlyMap<string, WordFormSettings> = new Map()) {
    this.#config = config;
    this.#templates = templates;
  }

  /**
   * The settings for a form; `undefined` if its template cannot be used, which a finding on the configuration
   * reports.
   */
  looksOf(form: string): WordFormSettings | undefined {
    const own = this.#config.forms?.[form];
    const path = own?.template ?? this.#config.template;
    const notes = own?.notes ?? this.#config.notes;
    const template = path === undefined ? {} : this.#templates.get(path);
    return template && { ...(notes && { notes }), ...template };
  }
}

/** Paths of templates as written in the configuration, with the first place of each. */
function namedTemplates(config: WordConfig): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const add = (path: string | undefined, pointer: string) => {
    if (path !== undefined && !named.has(path)) named.set(path, pointer);
  };
  add(config.template, '/word/template');
  for (const [form, { template }] of Object.entries(config.forms ?? {})) {
    add(template, toPointer(['word', 'forms', form, 'template']));
  }
  return named;
}

/** Reads the templates named in a configuration, and says what is wrong with them. */
export async function readWordSettings(
  config: WordConfig | undefined,
  effects: Effects,
): Promise<{ readonly word: WordSettings; readonly remarks: readonly Remark[] }> {
  if (!config) return { word: new WordSettings(), remarks: [] };
  const templates = new Map<string, WordFormSettings>();
  const remarks: Remark[] = [];
  for (const [path, pointer] of namedTemplates(config)) {
    const bytes = await bytesOf(path, effects);
    if (typeof bytes === 'string') {
      remarks.push({ rule: 'unreadable-template', severity: 'error', pointer, message: bytes, help: HELP });
      continue;
    }
    const { readTemplate } = await import('../../docx/template/read-template.ts');
    const { template, remarks: objections } = readTemplate(bytes);
    remarks.push(...objections.map((remark) => ({ ...remark, pointer })));
    if (template) {
      templates.set(path, { template, templateHash: createHash('sha256').update(bytes).digest('hex') });
    }
  }
  return { word: new WordSettings(config, templates), remarks };
}

const HELP = 'Name a Word document of the project, by its path from the folder of the configuration.';

/** The bytes of a template, or why it cannot be read. */
async function bytesOf(path: string, effects: Effects): Promise<Uint8Array | string> {
  const absolute = resolve(effects.projectFolder, path);
  if (!isBelow(absolute, effects.projectFolder)) return `The template ${path} is outside of the project.`;
  try {
    return (await effects.readFile(absolute)) ?? `There is no file ${path}.`;
  } catch (error) {
    return `The template ${path} cannot be read: ${(error as MachineFault).message}`;
  }
}

/** Absolute paths of the templates that a configuration names, even if it is otherwise invalid. */
export async function templatePathsIn(
  file: ConfigFile | undefined,
  projectFolder: string,
): Promise<readonly string[]> {
  if (!file) return [];
  try {
    const { word } = (await dataOf(file)) as { readonly word?: WordConfig };
    const paths = word ? [...namedTemplates(word).keys()] : [];
    return paths.map((path) => resolve(projectFolder, path)).filter((path) => isBelow(path, projectFolder));
  } catch {
    return []; // invalid, which the check reports
  }
}

/** The YAML reader is imported only if needed: a run served from the cache needs nothing else of it. */
async function dataOf({ name, bytes }: ConfigFile): Promise<unknown> {
  if (name.endsWith('.json')) return JSON.parse(new TextDecoder().decode(bytes));
  const { readDocument } = await import('../../load/read-document.ts');
  return readDocument(name, bytes).document?.data;
}
