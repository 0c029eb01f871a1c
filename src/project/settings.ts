import type { RuleBook } from '../check/rule-book.ts';
import { type RuleSettings, readSettings } from '../check/settings.ts';
import { placeRemarks } from '../load/place-findings.ts';
import { readDocument } from '../load/read-document.ts';
import { type Conventions, shippedConventions } from '../model/conventions/conventions.ts';
import { compareFindings, type Finding } from '../model/finding.ts';
import type { DeskRules } from '../model/generated/types.ts';
import type { OwnVocabularies } from '../model/vocabularies.ts';
import type { OwnFields } from '../validate/own/read-own-fields.ts';
import { readConventions } from '../validate/read-conventions.ts';
import { validateConfig } from '../validate/validate.ts';
import { readBrand } from './brand/read-brand.ts';
import { configFile } from './config/config-file.ts';
import { fieldTitlesOf, loadOwnFields } from './config/own-fields.ts';
import { readWordSettings, WordSettings } from './config/word-settings.ts';
import type { Effects } from './effects.ts';
import { otherRules } from './other-rules.ts';

/** The settings of a project's configuration. */
export interface ProjectSettings {
  readonly settings: RuleSettings;
  readonly vocabularies?: OwnVocabularies;
  /** The project's own fields. */
  readonly fields?: OwnFields;
  /** How memos look as Word documents. */
  readonly word: WordSettings;
  /** The desk's requirements beyond the shipped rules. */
  readonly desk?: DeskRules;
  /** The marking scheme and the scales. */
  readonly conventions: Conventions;
  /** What is wrong with it. */
  readonly findings: readonly Finding[];
}

/** The project's settings, and what is wrong with its configuration. Without a configuration, the defaults. */
export async function loadSettings(effects: Effects, book?: RuleBook): Promise<ProjectSettings> {
  const file = await configFile(effects);
  const plain = { settings: new Map(), conventions: shippedConventions, word: new WordSettings() };
  if (!file) return { ...plain, findings: [] };
  const { document, findings } = readDocument(file.name, file.bytes);
  if (!document) return { ...plain, findings };
  const { config, remarks } = validateConfig(document.data);
  const others = await otherRules(Object.keys(config?.rules ?? {}), book);
  const { settings, remarks: objections } = readSettings(config ?? {}, others, book);
  const { word, remarks: refusals } = await readWordSettings(config?.word, effects);
  const { conventions, remarks: faults } = readConventions(config ?? {});
  const own = await loadOwnFields(config?.fields, effects);
  const { remarks: ofBrand } = await readBrand(config?.brand, conventions.scheme, effects);
  const fieldTitles = fieldTitlesOf(own.fields);
  const all = [
    ...findings,
    ...placeRemarks(document, [
      ...remarks,
      ...objections,
      ...refusals,
      ...faults,
      ...own.remarks,
      ...ofBrand,
    ]),
    ...own.findings,
  ];
  return {
    settings,
    conventions: Object.keys(fieldTitles).length > 0 ? { ...conventions, fieldTitles } : conventions,
    ...(config?.desk && { desk: config.desk }),
    ...(config?.vocabularies && { vocabularies: config.vocabularies }),
    ...(own.fields && { fields: own.fields }),
    word,
    findings: all.sort(compareFindings),
  };
}
