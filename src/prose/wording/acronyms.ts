import { memoized } from '../../model/memory/recent.ts';
import { textAfter, textBefore } from '../reading/mention.ts';
import type { Span } from '../reading/quotations.ts';

/** An acronym where it is used. */
export interface AcronymUse extends Span {
  /** Without the `s` of a plural. */
  readonly acronym: string;
  /** Whether this very place explains it: "Federal Security Service (FSB)", "GUR (Ukraine’s military intelligence)". */
  readonly explains: boolean;
}

/**
 * Two capitals at least, in any script; digits, an ampersand and single lower-case letters may be among them: `ISKP`, `R&D`,
 * `IS-K`, `NGOs`, `BfV`, `NdRC`, `LeT`; one or two lower-case letters may stand before three capitals: `cVDPV2`. A
 * capitalised name with a second capital (`YouTube`, `McAfee`) is none.
 */
const ACRONYM =
  /(?<![\p{L}\p{N}\p{M}.@_])(?<![\p{Lu}\p{N}]-)(?<!TLP:)(\p{Ll}{1,2}\p{Lu}{3,6}\d?|\p{Lu}[\p{Lu}\p{N}&]{0,8}(?:\p{Ll}{1,2}(?=\p{Lu}[\p{Lu}\p{N}])|\p{Ll}?)(?:\p{Lu}[\p{Lu}\p{N}]{0,3}\p{Ll})?\p{Lu}[\p{Lu}\p{N}]{0,8}(?:-\p{Lu}{1,4}(?!\p{L}))?)s?(?![\p{L}\p{N}\p{M}_]|[-–]?\d|\.\p{Lu})/gu;
/** Behind an acronym with a hyphen, the rest of a designation: `CoV` of SARS-CoV, `CoV-2`, `Mk3`. */
const REST_OF_NAME = /^(?:-(?=[\p{L}\p{N}]{0,12}(?:\p{Ll}\p{Lu}|\p{N}))|\/(?=\p{Lu}{1,5}-?\d))[\p{L}\p{N}]/u;
/** Letters and numbers by turns, or a number at the end, are a designation or a formula: H5N1, MH17, CO2. */
const DESIGNATION = /^(?:(?:\p{Lu}\d+){2,}\p{Lu}?|\p{Lu}.*\d)$/u;
/** Forms of companies, which mean nothing but that it is one: behind a name. */
const COMPANY =
  /^(?:AG|AB|SA|SE|NV|BV|AS|ASA|OY|OYJ|KG|KGaA|LLC|LLP|LP|PLC|SARL|SRL|SPA|SpA|SAS|GmbH|JSC|CJSC|OJSC|PJSC|OAO|OOO|ZAO|PAO|ООО|ОАО|ЗАО|ПАО|АО|PT|DD|AD|ApS|PTE|PTY|LTDA|SICAV|REIT)$/u;
const NAME_BEFORE_FORM = /(?:^|[\s(])[\p{Lu}\p{N}][\p{L}\p{N}&.’'+-]*,?\s+$/u;
const FORM_BEFORE_NAME = /^\s+["«“„]?\p{Lu}/u;
/** From fifty on they are as rare as acronyms of the same letters are common (`MCM`, `LCD`): only behind a name, or as a year. */
const ROMAN = /^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const SURELY_ROMAN = /^(?:[IVX]+|[IVXLCDM]{4,})$/;

/** The acronyms of a text in which nothing is quoted (see `ownText`), in order. A text all in capitals has none. */
export const acronymsIn: (own: string) => readonly AcronymUse[] = memoized(findAcronyms);

function findAcronyms(own: string): readonly AcronymUse[] {
  if (isShouted(own)) return [];
  return [...own.matchAll(ACRONYM)].flatMap((match) => {
    const acronym = match[1] ?? '';
    const start = match.index;
    if (DESIGNATION.test(acronym)) return [];
    if (
      match[0] === acronym && // no number has a plural
      ROMAN.test(acronym) &&
      (SURELY_ROMAN.test(acronym) ||
        /(?<!^|[.!?]\s)(?<!\bThe\s)\b\p{Lu}\p{Ll}+\s+$/u.test(textBefore(own, start)))
    )
      return [];
    const end = start + match[0].length;
    if (REST_OF_NAME.test(own.slice(end)) || isFormOfCompany(own, acronym, start, end)) return [];
    return { acronym, start, end, explains: isExplained(own, start, end) };
  });
}

/** "Siemens AG", "ООО «Весна»": the form of a company, with its name. */
function isFormOfCompany(own: string, acronym: string, start: number, end: number): boolean {
  if (!COMPANY.test(acronym)) return false;
  return (
    NAME_BEFORE_FORM.test(textBefore(own, start)) ||
    (/^(?:PT|\p{Script=Cyrillic}+|OAO|OOO|ZAO|PAO|JSC|PJSC|CJSC|OJSC)$/u.test(acronym) &&
      FORM_BEFORE_NAME.test(own.slice(end)))
  );
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
  const head = textBefore(own, start);
  const tail = textAfter(own, end);
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
