import { heLabels } from './labels-he.ts';
import { ruLabels } from './labels-ru.ts';

/** What fields and collections of the schema are called, by their English label in lower case; in English as they are, but for these. */
export const labels: Readonly<Record<'en' | 'ru' | 'he', Readonly<Record<string, string>>>> = {
  en: { csl: 'Publication', url: 'Address (URL)', issued: 'Published', ref: 'Entry of the register' },
  ru: ruLabels,
  he: heLabels,
};
