import { referenceIn, type SkiaFile } from './skia-file.ts';

/** Types of structure that Skia writes and PDF 1.4 does not know yet, with the one that readers may take them for. */
const ROLES = { Em: 'Span', Strong: 'Span' };

/**
 * Gives the structure tree a role map (ISO 32000-1, 14.7.3), so that readers which know only the older types do not
 * drop what stands in the newer ones. Nothing where the file has no tags or has a map already.
 */
export function mapRoles(file: SkiaFile): void {
  const number = referenceIn(file.dictionary(file.root), 'StructTreeRoot');
  const root = number === undefined ? undefined : file.dictionary(number);
  if (number === undefined || root === undefined || root.includes('/RoleMap')) return;
  const map = Object.entries(ROLES).map(([type, standard]) => `/${type} /${standard}`);
  file.setDictionary(number, `${root}\n/RoleMap <<${map.join(' ')}>>`);
}
