import { basename } from 'node:path';
import type { ImportSource } from '../exchange/interfaces.ts';
import { openSource } from '../exchange/source.ts';
import { excerptOf } from '../load/excerpt.ts';
import { jsonPlaces } from '../load/json/json-places.ts';
import { indexLines } from '../load/line-index.ts';
import { findSpan } from '../load/placed-node.ts';
import { UsageFault } from '../model/fault.ts';
import { FILE_START, type Finding, type Remark } from '../model/finding.ts';
import type { Effects } from '../project/effects.ts';
import { pathNamed, shownPath } from '../project/inputs.ts';

/** A file to import, or why it cannot be read. */
export interface OpenedSource {
  /** As shown in findings. */
  readonly shown: string;
  readonly source?: ImportSource;
  readonly findings: readonly Finding[];
}

/** Opens a file named by the user. Throws UsageFault if there is none. */
export async function openNamed(name: string, effects: Effects): Promise<OpenedSource> {
  const path = await pathNamed(name, effects);
  const shown = shownPath(path, effects.projectFolder);
  const bytes = await effects.readFile(path);
  if (!bytes) throw new UsageFault(`There is no file ${shown}.`);
  const { source, remarks } = openSource(basename(path), bytes);
  const findings = remarks.map((remark) => placed(remark, shown, undefined));
  return source ? { shown, source, findings } : { shown, findings };
}

/** A finding for a remark on a source, with its place if the source is JSON. */
export function placed(remark: Remark, shown: string, source: ImportSource | undefined): Finding {
  const { on: _, ...rest } = remark;
  const start = { ...rest, file: shown, ...FILE_START };
  const text = source?.text;
  if (remark.pointer === '' || text === undefined || source?.json.data === undefined) return start;
  const lines = indexLines(text);
  const { start: from, end } = findSpan(jsonPlaces(text), remark.pointer, 'value');
  const place = lines.place(from, end);
  return { ...start, ...place, ...excerptOf(lines.lineText(place.line), place.column) };
}
