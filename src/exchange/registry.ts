import type { Exporter, Importer, ImportSource } from './interfaces.ts';

/** Formats that can come in and go out: those shipped and a user's own, entered alike. */
export interface Formats {
  readonly importers: readonly Importer[];
  readonly exporters: readonly Exporter[];
}

/**
 * Puts lists of formats together, later ones after earlier ones.
 *
 * @throws TypeError where two importers, or two exporters, have the same id: a mistake in a program, not in a file.
 */
export function registerFormats(...lists: readonly Partial<Formats>[]): Formats {
  const importers = lists.flatMap((list) => list.importers ?? []);
  const exporters = lists.flatMap((list) => list.exporters ?? []);
  refuseTwice('importers', importers);
  refuseTwice('exporters', exporters);
  return { importers, exporters };
}

function refuseTwice(kind: string, formats: readonly { readonly id: string }[]): void {
  const ids = formats.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new TypeError(`Two ${kind} are called ${twice}.`);
}

export function findImporter({ importers }: Formats, id: string): Importer | undefined {
  return importers.find((importer) => importer.id === id);
}

export function findExporter({ exporters }: Formats, id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id);
}

/**
 * The importers a file may be for, by its content; where no content is recognised, by the ending of its name. One is
 * certain; several or none mean that the user has to say.
 */
export function guessImporters({ importers }: Formats, source: ImportSource): readonly Importer[] {
  const recognised = importers.filter((importer) => importer.recognises(source));
  if (recognised.length > 0) return recognised;
  const name = source.file.toLowerCase();
  const generic = ['.json', '.xml', '.txt'];
  return importers.filter(({ endings }) =>
    endings.some((ending) => !generic.includes(ending) && name.endsWith(ending)),
  );
}
