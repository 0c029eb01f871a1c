import { join } from 'node:path';
import { roles } from '../document/roles.ts';
import type { FigureKind } from '../figures/figure.ts';
import { shippedFigures } from '../figures/make-figures.ts';
import { readDocument } from '../load/read-document.ts';
import type { HouseStyle } from '../model/brand/house-style.ts';
import { MachineFault } from '../model/fault.ts';
import { compareText } from '../model/finding.ts';
import type { Config } from '../model/generated/types.ts';
import { type OwnVocabularies, ownPhrases } from '../model/vocabularies.ts';
import type { Form } from '../render/render-memo.ts';
import type { CheckedForm } from '../render/templates/checked-form.ts';
import { TemplateError } from '../render/templates/template-error.ts';
import type { MessageFile } from '../render/wording/messages.ts';
import { readConventions } from '../validate/read-conventions.ts';
import { validateConfig } from '../validate/validate.ts';
import { readBrand } from './brand/read-brand.ts';
import { configFile } from './config/config-file.ts';
import { fieldTitlesOf, loadOwnFields } from './config/own-fields.ts';
import type { Effects } from './effects.ts';
import {
  type Fit,
  parseSettings,
  readMessages,
  readTexts,
  stylesIn,
  TEMPLATE,
  templatesIn,
} from './form-files.ts';
import { shownPath } from './inputs.ts';

/** A form with its style, ready for use. */
export interface LoadedForm extends Form {
  /** Whether it takes one assessment, or several in one document. */
  readonly takes: 'one' | 'several';
  /** The shared style, then the form's own. */
  readonly stylesheet: string;
  /** The form's own style, after the shared ones that it names. */
  readonly ownStyle: string;
  /** The kinds of figures its templates may use, if not only the shipped ones. */
  readonly figures?: readonly FigureKind[];
  /** Keys of phrases from the configuration: the project's own terms and titles. */
  readonly ownPhrases: readonly string[];
  /**
   * How many pages it may have, and how many variants there are to achieve that; absent if any number will do.
   */
  readonly fit?: Fit;
}

const SHARED = '_shared';
const PACK = 'pack';

/**
 * The available forms: folders of `templates/` beside the assessments and in the program. A user's folder
 * replaces the program's folder of the same name; in `_shared`, each file replaces one.
 *
 * A form for one assessment has `memo.md.hbs`. A form with `pack.md.hbs` instead puts several assessments in
 * one document: the template renders the front (its context is that of `renderPack`), and each memo follows in
 * the form that its assessment names. Both may have partials, `style.css`, `messages/<language>.json` with
 * phrases that replace shared ones, and `form.json`. There `"fit": { "pages": 1, "variants": 4 }` tries
 * variants in turn until the memo has at most that many pages; `"styles": ["two-columns"]` names styles of
 * `_shared` that precede its own.
 */
export class Forms {
  readonly #effects: Effects;
  readonly #roots: readonly string[];
  readonly #loaded = new Map<string, Promise<LoadedForm>>();
  readonly #figures: readonly FigureKind[] | undefined;
  #shared: Promise<SharedParts> | undefined;

  /** `figures` are the kinds that templates may use, if not only the shipped ones. */
  constructor(effects: Effects, figures?: readonly FigureKind[]) {
    this.#effects = effects;
    this.#figures = figures;
    const roots = [effects.programFolder, effects.projectFolder].map((folder) => join(folder, 'templates'));
    this.#roots = [...new Set(roots)];
  }

