import { join } from 'node:path';
import { build } from '../build/build.ts';
import type { BuildOptions } from '../build/build-options.ts';
import { hasErrors } from '../model/finding.ts';
import { type Paper, papers } from '../model/page.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import type { Provenance } from '../pdf/finish/document.ts';
import { type ReadPdf, readPdf } from '../pdf/reading/read-pdf.ts';
import { Forms } from '../project/forms.ts';
import type { CarriedEffects } from './carried-effects.ts';
import type { Difference, Source } from './carried-source.ts';

/** Width and height of upright pages, in points as Chrome prints them. */
const SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [594.96, 841.92],
  Letter: [612, 792],
};

function paperOf({ pages: [first] }: ReadPdf): Paper | undefined {
  return papers.find((paper) =>
    SIZES[paper].every((points, index) => Math.abs((first?.size[index] ?? 0) - points) < 2),
  );
}

export type Rebuilt = { readonly notices: readonly string[] } & (
  | { readonly pdf: Uint8Array }
  | { readonly pdf?: undefined; readonly why: Difference }
);

/** Builds the content of a PDF, in its form and on its paper; or says why that is not possible. */
export async function rebuild(
  { named, histories, records }: Source,
  given: { readonly read: ReadPdf; readonly bytes: Uint8Array },
  made: Provenance | undefined,
  world: CarriedEffects,
  printer?: Printer,
): Promise<Rebuilt> {
  const without = (kind: Difference['kind'], message: string): Rebuilt => ({
    notices: [],
    why: { kind, message },
  });
  const paper = paperOf(given.read);
  if (paper === undefined) return without('drawing', `Its first page is neither of ${papers.join(', ')}.`);
  const forms = new Forms(world);
  const packs = await forms.namesOfPacks();
  const names = [...(await forms.names()), ...packs];
  const isPack = made !== undefined && packs.includes(made.form);
  if (made && !names.includes(made.form)) {
    return without(
      'form',
      `It was made in the form ${printable(made.form)}, which this program does not have.`,
    );
  }
  const order: BuildOptions = {
    named,
    out: join(world.projectFolder, 'out'),
    formats: ['pdf'],
    paper,
    ...(made && { form: made.form }),
    jobs: 1,
    compareOnly: false,
    printer,
    ...(histories.size > 0 && { history: histories }),
    ...(records.size > 0 && { record: async ({ id }) => records.get(id) }),
  };
  const { results, notices } = await build(order, world);
  for (const { fault } of results) if (fault) throw fault;
  const pdfs = () => [...world.written].filter(([path]) => path.endsWith('.pdf')).map(([, bytes]) => bytes);
  const [whole, ...others] = pdfs();
  if (whole && others.length === 0) {
    if (isPack || Buffer.compare(given.bytes, whole) === 0) return { notices, pdf: whole };
    if (beginsLike(given.read, readPdf(whole))) return { notices, pdf: whole };
    // It may be a brief or an annex by itself.
    await build({ ...order, annex: 'separate' }, world);
    const part = pdfs().find((pdf) => Buffer.compare(given.bytes, pdf) === 0);
    return { notices, pdf: part ?? whole };
  }
  const mistake = results.flatMap(({ findings }) => findings).find((finding) => hasErrors([finding]));
  if (mistake) {
    const message = `The assessment that it carries cannot be built: line ${mistake.line}: ${mistake.message}`;
    return { notices, why: { kind: 'source', message } };
  }
  const message = 'It carries several assessments, but is not one document of several memos.';
  return { notices, why: { kind: 'source', message } };
}

/**
 * Whether the first pages have the same words, including "Page 1 of 9": no part of a memo begins like the
 * whole.
 */
function beginsLike({ pages: [first] }: ReadPdf, { pages: [other] }: ReadPdf): boolean {
  return first?.words.join(' ') === other?.words.join(' ');
}

/** A stranger's text must not control the terminal. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd').slice(0, 60);
}
