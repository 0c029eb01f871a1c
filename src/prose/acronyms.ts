import type { Span } from './quotations.ts';

/** An acronym where it is used. */
export interface AcronymUse extends Span {
  /** Without the `s` of a plural. */
  readonly acronym: string;
  /** Whether this very place explains it: "Federal Security Service (FSB)", "GUR (Ukraine’s military intelligence)". */
  readonly explains: boolean;
}

/** Two capitals at least, in any script; digits and an ampersand may be among them: `ISKP`, `R&D`, `IS-K`, `NGOs`. */
const ACRONYM =
  /(?<![\p{L}\p{N}\p{M}.@_])(?<![\p{Lu}\p{N}]-)(?<!TLP:)(\p{Lu}[\p{Lu}\p{N}&]{0,8}\p{Lu}[\p{Lu}\p{N}]{0,3}(?:-\p{Lu}{1,4})?)s?(?![\p{L}\p{N}\p{M}_]|[-–]?\d|\.\p{Lu})/gu;
const ROMAN = /^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The acronyms of a text in which nothing is quoted (see `ownText`), in order. A text all in capitals has none. */
export function acronymsIn(own: string): AcronymUse[] {
  if (isShouted(own)) return [];
  return [...own.matchAll(ACRONYM)].flatMap((match) => {
    const acronym = match[1] ?? '';
    if (ROMAN.test(acronym)) return [];
    const start = match.index;
    const end = start + match[0].length;
    return { acronym, start, end, explains: isExplained(own, start, end) };
  });
}

/** "ATTACK IN MOSCOW": mostly capitals. */
function isShouted(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 3 && words.filter((word) => word === word.toUpperCase()).length > words.length * 0.6;
}

/** Before the bracket of an explanation: two words, or one long enough to be a compound. */
const NAME_BEFORE = /(?:[\p{L}\p{N}’'.-]+[\s–—/&-]+[\p{L}\p{N}’'.-]{2,}|[\p{L}-]{9,})["”»*_]*\s*$/u;
const BRACKET_BEFORE =
  /\(\s*(?:[^()]{0,60}[;,]\s*)?(?:also\s+|or\s+|formerly\s+|hereafter\s+|known\s+as\s+|the\s+)*["“«*_]*$/u;
/** "GUR (Ukraine’s military intelligence)", "GUR, Ukraine’s military intelligence,", "GUR – the … –". */
const NAME_BEHIND = /^["”»*_]*\s*\((?:[^()]*\s)?[\p{L}’'-]{3,}\s+[^()]*\p{Ll}[^()]*\)/u;
const APPOSITION =
  /^,\s+(?:(?:the|an?|its|their)\s+|[\p{L}-]+['’]s?\s+)(?:[\p{L}’'-]+\s+){0,7}[\p{L}’'-]+\s*[,.;)]/u;
const KNOWN_AS =
  /\b(?:known\s+(?:as|by)|called|abbreviated(?:\s+(?:as|to))?|short(?:ened)?\s+(?:for|to)|acronym|initials|or\s+simply|stands\s+for)\s+(?:(?:the|as|its)\s+)*["“«*_]*$/u;
const STANDS_FOR = /^\s+(?:stands\s+for|is\s+short\s+for|means)\b/u;

function isExplained(own: string, start: number, end: number): boolean {
  const head = own.slice(Math.max(0, start - 160), start);
  const tail = own.slice(end, end + 160);
  const bracket = BRACKET_BEFORE.exec(head);
  if (bracket) return NAME_BEFORE.test(head.slice(0, bracket.index));
  return NAME_BEHIND.test(tail) || isApposition(tail) || KNOWN_AS.test(head) || STANDS_FOR.test(tail);
}

/** No apposition is a list: "the FSB, the GUR and the SBU". */
function isApposition(tail: string): boolean {
  const [apposition] = APPOSITION.exec(tail) ?? [];
  return (
    apposition !== undefined &&
    !/\p{Lu}{2,}|\b(?:and|or|is|are|was|were|has|have|had|will|would|say|says|said|believes?|believed|claims?|claimed|reports?|reported|told|argues?|thinks?)\b/u.test(
      apposition,
    )
  );
}
