/** A project's own fields (`x-…`), used only by its templates. */
export interface OwnFieldsView {
  /** Fields of the assessment, by name in the order of the file. */
  readonly assessment: Readonly<Record<string, unknown>>;
  /** Fields of entries: by list, id and name. */
  readonly entries: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

export function viewOwnFields(assessment: object): OwnFieldsView {
  const entries: Record<string, Record<string, Readonly<Record<string, unknown>>>> = {};
  for (const [list, items] of Object.entries(assessment)) {
    if (!Array.isArray(items) || isOwn(list)) continue;
    for (const item of items as readonly Readonly<Record<string, unknown>>[]) {
      const own = ownOf(item);
      const id = String(item?.id ?? item?.ref ?? '');
      if (Object.keys(own).length > 0) entries[list] = { ...entries[list], [id]: own };
    }
  }
  return { assessment: ownOf(assessment), entries };
}

function ownOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => isOwn(name)));
}

function isOwn(name: string): boolean {
  return name.startsWith('x-');
}
