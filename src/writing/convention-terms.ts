import type { Field } from '../model/fields.ts';
import { shippedTerms } from '../model/generated/fields.ts';
import { termsOf, type Vocabulary } from '../model/vocabularies.ts';
import { ruleCatalogue } from '../project/rule-catalogue.ts';
import { scalesOf } from './words.ts';
import type { WrittenFile } from './written-file.ts';

/** A term that may be written, with what it belongs to and what is to be said of it. */
export interface OfferedTerm {
  readonly term: string;
  readonly detail?: string;
  readonly says?: string;
}

/**
 * The terms of the open vocabularies, of the scales and of the marking scheme that may stand at a place, or the names of forms, languages and
 * rules; `undefined` where none has a say.
 *
 * @param data What the file says, as far as it can be read: which scales it speaks. Those of the project without it.
 */
export function conventionTerms(
  path: readonly string[],
  field: Field | undefined,
  { conventions, forms, languages }: Pick<WrittenFile, 'conventions' | 'forms' | 'languages'>,
  data?: unknown,
): readonly OfferedTerm[] | undefined {
  const { scheme } = conventions;
  const scales = scalesOf(data, conventions);
  if (path.at(-1) === 'term' && path.at(-2) === 'likelihood')
    return plain(scales.likelihood.bands.flatMap(({ terms, forms = [] }) => [...terms, ...forms]));
  if (field?.terms === 'confidence') return plain(scales.confidence.levels.map(({ level }) => level));
  if (field?.kind === 'term' && (field.scale === 'marking' || path.at(-1) === 'marking')) {
    return scheme.labels.map(({ label, meaning }) => ({
      term: label,
      detail: scheme.title,
      ...(meaning !== undefined && { says: `For ${meaning}.` }),
    }));
  }
  if (field?.open === true && isVocabulary(field.terms)) {
    const own = conventions.vocabularies?.[field.terms] ?? {};
    return termsOf(field.terms, conventions.vocabularies).map((term) => {
      const words = Object.hasOwn(own, term) ? own[term] : undefined;
      const detail = words?.en ?? Object.values(words ?? {})[0];
      return { term, ...(detail !== undefined && { detail }) };
    });
  }
  if (path.join('/') === 'form' && forms.length > 0) return plain(forms);
  if (path.join('/') === 'language' && languages.length > 0) return plain(languages);
  if (path[0] === 'exceptions' && path.at(-1) === 'rule') return offeredRules();
  if (path.join('/') === 'standards/likelihood') return offered(conventions.likelihood);
  if (path.join('/') === 'standards/confidence') return offered(conventions.confidence);
  return undefined;
}

/** The rules that a file or a configuration may switch off, with why they exist. */
export function offeredRules(): OfferedTerm[] {
  return ruleCatalogue.flatMap(({ id, kind, fixed, severity, why }) =>
    kind === 'check' && !fixed ? { term: id, detail: severity, says: why } : [],
  );
}

function isVocabulary(name: string | undefined): name is Vocabulary {
  return name !== undefined && Object.hasOwn(shippedTerms, name);
}

function plain(terms: readonly string[]): OfferedTerm[] {
  return terms.map((term) => ({ term }));
}

function offered(
  scales: Readonly<Record<string, { readonly title: string; readonly source: string }>>,
): OfferedTerm[] {
  return Object.entries(scales).map(([term, { title, source }]) => ({ term, detail: title, says: source }));
}
