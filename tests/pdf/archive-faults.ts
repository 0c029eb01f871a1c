import { SaxesParser } from 'saxes';
import { Budget, MAX_WORK } from '../../src/pdf/reading/budget.ts';
import { readCharacterMap } from '../../src/pdf/reading/character-map.ts';
import { Lexer } from '../../src/pdf/reading/lexer.ts';
import { PdfFile } from '../../src/pdf/reading/pdf-file.ts';
import {
  type Dictionary,
  isDictionary,
  Keyword,
  Name,
  type PdfValue,
  Reference,
  Text,
  textOf,
} from '../../src/pdf/reading/values.ts';

/** Operators of content streams (ISO 32000-1, Annex A), without those for CMYK, inline images and compatibility sections. */
const OPERATORS = new Set(
  (
    'b B b* B* BDC BMC BT c cm cs CS d d0 d1 Do DP EMC ET f F f* g G gs h i j J l m M MP n q Q re rg RG ri s S sc SC scn SCN sh ' +
    'T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' '),
);
const BLENDS = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn'.split(' '),
);
const STANDARD_TYPES =
  /^(?:Document|Part|Art|Sect|Div|BlockQuote|Caption|TOCI?|Index|NonStruct|Private|P|H[1-6]?|LI?|Lbl|LBody|Table|T[RHD]|THead|TBody|TFoot|Span|Quote|Note|Reference|BibEntry|Code|Link|Annot|Ruby|R[BTP]|Warichu|W[TP]|Figure|Formula|Form)$/;
/** Schemas that PDF/A knows by themselves (6.6.2.3). */
const KNOWN_SCHEMAS = new Set([
  'dc',
  'pdf',
  'xmp',
  'pdfaid',
  'rdf',
  'x',
  'pdfaExtension',
  'pdfaSchema',
  'pdfaProperty',
]);

const nameOf = (value: PdfValue | undefined) => (value instanceof Name ? value.name : undefined);

/** What of ISO 19005-3 (PDF/A-3), level A, a file does not fulfil, each with its clause; looked at without the program's own check. */
export function archiveFaults(bytes: Buffer): string[] {
  const file = new PdfFile(bytes);
  const catalog = file.dictionary(file.trailer.get('Root'));
  const objects = Array.from({ length: Number(file.trailer.get('Size')) }, (_, number) => {
    const reference = new Reference(number);
    return { value: file.resolve(reference), stream: file.stream(reference) };
  });
  const pagesBelow = (value: PdfValue | undefined): Dictionary[] => {
    const node = file.dictionary(value);
    return node.has('Kids') ? file.list(node.get('Kids')).flatMap(pagesBelow) : [node];
  };
  const pages = pagesBelow(catalog.get('Pages'));
  return [
    ...structureOfFile(bytes, file),
    ...objects.flatMap(({ value, stream }) =>
      valueFaults(value).concat(stream ? valueFaults(stream.head) : []),
    ),
    ...objects.flatMap(({ value, stream }) => dictionaryFaults(file, stream?.head ?? file.dictionary(value))),
    ...pages.flatMap((page, index) => pageFaults(file, page).map((fault) => `${fault} (page ${index + 1})`)),
    ...outputIntentFaults(file, catalog),
    ...metadataFaults(file, catalog),
    ...catalogFaults(file, catalog),
    ...attachmentFaults(
      file,
      catalog,
      objects.map(({ value }) => file.dictionary(value)),
    ),
  ];
}

function check(faults: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(faults).flatMap(([clause, isRight]) => (isRight ? [] : [clause]));
}

function structureOfFile(bytes: Buffer, { trailer }: PdfFile): string[] {
  const text = bytes.toString('latin1');
  const outside = text.replace(/(?<=>> ?\n?)stream\r?\n[\s\S]*?\nendstream/g, 'stream endstream');
  const lengths = [
    ...text.matchAll(/\n\d+ 0 obj\n<<([^\n]|\n(?!endobj))*?\/Length (\d+)[^\n]*?>> ?\n?stream\n/g),
  ];
  const id = trailer.get('ID');
  return check({
    '6.1.2 header': /^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(text),
    '6.1.3 identifier': Array.isArray(id) && id.length === 2 && id.every((part) => textOf(part) !== ''),
    '6.1.3 not encrypted': !trailer.has('Encrypt'),
    '6.1.3 nothing after the end': /%%EOF\n?$/.test(text),
    '6.1.6 hexadecimal strings': [...outside.matchAll(/(?<!<)<([0-9A-Fa-f\s]*)>(?!>)/g)].every(
      ([, digits = '']) => digits.replace(/\s/g, '').length % 2 === 0,
    ),
    '6.1.7 lengths of streams':
      lengths.length > 10 &&
      lengths.every((match) =>
        text.startsWith('\nendstream', match.index + match[0].length + Number(match[2])),
      ),
    '6.1.9 spaces around objects':
      !/\d+ \d+ obj(?!\n)|(?<!\n)endobj|endobj(?!\n)/.test(outside) && /\n\d+ 0 obj\n/.test(outside),
  });
}

