import { type PdfObject, readDictionary, type Trailer } from './pdf-syntax.ts';

/** Types of structure that Skia writes and PDF 1.4 does not know yet, with the one that readers may take them for. */
const ROLES = { Em: 'Span', Strong: 'Span' };

/**
 * The root of the structure tree with a role map (ISO 32000-1, 14.7.3), so that readers which know only the older
 * types do not drop what stands in the newer ones. Nothing where the file has no tags or has a map already.
 */
export function mappedStructureRoot(pdf: string, trailer: Trailer): PdfObject[] {
  const number = Number(/\/StructTreeRoot (\d+) 0 R/.exec(readDictionary(pdf, trailer, trailer.root))?.[1]);
  if (Number.isNaN(number)) return [];
  const root = readDictionary(pdf, trailer, number);
  if (root.includes('/RoleMap')) return [];
  const map = Object.entries(ROLES).map(([type, standard]) => `/${type} /${standard}`);
  return [{ number, content: Buffer.from(`<<${root}\n/RoleMap <<${map.join(' ')}>>>>`, 'latin1') }];
}
