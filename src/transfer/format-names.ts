import { shippedFormats } from '../exchange/shipped.ts';

/** Ids of the shipped formats with what each is called. */
export function formatNames(
  way: 'import' | 'export',
): readonly { readonly id: string; readonly label: string }[] {
  const formats = way === 'import' ? shippedFormats.importers : shippedFormats.exporters;
  return formats.map(({ id, label }) => ({ id, label }));
}
