import { type Parts, setText, textOfPart } from '../package.ts';
import { addStyles } from './add-styles.ts';
import { attributeOf, type FurnitureWords, filled } from './fill-furniture.ts';
import type { PageKind, TemplateFurniture, WordTemplate } from './read-template.ts';

/**
 * Gives a document the look of a house: the template's styles replace ours of the same name, our other styles
 * use its fonts, and its headers and footers are on every page, with the marking in them.
 */
export function applyTemplate(parts: Parts, template: WordTemplate, words: FurnitureWords): void {
  addStyles(parts, template);
  if (template.numbering !== undefined) addNumbering(parts, template.numbering);
  if (template.theme !== undefined && parts.has('word/theme/theme1.xml')) {
    setText(parts, 'word/theme/theme1.xml', template.theme);
  }
  for (const [name, place, page] of furnitureParts(parts)) {
    const source = template[`${place}s`][kindOf(page, template)];
    const own = textOfPart(parts, name);
    if (source) setFurniture(parts, name, source, filled(source.xml, own, place, page, words));
  }
}

/** Which of the template's headers is used on a kind of page. */
function kindOf(page: PageKind, { differs }: WordTemplate): PageKind {
  return (page === 'first' && !differs.first) || (page === 'even' && !differs.even) ? 'default' : page;
}

/** The headers and footers of the document: part name, type, and kind of page. */
function furnitureParts(parts: Parts): (readonly [string, 'header' | 'footer', PageKind])[] {
  const rels = new Map(
    [...textOfPart(parts, 'word/_rels/document.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attributeOf(tag, 'Id'),
      attributeOf(tag, 'Target'),
    ]),
  );
  const found = new Map<string, readonly [string, 'header' | 'footer', PageKind]>();
  const body = textOfPart(parts, 'word/document.xml');
  for (const [tag, place] of body.matchAll(/<w:(header|footer)Reference\b[^>]*>/g)) {
    const target = rels.get(attributeOf(tag, 'r:id'));
    const page = attributeOf(tag, 'w:type');
    if (target === undefined || (place !== 'header' && place !== 'footer')) continue;
    found.set(target, [`word/${target}`, place, page === 'first' || page === 'even' ? page : 'default']);
  }
  return [...found.values()];
}

const PICTURE_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';

/** Writes a header or footer with its pictures, which get new ids: nothing else is referred to. */
function setFurniture(parts: Parts, name: string, { pictures }: TemplateFurniture, xml: string): void {
  const relationships = pictures.map(({ name: file, bytes }, at) => {
    const target = `media/house-${file}`;
    parts.set(`word/${target}`, bytes);
    return `<Relationship Id="house${at + 1}" Type="${PICTURE_TYPE}" Target="${target}"/>`;
  });
  const ids = new Map(pictures.map(({ id }, at) => [id, `house${at + 1}`]));
  setText(
    parts,
    name,
    xml.replace(/(\br:(?:id|embed|pict)=)"([^"]*)"/g, (whole, attribute: string, id: string) => {
      const fresh = ids.get(id);
      return fresh === undefined ? whole : `${attribute}"${fresh}"`;
    }),
  );
  setText(
    parts,
    name.replace(/^word\//, 'word/_rels/').concat('.rels'),
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
  );
}

/** Adds our lists after those that the template's styles refer to by number. */
function addNumbering(parts: Parts, theirs: string): void {
  const ours = textOfPart(parts, 'word/numbering.xml');
  const plain = theirs
    .replace(/<w:numPicBullet\b(?:(?!<w:numPicBullet\b)[\s\S])*?<\/w:numPicBullet>/g, '')
    .replace(/<w:lvlPicBulletId\b[^>]*\/>/g, '')
    // LibreOffice writes these two in an invalid order.
    .replace(/(<w:pStyle\b[^>]*\/>)(<w:numFmt\b[^>]*\/>)/g, '$2$1');
  const ids = [...plain.matchAll(/\bw:(?:abstractNumId|numId)="(\d{1,9})"/g)].map(([, id]) => Number(id));
  const above = ids.reduce((most, id) => Math.max(most, id), 0) + 1;
  const shifted = ours
    .replace(
      /\b(w:abstractNumId=|w:numId=|abstractNumId w:val=)"(\d+)"/g,
      (_, name: string, id: string) => `${name}"${Number(id) + above}"`,
    )
    .replace(/ w15:[a-zA-Z]+="[^"]*"/g, '');
  const lists = [...shifted.matchAll(/<w:abstractNum\b[\s\S]*?<\/w:abstractNum>/g)]
    .map(([xml]) => xml)
    .join('');
  const uses = [...shifted.matchAll(/<w:num\b[\s\S]*?<\/w:num>/g)].map(([xml]) => xml).join('');
  const end = /(?:<w:numIdMacAtCleanup\b[^>]*\/>)?\s*<\/w:numbering>\s*$/;
  const first = /<w:num [\s\S]*$/.exec(plain);
  const withLists = first
    ? plain.slice(0, first.index) + lists + first[0].replace(end, (tail) => uses + tail)
    : plain.replace(end, (tail) => lists + uses + tail);
  setText(parts, 'word/numbering.xml', withLists);
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    if (!parts.has(name)) continue;
    const text = textOfPart(parts, name);
    setText(
      parts,
      name,
      text.replace(
        /(<w:numId w:val=)"(\d+)"/g,
        (_, tag: string, id: string) => `${tag}"${Number(id) + above}"`,
      ),
    );
  }
}
