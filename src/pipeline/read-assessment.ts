import { dirname, join } from 'node:path';
import { checkAssessment, checkRegister, checkWithExceptions } from '../check/check.ts';
import type { ExceptedRemark } from '../check/exceptions.ts';
import type { RuleInput } from '../check/rule.ts';
import type { RuleSettings } from '../check/settings.ts';
import { emptyRegister } from '../derive/resolve.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import { ruleUrl } from '../model/described-rule.ts';
import { RefusedFault } from '../model/fault.ts';
import {
  compareFindings,
  type ExceptedFinding,
  FILE_START,
  type Finding,
  hasErrors,
  type Remark,
} from '../model/finding.ts';
import type { Assessment, Register } from '../model/generated/types.ts';
import { salvageAssessment, validateAssessment, validateRegister } from '../validate/validate.ts';
import type { Effects } from './effects.ts';
import { type InputFile, isRegister, shownPath, stemOf } from './inputs.ts';
import type { FormerEdition } from './provenance.ts';
import { loadSettings } from './settings.ts';
import { readSuperseded } from './superseded.ts';

/** An assessment that can be built, or the findings that say why it cannot. Findings are sorted by place. */
export interface ReadAssessment {
  readonly assessment: Assessment | undefined;
  readonly register: Register;
  readonly findings: readonly Finding[];
  /** What the assessment itself excepts. */
  readonly excepted: readonly ExceptedFinding[];
  /** The edition it takes the place of, where the file names one that can be read. */
  readonly superseded?: FormerEdition;
  /** The file as it was read. */
  readonly bytes: Uint8Array;
  /** Gives remarks made later their place in the file. */
  readonly place: (remarks: readonly Remark[]) => Finding[];
}

interface Checked {
  readonly remarks: readonly Remark[];
  readonly excepted: readonly ExceptedRemark[];
  readonly superseded: FormerEdition | undefined;
}

/** Reads assessments; each folder's register is read once, and its findings are told with the first that uses it. */
export class AssessmentReader {
  readonly #effects: Effects;
  readonly #forms: readonly string[] | undefined;
  readonly #registers = new Map<
    string,
    Promise<{ register: Register | undefined; findings: readonly Finding[] }>
  >();
  readonly #told = new Set<string>();
  /** Which file has an id: outputs are named after it. */
  readonly #fileOfId = new Map<string, string>();
  #settings: ReturnType<typeof loadSettings> | undefined;
  #before: Promise<unknown> = Promise.resolve();

  /** `forms` are the names a file may give as its form; left out where another form is given for all. */
  constructor(effects: Effects, forms?: readonly string[]) {
    this.#effects = effects;
    this.#forms = forms;
  }

  /**
   * Reads one after the other, in the order asked for: so that it is always the same file that is told of the register's
   * mistakes, or that comes second with an id.
   */
  read(input: InputFile): Promise<ReadAssessment> {
    const read = this.#before.then(() => this.#read(input));
    this.#before = read.catch(() => {}); // whoever asked for it learns of it
    return read;
  }

