import { isRecord } from '../../model/json.ts';
import type { ImportContext, Imported, Importer, ImportSource } from '../interfaces.ts';
import { shown } from '../kit/text.ts';
import { MAX_IMPORT_ENTRIES } from '../limits.ts';
import { refusal } from '../source.ts';
import { type Bibliography, looksLikeBibtex, readBibtex } from './bibtex.ts';
import { cslType, type ForeignItem } from './item.ts';
import { looksLikeRis, readRis } from './ris.ts';
import { importItems } from './sources.ts';

/** CSL-JSON, as Zotero and other reference managers export it. */
export const cslImporter: Importer = {
  id: 'csl',
  label: 'CSL-JSON',
  endings: ['.csl.json', '.csljson'],
  recognises: ({ json }) => looksLikeCsl(json.data),
  import: (source, context) => {
    const { data, remarks } = source.json;
    if (data === undefined) return { parts: [], losses: [], remarks };
    const items = itemsIn(data);
    if (!items?.some(isItem)) return notThis('CSL-JSON');
    const [citable, others] = [items.filter(isItem), items.filter((item) => !isItem(item))];
    const why = 'It is a note or a file of a reference manager, and no item that can be cited.';
    const losses = others.map(({ csl, at }) => ({
      at: at(),
      what: `${typeof csl.type === 'string' ? csl.type : 'entry'} without a title`,
      why,
      degree: 'dropped' as const,
      value: shown(csl),
    }));
    return within(citable, context, losses);
  },
};

/** BibTeX and BibLaTeX. BibTeX is read as BibLaTeX, which includes it. */
export const bibtexImporter: Importer = {
  id: 'bibtex',
  label: 'BibTeX or BibLaTeX',
  endings: ['.bib', '.bibtex'],
  recognises: ({ text }) => text !== undefined && looksLikeBibtex(text),
  import: (source, context) => fromText(source, context, 'BibTeX', readBibtex),
};

export const risImporter: Importer = {
  id: 'ris',
  label: 'RIS',
  endings: ['.ris'],
  recognises: ({ text }) => text !== undefined && looksLikeRis(text),
  import: (source, context) => fromText(source, context, 'RIS', readRis),
};

function fromText(
  source: ImportSource,
  context: ImportContext,
  label: string,
  read: (text: string) => Bibliography,
): Imported {
  if (source.text === undefined) {
    const message = 'The file is not written in UTF-8.';
    return { parts: [], losses: [], remarks: [refusal('invalid-utf8', '', message, 'Save it as UTF-8.')] };
  }
  const { items, losses } = read(source.text);
  if (items.length === 0 && losses.length === 0) return notThis(label);
  if (items.length === 0) {
    const message = `None of the entries can be read as ${label}.`;
    return {
      parts: [],
      losses,
      remarks: [refusal('not-this-format', '', message, 'See what is listed for each.')],
    };
  }
  return within(items, context, losses);
}

function within(
  items: readonly ForeignItem[],
  context: ImportContext,
  losses: Bibliography['losses'] = [],
): Imported {
  if (items.length <= MAX_IMPORT_ENTRIES) return importItems(items, context, losses);
  const most = MAX_IMPORT_ENTRIES.toLocaleString('en');
  const message = `The file holds ${items.length.toLocaleString('en')} items; at most ${most} are imported.`;
  return { parts: [], losses: [], remarks: [refusal('too-many-entries', '', message, 'Divide it.')] };
}

function notThis(label: string): Imported {
  const message = `No item of ${label} is in the file.`;
  return {
    parts: [],
    losses: [],
    remarks: [refusal('not-this-format', '', message, 'Choose another `--from`.')],
  };
}

function looksLikeCsl(data: unknown): boolean {
  const items = itemsIn(data)?.slice(0, 20) ?? [];
  const cited = items.filter(isItem);
  return (
    items.every(({ csl }) => typeof csl.type === 'string') &&
    cited.length * 2 >= items.length && // the rest are notes and attachments
    cited.some(({ csl }) => cslType(csl.type) !== undefined)
  );
}

/** Whether the item has a type and at least one other property that identifies it. */
function isItem({ csl }: ForeignItem): boolean {
  const says = ['title', 'author', 'issued', 'URL', 'DOI', 'container-title', 'publisher'];
  return typeof csl.type === 'string' && says.some((key) => Object.hasOwn(csl, key));
}

/** A list of items, one item, or a list under `items` or `references`. */
function itemsIn(data: unknown): readonly ForeignItem[] | undefined {
  const inner = isRecord(data) ? ['items', 'references'].find((key) => Array.isArray(data[key])) : undefined;
  const list: unknown =
    inner !== undefined && isRecord(data) ? data[inner] : Array.isArray(data) ? data : [data];
  if (!Array.isArray(list) || !list.every(isRecord)) return undefined;
  const top = inner === undefined ? '' : `/${inner}`;
  const isOne = !Array.isArray(data) && inner === undefined;
  return list.map((csl: Readonly<Record<string, unknown>>, index) => ({
    csl,
    at: (property) => `${isOne ? '' : `${top}/${index}`}${property === undefined ? '' : `/${property}`}`,
  }));
}