/** Limits and names, in a value and all that is in it (6.1.8, 6.1.13). */
function valueFaults(value: PdfValue): string[] {
  if (value instanceof Name) {
    const bytes = Buffer.from(value.name, 'latin1');
    return check({
      '6.1.13 length of a name': bytes.length <= 127,
      '6.1.8 names in UTF-8': !value.name.includes('\ufffd'),
    });
  }
  if (value instanceof Text) return check({ '6.1.13 length of a string': value.bytes.length <= 32_767 });
  if (typeof value === 'number') {
    const size = Math.abs(value);
    return check({ '6.1.13 size of a number': size <= 2_147_483_647 && (size === 0 || size >= 1.175e-38) });
  }
  if (Array.isArray(value)) return value.flatMap(valueFaults);
  if (isDictionary(value)) {
    return [...value].flatMap(([key, inside]) => valueFaults(new Name(key)).concat(valueFaults(inside)));
  }
  return [];
}

/** What no dictionary may have, and what some must. */
function dictionaryFaults(file: PdfFile, dictionary: Dictionary): string[] {
  const type = nameOf(dictionary.get('Type'));
  const subtype = nameOf(dictionary.get('Subtype'));
  const filters = [dictionary.get('Filter')].flat().map((filter) => nameOf(filter ?? undefined));
  const none = (...keys: readonly string[]) => keys.every((key) => !dictionary.has(key));
  const faults = check({
    '6.1.7 filters': filters.every((filter) => filter === undefined || /^(?:Flate|DCT)Decode$/.test(filter)),
    '6.2.8 pictures':
      subtype !== 'Image' || (none('Alternates', 'OPI') && dictionary.get('Interpolate') !== true),
    '6.2.4 colours of pictures':
      subtype !== 'Image' ||
      /^(?:DeviceRGB|DeviceGray)$/.test(nameOf(file.resolve(dictionary.get('ColorSpace'))) ?? ''),
    '6.2.9 drawings': subtype === 'PS' ? false : subtype !== 'Form' || none('OPI', 'PS', 'Ref', 'Subtype2'),
    '6.5.2 no actions of pages': type !== 'Page' || none('AA', 'PresSteps'),
    '6.9 no layers': type !== 'OCG',
  });
  if (type === 'Annot') {
    const flags = dictionary.get('F');
    faults.push(
      ...check({
        '6.3.1 links alone': subtype === 'Link',
        '6.3.2 links are printed': typeof flags === 'number' && (flags & 0b1_0010_0111) === 0b100,
        '6.5.1 actions': ['URI', 'GoTo', undefined].includes(
          nameOf(file.dictionary(dictionary.get('A')).get('S')),
        ),
      }),
    );
  }
  if (dictionary.has('ca') || dictionary.has('BM')) {
    faults.push(
      ...check({
        '6.2.5 graphics states': none('TR', 'TR2', 'HTP', 'HT'),
        '6.2.10 blending': BLENDS.has(nameOf(dictionary.get('BM')) ?? 'Normal'),
      }),
    );
  }
  return faults;
}

function pageFaults(file: PdfFile, page: Dictionary): string[] {
  const resources = file.dictionary(page.get('Resources'));
  const fonts = new Map(
    [...file.dictionary(resources.get('Font'))].map(([name, font]) => [name, openFont(file, font)]),
  );
  const [left, bottom, right, top] = file.list(page.get('MediaBox')).map(Number);
  const faults = new Set(
    check({
      '6.1.13 size of a page': [Number(right) - Number(left), Number(top) - Number(bottom)].every(
        (side) => side >= 3 && side <= 14_400,
      ),
      '6.2.2 resources of its own': page.has('Resources'),
    }),
  );
  const lexer = new Lexer(file.stream(page.get('Contents'))?.bytes()?.toString('latin1') ?? '');
  const operands: PdfValue[] = [];
  let [depth, font] = [0, undefined as ReturnType<typeof openFont> | undefined];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!(token instanceof Keyword)) {
      operands.push(token);
      continue;
    }
    if (!OPERATORS.has(token.word)) faults.add(`6.2.2 operator ${token.word}`);
    if (token.word === 'q') depth += 1;
    if (token.word === 'Q') depth -= 1;
    if (depth > 28) faults.add('6.1.13 nesting of graphics states');
    if (token.word === 'Tf') font = fonts.get(nameOf(operands[0]) ?? '');
    for (const shown of operands.flat()) {
      if (shown instanceof Text && token.word.toLowerCase() === 'tj') {
        for (const fault of font ? font(Buffer.from(shown.bytes, 'latin1')) : ['6.2.11.2 a font'])
          faults.add(fault);
      }
    }
    operands.length = 0;
  }
  return [...faults];
}

