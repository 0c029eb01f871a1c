import { SaxesParser } from 'saxes';
import type { Remark } from '../../model/finding.ts';
import { type Parts, setText, textOfPart } from '../package.ts';
import { openDocx } from '../read/open-docx.ts';

/** Kinds of pages with their own header or footer. */
export type PageKind = 'default' | 'first' | 'even';

/** A header or footer of a template: its XML, and its pictures by relationship id. */
export interface TemplateFurniture {
  readonly xml: string;
  readonly pictures: readonly {
    readonly id: string;
    readonly name: string;
    readonly bytes: Uint8Array;
  }[];
}

/** What a house's Word template gives to memos. Plain data: it can be sent to a worker. */
export interface WordTemplate {
  readonly styles: string;
  /** Absent if the template has no lists. */
  readonly numbering?: string;
  readonly theme?: string;
  readonly headers: Readonly<Partial<Record<PageKind, TemplateFurniture>>>;
  readonly footers: Readonly<Partial<Record<PageKind, TemplateFurniture>>>;
  /** Whether the first page, and even pages, have headers and footers of their own. */
  readonly differs: { readonly first: boolean; readonly even: boolean };
  /** In twentieths of a point; absent if the template sets none. */
  readonly margins?: Readonly<Record<MarginName, number>>;
}

const MARGINS = ['top', 'right', 'bottom', 'left', 'header', 'footer', 'gutter'] as const;
export type MarginName = (typeof MARGINS)[number];

/** Namespace of transitional Office Open XML, the default of word processors. */
const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MAX_TEMPLATE_BYTES = 8_000_000;

/**
 * Reads a template that may be malicious. What is taken from it gets into documents that others open, so it is
 * rejected if it would make a word processor fetch, run or embed something: macros, external references, fields
 * that include other files, objects.
 */
export function readTemplate(bytes: Uint8Array): {
  readonly template?: WordTemplate;
  readonly remarks: readonly Remark[];
} {
  if (bytes.length > MAX_TEMPLATE_BYTES) {
    return refused(
      'word-too-large',
      'The template has more than 8 MB.',
      'Make its pictures smaller: every memo carries those of its header and footer.',
    );
  }
  const { parts: opened, remarks } = openDocx(bytes, { isTemplate: true });
  if (!opened) return { remarks };
  const parts = normalised(opened);
  if (!parts)
    return refused('word-unreadable', 'The template’s XML is not well formed.', 'Save it again as .docx.');
  const styles = textOfPart(parts, 'word/styles.xml');
  const body = textOfPart(parts, 'word/document.xml');
  if (styles === '' || !styles.includes(`"${TRANSITIONAL}"`)) {
    return refused(
      'word-unreadable',
      'The template has no styles, or is in the strict variant of the format.',
      'Save it as an ordinary Word document (.docx).',
    );
  }
  const section = body.slice(Math.max(0, body.lastIndexOf('<w:sectPr')));
  const rels = relationshipsOf(parts, 'word/_rels/document.xml.rels');
  const found = { header: {}, footer: {} } as Record<
    'header' | 'footer',
    Partial<Record<PageKind, TemplateFurniture>>
  >;
  for (const [tag, kind] of section.matchAll(/<w:(header|footer)Reference\b[^>]*>/g)) {
    const page = pageKind(attribute(tag, 'w:type'));
    const target = rels.get(attribute(tag, 'r:id') ?? '');
    if (page === undefined || target === undefined) continue;
    const read = furnitureOf(parts, target);
    if (typeof read === 'string') return refused('word-template-content', read, CONTENT_HELP);
    if (read && (kind === 'header' || kind === 'footer')) found[kind][page] = read;
  }
  const numbering = textOfPart(parts, 'word/numbering.xml');
  const theme = textOfPart(parts, 'word/theme/theme1.xml');
  const active = [styles, numbering, theme].map(activeContentIn).find((one) => one !== undefined);
  if (active !== undefined) return refused('word-template-content', active, CONTENT_HELP);
  const margins = marginsOf(section);
  return {
    template: {
      styles,
      ...(numbering !== '' && { numbering }),
      // A theme with pictures would refer to parts that are not taken over.
      ...(theme !== '' && !/\br:(?:embed|link|id)=/.test(theme) && { theme }),
      headers: found.header,
      footers: found.footer,
      differs: {
        first: isOn(section, 'titlePg'),
        even: isOn(textOfPart(parts, 'word/settings.xml'), 'evenAndOddHeaders'),
      },
      ...(margins && { margins }),
    },
    remarks: [],
  };
}

/** The parts with normalised XML, without comments; `undefined` if one is not well-formed. */
function normalised(parts: Parts): Parts | undefined {
  const all: Parts = new Map();
  for (const [name, bytes] of parts) {
    if (!/\.(?:xml|rels)$/.test(name)) all.set(name, bytes);
    else if (WANTED.test(name)) {
      const xml = normalisedXml(textOfPart(parts, name));
      if (xml === undefined) return undefined;
      setText(all, name, xml);
    }
  }
  return all;
}

/** The parts of a template that are used. */
const WANTED =
  /^word\/(?:(?:document|styles|numbering|settings|header\d*|footer\d*|theme\/theme1)\.xml|_rels\/(?:document|header\d*|footer\d*)\.xml\.rels)$/;
const MAX_DEPTH = 256;