  /** Names of forms for one assessment, sorted. */
  async names(): Promise<string[]> {
    return (await this.#found()).filter(({ takes }) => takes === 'one').map(({ name }) => name);
  }

  /** Names of forms for several assessments, sorted. */
  async namesOfPacks(): Promise<string[]> {
    return (await this.#found()).filter(({ takes }) => takes === 'several').map(({ name }) => name);
  }

  async #found(): Promise<{ name: string; takes: LoadedForm['takes'] }[]> {
    const found = new Map<string, LoadedForm['takes']>();
    for (const root of this.#roots) {
      const folders = (await this.#effects.listFolder(root)) ?? [];
      for (const { name } of folders.filter((e) => e.isFolder && !e.name.startsWith('_'))) {
        const files = (await this.#effects.listFolder(join(root, name))) ?? [];
        found.set(name, files.some((file) => file.name === `${PACK}${TEMPLATE}`) ? 'several' : 'one');
      }
    }
    return [...found].map(([name, takes]) => ({ name, takes })).sort((a, b) => compareText(a.name, b.name));
  }

  /** A form by name; cached. Rejects with a MachineFault if there is none. */
  load(name: string): Promise<LoadedForm> {
    const known = this.#loaded.get(name) ?? this.#read(name);
    this.#loaded.set(name, known);
    return known;
  }

  /** Styles of `_shared` by name, concatenated: for documents without a form. A missing one is empty. */
  async styleOf(names: readonly string[]): Promise<string> {
    this.#shared ??= this.#readShared();
    const { styles } = await this.#shared;
    return names
      .map((name) => styles.get(name) ?? '')
      .filter(Boolean)
      .join('\n');
  }

  /** Tags of the languages that have phrases, sorted. */
  async languages(): Promise<string[]> {
    this.#shared ??= this.#readShared();
    return [...(await this.#shared).messages.keys()].sort(compareText);
  }

  /** The shared phrases of a language, by key; English if one is missing. */
  async phrases(language: string): Promise<MessageFile> {
    this.#shared ??= this.#readShared();
    const { messages } = await this.#shared;
    const tag = language.toLowerCase();
    return { ...messages.get('en'), ...messages.get(tag.split('-')[0] ?? ''), ...messages.get(tag) };
  }

  async #read(name: string): Promise<LoadedForm> {
    this.#shared ??= this.#readShared();
    const shared = await this.#shared;
    const folders = this.#roots.map((root) => join(root, name));
    const own = await Promise.all(
      folders.map(async (path) => ({ path, texts: await readTexts(path, this.#effects) })),
    );
    const folder = own.findLast((found) => found.texts.size > 0);
    const isPack = folder?.texts.has(`${PACK}${TEMPLATE}`) ?? false;
    if (!folder || !(isPack || folder.texts.has(`memo${TEMPLATE}`))) {
      throw new MachineFault(`The form ${name} has no memo${TEMPLATE}.`, `Add it to templates/${name}/.`);
    }
    const { texts } = folder;
    const templates = new Map([...shared.templates, ...templatesIn(texts)]);
    const messages = await readMessages([join(folder.path, 'messages')], this.#effects, shared.messages);
    const files = new Map([...shared.ownFiles, ...(await this.#ownFiles(folder.path, texts))]);
    if (files.size > 0) await this.#assertSound(name, { templates, files, messages });
    const { fit, styles } = parseSettings(texts.get('form.json'), name);
    const ownStyle = [
      ...styles.map((style) => sharedStyle(shared, style, name)),
      texts.get('style.css') ?? '',
    ]
      .filter(Boolean)
      .join('\n');
    const brand = shared.brand && fittingBrand(shared.brand, fit !== undefined);
    return {
      name,
      takes: isPack ? 'several' : 'one',
      ...(fit && { fit }),
      ...(this.#figures && { figures: this.#figures }),
      ownStyle,
      templates,
      messages,
      ownPhrases: shared.ownPhrases,
      ...(brand && { brand }),
      stylesheet: [shared.styles.get('print'), brand && houseStyleOf(brand, shared), ownStyle]
        .filter(Boolean)
        .join('\n'),
    };
  }

  async #readShared(): Promise<SharedParts> {
    const folders = this.#roots.map((root) => join(root, SHARED));
    const read = await Promise.all(
      folders.map(async (folder) => [folder, await readTexts(folder, this.#effects)] as const),
    );
    const texts = new Map(read.flatMap(([, map]) => [...map]));
    const shipped = await readMessages(
      folders.map((folder) => join(folder, 'messages')),
      this.#effects,
    );
    const { vocabularies, fieldTitles, brand } = await this.#ownWords();
    const messages = withFieldTitles(withOwnTerms(shipped, vocabularies), fieldTitles);
    const ownPhrases = [
      ...Object.entries(vocabularies).flatMap(([name, terms]) =>
        Object.keys(terms).map((term) => `${name}.${term}`),
      ),
      ...Object.keys(fieldTitles),
    ];
    const own = await Promise.all(read.map(([folder, map]) => this.#ownFiles(folder, map)));
    const ownFiles = new Map(own.flatMap((map) => [...map]));
    return {
      templates: templatesIn(texts),
      messages,
      ownPhrases,
      styles: stylesIn(texts),
      ownFiles,
      ...(brand && { brand }),
    };
  }

  /** The template files of a folder that are not shipped with the program, as displayed, by template name. */
  async #ownFiles(folder: string, texts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const { isShipped } = await import('../render/templates/environment.ts');
    const shown = (name: string) =>
      shownPath(join(folder, `${name}${TEMPLATE}`), this.#effects.projectFolder);
    const own = [...templatesIn(texts)].filter(([, text]) => !isShipped(text));
    return new Map(own.map(([name]) => [name, shown(name)]));
  }

  /**
   * Throws a TemplateError with every mistake in the project's templates. The checker is imported only for
   * these.
   */
  async #assertSound(
    form: string,
    { templates, files, messages }: Pick<LoadedForm, 'templates' | 'messages'> & Pick<CheckedForm, 'files'>,
  ): Promise<void> {
    const { templateMistakes } = await import('../render/templates/check-templates.ts');
    const mistakes = templateMistakes({
      templates,
      files,
      figureKeys: [...(this.#figures ?? shippedFigures).map(({ key }) => key), 'history'],
      roles,
      phrases: [...new Set([...messages.values()].flatMap((phrases) => Object.keys(phrases)))],
    });
    const [first] = mistakes;
    if (!first) return;
    const place = `${first.file}:${first.line}:${first.column}`;
    throw new TemplateError(`The form ${form} cannot be used: ${place}: ${first.message}`, { mistakes });
  }

  /** The project's words for its own terms; mistakes in its configuration are reported by the check. */
  async #ownWords(): Promise<{
    vocabularies: OwnVocabularies;
    fieldTitles: Record<string, string>;
    brand?: HouseStyle | undefined;
  }> {
    const file = await configFile(this.#effects);
    const document = file && readDocument(file.name, file.bytes).document;
    const config = document && validateConfig(document.data).config;
    const { fields } = await loadOwnFields(config?.fields, this.#effects);
    const titled = Object.entries(fieldTitlesOf(fields)).map(([name, title]) => [`own-field.${name}`, title]);
    return {
      vocabularies: config?.vocabularies ?? {},
      fieldTitles: Object.fromEntries(titled),
      brand: config && (await this.#brandOf(config)),
    };
  }

  /** The house style. Throws a TemplateError if it cannot be used: the check of the configuration says why. */
  async #brandOf(config: Config): Promise<HouseStyle | undefined> {
    const { scheme } = readConventions(config).conventions;
    const { style, remarks } = await readBrand(config.brand, scheme, this.#effects);
    const mistake = remarks.find(({ severity }) => severity === 'error');
    if (mistake) throw new TemplateError(`The house style cannot be used: ${mistake.message}`);
    return style;
  }
}

/** Adds the titles of the project's own fields, the same in all languages. */
function withFieldTitles(
  messages: ReadonlyMap<string, MessageFile>,
  titles: Readonly<Record<string, string>>,
): ReadonlyMap<string, MessageFile> {
  return new Map([...messages].map(([language, texts]) => [language, { ...texts, ...titles }]));
}

/** Adds phrases for the project's own terms. A language without a message file gets the English ones. */
function withOwnTerms(
  messages: ReadonlyMap<string, MessageFile>,
  own: OwnVocabularies,
): ReadonlyMap<string, MessageFile> {
  return new Map(
    [...messages].map(([language, phrases]) => [language, { ...phrases, ...ownPhrases(own, language) }]),
  );
}

/** A form with a bounded number of pages has no room for a cover. */
function fittingBrand(brand: HouseStyle, isBounded: boolean): HouseStyle {
  return isBounded && brand.opening === 'cover' ? { ...brand, opening: 'band' } : brand;
}

function houseStyleOf(brand: HouseStyle, { styles }: SharedParts): string {
  return [styles.get('brand') ?? '', brand.css].join('\n');
}

interface SharedParts {
  readonly templates: ReadonlyMap<string, string>;
  readonly messages: ReadonlyMap<string, MessageFile>;
  readonly ownPhrases: readonly string[];
  /** By name without `.css`; `print` is that of all forms. */
  readonly styles: ReadonlyMap<string, string>;
  /** The project's house style. */
  readonly brand?: HouseStyle;
  /** Files of the project's own templates, by name. */
  readonly ownFiles: ReadonlyMap<string, string>;
}

function sharedStyle(shared: SharedParts, style: string, form: string): string {
  const text = shared.styles.get(style);
  if (text !== undefined) return text;
  throw new MachineFault(
    `The file templates/${form}/form.json names the style ${style}, which is not there.`,
    `Add templates/_shared/${style}.css, or take the name out.`,
  );
}
