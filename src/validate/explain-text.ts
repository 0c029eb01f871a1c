import { shippedTerms } from '../model/generated/fields.ts';
import { toPointer } from '../model/pointer.ts';
import { nearest, slugify } from '../model/suggest.ts';
import { termCalled, type Vocabulary } from '../model/vocabularies.ts';
import { adviseOnReference } from './meant/known-ids.ts';
import { type Explanation, type Mistake, nameOf } from './mistake.ts';
import type { Schema } from './schema-map.ts';
import { code, joinOr, quote, write } from './words.ts';

const ID_RULE = 'an id has only the lower-case letters a to z, digits and hyphens';

/** Text that does not have the form it needs: an id, a reference, a single line, a language tag. */
export function explainPattern(mistake: Mistake): Explanation {
  const text = String(mistake.value);
  const name = nameOf(mistake.path, true);
  const title = mistake.here?.schema.title;
  if (title === 'Slug') {
    return {
      rule: 'invalid-id',
      message: `${name} is ${quote(text)}, but ${ID_RULE}.`,
      help: adviseOnReference(text, mistake.path, mistake.file) ?? suggestId(text),
    };
  }
  const vocabulary = openVocabulary(mistake.here?.schema.field);
  if (vocabulary !== undefined) return explainWords(vocabulary, name, text);
  if (title === 'Line') return explainLine(name, text);
  if (title === 'EntityRef' || mistake.error.params.pattern?.includes('/)?')) {
    return explainReference(name, text, title === 'EntityRef');
  }
  if (mistake.path.at(-1) === 'language') return explainLanguage(name, text);
  if (mistake.path[0] === 'media' && mistake.path.at(-1) === 'file') return explainPath(name, text);
  const examples = examplesOf(mistake);
  const [example] = examples;
  const slug = slugify(text);
  const meant = slug && (examples.find((one) => one.startsWith(slug)) ?? nearest(text, examples));
  return {
    rule: 'schema-mismatch',
    message: `${name} is ${quote(text)}, which does not have the form it needs.`,
    ...(example !== undefined && {
      help: meant ? `Did you mean ${code(meant)}?` : `Write it like ${code(example)}.`,
    }),
  };
}

/** The vocabulary that a term is of, where it is one that takes others. */
function openVocabulary(field: Schema['field']): Vocabulary | undefined {
  const terms = field?.open ? field.terms : undefined;
  return typeof terms === 'string' && Object.hasOwn(shippedTerms, terms) ? (terms as Vocabulary) : undefined;
}

/** Words in the place of a term. */
function explainWords(vocabulary: Vocabulary, name: string, text: string): Explanation {
  const terms = shippedTerms[vocabulary];
  const meant = termCalled(vocabulary, text) ?? nearest(text, terms);
  const words = write({ other: text });
  return {
    rule: 'unknown-term',
    message: `${name} is ${quote(text)}, but a term has only lower-case letters, digits and hyphens.`,
    help:
      meant === undefined
        ? `Write ${words}, or a term such as ${joinOr(terms.slice(0, 8).map(code))}.`
        : `Did you mean ${code(meant)}? If not, ${words} says it in words.`,
  };
}

/** Texts that the schema gives as examples: for the value itself, or within those for its list. */
function examplesOf({ here, along, path }: Mistake): string[] {
  const around = along[path.length - 1]?.schema.examples ?? [];
  return [here?.schema.examples ?? [], around.flat()].flat().filter((one) => typeof one === 'string');
}

/** The path of a picture, from the root of the project. */
function explainPath(name: string, text: string): Explanation {
  return {
    rule: 'schema-mismatch',
    message: `${name} is ${quote(text)}, but a picture is named by its path from the root of the project, with forward slashes, and lies inside it.`,
    help: /^[a-z]+:\/\//i.test(text)
      ? 'Save it in the project: nothing is fetched.'
      : 'Put the picture into the project: `pictures/cabinet.jpg`.',
  };
}

/** A key that must be an id (the hypotheses of a matrix row). */
export function explainKeyPattern(mistake: Mistake): Explanation {
  const key = String(mistake.error.params.propertyName);
  return {
    rule: 'invalid-id',
    message: `The key ${quote(key)} of ${nameOf(mistake.path)} must be an id, but ${ID_RULE}.`,
    help: suggestId(key),
    pointer: `${mistake.pointer}${toPointer([key])}`,
    on: 'key',
  };
}

function suggestId(text: string): string {
  const slug = slugify(text);
  return slug === '' ? 'Write a short name in Latin letters.' : `Write ${code(slug)}.`;
}

function explainLine(name: string, text: string): Explanation {
  if (text.trim() === '') {
    return {
      rule: 'too-short',
      message: `${name} holds nothing but spaces.`,
      help: 'Write the text, or leave the property out.',
    };
  }
  return {
    rule: 'not-one-line',
    message: `${name} must be one line of text, but a new line begins inside it.`,
    help: 'Write it on one line.',
  };
}

function explainReference(name: string, text: string, needsCollection: boolean): Explanation {
  const [collection = '', id = ''] = text.replace(/^\//, '').split('/', 2).map(slugify);
  const form = needsCollection ? 'a collection, `/` and an id' : 'an id, or a collection, `/` and an id';
  const bare = id === '' ? collection : id;
  const help =
    id === ''
      ? needsCollection
        ? `Name the collection: \`judgments/${bare || 'attacks-continue'}\`.`
        : suggestId(text)
      : `Write ${code(`${collection.replaceAll('-', '')}/${id}`)}.`;
  return { rule: 'invalid-reference', message: `${name} is ${quote(text)}, but it must be ${form}.`, help };
}

/** Names that people write for the tags of BCP 47. */
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  russian: 'ru',
  arabic: 'ar',
  hebrew: 'he',
  french: 'fr',
  german: 'de',
  tajik: 'tg',
};

function explainLanguage(name: string, text: string): Explanation {
  const tag = LANGUAGES[text.trim().toLowerCase()] ?? text.trim().replaceAll('_', '-');
  const isTag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag);
  return {
    rule: 'invalid-language',
    message: `${name} is ${quote(text)}, which is not a BCP 47 language tag.`,
    help: isTag ? `Write ${code(tag)}.` : 'Write a tag such as `en`, `en-GB` or `ru`.',
    ...(isTag && { fixed: tag }),
  };
}
