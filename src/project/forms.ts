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

/** A form with its style, ready to use. */
export interface LoadedForm extends Form {
  /** Whether it is for one assessment, or puts several in one document. */
  readonly takes: 'one' | 'several';
  /** The style all forms share, then the form's own. */
  readonly stylesheet: string;
  /** The form's own style alone, behind the shared ones that it names. */
  readonly ownStyle: string;
  /** The kinds of figures its templates may ask for, where they are not only those shipped. */
  readonly figures?: readonly FigureKind[];
  /** Keys of phrases that come from the configuration: terms and titles of the project's own. */
  readonly ownPhrases: readonly string[];
  /** How many pages it may fill, and how many variants it has to stay within that; absent where any number will do. */
  readonly fit?: Fit;
}

const SHARED = '_shared';
const PACK = 'pack';

/**
 * The forms there are: folders of `templates/` beside the assessments and of the program's own `templates/`.
 * A folder of the user's takes the place of one of the program's that has its name; of `_shared`, each file does.
 *
 * A form for one assessment has `memo.md.hbs`. One that has `pack.md.hbs` instead puts several assessments in one
 * document: the template gives what stands before them (its context is that of `renderPack`), each memo follows in the
 * form that its assessment names. Both may have partials, `style.css`, `messages/<language>.json` with phrases in place
 * of shared ones, and `form.json`. There `"fit": { "pages": 1, "variants": 4 }` has the memo printed in one variant
 * after the other until it has no more pages than that; `"styles": ["two-columns"]` names styles of `_shared` that
 * come before its own.
 */
export class Forms {
  readonly #effects: Effects;
  readonly #roots: readonly string[];
  readonly #loaded = new Map<string, Promise<LoadedForm>>();
  readonly #figures: readonly FigureKind[] | undefined;
  #shared: Promise<SharedParts> | undefined;

  /** `figures` are the kinds that templates may ask for, where they are not only those shipped. */
  constructor(effects: Effects, figures?: readonly FigureKind[]) {
    this.#effects = effects;
    this.#figures = figures;
    const roots = [effects.programFolder, effects.projectFolder].map((folder) => join(folder, 'templates'));
    this.#roots = [...new Set(roots)];
  }

  /** Names of the forms that an assessment may have, sorted. */
  async names(): Promise<string[]> {
    return (await this.#found()).filter(({ takes }) => takes === 'one').map(({ name }) => name);
  }

  /** Names of the forms that take several assessments, sorted. */
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

  /** A form by name; it is read once. Rejects with a MachineFault when there is none. */
  load(name: string): Promise<LoadedForm> {
    const known = this.#loaded.get(name) ?? this.#read(name);
    this.#loaded.set(name, known);
    return known;
  }

  /** Styles of `_shared` by name, one after the other: for documents that are in no form. One that is missing is empty. */
  async styleOf(names: readonly string[]): Promise<string> {
    this.#shared ??= this.#readShared();
    const { styles } = await this.#shared;
    return names
      .map((name) => styles.get(name) ?? '')
      .filter(Boolean)
      .join('\n');
  }

  /** The phrases that all forms share in a language, by key; English where it lacks one. */
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

  /** The files of a folder's templates that the program does not ship, as they are shown, by the names of the templates. */
  async #ownFiles(folder: string, texts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const { isShipped } = await import('../render/templates/environment.ts');
    const shown = (name: string) =>
      shownPath(join(folder, `${name}${TEMPLATE}`), this.#effects.projectFolder);
    const own = [...templatesIn(texts)].filter(([, text]) => !isShipped(text));
    return new Map(own.map(([name]) => [name, shown(name)]));
  }

  /** Throws a TemplateError with every mistake in templates of the project. The checker is loaded only for these. */
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

  /** What the project calls its own terms; what is wrong with its configuration is said when it is checked. */
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

  /** The house style. Throws a TemplateError where it cannot be used: what is wrong is said when the configuration is checked. */
  async #brandOf(config: Config): Promise<HouseStyle | undefined> {
    const { scheme } = readConventions(config).conventions;
    const { style, remarks } = await readBrand(config.brand, scheme, this.#effects);
    const mistake = remarks.find(({ severity }) => severity === 'error');
    if (mistake) throw new TemplateError(`The house style cannot be used: ${mistake.message}`);
    return style;
  }
}

/** The titles of the project's own fields, in all languages alike. */
function withFieldTitles(
  messages: ReadonlyMap<string, MessageFile>,
  titles: Readonly<Record<string, string>>,
): ReadonlyMap<string, MessageFile> {
  return new Map([...messages].map(([language, texts]) => [language, { ...texts, ...titles }]));
}

/** Phrases with those of a project's own terms. A language without a message file takes the English ones. */
function withOwnTerms(
  messages: ReadonlyMap<string, MessageFile>,
  own: OwnVocabularies,
): ReadonlyMap<string, MessageFile> {
  return new Map(
    [...messages].map(([language, phrases]) => [language, { ...phrases, ...ownPhrases(own, language) }]),
  );
}

/** A cover would not fit where the number of pages is bounded. */
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
  /** The house style of the project. */
  readonly brand?: HouseStyle;
  /** The files of templates that are the project's own, by name. */
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
