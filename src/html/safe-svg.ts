import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** Elements that draw, group, fill and clip. None that refers to anything outside, runs, or contains text. */
const ELEMENTS = new Set(
  'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath mask title desc'.split(
    ' ',
  ),
);

/** What drawing programs add that draws nothing: silently left out. */
const NOTHING_DRAWN = /^(?:metadata$|sodipodi:|inkscape:|rdf:|cc:|dc:|sketch:|serif:)/;

const ATTRIBUTES = new Set(
  (
    'id d x y x1 x2 y1 y2 cx cy r rx ry fx fy fr width height viewBox points transform preserveAspectRatio pathLength ' +
    'fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray ' +
    'stroke-dashoffset stroke-opacity opacity color clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits ' +
    'gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity display visibility'
  ).split(' '),
);

/** A value that refers at most to a part of the same drawing. */
const VALUE =
  /^(?:[^()<>&"\\]|(?:matrix|translate|scale|rotate|skewX|skewY|rgb|rgba|hsl)\([^()<>&"\\]*\))*$/i;
const LOCAL = /^url\(#[\w-]+\)$/;

const MAX_ELEMENTS = 5000;
const MAX_DEPTH = 64;

export type SafeSvg =
  | { readonly svg: string; readonly width: number; readonly height: number }
  | { readonly svg?: undefined; readonly why: string };

/**
 * A stranger's SVG rewritten from elements known to be harmless; or why that is not possible, in a sentence.
 * Drawing elements that are not allowed are rejected, never left out.
 */
export function safeSvg(text: string): SafeSvg {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    // A doctype without entities has no effect.
    if (/<!ENTITY|\[/i.test(/<!DOCTYPE[^>]*>?/i.exec(text)?.[0] ?? '<!ENTITY'))
      return { why: 'It declares entities.' };
  }
  const pieces: string[] = [];
  let why: string | undefined;
  let skipping = 0;
  let depth = 0;
  let count = 0;
  let size: { width: number; height: number } | undefined;
  const parser = new SaxesParser();
  const refuse = (reason: string) => {
    why ??= `Line ${parser.line}: ${reason}`;
  };
  parser.on('error', (error) => refuse(`it is not XML (${error.message.replace(/^\d+:\d+:\s*/, '')}).`));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (skipping > 0 || NOTHING_DRAWN.test(tag.name)) {
      skipping += 1;
      return;
    }
    depth += 1;
    count += 1;
    if (count > MAX_ELEMENTS) refuse(`it has more than ${MAX_ELEMENTS} elements.`);
    if (depth > MAX_DEPTH) refuse(`its elements are nested more than ${MAX_DEPTH} deep.`);
    if ((depth === 1) !== (tag.name === 'svg')) refuse(`<${name(tag.name)}> stands where it cannot.`);
    if (!ELEMENTS.has(tag.name)) refuse(`<${name(tag.name)}> is not allowed in a logo.${adviceOn(tag.name)}`);
    if (depth === 1) size = sizeOf(tag.attributes);
    pieces.push(
      `<${tag.name}${attributesOf(tag, refuse)}${depth === 1 ? ' xmlns="http://www.w3.org/2000/svg"' : ''}>`,
    );
  });
  parser.on('closetag', (tag) => {
    if (skipping > 0) {
      skipping -= 1;
      return;
    }
    depth -= 1;
    pieces.push(`</${tag.name}>`);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    refuse(`it is not XML (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (why !== undefined) return { why };
  if (!size)
    return { why: 'It says neither how large it is (width and height) nor what it shows (viewBox).' };
  return { svg: pieces.join(''), ...size };
}

function attributesOf(tag: SaxesTagPlain, refuse: (reason: string) => void): string {
  const written = new Map<string, string>();
  const add = (key: string, value: string) => {
    if (LOCAL.test(value.trim()) || VALUE.test(value)) written.set(key, value);
    else refuse(`\`${name(key)}\` has a value that is not allowed in a logo.`);
  };
  for (const [key, value] of Object.entries(tag.attributes)) {
    if (key === 'style') {
      for (const declaration of value.split(';')) {
        const [property = '', ...rest] = declaration.split(':');
        if (ATTRIBUTES.has(property.trim())) add(property.trim(), rest.join(':').trim());
      }
    } else if (ATTRIBUTES.has(key)) add(key, value);
    else if (/^on/i.test(key) || /href$/i.test(key)) refuse(`\`${name(key)}\` is not allowed in a logo.`);
  }
  return [...written].map(([key, value]) => ` ${key}="${value.replaceAll('\n', ' ')}"`).join('');
}

function adviceOn(element: string): string {
  if (element === 'text') return ' Turn its letters into paths.';
  if (element === 'style') return ' Write colours as attributes (`fill`).';
  if (element === 'use' || element === 'symbol') return ' Write what it repeats in its place.';
  return '';
}

/** A name from the file, for a message. */
function name(text: string): string {
  return text.replace(/[^\w:.-]/g, '?').slice(0, 40);
}

function sizeOf(attributes: Readonly<Record<string, string>>): { width: number; height: number } | undefined {
  const box = attributes.viewBox
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] =
    box?.length === 4
      ? box.slice(2)
      : [attributes.width, attributes.height].map(Number.parseFloat as (text?: string) => number);
  return width !== undefined &&
    height !== undefined &&
    width > 0 &&
    height > 0 &&
    width / height <= 20 &&
    height / width <= 20
    ? { width, height }
    : undefined;
}
