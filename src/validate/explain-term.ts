import { defaultLikelihoodScale, likelihoodScales } from '../model/scales.ts';
import { nearest, sameLetters } from '../model/suggest.ts';
import { adviseOnNothing, type Explanation, type Mistake, nameOf } from './mistake.ts';
import { code, joinOr, nameValue, write } from './words.ts';

const MAX_TERMS = 8;

/** Words of other scales and older editions, for the term that says the same here. */
const SYNONYMS: Readonly<Record<string, string>> = {
  medium: 'moderate', // confidence (ICD 203) against priorities
  moderate: 'medium',
  white: 'TLP:CLEAR', // TLP 1.0
  'tlp:white': 'TLP:CLEAR',
  // Kinds of item as they are called in BibTeX, RIS, Zotero and everyday English, for those of CSL.
  website: 'webpage',
  'web site': 'webpage',
  site: 'webpage',
  online: 'webpage',
  electronic: 'webpage',
  newspaper: 'article-newspaper',
  newspaperarticle: 'article-newspaper',
  'newspaper article': 'article-newspaper',
  news: 'article-newspaper',
  magazine: 'article-magazine',
  magazinearticle: 'article-magazine',
  journal: 'article-journal',
  journalarticle: 'article-journal',
  'journal article': 'article-journal',
  paper: 'article-journal',
  preprint: 'article',
  blog: 'post-weblog',
  blogpost: 'post-weblog',
  'blog post': 'post-weblog',
  tweet: 'post',
  forumpost: 'post',
  'social media': 'post',
  'telegram post': 'post',
  video: 'motion_picture',
  videorecording: 'motion_picture',
  film: 'motion_picture',
  movie: 'motion_picture',
  podcast: 'broadcast',
  radio: 'broadcast',
  television: 'broadcast',
  tv: 'broadcast',
  tvbroadcast: 'broadcast',
  radiobroadcast: 'broadcast',
  booksection: 'chapter',
  incollection: 'chapter',
  inbook: 'chapter',
  conferencepaper: 'paper-conference',
  inproceedings: 'paper-conference',
  proceedings: 'book',
  techreport: 'report',
  'technical report': 'report',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  dissertation: 'thesis',
  law: 'legislation',
  statute: 'legislation',
  act: 'legislation',
  case: 'legal_case',
  court: 'legal_case',
  judgment: 'legal_case',
  decision: 'legal_case',
  letter: 'personal_communication',
  email: 'personal_communication',
  misc: 'document',
  'press release': 'document',
  presentation: 'speech',
  talk: 'speech',
  lecture: 'speech',
  data: 'dataset',
  database: 'dataset',
  program: 'software',
  computerprogram: 'software',
  image: 'graphic',
  photo: 'graphic',
  artwork: 'graphic',
  encyclopediaarticle: 'entry-encyclopedia',
  dictionaryentry: 'entry-dictionary',
};

/** A value outside its vocabulary (`enum`), or other than the only one possible (`const`). */
export function explainTerm(mistake: Mistake): Explanation {
  const { error, value } = mistake;
  const allowed: unknown[] =
    error.keyword === 'const' ? [error.params.allowedValue] : [error.params.allowedValues].flat();
  const terms = allowed.filter((term): term is string => typeof term === 'string');
  const name = nameOf(mistake.path, true);
  const choices = `${terms.length > 1 ? 'one of ' : ''}${joinOr(terms.map(code), MAX_TERMS)}`;
  if (typeof value === 'object') {
    const [inner] = Array.isArray(value) && value.length === 1 ? value : [];
    return {
      rule: 'wrong-type',
      message: `${name} must be ${choices}, but ${nameValue(value)} stands here.`,
      ...(typeof inner === 'string' && {
        help: `Write ${write(termLike(inner, terms) ?? inner)} without the brackets.`,
      }),
      ...(value === null && { help: adviseOnNothing(mistake) }),
    };
  }
  const [only] = terms;
  const meant = terms.length === 1 ? only : termLike(String(value), terms);
  const same = typeof value === 'string' ? onlySpelling(value, terms) : undefined;
  const exact = terms.length === 1 || meant === String(value) ? `Write ${write(meant)}.` : undefined;
  return {
    rule: 'unknown-term',
    message: `${name} must be ${choices}, but ${nameValue(value)} stands here.`,
    ...(meant === undefined
      ? hintOn(String(value), terms)
      : { help: exact ?? `Did you mean ${code(meant)}?` }),
    ...(same !== undefined && { fixed: same }),
  };
}

/** Words of another scheme, which have no one counterpart here. */
function hintOn(found: string, terms: readonly string[]): { help: string } | undefined {
  if (terms.includes('TLP:CLEAR')) {
    return {
      help: 'Markings of other schemes have no fixed counterpart in TLP; choose by who may read it: `TLP:CLEAR` anybody, `TLP:GREEN` the community, `TLP:AMBER` the organization and its clients, `TLP:AMBER+STRICT` the organization alone, `TLP:RED` those named.',
    };
  }
  if (terms.includes('likely') && terms.includes('remote')) {
    const isLevel = /^(?:very\s+)?(?:low|moderate|medium|high)$/i.test(found.trim());
    return {
      help: `${isLevel ? `${code(found.trim())} is a level of confidence: that goes into \`confidence\`. ` : ''}Choose by the odds: ${ODDS}; or give a \`range\`.`,
    };
  }
  return undefined;
}

const ODDS = likelihoodScales[defaultLikelihoodScale].bands
  .map(({ terms: [term = ''], low, high }) => `${code(term)} ${low}–${high} %`)
  .join(', ');

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
  const synonym = SYNONYMS[found.trim().toLowerCase()];
  if (synonym && terms.includes(synonym)) return synonym;
  const ending = terms.find((term) => sameLetters(found, [term.slice(term.indexOf(':') + 1)]));
  return ending ?? nearest(found, terms);
}
