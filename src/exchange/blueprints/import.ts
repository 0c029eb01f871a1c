import { isRecord } from '../../model/json.ts';
import type { ImportContext, Imported, Importer, ImportSource } from '../interfaces.ts';
import { unmarked } from '../kit/draft.ts';
import { Item } from '../kit/item.ts';
import { refusal } from '../source.ts';
import { BlueprintReader } from './read-report.ts';

/**
 * Reports made with CTI Blueprints of MITRE's Center for Threat-Informed Defense: campaign, intrusion analysis, threat
 * actor profile and executive report. Their key points are strings without likelihood or confidence, and stay that.
 */
export const blueprintsImporter: Importer = {
  id: 'blueprints',
  label: 'CTI Blueprints',
  endings: [],
  recognises: ({ json }) => looksLikeBlueprint(json.data),
  import: importBlueprint,
};

function looksLikeBlueprint(data: unknown): data is Readonly<Record<string, unknown>> {
  return (
    isRecord(data) &&
    typeof data.report_title === 'string' &&
    ('executive_summary' in data || 'key_points' in data || 'traffic_light_protocol' in data)
  );
}

function importBlueprint(source: ImportSource, context: ImportContext): Imported {
  const { data, remarks } = source.json;
  if (data === undefined) return { parts: [], losses: [], remarks };
  if (!looksLikeBlueprint(data)) {
    const message =
      'The file is JSON, but no report of CTI Blueprints: it has no `report_title` with a summary.';
    return {
      parts: [],
      losses: [],
      remarks: [refusal('not-this-format', '', message, 'Choose another `--from`.')],
    };
  }
  const reader = new BlueprintReader(new Item(data, ''), context);
  const content = reader.read();
  return {
    parts: [{ belongs: 'assessment', content }],
    losses: reader.losses,
    remarks: reader.marking ? [] : [unmarked()],
  };
}