/** What is wrong with the codes of a text that a font shows (6.2.11). */
function openFont(file: PdfFile, value: PdfValue): (codes: Buffer) => string[] {
  const font = file.dictionary(value);
  const descendant = file.dictionary(file.list(font.get('DescendantFonts'))[0]);
  const descriptor = file.dictionary(descendant.get('FontDescriptor'));
  const program = file.stream(descriptor.get('FontFile2'))?.bytes();
  const map = file.stream(font.get('ToUnicode'))?.bytes();
  const general = check({
    '6.2.11.2 kinds of fonts':
      nameOf(font.get('Subtype')) === 'Type0' && nameOf(descendant.get('Subtype')) === 'CIDFontType2',
    '6.2.11.3 codes are glyphs':
      nameOf(font.get('Encoding')) === 'Identity-H' && nameOf(descendant.get('CIDToGIDMap')) === 'Identity',
    '6.2.11.4 embedded': program !== undefined,
    '6.2.11.4 no incomplete list of glyphs': !descriptor.has('CIDSet'),
    '6.2.11.7 characters': map !== undefined,
  });
  if (general.length > 0 || !program || !map) return () => general;
  const texts = readCharacterMap(map, new Budget(MAX_WORK));
  const widths = statedWidths(file, descendant);
  const advance = measuredWidths(program);
  return (codes) => {
    const faults: string[] = [];
    for (let at = 0; at + 1 < codes.length; at += 2) {
      const code = codes.readUInt16BE(at);
      const text = texts.get(code) ?? '';
      const measured = advance(code);
      faults.push(
        ...check({
          '6.2.11.8 no .notdef': code !== 0,
          '6.2.11.4 every glyph is there': measured !== undefined,
          '6.2.11.5 widths':
            Math.abs((widths.get(code) ?? Number(descendant.get('DW'))) - Number(measured)) <= 1,
          '6.2.11.7 every glyph has its character':
            text !== '' && !/[\0\ufeff\ufffe\ue000-\uf8ff]/.test(text),
        }),
      );
    }
    return faults;
  };
}

function statedWidths(file: PdfFile, descendant: Dictionary): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = file.list(descendant.get('W')).map((one) => file.resolve(one));
  for (let at = 0; at < list.length; ) {
    const [first, next] = [Number(list[at]), list[at + 1]];
    const several = Array.isArray(next) ? next : undefined;
    for (const [index, width] of (several ?? []).entries()) widths.set(first + index, Number(width));
    for (let code = first; !several && code <= Number(next); code += 1)
      widths.set(code, Number(list[at + 2]));
    at += several ? 2 : 3;
  }
  return widths;
}

/** Widths of a font's glyphs in thousandths of its size, from its own tables, which its directory leads to. */
function measuredWidths(font: Buffer): (glyph: number) => number | undefined {
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    const start = font.readUInt32BE(at + 8);
    tables.set(font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12)));
  }
  const table = (name: string) => tables.get(name) ?? Buffer.alloc(64);
  const units = table('head').readUInt16BE(18);
  const measured = table('hhea').readUInt16BE(34);
  const glyphs = table('maxp').readUInt16BE(4);
  const metrics = table('hmtx');
  return (glyph) =>
    glyph < glyphs ? (metrics.readUInt16BE(Math.min(glyph, measured - 1) * 4) * 1000) / units : undefined;
}

function outputIntentFaults(file: PdfFile, catalog: Dictionary): string[] {
  const intents = file.list(catalog.get('OutputIntents')).map((intent) => file.dictionary(intent));
  const stream = file.stream(intents[0]?.get('DestOutputProfile'));
  const profile = stream?.bytes() ?? Buffer.alloc(128);
  const says = (at: number, words: string) => profile.toString('latin1', at, at + words.length) === words;
  return check({
    '6.2.3 one output intent': intents.length === 1 && nameOf(intents[0]?.get('S')) === 'GTS_PDFA1',
    '6.2.3 its profile':
      says(12, 'mntrRGB XYZ ') && says(36, 'acsp') && (profile[8] ?? 9) < 5 && stream?.head.get('N') === 3,
    '6.2.3 the length of its profile': profile.readUInt32BE(0) === profile.length,
  });
}

