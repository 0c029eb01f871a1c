import { dirname } from 'node:path';
import { emptyRegister } from '../derive/entities/resolve.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { type Finding, hasErrors, type Remark, type SuppressedFinding } from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import { type CheckedFile, checkSource, inOrder } from './check-source.ts';
import type { WordFormSettings } from './config/word-settings.ts';
import type { Effects } from './effects.ts';
import type { InputFile } from './inputs.ts';
import { loadBytes } from './load-bytes.ts';
import { type Fetched, filesOf } from './named/named-files.ts';
import type { PreviousEdition } from './provenance.ts';
import { loadSettings } from './settings.ts';
import { type RunSettings, readContext, type SharedContext } from './shared-context.ts';

/** An assessment that can be built, or findings that say why not. Findings are sorted by place. */
export interface ReadAssessment {
  readonly assessment: Assessment | undefined;
  readonly register: Register;
  readonly findings: readonly Finding[];
  /** Findings that the assessment itself suppresses. */
  readonly suppressed: readonly SuppressedFinding[];
  /** The previous edition, if the file names one that can be read. */
  readonly superseded?: PreviousEdition;
  /** The bytes of the file. */
  readonly bytes: Uint8Array;
  /** Absent if it is not a valid assessment. */
  readonly id?: string;
  /** The files that it names, and what was found. */
  readonly fetched?: Fetched;
  /** Whether its findings do not depend on files read before it. */
  readonly isByItself: boolean;
  /** Turns later remarks into findings with a place. */
  readonly place: (remarks: readonly Remark[]) => Finding[];
}

/** Findings for a file that was checked elsewhere or served from the cache. */
export interface UsedResult extends Pick<ReadAssessment, 'findings' | 'suppressed'> {
  /** Whether an earlier file has the same id. */
  readonly isTaken: boolean;
}

/** Reads assessments; each folder's register is read once, and its findings are reported with the first file that uses it. */
export class AssessmentReader {
  readonly #effects: Effects;
  readonly #runSettings: RunSettings;
  /** Contexts by folder. */
  readonly #contexts = new Map<string, Promise<SharedContext>>();
  /** Lists of findings already reported. */
  readonly #reported = new Set<readonly Finding[]>();
  /** The first file with each id: outputs are named after the id. */
  readonly #fileOfId = new Map<string, string>();
  #settings: ReturnType<typeof loadSettings> | undefined;
  #before: Promise<unknown> = Promise.resolve();

  constructor(effects: Effects, runSettings: RunSettings = {}) {
    this.#effects = effects;
    this.#runSettings = runSettings;
  }

  /**
   * Reads one file after the other, in the order requested: so that always the same file reports the register's
   * mistakes, or a duplicate id.
   */
  read(input: InputFile): Promise<ReadAssessment> {
    return this.#inTurn(() => this.#read(input));
  }

  /** Uses a result from a worker or the cache, in its turn: only its id may turn out to be taken. */
  useResult(input: InputFile, { id, findings, suppressed }: CheckedFile): Promise<UsedResult> {
    return this.#inTurn(async () => {
      // If the file's id is a duplicate, its place is needed: read the file after all.
      const isTaken = id !== undefined && this.#claimId(id, input.shown).length > 0;
      if (isTaken) return { ...(await this.#read(input)), isTaken };
      const common = this.#reportOnce(await this.context(input));
      return { findings: [...common, ...findings], suppressed, isTaken };
    });
  }

  /** The Word settings of a form; `undefined` if its template was rejected, which is a finding. */
  async wordLooks(form: string): Promise<WordFormSettings | undefined> {
    this.#settings ??= loadSettings(this.#effects, this.#runSettings.book);
    return (await this.#settings).word.looksOf(form);
  }

  /** The bytes of a file; `undefined` if unreadable, for which `read` gives the reason. */
  async bytesOf(input: InputFile): Promise<Uint8Array | undefined> {
    return (await loadBytes(input, this.#effects)).bytes;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#before.then(work);
    this.#before = done.catch(() => {}); // reported to whoever requested it
    return done;
  }

  async #read(input: InputFile): Promise<ReadAssessment> {
    const { bytes, findings: unreadable } = await loadBytes(input, this.#effects);
    const shared = await this.context(input);
    const { register = emptyRegister } = shared.context;
    const common = [...this.#reportOnce(shared), ...unreadable];
    const unread = { assessment: undefined, suppressed: [], isByItself: false, place: () => [] };
    if (!bytes) return { ...unread, register, findings: common, bytes: NOTHING };
    const files = filesOf(input, this.#effects);
    const { document, assessment, findings, suppressed, superseded } = await checkSource(
      { file: input.shown, bytes },
      shared.context,
      files,
    );
    const taken =
      assessment && document ? placeRemarks(document, this.#claimId(assessment.id, input.shown)) : [];
    const own = taken.length > 0 ? inOrder([...findings, ...taken]) : findings;
    const usable = !hasErrors(own) && shared.context.register !== undefined;
    return {
      assessment: usable ? assessment : undefined,
      register,
      findings: [...common, ...own],
      suppressed,
      ...(superseded && { superseded }),
      ...(assessment && { id: assessment.id }),
      fetched: files.fetched,
      isByItself: taken.length === 0 && shared.findings.flat().length === 0,
      bytes,
      place: document ? (later) => placeRemarks(document, later) : unread.place,
    };
  }

  /** What a file is checked against, with its findings: the same for all files of a folder. */
  context(input: InputFile): Promise<SharedContext> {
    const folder = dirname(input.path);
    const known = this.#contexts.get(folder) ?? this.#readContext(folder);
    this.#contexts.set(folder, known);
    return known;
  }

  #readContext(folder: string): Promise<SharedContext> {
    this.#settings ??= loadSettings(this.#effects, this.#runSettings.book);
    return readContext(folder, this.#effects, this.#settings, this.#runSettings);
  }

  /** Findings of the configuration and of a register, reported once, with the first file concerned. */
  #reportOnce({ findings }: SharedContext): Finding[] {
    const fresh = findings.filter((some) => !this.#reported.has(some));
    for (const some of fresh) this.#reported.add(some);
    return fresh.flat();
  }

  /** Two assessments with one id would overwrite each other's memo. */
  #claimId(id: string, file: string): Remark[] {
    if (DEVICE.test(id)) return [reservedId(id)];
    const other = this.#fileOfId.get(id) ?? file;
    this.#fileOfId.set(id, other);
    if (other === file) return [];
    const message = `The id \`${id}\` is taken: ${other} has it already, and both would give the same memo.`;
    return [
      {
        rule: 'duplicate-assessment',
        severity: 'error',
        pointer: '/id',
        message,
        help: 'Give one of them another id, or remove it.',
      },
    ];
  }
}

const NOTHING = new Uint8Array();

/** Device names: Windows allows no file with such a name, whatever its extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function reservedId(id: string): Remark {
  const message = `The id \`${id}\` is the name of a device on Windows, where no file can have it.`;
  const help = 'Give the assessment another id.';
  return { rule: 'reserved-id', severity: 'error', pointer: '/id', message, help };
}