function normalisedXml(xml: string): string | undefined {
  const out: string[] = [];
  let depth = 0;
  let isSound = true;
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth += 1;
    isSound &&= depth <= MAX_DEPTH;
    const written = Object.entries(attributes).map(
      ([key, value]) => ` ${key}="${escapedXml(value).replace(/"/g, '&quot;')}"`,
    );
    out.push(`<${name}${written.join('')}${isSelfClosing ? '/' : ''}>`);
  });
  parser.on('closetag', ({ name, isSelfClosing }) => {
    depth -= 1;
    if (!isSelfClosing) out.push(`</${name}>`);
  });
  parser.on('text', (text) => out.push(escapedXml(text)));
  parser.on('cdata', (text) => out.push(escapedXml(text)));
  parser.write(xml).close();
  return isSound
    ? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${out.join('').trim()}`
    : undefined;
}

function escapedXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const CONTENT_HELP =
  'Keep headers and footers to text, fields such as the page number, and pictures in PNG, JPEG or GIF.';

function refused(rule: string, message: string, help: string) {
  return { remarks: [{ rule, severity: 'error' as const, pointer: '', message, help }] };
}

function pageKind(value: string | undefined): PageKind | undefined {
  return value === 'default' || value === 'first' || value === 'even' ? value : undefined;
}

/** Internal relationship targets by id, as part names. */
function relationshipsOf(parts: Parts, name: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [tag] of textOfPart(parts, name).matchAll(/<Relationship\b[^>]*>/g)) {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')];
    if (id === undefined || target === undefined || /TargetMode\s*=\s*["']External/i.test(tag)) continue;
    found.set(id, target.startsWith('/') ? target.slice(1) : `word/${target}`);
  }
  return found;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2];
}

/** A header or footer with its pictures, or why it cannot be used. */
function furnitureOf(parts: Parts, name: string): TemplateFurniture | string | undefined {
  const whole = textOfPart(parts, name);
  if (whole === '') return undefined;
  if (!whole.includes(`"${TRANSITIONAL}"`)) return `The part ${name} is in the strict variant of the format.`;
  // Drawings as alternatives to pictures; a plain picture is beside each.
  const xml = withoutLinks(whole.replace(/<a:extLst>(?:(?!<a:extLst>)[\s\S])*?<\/a:extLst>/g, ''));
  const active = activeContentIn(xml);
  if (active !== undefined) return active;
  const rels = relationshipsOf(parts, name.replace(/^word\//, 'word/_rels/').concat('.rels'));
  const pictures: TemplateFurniture['pictures'][number][] = [];
  for (const id of new Set(
    [...xml.matchAll(/\br:(?:id|embed|link|pict)="([^"]*)"/g)].map(([, one]) => one ?? ''),
  )) {
    const target = rels.get(id);
    const bytes = target === undefined ? undefined : parts.get(target);
    if (target === undefined || !bytes || !isPicture(bytes)) {
      return `The part ${name} shows something that is not a picture in PNG, JPEG or GIF.`;
    }
    pictures.push({ id, name: target.replace(/^.*\//, ''), bytes });
  }
  return { xml, pictures };
}

/** Removes links, keeping their words: a letterhead need not refer to the outside. */
function withoutLinks(xml: string): string {
  return xml
    .replace(/<w:hyperlink\b[^>]*>|<\/w:hyperlink>/g, '')
    .replace(
      /<a:hlink(?:Click|Hover)\b[^>]*(?:\/>|>(?:(?!<a:hlink)[\s\S])*?<\/a:hlink(?:Click|Hover)>)/g,
      '',
    );
}

/**
 * Fields by which a word processor reads other files, contacts other programs or a database, or runs something.
 */
const ACTIVE_FIELD =
  /\b(?:INCLUDEPICTURE|INCLUDETEXT|INCLUDE|IMPORT|LINK|EMBED|DDE|DDEAUTO|DATABASE|MACROBUTTON|RD)\b/i;

/** What in a part would fetch, run or embed something; `undefined` if nothing would. */
function activeContentIn(xml: string): string | undefined {
  const codes = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)/g)].map(([, code]) => code ?? '').join('');
  const simple = [...xml.matchAll(/\bw:instr\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  const field = ACTIVE_FIELD.exec([codes, ...simple].join(' '))?.[0];
  if (field !== undefined)
    return `The template has a field ${field.toUpperCase()}, which reads or runs something else.`;
  if (/<(?:o:OLEObject|w:object|w:control|w:altChunk|w:movie)\b/.test(xml))
    return 'The template has an embedded object.';
  if (/\b(?:[a-z]+\d*:)?(?:src|href|link|althref)\s*=\s*["'](?:[a-z][a-z0-9+.-]*:|\\\\|\/\/)/i.test(xml)) {
    return 'The template refers to something outside of it.';
  }
  return undefined;
}

function isPicture(bytes: Uint8Array): boolean {
  const starts = (...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);
  return starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38);
}

function isOn(xml: string, name: string): boolean {
  const tag = new RegExp(`<w:${name}\\b[^>]*>`).exec(xml)?.[0];
  return tag !== undefined && !/w:val="(?:0|false|off)"/.test(tag);
}

/** Page margins; implausible ones, larger than A3 allows, are left out. */
function marginsOf(section: string): WordTemplate['margins'] {
  const tag = /<w:pgMar\b[^>]*>/.exec(section)?.[0];
  if (tag === undefined) return undefined;
  const values = MARGINS.map((name) => [name, Math.abs(Number(attribute(tag, `w:${name}`) ?? '0'))] as const);
  const isSound = values.every(([, value]) => Number.isInteger(value) && value < 5000);
  return isSound ? (Object.fromEntries(values) as Record<MarginName, number>) : undefined;
}
