import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { en, type Words } from './en.ts';
import { he } from './he.ts';
import { labels } from './labels.ts';
import { ru } from './ru.ts';

/** Languages of the page. */
export const languages = { en, ru, he } as const satisfies Record<string, Words>;

export type PageLanguage = keyof typeof languages;

export const names: Readonly<Record<PageLanguage, string>> = { en: 'English', ru: 'Русский', he: 'עברית' };

export function directionOf(language: PageLanguage): 'ltr' | 'rtl' {
  return language === 'he' ? 'rtl' : 'ltr';
}

/** The language chosen before, otherwise the first of the browser's that is available. */
export function preferredLanguage(): PageLanguage {
  const chosen = localStorage.getItem('language');
  for (const tag of [chosen ?? '', ...navigator.languages]) {
    const language = tag.split('-')[0] ?? '';
    if (Object.hasOwn(languages, language)) return language as PageLanguage;
  }
  return 'en';
}

export const LanguageContext = createContext<PageLanguage>('en');

/** Returns a phrase in the language of the page. */
export type Say = (key: keyof Words, values?: Readonly<Record<string, string | number>>) => string;

export function useSay(): Say {
  const words = languages[useContext(LanguageContext)];
  return (key, values = {}) =>
    words[key].replace(/\{([a-z]+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Translates a label of the schema; without a translation it stays English. */
export function useLabel(): (label: string) => string {
  const language = useContext(LanguageContext);
  return (label) => labels[language][label.toLowerCase()] ?? label;
}
