import { type Conventions, named, shippedConventions } from '../model/conventions/conventions.ts';
import { readMarking } from '../model/conventions/markings.ts';
import { shippedSchemes } from '../model/conventions/shipped.ts';
import { nearest, sameLetters } from '../model/suggest.ts';
import { otherTerms } from './meant/other-terms.ts';
import { adviseOnNothing, type Explanation, type Mistake, nameOf } from './mistake.ts';
import { code, joinOr, nameValue, write } from './words.ts';

const MAX_TERMS = 16;

/** A value outside its vocabulary (`enum`), or other than the only one possible (`const`). */
export function explainTerm(mistake: Mistake): Explanation {
  const { error, value } = mistake;
  const allowed: unknown[] =
    error.keyword === 'const' ? [error.params.allowedValue] : [error.params.allowedValues].flat();
  const terms = ofScaleInUse(
    allowed.filter((term): term is string => typeof term === 'string'),
    mistake,
  );
  const name = nameOf(mistake.path, true);
  const choices = `${terms.length > 1 ? 'one of ' : ''}${joinOr(terms.map(code), MAX_TERMS)}`;
  if (typeof value === 'object') {
    const [inner] = Array.isArray(value) && value.length === 1 ? value : [];
    return {
      rule: 'wrong-type',
      message: `${name} must be ${choices}, not ${nameValue(value)}.`,
      ...(typeof inner === 'string' && {
        help: `Write ${write(termLike(inner, terms) ?? inner)} without the brackets.`,
      }),
      ...(value === null && { help: adviseOnNothing(mistake) }),
    };
  }
  const [only] = terms;
  const { conventions = shippedConventions } = mistake;
  const meant =
    terms.length === 1
      ? only
      : (otherWay(value, conventions) ?? sameNumber(value, terms) ?? termLike(String(value), terms));
  const same = typeof value === 'string' ? onlySpelling(value, terms) : undefined;
  const exact = terms.length === 1 || meant === String(value) ? `Write ${write(meant)}.` : undefined;
  return {
    rule: 'unknown-term',
    message: `${name} must be ${choices}, not ${nameValue(value)}.`,
    ...(meant === undefined
      ? hintOn(String(value), terms, conventions)
      : { help: exact ?? `Did you mean ${code(meant)}?` }),
    ...(same !== undefined && { fixed: same }),
  };
}

/** Of terms of likelihood, those of the scale that the file speaks; all others as they are. */
function ofScaleInUse(
  terms: readonly string[],
  { path, file, conventions = shippedConventions }: Mistake,
): readonly string[] {
  if (path.at(-2) !== 'likelihood' || path.at(-1) !== 'term') return terms;
  const standards = (file as { readonly standards?: { readonly likelihood?: unknown } } | undefined)
    ?.standards;
  const scale = conventions.likelihood[String(standards?.likelihood ?? conventions.standards.likelihood)];
  const own = scale?.bands.flatMap(({ terms: of }) => of) ?? [];
  return own.length > 0 && own.every((term) => terms.includes(term)) ? own : terms;
}

/** `1.0` for the number 1. */
function sameNumber(value: unknown, terms: readonly string[]): string | undefined {
  return typeof value === 'number' ? terms.find((term) => Number(term) === value) : undefined;
}

/** The label that a text is another way to write, by what its scheme says. */
function otherWay(value: unknown, { scheme }: Conventions): string | undefined {
  if (typeof value !== 'string') return undefined;
  const bare = (text: string) => text.toLowerCase().replace(/[\s:–—-]+/g, ' ');
  return scheme.labels.find(({ also = [] }) => also.some((way) => bare(way) === bare(value)))?.label;
}

/** Words of another scheme or scale, which have no one counterpart here; which terms there are to choose from. */
function hintOn(
  found: string,
  terms: readonly string[],
  conventions: Conventions,
): { help: string } | undefined {
  const { scheme, likelihood } = conventions;
  if (terms.includes(scheme.labels[0]?.label ?? '')) return { help: hintOnMarking(found, conventions) };
  const scale = Object.values(likelihood).find(({ bands }) =>
    bands.every(({ terms: [term = ''] }) => terms.includes(term)),
  );
  if (scale) {
    const isLevel = /^(?:very\s+)?(?:low|moderate|medium|high)$/i.test(found.trim());
    const odds = scale.bands.map(({ terms: [term = ''], low, high }) => `${code(term)} ${low}–${high} %`);
    return {
      help: `${isLevel ? `${code(found.trim())} is a level of confidence: that goes into \`confidence\`. ` : ''}Choose by the odds: ${odds.join(', ')}; or give a \`range\`.`,
    };
  }
  return undefined;
}

/** Whose marking it is, where that is known, and what to choose by. */
function hintOnMarking(found: string, { scheme }: Conventions): string {
  const other = Object.entries(shippedSchemes).find(
    ([id, described]) => id !== scheme.id && readMarking(named(id, described), found),
  );
  const belongs =
    other &&
    `${code(found)} is of another scheme (${other[1].title}): where the project marks by that, write \`"marking": "${other[0]}"\` into the configuration. `;
  const additions = [...(scheme.caveats ?? []), ...(scheme.descriptors ?? [])].map(({ text }) => code(text));
  const behind =
    additions.length > 0
      ? ` Behind a label may stand ${joinOr(additions, MAX_TERMS)}, and more than one.`
      : '';
  const choices = scheme.labels.map(({ label, meaning }) =>
    meaning === undefined ? code(label) : `${code(label)} ${meaning}`,
  );
  const name = scheme.id === 'tlp-2' ? 'TLP' : scheme.title;
  return `${belongs ?? ''}Markings of other schemes have no fixed counterpart in ${name}; choose by who may read it: ${choices.join(', ')}.${behind}`;
}

/** The one term that differs only in capitals, blanks, hyphens and invisible characters: nothing else can have been meant. */
function onlySpelling(found: string, terms: readonly string[]): string | undefined {
  const bare = (term: string) => term.toLowerCase().replace(/[\s_-]|\p{Cf}/gu, '');
  const [first, ...others] = terms.filter((term) => bare(term) === bare(found));
  return others.length === 0 ? first : undefined;
}

/** The term that was probably meant. */
export function termLike(found: string, terms: readonly string[]): string | undefined {
  const same = sameLetters(found, terms);
  if (same) return same;
  const called = otherTerms(found).find((term) => terms.includes(term));
  if (called !== undefined) return called;
  const ending = terms.find((term) => sameLetters(found, [term.slice(term.indexOf(':') + 1)]));
  return ending ?? nearest(found, terms);
}
