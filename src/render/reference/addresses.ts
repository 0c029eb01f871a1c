import type { CslItem } from '../../model/generated/types.ts';
import { escapeInline } from '../wording/escape.ts';

/** A DOI by itself or as an address of a resolver (DOI Handbook, 2.2.1); characters beyond ASCII are too rare to link. */
const DOI = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[!-~]+)$/i;

/**
 * Where the item is found: its DOI as a link to the resolver, its address, its numbers. An address that is not of the web
 * is printed and not linked to; one that only repeats the DOI is left out.
 */
export function addressTexts(csl: CslItem): string[] {
  const { URL: url, DOI: doi, PMID: pmid, PMCID: pmcid, ISBN: isbn } = csl;
  const bare = DOI.exec(doi?.trim() ?? '')?.[1];
  const repeated = DOI.exec(url?.trim() ?? '')?.[1];
  const isRepeated = bare !== undefined && repeated?.toLowerCase() === bare.toLowerCase();
  const texts = [
    isbn && `ISBN ${escapeInline(isbn)}`,
    doi && (bare === undefined ? escapeInline(`doi:${doi}`) : doiLink(bare)),
    pmid && `PMID ${escapeInline(pmid)}`,
    pmcid && `PMCID ${escapeInline(pmcid)}`,
    url && !isRepeated ? addressText(url) : undefined,
  ];
  return texts.flatMap((text) => text || []);
}

function doiLink(doi: string): string {
  const coded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return `[${escapeInline(`doi:${doi}`)}](https://doi.org/${doi.replace(/[%"#?()<>[\]\\^`{|}&]/g, coded)})`;
}

function addressText(text: string): string {
  const url = text.trim();
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : escapeInline(url);
}
