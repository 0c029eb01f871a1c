import { contrastOf, MIN_CONTRAST, readableOn } from '../../model/brand/contrast.ts';
import type { HouseColours, HouseStyle, Logo, Status } from '../../model/brand/house-style.ts';
import { shippedBrands } from '../../model/brand/shipped.ts';
import type { MarkingScheme } from '../../model/conventions/conventions.ts';
import { readMarking } from '../../model/conventions/markings.ts';
import type { Remark } from '../../model/finding.ts';
import type { Brand } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Effects } from '../effects.ts';
import { readFaces } from './faces.ts';
import { houseFile } from './house-file.ts';
import { safePng } from './png.ts';

/** The house style of a project, and what is wrong with it. */
export interface BrandSettings {
  /** Absent if none is configured, or if it cannot be used: a memo in half a house style helps nobody. */
  readonly style?: HouseStyle;
  readonly remarks: readonly Remark[];
}

/** Reads the house style of a configuration, with the files that it names. */
export async function readBrand(
  brand: Brand | undefined,
  scheme: MarkingScheme,
  effects: Effects,
): Promise<BrandSettings> {
  if (!brand) return { remarks: [] };
  const base = shippedBrands[brand.base ?? 'institute'];
  const colours = coloursOf(brand);
  const { logo, remarks: ofLogo } = await readLogo(brand.logo, effects);
  const serif = await readFaces('serif', brand.fonts?.serif, effects);
  const sans = await readFaces('sans', brand.fonts?.sans, effects);
  const readers = (brand.distribution ?? []).map((one) => (typeof one === 'string' ? { to: one } : one));
  const remarks = [
    ...ofLogo,
    ...serif.remarks,
    ...sans.remarks,
    ...contrastRemarks(colours, brand),
    ...readers.flatMap(({ marking }, index) => unknownMarking(marking, scheme, index)),
  ];
  if (remarks.some(({ severity }) => severity === 'error')) return { remarks };
  const { name, imprint, contact, doi } = brand;
  const { citation = base.citation, runningHead = base.runningHead } = brand;
  const style: HouseStyle = {
    base: brand.base ?? 'institute',
    opening: brand.opening ?? base.opening,
    approvals: brand.approvals ?? base.approvals,
    ...(logo && { logo }),
    colours,
    css: [serif.css, sans.css, variables(colours, serif.css !== '', sans.css !== '')]
      .filter(Boolean)
      .join('\n'),
    families: {
      ...(serif.family && { serif: serif.family }),
      ...(sans.family && { sans: sans.family }),
    },
    ...(name !== undefined && { name }),
    ...(imprint !== undefined && { imprint }),
    ...(contact !== undefined && { contact }),
    ...(doi !== undefined && { doi }),
    ...(citation !== undefined && { citation }),
    ...(runningHead !== undefined && { runningHead }),
    distribution: readers,
    watermark: watermarkOf(brand.watermark ?? base.watermark),
  };
  return { style, remarks };
}

function coloursOf({ base = 'institute', colours = {} }: Brand): HouseColours {
  const shipped = shippedBrands[base].colours;
  const { structure = shipped.structure } = colours;
  // Where the shipped band has the colour of the headings, so has the project's.
  const { band = shipped.band === shipped.structure ? structure : shipped.band } = colours;
  return {
    structure,
    accent: colours.accent ?? shipped.accent,
    tint: colours.tint ?? shipped.tint,
    band,
    bandText: colours.bandText ?? (band === '#ffffff' ? structure : readableOn(band)),
  };
}

const INK = '#1c2126';
const PAPER = '#ffffff';

/**
 * Contrast of texts with their background. The shipped colours are sound; only those the project sets are
 * checked.
 */
