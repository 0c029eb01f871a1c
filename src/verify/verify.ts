import { relative } from 'node:path';
import { readDocument } from '../load/read-document.ts';
import { UsageFault } from '../model/fault.ts';
import type { Config } from '../model/generated/types.ts';
import { escapedName } from '../model/shown-text.ts';
import type { Printer } from '../pdf/browser/printer.ts';
import type { Provenance } from '../pdf/finish/document.ts';
import { readProvenance } from '../pdf/finish/xmp.ts';
import { comparePdfs } from '../pdf/reading/compare-pdfs.ts';
import { type CarriedFile, isPdf, type ReadPdf, readPdf, UnreadablePdf } from '../pdf/reading/read-pdf.ts';
import { housePathsIn } from '../project/brand/house-file.ts';
import { configFile } from '../project/config/config-file.ts';
import type { Effects } from '../project/effects.ts';
import { Forms } from '../project/forms.ts';
import { CONFIG_FILE, pathNamed } from '../project/inputs.ts';
import { formHash, programVersion, sha256 } from '../project/provenance.ts';
import { type CarriedEffects, carriedEffects } from './carried-effects.ts';
import { type Difference, sourceOf } from './carried-source.ts';
import { printable, rebuild } from './rebuild.ts';

export interface VerifyReport {
  /** As named. */
  readonly file: string;
  /** Whether the PDF is byte for byte what its embedded assessment gives. */
  readonly same: boolean;
  readonly differences: readonly Difference[];
  /** The PDF's own provenance. */
  readonly made?: Provenance;
  /** Notices about the run. */
  readonly notices: readonly string[];
}

export interface VerifyOptions {
  /**
   * Use the templates and the house style of the working folder too, as a build does; otherwise only the
   * program's own.
   */
  readonly ownTemplates?: boolean;
}

/**
 * Rebuilds a PDF from its embedded assessment, in memory and with the installed program, and lists the
 * differences. Nothing that the PDF names is read or run. Throws UsageFault for a file that does not exist or
 * is not a PDF, MachineFault without a browser. A given `printer` is used and left open.
 */
export async function verify(
  named: string,
  options: VerifyOptions,
  effects: Effects,
  printer?: Printer,
): Promise<VerifyReport> {
  const bytes = await effects.readFile(await pathNamed(named, effects));
  if (!bytes) throw new UsageFault(`There is no file ${escapedName(named)}.`);
  if (!isPdf(bytes)) throw new UsageFault(`${escapedName(named)} is not a PDF.`);
  const report = { file: escapedName(named), same: false, notices: [] };
  let given: ReadPdf;
  try {
    given = readPdf(bytes);
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    return {
      ...report,
      differences: [{ kind: 'unreadable', message: `The PDF cannot be read. ${error.message}` }],
    };
  }
  const made = readProvenance(given.xmp);
  const full = made ? { ...report, made } : report;
  const source = sourceOf(given, made);
  if ('message' in source) return { ...full, differences: [source] };

  const isOwn = options.ownTemplates ?? false;
  const files = isOwn ? await withOwnHouse(source.files, effects) : source.files;
  const world = carriedEffects(files, effects, isOwn, source.revisions);
  const before = await differencesOfMaking(made, source.assessments, world, isOwn);
  const rebuilt = await rebuild(source, { read: given, bytes }, made, world, printer);
  if (!rebuilt.pdf) return { ...full, notices: rebuilt.notices, differences: [...before, rebuilt.why] };
  const same = Buffer.compare(bytes, rebuilt.pdf) === 0;
  if (same) return { ...full, same, notices: rebuilt.notices, differences: [] };
  const expected = readPdf(rebuilt.pdf);
  const producers = [given, expected].map(({ info }) => info.get('Producer') ?? 'a program without a name');
  const found: Difference[] = [...before];
  if (producers[0] !== producers[1]) {
    found.push({
      kind: 'browser',
      message: `It was printed by ${producers[0]}; here prints ${producers[1]}.`,
    });
  }
  found.push(...comparePdfs(given, expected));
  if (found.length === 0) found.push({ kind: 'bytes', message: REWRITTEN });
  return { ...full, notices: rebuilt.notices, differences: found };
}

/** The files to build, with the house style of the working folder and the files it names. */
async function withOwnHouse(
  files: ReadonlyMap<string, Uint8Array>,
  effects: Effects,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const own = await configFile(effects);
  const { brand } = (own && (readDocument(own.name, own.bytes).document?.data as Config | undefined)) ?? {};
  if (!own || !brand) return files;
  const carried = JSON.parse(Buffer.from(files.get(CONFIG_FILE) ?? '{}').toString('utf8')) as Config;
  const all = new Map(files).set(CONFIG_FILE, Buffer.from(JSON.stringify({ ...carried, brand })));
  for (const path of housePathsIn(own, effects.projectFolder)) {
    const bytes = await effects.readFile(path);
    const name = relative(effects.projectFolder, path).replaceAll('\\', '/');
    if (bytes && !files.has(name)) all.set(name, bytes);
  }
  return all;
}

const REWRITTEN =
  'Everything that its catalog leads to (pages, fonts, drawings, links, outline, tags, actions, properties, attachments) is what the assessment gives, but the file is not byte for byte: another program has written it anew, or it holds objects that nothing leads to.';

/** Changes since the PDF was made, according to its own provenance. */
async function differencesOfMaking(
  made: Provenance | undefined,
  assessments: readonly CarriedFile[],
  world: CarriedEffects,
  isOwn: boolean,
): Promise<Difference[]> {
  if (!made) {
    return [{ kind: 'program', message: 'It does not say with which version of the program it was made.' }];
  }
  const found: Difference[] = [];
  const program = await programVersion(world);
  if (made.program !== program) {
    const message = `It was made with threat-memo ${printable(made.program)}; this is ${program}.`;
    found.push({ kind: 'program', message });
  }
  const hashes = assessments.map(({ bytes }) => sha256(bytes));
  if (hashes.join() !== made.sourceHashes.join()) {
    const message = 'The assessment that it carries is not the one whose hash it names.';
    found.push({ kind: 'source', message });
  }
  const forms = new Forms(world);
  const names = [...(await forms.names()), ...(await forms.namesOfPacks())];
  if (names.includes(made.form) && formHash(await forms.load(made.form)) !== made.formHash) {
    const advice = isOwn ? '' : ' If they are those of your project, go there and add --own-templates.';
    const message = `The templates, phrases or style of the form ${made.form} are not those it was made with.${advice}`;
    found.push({ kind: 'form', message });
  }
  return found;
}
