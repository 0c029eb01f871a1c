import { shippedConventions } from '../../model/conventions/conventions.ts';
import type { Desk, LiveFile } from '../desk.ts';

/** A request about a file: each one names it. */
export type FileRequest<More> = { readonly name: string } & More;

/** No file has the requested name. */
export class NotOpen extends Error {}

export async function fileNamed(desk: Desk, name: string | undefined): Promise<LiveFile> {
  const live = typeof name === 'string' ? await desk.open(name) : undefined;
  if (!live) throw new NotOpen('There is no such file.');
  return live;
}

/** The marking scheme of the project. */
export async function schemeOf({ project }: Desk) {
  const { conventions = shippedConventions } = (await project.context()).context;
  return conventions.scheme;
}