  async #read(input: InputFile): Promise<ReadAssessment> {
    const { document, findings, bytes } = await this.#load(input);
    const folder = dirname(input.path);
    const shared = await this.#registerOf(folder);
    const { settings, findings: settingFindings } = await this.#readSettings();
    const registerFindings = [...settingFindings, ...(this.#told.has(folder) ? [] : shared.findings)];
    this.#told.add(folder);
    const register = shared.register ?? emptyRegister;
    if (!document) {
      return {
        assessment: undefined,
        register,
        findings: [...registerFindings, ...findings],
        excepted: [],
        bytes,
        place: () => [],
      };
    }

    const validated = validateAssessment(document.data);
    const remarks = [...validated.remarks];
    let excepted: readonly ExceptedRemark[] = [];
    let superseded: FormerEdition | undefined;
    // With a register that cannot be used, every reference to it would dangle: that flood says nothing.
    if (shared.register) {
      const fileStem = stemOf(input.path);
      const context = {
        register,
        fileStem,
        ...(this.#forms && { forms: this.#forms }),
        today: this.#effects.today(),
      };
      const checked = validated.assessment
        ? await this.#check(validated.assessment, input, context, settings)
        : { remarks: checkWhatIsLeft(document.data, context), excepted, superseded };
      remarks.push(...checked.remarks);
      ({ excepted, superseded } = checked);
    }
    if (validated.assessment) remarks.push(...this.#claimId(validated.assessment.id, input.shown));
    const own = [...findings, ...placeRemarks(document, remarks)].sort(compareFindings).filter(isFirst);
    const usable = !hasErrors(own) && shared.register !== undefined;
    return {
      assessment: usable ? validated.assessment : undefined,
      register,
      findings: [...registerFindings, ...own],
      excepted: excepted.flatMap(({ reason, ...remark }) =>
        placeRemarks(document, [remark]).map((finding) => ({ ...finding, reason })),
      ),
      ...(superseded && { superseded }),
      bytes,
      place: (later) => placeRemarks(document, later),
    };
  }

  /** What the rules say, with the edition before to compare with. */
  async #check(
    assessment: Assessment,
    input: InputFile,
    context: Omit<RuleInput, 'assessment' | 'resolved'>,
    settings: RuleSettings,
  ): Promise<Checked> {
    const { edition, remarks } = await readSuperseded(assessment, input, this.#effects);
    const whole = { assessment, ...context, ...(edition && { superseded: edition.assessment }) };
    const checked = checkWithExceptions(whole, settings);
    return {
      remarks: [...checked.remarks, ...remarks],
      excepted: checked.excepted,
      superseded: edition,
    };
  }

  /** The team's settings; what is wrong with them is told once. */
  async #readSettings() {
    const isFirst = this.#settings === undefined;
    this.#settings ??= loadSettings(this.#effects);
    const { settings, findings } = await this.#settings;
    return { settings, findings: isFirst ? findings : [] };
  }

  /** Two assessments with one id would write over each other's memo. */
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

  /** The register beside an assessment; an empty one when there is none; none when it has errors. */
  #registerOf(folder: string): Promise<{ register: Register | undefined; findings: readonly Finding[] }> {
    const known = this.#registers.get(folder) ?? this.#readRegister(folder);
    this.#registers.set(folder, known);
    return known;
  }

  async #readRegister(folder: string) {
    const entries = (await this.#effects.listFolder(folder)) ?? [];
    const entry = entries.find((candidate) => !candidate.isFolder && isRegister(candidate.name));
    if (!entry) return { register: emptyRegister, findings: [] };
    const path = join(folder, entry.name);
    const { document, findings } = await this.#load({
      path,
      shown: shownPath(path, this.#effects.workingFolder),
    });
    if (!document) return { register: undefined, findings };
    const { register, remarks } = validateRegister(document.data);
    const all = placeRemarks(document, [...remarks, ...(register ? checkRegister(register) : [])]);
    const sorted = [...findings, ...all].sort(compareFindings);
    return { register: hasErrors(sorted) ? undefined : register, findings: sorted };
  }

  async #load(input: InputFile): Promise<ReturnType<typeof readDocument> & { bytes: Uint8Array }> {
    let message = 'The file is gone, or is no file.';
    try {
      const bytes = await this.#effects.readFile(input.path);
      if (bytes) return { ...readDocument(input.shown, bytes), bytes };
    } catch (error) {
      if (!(error instanceof RefusedFault)) throw error;
      message = error.message.replace(input.path, () => 'The file');
    }
    return {
      bytes: new Uint8Array(),
      findings: [
        {
          rule: 'unreadable-file',
          severity: 'error',
          file: input.shown,
          pointer: '',
          message,
          ...FILE_START,
          url: ruleUrl('unreadable-file'),
        },
      ],
    };
  }
}

/** Names of devices: on Windows there can be no file of that name, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function reservedId(id: string): Remark {
  const message = `The id \`${id}\` is the name of a device on Windows, where no file can have it.`;
  const help = 'Give the assessment another id.';
  return { rule: 'reserved-id', severity: 'error', pointer: '/id', message, help };
}

/** Not the same as the one before: what an alias repeats in YAML is wrong once. */
function isFirst(finding: Finding, index: number, sorted: readonly Finding[]): boolean {
  const before = sorted[index - 1];
  return before === undefined || compareFindings(before, finding) !== 0;
}

/**
 * What can be said of the rest of a file that has mistakes: all findings at once, rather than one kind after another.
 * Only errors: a warning may be owed to what was taken out. Nothing is mended from it: first the file has to be valid.
 */
function checkWhatIsLeft(data: unknown, context: Omit<RuleInput, 'assessment' | 'resolved'>): Remark[] {
  const left = salvageAssessment(data);
  if (!left) return [];
  const { data: assessment, lostIds, originalPointer } = left;
  return checkAssessment({ assessment, lostIds, ...context })
    .filter((remark) => remark.severity === 'error')
    .map(({ fix: _, ...remark }) => ({ ...remark, pointer: originalPointer(remark.pointer) }));
}
