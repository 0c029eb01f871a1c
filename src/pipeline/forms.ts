import { basename, join } from 'node:path';
import { MachineFault } from '../model/fault.ts';
import { templateText } from '../render/compile-options.ts';
import type { MessageFile } from '../render/messages.ts';
import type { Form } from '../render/render-memo.ts';
import type { Effects } from './effects.ts';

/** A form with its style, ready to use. */
export interface LoadedForm extends Form {
  /** The style all forms share, then the form's own. */
  readonly stylesheet: string;
}

const SHARED = '_shared';
const TEMPLATE = '.md.hbs';

/**
 * The forms there are: folders of `templates/` beside the assessments and of the program's own `templates/`.
 * A folder of the user's takes the place of one of the program's that has its name; of `_shared`, each file does.
 */
export class Forms {
  readonly #effects: Effects;
  readonly #roots: readonly string[];
  readonly #loaded = new Map<string, Promise<LoadedForm>>();
  #shared: Promise<SharedParts> | undefined;

  constructor(effects: Effects) {
    this.#effects = effects;
    const roots = [effects.programFolder, effects.workingFolder].map((folder) => join(folder, 'templates'));
    this.#roots = [...new Set(roots)];
  }

  /** Names of all forms, sorted. */
  async names(): Promise<string[]> {
    const folders = await Promise.all(this.#roots.map((root) => this.#effects.listFolder(root)));
    const names = folders
      .flatMap((entries) => entries ?? [])
      .filter((e) => e.isFolder && !e.name.startsWith('_'));
    return [...new Set(names.map((entry) => entry.name))].sort();
  }

  /** A form by name; it is read once. Rejects with a MachineFault when there is none. */
  load(name: string): Promise<LoadedForm> {
    const known = this.#loaded.get(name) ?? this.#read(name);
    this.#loaded.set(name, known);
    return known;
  }

  async #read(name: string): Promise<LoadedForm> {
    this.#shared ??= this.#readShared();
    const shared = await this.#shared;
    const own = await Promise.all(this.#roots.map((root) => this.#readTexts(join(root, name))));
    const texts = own.findLast((found) => found.size > 0);
    if (!texts?.has(`memo${TEMPLATE}`)) {
      throw new MachineFault(`The form ${name} has no memo${TEMPLATE}.`, `Add it to templates/${name}/.`);
    }
    return {
      name,
      templates: new Map([...shared.templates, ...templatesIn(texts)]),
      messages: shared.messages,
      stylesheet: [shared.style, texts.get('style.css')].filter(Boolean).join('\n'),
    };
  }

  async #readShared(): Promise<SharedParts> {
    const folders = this.#roots.map((root) => join(root, SHARED));
    const texts = new Map((await Promise.all(folders.map((f) => this.#readTexts(f)))).flatMap((m) => [...m]));
    const messages = new Map<string, MessageFile>();
    for (const folder of folders) {
      for (const [name, text] of await this.#readTexts(join(folder, 'messages'))) {
        const language = basename(name, '.json').toLowerCase();
        messages.set(language, { ...messages.get(language), ...parseMessages(text, name) });
      }
    }
    return { templates: templatesIn(texts), messages, style: texts.get('print.css') ?? '' };
  }

  /** Texts of the files of one folder, by name. */
  async #readTexts(folder: string): Promise<Map<string, string>> {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    const files = entries.filter((entry) => !entry.isFolder && /\.(hbs|css|json)$/.test(entry.name));
    const texts = await Promise.all(
      files.map(async ({ name }) => {
        const bytes = await this.#effects.readFile(join(folder, name));
        return [name, new TextDecoder().decode(bytes)] as const;
      }),
    );
    return new Map(texts);
  }
}

interface SharedParts {
  readonly templates: ReadonlyMap<string, string>;
  readonly messages: ReadonlyMap<string, MessageFile>;
  readonly style: string;
}

/** Templates by name. */
function templatesIn(texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...texts]
      .filter(([name]) => name.endsWith(TEMPLATE))
      .map(([name, text]) => [name.slice(0, -TEMPLATE.length), templateText(text)]),
  );
}

function parseMessages(text: string, name: string): MessageFile {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new MachineFault(`The message file ${name} is no JSON: ${String(error)}`, 'Mend or remove it.', {
      cause: error,
    });
  }
  if (
    typeof data !== 'object' ||
    data === null ||
    Object.values(data).some((value) => typeof value !== 'string')
  ) {
    throw new MachineFault(`The message file ${name} is not an object of texts.`, 'Mend or remove it.');
  }
  return data as MessageFile;
}
