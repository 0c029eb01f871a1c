import type { Remark } from '../../model/finding.ts';
import type { BrandFace } from '../../model/generated/types.ts';
import { toPointer } from '../../model/pointer.ts';
import { embeddingRefusal, isInstallable, readFont } from '../../pdf/fonts/font-file.ts';
import type { Effects } from '../effects.ts';
import { houseFile } from './house-file.ts';

/** Most bytes of one font. */
const MAX_FONT = 2_000_000;

const FAMILIES = { serif: 'House Serif', sans: 'House Sans' } as const;

/** The `@font-face` rules for a family's fonts, the family's name, and why fonts cannot be used. */
export async function readFaces(
  kind: keyof typeof FAMILIES,
  faces: readonly BrandFace[] | undefined,
  effects: Effects,
): Promise<{ readonly css: string; readonly family: string; readonly remarks: readonly Remark[] }> {
  const rules: string[] = [];
  const remarks: Remark[] = [];
  let family = '';
  for (const [index, { file, weight = 400, italic = false }] of (faces ?? []).entries()) {
    const bytes = await houseFile(file, MAX_FONT, effects);
    const refuse = (why: string) =>
      remarks.push({
        rule: 'unusable-font',
        severity: 'error',
        pointer: toPointer(['brand', 'fonts', kind, index, 'file']),
        message: `The font ${file} cannot be used. ${why}`,
        help: 'Name a static font of the project that may be embedded, by its path from the folder of the configuration.',
      });
    if (typeof bytes === 'string') {
      refuse(bytes);
      continue;
    }
    const facts = factsOf(bytes);
    if (typeof facts === 'string') {
      refuse(facts);
      continue;
    }
    family ||= facts.family;
    rules.push(
      `@font-face{font-family:'${FAMILIES[kind]}';font-style:${italic ? 'italic' : 'normal'};font-weight:${weight};font-display:block;` +
        `src:url(data:font/${MEDIA[facts.format]};base64,${bytes.toString('base64')})${facts.isInstallable ? '' : '/* print only */'}}`,
    );
  }
  return { css: rules.join('\n'), family, remarks };
}

const MEDIA = { woff2: 'woff2', woff: 'woff', truetype: 'ttf', opentype: 'otf' } as const;

interface UsableFont {
  readonly format: keyof typeof MEDIA;
  readonly family: string;
  readonly isInstallable: boolean;
}

/** Properties of a usable font; otherwise why it cannot be used, in a sentence. */
export function factsOf(bytes: Buffer): UsableFont | string {
  try {
    const { format, family, fsType, isVariable } = readFont(bytes);
    const refusal = embeddingRefusal(fsType);
    if (refusal !== undefined) return `${refusal}.`;
    if (isVariable)
      return 'It is a variable font, which a PDF holds as drawings that cannot be searched: take static ones.';
    return { format, family, isInstallable: isInstallable(fsType) };
  } catch (error) {
    const reason =
      error instanceof Error && !/^[A-Z_]+$/.test((error as { code?: string }).code ?? '')
        ? error.message
        : '';
    return reason === '' ? 'It is not a readable font.' : `It is not a readable font: ${reason}`;
  }
}
