/** Requests to the desk's server. Addresses are relative to the page's, which contains the token. */

/** Thrown if the server refused a request; the message is a sentence. */
export class Refused extends Error {}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  const said = (await response.json().catch(() => ({}))) as { readonly fault?: string };
  throw new Refused(said.fault ?? `${response.status}`);
}

export async function read<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> {
  return answerOf<T>(await fetch(addressOf(path, query)));
}

export async function ask<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return answerOf<T>(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export async function sendFile<T>(
  path: string,
  query: Readonly<Record<string, string>>,
  file: Blob,
): Promise<T> {
  const headers = { 'content-type': 'application/octet-stream' };
  return answerOf<T>(await fetch(addressOf(path, query), { method: 'POST', headers, body: file }));
}

export function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}
