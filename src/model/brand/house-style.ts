import type { Brand, BrandWords } from '../generated/types.ts';

/** A picture of the project's own, looked through and bounded. */
export interface Logo {
  readonly mediaType: 'image/png' | 'image/svg+xml';
  readonly base64: string;
  /** In its own units: only their ratio means something. */
  readonly width: number;
  readonly height: number;
}

/** Colours as `#rrggbb`. */
export interface HouseColours {
  /** Headings, rules, links. */
  readonly structure: string;
  readonly accent: string;
  readonly tint: string;
  /** Behind logo and name. */
  readonly band: string;
  readonly bandText: string;
}

/** One who receives memos. */
export interface Reader {
  readonly to: string;
  /** Who may know that they do. */
  readonly marking?: string;
}

/** Statuses a watermark can stand for. */
export type Status = 'draft' | 'review' | 'final' | 'superseded';

/** How the memos of a house look, ready to use. All of it is data: it can be handed to another thread or machine. */
export interface HouseStyle
  extends Pick<Brand, 'name' | 'runningHead' | 'imprint' | 'contact' | 'citation' | 'doi'> {
  readonly base: NonNullable<Brand['base']>;
  readonly opening: NonNullable<Brand['opening']>;
  readonly approvals: NonNullable<Brand['approvals']>;
  readonly logo?: Logo;
  readonly colours: HouseColours;
  /** The rules for its own fonts and colours. */
  readonly css: string;
  /** What its fonts are called where they are not embedded. */
  readonly families: { readonly serif?: string; readonly sans?: string };
  readonly distribution: readonly Reader[];
  /** By status; `true` for the words that the status has in the memo's language. */
  readonly watermark: Partial<Readonly<Record<Status, BrandWords | true>>>;
}

/** A text of the house in a language: of the whole tag, of its language, in English, else the first there is. */
export function houseWords(words: BrandWords | undefined, language: string): string | undefined {
  if (words === undefined || typeof words === 'string') return words;
  const tag = language.toLowerCase();
  for (const key of [tag, tag.split('-')[0] ?? '', 'en', ...Object.keys(words)]) {
    if (Object.hasOwn(words, key)) return words[key];
  }
  return undefined;
}
