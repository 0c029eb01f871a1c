import { readFileSync } from 'node:fs';
import { type MessageFile, Messages } from '../../src/render/wording/messages.ts';

/** The phrases the program ships, as the file has them. */
export const english = JSON.parse(
  readFileSync(new URL('../../templates/_shared/messages/en.json', import.meta.url), 'utf8'),
) as MessageFile;

/** A language as the program ships it, as a memo speaks it. */
export function messagesIn(language: string): Messages {
  const path = new URL(`../../templates/_shared/messages/${language}.json`, import.meta.url);
  return new Messages(language, JSON.parse(readFileSync(path, 'utf8')) as MessageFile, english);
}

/** English as a memo speaks it. */
export const messages = new Messages('en', english, {});