function contrastRemarks(colours: HouseColours, { colours: setting = {} }: Brand): Remark[] {
  const pairs: readonly (readonly [keyof HouseColours, string, string, string])[] = [
    ['structure', colours.structure, PAPER, 'the paper'],
    ['structure', colours.structure, colours.tint, 'the tint'],
    ['accent', colours.accent, PAPER, 'the paper'],
    ['accent', colours.accent, colours.tint, 'the tint'],
    ['tint', INK, colours.tint, 'the tint'],
    ['bandText', colours.bandText, colours.band, 'the band'],
  ];
  const reported = new Set<string>();
  return pairs.flatMap(([key, text, ground, name]) => {
    const ratio = contrastOf(text, ground);
    const named = setting[key] !== undefined || (name === 'the tint' && setting.tint !== undefined);
    if (ratio >= MIN_CONTRAST || reported.has(key) || !(named || setting.band !== undefined)) return [];
    reported.add(key);
    const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
    return [
      {
        rule: 'low-contrast',
        severity: 'warning' as const,
        pointer: toPointer(['brand', 'colours', ...(setting[key] === undefined ? [] : [key])]),
        message: `Letters in ${text} on ${name} (${ground}) have a contrast of ${shown} to 1; to be read they need ${MIN_CONTRAST} to 1.`,
        help: 'Take a darker colour for the letters, or a lighter one for the background.',
      },
    ];
  });
}

function unknownMarking(marking: string | undefined, scheme: MarkingScheme, index: number): Remark[] {
  if (marking === undefined || readMarking(scheme, marking)) return [];
  return [
    {
      rule: 'faulty-convention',
      severity: 'error',
      pointer: toPointer(['brand', 'distribution', index, 'marking']),
      message: `${marking} is not a label of ${scheme.title}, by which this project marks.`,
      help: `There are: ${scheme.labels.map(({ label }) => label).join(', ')}.`,
    },
  ];
}

const UNFINISHED: readonly Status[] = ['draft', 'review'];

function watermarkOf(setting: Brand['watermark']): HouseStyle['watermark'] {
  if (setting === true) return Object.fromEntries(UNFINISHED.map((status) => [status, true]));
  return setting === false || setting === undefined ? {} : setting;
}

function variables(colours: HouseColours, hasSerif: boolean, hasSans: boolean): string {
  const sans = hasSans ? '"House Sans", "Memo Sans", sans-serif' : undefined;
  const { structure, accent, tint, band, bandText } = colours;
  return [
    `:root { --structure: ${structure}; --accent: ${accent}; --tint: ${tint}; --band: ${band}; --band-text: ${bandText};`,
    ...(hasSerif ? [' --serif: "House Serif", "Memo Serif", serif;'] : []),
    ...(sans === undefined ? [] : [` --sans: ${sans};`]),
    ' }',
    ...(sans === undefined ? [] : [`\n@page { font-family: ${sans}; }`]),
  ].join('');
}

/** Most bytes of a logo. */
const MAX_SVG = 200_000;
const MAX_PNG = 2_000_000;

async function readLogo(
  path: string | undefined,
  effects: Effects,
): Promise<{ readonly logo?: Logo; readonly remarks: readonly Remark[] }> {
  if (path === undefined) return { remarks: [] };
  const isSvg = path.endsWith('.svg');
  const bytes = await houseFile(path, isSvg ? MAX_SVG : MAX_PNG, effects);
  const refused = (why: string) => ({
    remarks: [
      {
        rule: 'unusable-logo',
        severity: 'error' as const,
        pointer: '/brand/logo',
        message: `The logo ${path} cannot be used. ${why}`,
        help: 'Name a PNG, or an SVG of shapes alone, by its path from the folder of the configuration.',
      },
    ],
  });
  if (typeof bytes === 'string') return refused(bytes);
  if (isSvg) {
    const { safeSvg } = await import('../../html/safe-svg.ts');
    const safe = safeSvg(bytes.toString('utf8').replace(/^\ufeff/, ''));
    if (safe.svg === undefined) return refused(safe.why);
    const { svg, width, height } = safe;
    const base64 = Buffer.from(svg).toString('base64');
    return { logo: { mediaType: 'image/svg+xml', base64, width, height }, remarks: [] };
  }
  const safe = safePng(bytes);
  if (!safe.png) return refused(safe.why);
  const { width, height } = safe;
  return {
    logo: { mediaType: 'image/png', base64: safe.png.toString('base64'), width, height },
    remarks: [],
  };
}
