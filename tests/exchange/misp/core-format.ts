/**
 * The core format of MISP, as its own schema and its Internet draft (misp-standard.org) have it: the members that a part of
 * an event may have, and what they hold. Numbers are texts, `EventReport` is younger than the schema.
 */
type Holds = 'text' | 'truth' | 'uuid' | 'seconds' | readonly [keyof typeof PARTS] | keyof typeof PARTS;

const TEXTS = { id: 'text', event_id: 'text', sharing_group_id: 'text' } as const;

const PARTS = {
  event: {
    ...TEXTS,
    uuid: 'uuid',
    org_id: 'text',
    orgc_id: 'text',
    info: 'text',
    date: 'text',
    threat_level_id: 'text',
    analysis: 'text',
    distribution: 'text',
    extends_uuid: 'text',
    timestamp: 'seconds',
    publish_timestamp: 'seconds',
    attribute_count: 'text',
    event_creator_email: 'text',
    published: 'truth',
    locked: 'truth',
    proposal_email_lock: 'truth',
    disable_correlation: 'truth',
    Org: 'organisation',
    Orgc: 'organisation',
    Attribute: ['attribute'],
    ShadowAttribute: ['attribute'],
    Object: ['object'],
    Tag: ['tag'],
    EventReport: ['report'],
  },
  organisation: { id: 'text', name: 'text', uuid: 'uuid' },
  tag: { id: 'text', name: 'text', colour: 'text', exportable: 'truth', hide_tag: 'truth', user_id: 'text' },
  attribute: {
    ...TEXTS,
    uuid: 'uuid',
    type: 'text',
    category: 'text',
    value: 'text',
    comment: 'text',
    distribution: 'text',
    object_id: 'text',
    object_relation: 'text',
    first_seen: 'text',
    last_seen: 'text',
    timestamp: 'seconds',
    to_ids: 'truth',
    deleted: 'truth',
    disable_correlation: 'truth',
    Tag: ['tag'],
  },
  object: {
    ...TEXTS,
    uuid: 'uuid',
    name: 'text',
    description: 'text',
    'meta-category': 'text',
    template_uuid: 'uuid',
    template_version: 'text',
    comment: 'text',
    distribution: 'text',
    timestamp: 'seconds',
    deleted: 'truth',
    Attribute: ['attribute'],
    ObjectReference: ['reference'],
  },
  reference: {
    id: 'text',
    event_id: 'text',
    uuid: 'uuid',
    object_id: 'text',
    object_uuid: 'uuid',
    referenced_id: 'text',
    referenced_uuid: 'uuid',
    referenced_type: 'text',
    relationship_type: 'text',
    timestamp: 'seconds',
    comment: 'text',
    deleted: 'truth',
  },
  report: {
    ...TEXTS,
    uuid: 'uuid',
    name: 'text',
    content: 'text',
    distribution: 'text',
    timestamp: 'seconds',
    deleted: 'truth',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What MISP refuses an event, an object or an attribute without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  event: ['uuid', 'info', 'date', 'threat_level_id', 'analysis', 'distribution', 'timestamp', 'Orgc'],
  organisation: ['uuid', 'name'],
  attribute: ['uuid', 'type', 'category', 'value'],
  object: ['uuid', 'name', 'meta-category', 'template_uuid', 'template_version', 'Attribute'],
  reference: ['uuid', 'object_uuid', 'referenced_uuid', 'relationship_type'],
  report: ['uuid', 'name', 'content'],
  tag: ['name'],
};

/** Types that our attributes have, with the categories that MISP has them in. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = {
  text: ['Other', 'Internal reference', 'External analysis'],
  integer: ['Other'],
  float: ['Other'],
  boolean: ['Other'],
  other: ['Other', 'Internal reference', 'External analysis'],
  link: ['External analysis', 'Internal reference', 'Antivirus detection', 'Network activity'],
  'threat-actor': ['Attribution'],
};

/** Longest value of an attribute, and of the relation to its object, that MISP's tables hold; bytes and characters. */
const MAX_VALUE = 65_535;
const MAX_RELATION = 255;

/** What in an event is not in the core format, one line each. */
export function coreFormatErrors(file: unknown): readonly string[] {
  const errors: string[] = [];
  const uuids = new Set<string>();
  const walk = (part: keyof typeof PARTS, value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      errors.push(`${at} is no ${part}`);
      return;
    }
    const members: Readonly<Record<string, Holds>> = PARTS[part];
    const data = value as Readonly<Record<string, unknown>>;
    for (const name of NEEDED[part] ?? []) if (!(name in data)) errors.push(`${at} has no ${name}`);
    for (const [name, one] of Object.entries(data)) {
      const holds = Object.hasOwn(members, name) ? members[name] : undefined;
      const here = `${at}/${name}`;
      if (holds === undefined) errors.push(`${here} is no member of ${part}`);
      else if (holds === 'truth') typeof one === 'boolean' || errors.push(`${here} is not true or false`);
      else if (holds === 'text') typeof one === 'string' || errors.push(`${here} is no text`);
      else if (holds === 'uuid') isUuid(one) || errors.push(`${here} is no UUID`);
      else if (holds === 'seconds') /^\d{1,10}$/.test(String(one)) || errors.push(`${here} is no time`);
      else if (typeof holds === 'string') walk(holds, one, here);
      else if (!Array.isArray(one)) errors.push(`${here} is no list`);
      else for (const [index, item] of one.entries()) walk(holds[0], item, `${here}/${index}`);
    }
    if (part === 'attribute') errors.push(...attributeErrors(data, at));
    if (part === 'attribute' || part === 'object' || part === 'report') {
      if (uuids.has(String(data.uuid))) errors.push(`${at} has the UUID of another`);
      uuids.add(String(data.uuid));
    }
  };
  walk('event', (file as { readonly Event?: unknown }).Event, '/Event');
  return errors;
}

function attributeErrors(data: Readonly<Record<string, unknown>>, at: string): string[] {
  const { type, category, value, object_relation: relation = '' } = data;
  const known = CATEGORIES[String(type)] ?? [];
  return [
    ...(known.includes(String(category)) ? [] : [`${at}: ${String(type)} is not in ${String(category)}`]),
    ...(String(value).trim() === '' ? [`${at}/value is empty`] : []),
    ...(Buffer.byteLength(String(value)) > MAX_VALUE ? [`${at}/value is too long`] : []),
    ...(String(relation).length > MAX_RELATION ? [`${at}/object_relation is too long`] : []),
  ];
}

function isUuid(value: unknown): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-7][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(String(value));
}
