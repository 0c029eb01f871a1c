import { resolve } from '../../derive/entities/resolve.ts';
import type { Exported, Exporter, ExportInput, Loss } from '../interfaces.ts';
import { uuidOf } from '../kit/ids.ts';
import { momentsOf } from '../kit/text.ts';
import { attribute, ObjectMaker } from './export-objects.ts';
import { markingTag } from './taxonomies.ts';
import { KINDS } from './templates.ts';

/**
 * A MISP event (core format): the memo as an event report, and each entry as an object whose attributes are its
 * properties; likelihood, confidence and Admiralty grades are also tags of MISP's taxonomies. The event is
 * restricted to the own organisation until somebody there widens its distribution.
 */
export const mispExporter: Exporter = {
  id: 'misp',
  label: 'MISP event',
  wantsMemo: true,
  export: exportMisp,
};

function exportMisp({ assessment, register, memo }: ExportInput): Exported {
  const losses: Loss[] = [];
  const scope = `assessments/${assessment.id}`;
  const moments = [momentsOf(assessment.asOf).first, momentsOf(assessment.published).first];
  const changed = moments.reduce<string>(
    (last, moment) => (moment && moment > last ? moment : last),
    '1970-01-01T00:00:00.000Z',
  );
  const timestamp = String(Date.parse(changed) / 1000);
  const maker = new ObjectMaker(assessment, register, timestamp, losses);
  const objects = [
    maker.head(),
    ...Object.entries(KINDS).flatMap(([collection, kind]) => maker.list(collection, kind)),
  ];
  maker.linkActors(objects);
  const resolved = resolve(assessment, register);
  const links = resolved.sources.flatMap(({ id, csl }) =>
    csl?.URL !== undefined && /^https?:\/\//.test(csl.URL)
      ? [{ id, url: csl.URL, title: csl.title ?? csl.type }]
      : [],
  );
  const [author] = assessment.authors ?? [];
  const organisation = author?.affiliation ?? author?.name ?? 'threat-memo';
  const event = {
    uuid: uuidOf(scope),
    info: assessment.title,
    date: (moments[1] ?? moments[0] ?? changed).slice(0, 10),
    threat_level_id: '4',
    analysis:
      assessment.status === 'final' || assessment.status === 'superseded'
        ? '2'
        : assessment.status === 'review'
          ? '1'
          : '0',
    published: false,
    distribution: '0',
    sharing_group_id: '0',
    extends_uuid: '',
    timestamp,
    publish_timestamp: '0',
    Orgc: { name: organisation, uuid: uuidOf(`organisations/${organisation}`) },
    Tag: [{ name: markingTag(assessment.marking) }],
    Attribute: links.map(({ id, url, title }) => ({
      ...attribute(`${scope}/links/${id}`, timestamp),
      type: 'link',
      category: 'External analysis',
      value: url,
      comment: title,
    })),
    Object: objects,
    ...(memo !== undefined && {
      EventReport: [
        {
          uuid: uuidOf(`${scope}/memo`),
          name: assessment.title,
          content: memo,
          distribution: '5',
          sharing_group_id: '0',
          timestamp,
          deleted: false,
        },
      ],
    }),
  };
  maker.sayWritten(objects, event);
  const content = `${JSON.stringify({ Event: event }, null, 2)}\n`;
  return { files: [{ name: `${assessment.id}.misp.json`, content }], losses, remarks: [] };
}
