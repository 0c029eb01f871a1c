import { type Parts, setText, textOfPart } from '../package.ts';
import { attributeOf } from './fill-furniture.ts';
import type { WordTemplate } from './read-template.ts';

interface Style {
  readonly id: string;
  readonly type: string;
  /** In lower case: word processors differ in the capitals of their own style names. */
  readonly name: string;
  readonly xml: string;
}

/** Parts whose paragraphs, runs and tables refer to styles. */
const STYLED = [
  'word/document.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'word/comments.xml',
  'word/numbering.xml',
];

/**
 * The template's styles followed by ours. If the template has a style of the same name, that is used; other
 * styles of ours keep their sizes, but use the fonts and colour of the house.
 */
export function addStyles(parts: Parts, { styles: theirs }: WordTemplate): void {
  const ours = textOfPart(parts, 'word/styles.xml');
  const known = stylesIn(theirs);
  const byName = new Map(known.map((style) => [`${style.type} ${style.name}`, style.id]));
  const taken = new Set(known.map(({ id }) => id));
  const ids = new Map<string, string>();
  const added: Style[] = [];
  for (const style of stylesIn(ours)) {
    const same = byName.get(`${style.type} ${style.name}`);
    if (same !== undefined) ids.set(style.id, same);
    else {
      if (taken.has(style.id)) ids.set(style.id, `Memo${style.id}`);
      added.push(style);
    }
  }
  const language =
    /<w:docDefaults>[\s\S]*?(<w:lang\b[^>]*\/>)[\s\S]*?<\/w:docDefaults>/.exec(ours)?.[1] ?? '';
  const appended = added.map(({ xml }) => inHouseLooks(renamed(xml, ids))).join('');
  setText(
    parts,
    'word/styles.xml',
    inLanguage(theirs, language).replace(/<\/w:styles>\s*$/, () => `${appended}</w:styles>`),
  );
  const names = [...parts.keys()].filter(
    (name) => STYLED.includes(name) || /^word\/(?:header|footer)\d/.test(name),
  );
  for (const name of names) setText(parts, name, renamed(textOfPart(parts, name), ids));
}

function stylesIn(xml: string): Style[] {
  return [...xml.matchAll(/<w:style\b(?:(?!<w:style\b)[\s\S])*?<\/w:style>/g)].map(([whole]) => {
    const head = /^<w:style\b[^>]*>/.exec(whole)?.[0] ?? '';
    const name = /<w:name\b[^>]*>/.exec(whole)?.[0] ?? '';
    return {
      id: attributeOf(head, 'w:styleId') ?? '',
      type: attributeOf(head, 'w:type') ?? '',
      name: (attributeOf(name, 'w:val') ?? '').toLowerCase(),
      xml: whole,
    };
  });
}

/** XML with the template's style ids. */
function renamed(xml: string, ids: ReadonlyMap<string, string>): string {
  return xml
    .replace(
      /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)\b[^>]*\bw:val=")([^"]*)(")/g,
      (_, head: string, id: string, tail: string) => head + (ids.get(id) ?? id) + tail,
    )
    .replace(
      /(<w:style\b[^>]*\bw:styleId=")([^"]*)(")/g,
      (_, head: string, id: string, tail: string) => head + (ids.get(id) ?? id) + tail,
    );
}

/** Without fonts and colour of its own; and only one style of each kind can be the default. */
function inHouseLooks(xml: string): string {
  const isCode = xml.includes('Consolas');
  return xml
    .replace(/(<w:style\b[^>]*) w:default="[^"]*"/, '$1')
    .replace(/<w:rFonts\b[^>]*\/>/g, (fonts) => (isCode ? fonts : ''))
    .replace(/<w:color\b[^>]*\/>/g, '');
}

/** Replaces the template's language by the memo's. */
function inLanguage(theirs: string, language: string): string {
  const silent = theirs.replace(/<w:lang\b[^>]*\/>/g, '');
  if (language === '') return silent;
  const start = silent.indexOf('<w:rPrDefault>');
  const end = start < 0 ? -1 : silent.indexOf('</w:rPr>', start);
  if (end > 0) {
    // Among run properties, only these come after the language.
    const after = ['<w:eastAsianLayout', '<w:specVanish', '<w:oMath', '<w14:']
      .map((tag) => silent.indexOf(tag, start))
      .filter((at) => at >= 0 && at < end);
    const at = Math.min(end, ...after);
    return silent.slice(0, at) + language + silent.slice(at);
  }
  const defaults = `<w:rPrDefault><w:rPr>${language}</w:rPr></w:rPrDefault>`;
  if (/<w:rPrDefault\s*\/>/.test(silent)) return silent.replace(/<w:rPrDefault\s*\/>/, defaults);
  if (/<w:docDefaults>/.test(silent)) return silent.replace(/<w:docDefaults>/, (tag) => tag + defaults);
  return silent.replace(/(<w:styles\b[^>]*>)/, (tag) => `${tag}<w:docDefaults>${defaults}</w:docDefaults>`);
}