function metadataFaults(file: PdfFile, catalog: Dictionary): string[] {
  const stream = file.stream(catalog.get('Metadata'));
  const packet = stream?.bytes()?.toString('utf8') ?? '';
  const used = new Set<string>();
  const values = new Map<string, string>();
  const parser = new SaxesParser();
  let [words, error] = ['', ''];
  parser.on('opentag', ({ name, attributes }) => {
    used.add(name);
    for (const key of Object.keys(attributes)) if (!key.startsWith('xml')) used.add(key);
    words = '';
  });
  parser.on('text', (text) => {
    words += text;
  });
  parser.on('closetag', ({ name }) => values.set(name, words));
  parser.on('error', (fault) => {
    error = fault.message;
  });
  parser.write(packet.replace(/^<\?xpacket[^>]*>\s*/, '').replace(/<\?xpacket[^>]*>\s*$/, '')).close();
  const described = [...packet.matchAll(/<pdfaSchema:prefix>(\w+)<.*?<\/pdfaSchema:property>/gs)].flatMap(
    ([schema = '', prefix = '']) =>
      [
        ...schema.matchAll(
          /<pdfaProperty:name>(\w+)<.*?<pdfaProperty:valueType>(.*?)<.*?<pdfaProperty:category>internal</gs,
        ),
      ].map(([, name = '']) => `${prefix}:${name}`),
  );
  return check({
    '6.6.2.1 metadata, not packed': packet !== '' && stream?.head.has('Filter') === false,
    [`6.6.2.1 well-formed ${error}`]: error === '',
    '6.6.2.1 no attributes of the packet': /^<\?xpacket begin="\ufeff" id="\w+"\?>/.test(packet),
    '6.6.2.3 every property has its schema': [...used].every(
      (name) => KNOWN_SCHEMAS.has(name.split(':')[0] ?? '') || described.includes(name),
    ),
    '6.6.4 part 3, level A': values.get('pdfaid:part') === '3' && values.get('pdfaid:conformance') === 'A',
  });
}

function catalogFaults(file: PdfFile, catalog: Dictionary): string[] {
  const root = file.dictionary(catalog.get('StructTreeRoot'));
  const roles = file.dictionary(root.get('RoleMap'));
  const faults = new Set<string>();
  const visit = (value: PdfValue | undefined) => {
    const node = file.resolve(value);
    if (Array.isArray(node)) node.forEach(visit);
    const element = file.dictionary(node);
    const type = nameOf(element.get('S'));
    if (type === undefined) return;
    if (!STANDARD_TYPES.test(nameOf(roles.get(type)) ?? type)) faults.add(`6.7.3 type ${type}`);
    const language = element.get('Lang');
    if (language !== undefined && !isTag(language)) faults.add('6.7.4 language of an element');
    visit(element.get('K'));
  };
  visit(root.get('K'));
  const names = file.dictionary(catalog.get('Names'));
  return [
    ...faults,
    ...check({
      '6.1.12 no permissions': !catalog.has('Perms'),
      '6.4 no form': !catalog.has('AcroForm') && !catalog.has('NeedsRendering'),
      '6.5 no actions': !catalog.has('AA') && !catalog.has('OpenAction') && !names.has('JavaScript'),
      '6.7.2 tagged': file.dictionary(catalog.get('MarkInfo')).get('Marked') === true,
      '6.7.3 structure': root.has('K'),
      '6.7.4 language': isTag(catalog.get('Lang')),
      '6.9 no layers': !catalog.has('OCProperties'),
      '6.10 no presentations': !names.has('AlternatePresentations'),
      '6.11 no requirements': !catalog.has('Requirements'),
    }),
  ];
}

function isTag(value: PdfValue | undefined): boolean {
  return /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(textOf(value));
}

function attachmentFaults(file: PdfFile, catalog: Dictionary, objects: readonly Dictionary[]): string[] {
  const associated = new Set(file.list(catalog.get('AF')).map((one) => file.dictionary(one)));
  return objects
    .filter((object) => object.has('EF'))
    .flatMap((specification) => {
      const stream = file.stream(file.dictionary(specification.get('EF')).get('F'));
      const size = file.dictionary(stream?.head.get('Params')).get('Size');
      return check({
        '6.8 media type': /^[-\w+.]+\/[-\w+.]+$/.test(nameOf(stream?.head.get('Subtype')) ?? ''),
        '6.8 names': textOf(specification.get('F')) !== '' && textOf(specification.get('UF')) !== '',
        '6.8 relationship': ['Source', 'Data', 'Supplement'].includes(
          nameOf(specification.get('AFRelationship')) ?? '',
        ),
        '6.8 belongs to the document': associated.has(specification),
        '6.8 size': size === stream?.bytes()?.length,
      });
    });
}
