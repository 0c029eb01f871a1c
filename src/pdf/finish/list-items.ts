import type { SkiaFile } from './skia-file.ts';

/** Lists and their items in the structure tree, as Skia writes them. */
const LIST = /(?:^|\n)(\d+) 0 obj\n<<\/Type \/StructElem\n\/S \/L\n/g;
const ITEM = /(?:^|\n)(\d+) 0 obj\n<<\/Type \/StructElem\n\/S \/LI\n/g;
/** The children of an element: one or several. */
const KIDS = /\/K (?:\[([^\]]*)\]|(\d+ 0 R|\d+))/;
/** One child: an object in the page, another element, or marked content by its number. */
const KID = /<<[^>]*>>|\d+ 0 R|\d+/g;

/**
 * Gives lists the structure PDF requires (ISO 32000-1, 14.8.4.3.3; PDF/UA-1, 7.6): a list contains items, and
 * an item contains a label and a body. Chrome puts the spaces between inline items into the list, and an item's
 * content directly into the item.
 */
export function fixLists(file: SkiaFile): void {
  for (const [, list] of file.matchAll(LIST)) moveStrays(file, Number(list));
  for (const [, item] of file.matchAll(ITEM)) wrapItem(file, Number(item));
}

/** Moves children of a list that are not items into the item before, or the first one. */
function moveStrays(file: SkiaFile, list: number): void {
  const kids = kidsOf(file, list);
  const items = kids.filter((kid) => isElement(kid) && /^(?:LI|Caption)$/.test(typeOf(file, kid)));
  const [first] = items.filter((kid) => typeOf(file, kid) === 'LI');
  if (items.length === kids.length || first === undefined) return;
  let item = Number.parseInt(first, 10);
  for (const kid of kids) {
    if (items.includes(kid)) {
      if (typeOf(file, kid) === 'LI') item = Number.parseInt(kid, 10);
    } else if (isElement(kid)) {
      setKids(file, item, [...kidsOf(file, item), kid]);
      setParent(file, kid, item);
    }
  }
  setKids(
    file,
    list,
    kids.filter((kid) => items.includes(kid) || !isElement(kid)),
  );
}

/** Wraps the elements of an item that are not labels in a body. */
function wrapItem(file: SkiaFile, item: number): void {
  const kids = kidsOf(file, item);
  const texts = kids.filter((kid) => isElement(kid) && !/^(?:Lbl|LBody)$/.test(typeOf(file, kid)));
  if (texts.length === 0) return;
  const body = file.add(`<</Type /StructElem\n/S /LBody\n/P ${item} 0 R\n/K [${texts.join(' ')}]>>`);
  setKids(file, item, [...kids.filter((kid) => !texts.includes(kid)), `${body} 0 R`]);
  for (const kid of texts) setParent(file, kid, body);
}

function kidsOf(file: SkiaFile, element: number): readonly string[] {
  const [, several, one] = KIDS.exec(file.dictionary(element)) ?? [];
  return (several ?? one ?? '').match(KID) ?? [];
}

function setKids(file: SkiaFile, element: number, kids: readonly string[]): void {
  const dictionary = file.dictionary(element);
  file.setDictionary(
    element,
    dictionary.replace(KIDS, () => `/K [${kids.join(' ')}]`),
  );
}

function setParent(file: SkiaFile, kid: string, parent: number): void {
  const number = Number.parseInt(kid, 10);
  file.setDictionary(number, file.dictionary(number).replace(/\/P \d+ 0 R/, `/P ${parent} 0 R`));
}

function isElement(kid: string): boolean {
  return kid.endsWith(' R');
}

function typeOf(file: SkiaFile, kid: string): string {
  return /\/S \/(\w+)/.exec(file.dictionary(Number.parseInt(kid, 10)))?.[1] ?? '';
}
