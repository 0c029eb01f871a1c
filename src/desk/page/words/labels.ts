import { heLabels } from './labels-he.ts';
import { ruLabels } from './labels-ru.ts';

/**
 * Labels of the schema's fields and collections, by their English label in lower case. English labels are used
 * as they are, except for those listed here.
 */
export const labels: Readonly<Record<'en' | 'ru' | 'he', Readonly<Record<string, string>>>> = {
  en: { csl: 'Publication', url: 'Address (URL)', issued: 'Published', ref: 'Entry of the register' },
  ru: ruLabels,
  he: heLabels,
};
