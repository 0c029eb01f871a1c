import type { MemoView } from '../derive/memo-view.ts';
import type { CitedItem } from '../model/citation.ts';

/** The content of a note, in the order of first citation. */
export interface Note {
  readonly label: string;
  readonly evidence: string | undefined;
  readonly source: string | undefined;
  readonly locator: string | undefined;
}

/** The parts of a memo that notes can cite. */
export type Citable = Pick<MemoView, 'evidence' | 'citableSources'>;

/**
 * Collects what a memo cites while it is rendered, and gives each thing one label, so that it becomes one
 * numbered note however often it is cited. An id that leads nowhere gives no note: the check reports it.
 */
export class NoteCollector {
  readonly #view: Citable;
  readonly #prefix: string;
  readonly #notes = new Map<string, Note>();

  /** `prefix` begins every label, so that memos in one document have different labels. */
  constructor(view: Citable, prefix = '') {
    this.#view = view;
    this.#prefix = prefix;
  }

  /** References such as `[^kaluga-cell]`, without duplicates. */
  cite = (items: readonly CitedItem[]): string => {
    const labels = items.flatMap((item) => this.#labelOf(item) ?? []);
    return [...new Set(labels)].map((label) => `[^${label}]`).join('');
  };

  /** References for ids of evidence or sources, as entries of an assessment list them. */
  citeIds(ids: readonly string[]): string {
    return this.cite(ids.map((id) => ({ id, locator: undefined })));
  }

  /** Notes from index `from` on; rendering a note may add more. */
  after(from: number): Note[] {
    return [...this.#notes.values()].slice(from);
  }

  #labelOf({ id, locator }: CitedItem): string | undefined {
    const isEvidence = this.#view.evidence.has(id);
    if (!isEvidence && !this.#view.citableSources.has(id)) return undefined;
    const note = isEvidence
      ? { evidence: id, source: undefined, locator }
      : { evidence: undefined, source: id, locator };
    const base = this.#prefix + (locator === undefined ? id : `${id}--${slug(locator)}`);
    for (let count = 1; ; count += 1) {
      const label = count === 1 ? base : `${base}-${count}`;
      const taken = this.#notes.get(label);
      if (taken === undefined) this.#notes.set(label, { label, ...note });
      else if (
        taken.evidence !== note.evidence ||
        taken.source !== note.source ||
        taken.locator !== locator
      ) {
        continue;
      }
      return label;
    }
  }
}

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'x'
  );
}
