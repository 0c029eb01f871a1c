import type { PdfMetadata, Provenance } from './document.ts';

/** The program's name as it stands in the files it makes. */
export const CREATOR = 'threat-memo';

/** Text in XML 1.0: escaped, without the control characters XML forbids. */
function xml(text: string): string {
  const allowed = Array.from(text.replace(/\p{Surrogate}/gu, '\ufffd'), (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code >= 0x20 || code === 0x09 || code === 0x0a ? char : '';
  }).join('');
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function list(kind: 'Seq' | 'Bag', items: readonly string[]): string {
  return `<rdf:${kind}>${items.map((item) => `<rdf:li>${xml(item)}</rdf:li>`).join('')}</rdf:${kind}>`;
}

function inDefaultLanguage(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
}

/** Namespace of the properties that have no XMP schema. */
const OWN = 'urn:threat-memo:provenance:1#';

/** The document's provenance, in properties of our own. */
function ownProperties(
  provenance: Provenance | undefined,
  marking: string,
): (readonly [string, string | false])[] {
  if (!provenance) return [];
  const { program, form, formHash, sourceHashes, sourceRegisters = [] } = provenance;
  const { edition, informationCutOff, leftOut = 0 } = provenance;
  return [
    ['tm:ProgramVersion', xml(program)],
    ['tm:Form', xml(form)],
    ['tm:FormHash', formHash],
    ['tm:SourceHashes', list('Seq', sourceHashes)],
    ['tm:SourceRegisters', sourceRegisters.length > 0 && list('Seq', sourceRegisters)],
    ['tm:Edition', edition !== undefined && xml(edition)],
    ['tm:InformationCutOff', informationCutOff !== undefined && xml(informationCutOff)],
    ['tm:Marking', marking !== '' && xml(marking)],
    ['tm:LeftOut', leftOut > 0 && String(leftOut)],
  ];
}

/** The values of one of our properties in a packet; several for a list, empty if absent. */
function ownValues(packet: string, name: string): string[] {
  const start = packet.indexOf(`<tm:${name}>`);
  const end = packet.indexOf(`</tm:${name}>`, start);
  if (start === -1 || end === -1) return [];
  const inside = packet.slice(start + name.length + 5, end);
  const items = [...inside.matchAll(/<rdf:li>([^<]*)<\/rdf:li>/g)].map(([, item = '']) => item);
  return (inside.includes('<rdf:') ? items : [inside]).map(unescaped);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** Longest packet read, in characters; ours have some thousands. */
const MAX_PACKET = 1_000_000;

/** The provenance recorded in a packet; `undefined` if it is not ours. The packet may be a stranger's. */
export function readProvenance(packet: string): Provenance | undefined {
  const text = packet.slice(0, MAX_PACKET);
  const one = (name: string) => ownValues(text, name)[0];
  const [program, form, formHash] = [one('ProgramVersion'), one('Form'), one('FormHash')];
  if (!text.includes(OWN) || program === undefined || form === undefined || formHash === undefined)
    return undefined;
  const [edition, informationCutOff] = [one('Edition'), one('InformationCutOff')];
  const leftOut = one('LeftOut');
  return {
    program,
    form,
    formHash,
    sourceHashes: ownValues(text, 'SourceHashes'),
    sourceRegisters: ownValues(text, 'SourceRegisters'),
    ...(edition !== undefined && { edition }),
    ...(informationCutOff !== undefined && { informationCutOff }),
    ...(/^\d{1,6}$/.test(leftOut ?? '') && { leftOut: Number(leftOut) }),
  };
}

/** A property without an XMP schema, described as PDF/A requires (ISO 19005-3, 6.6.2.3). */
interface Described {
  readonly name: string;
  readonly type: 'Text' | 'Integer' | 'seq Text';
  readonly says: string;
}

const ACCESSIBILITY: readonly Described[] = [
  { name: 'part', type: 'Integer', says: 'Part of ISO 14289 to which the document conforms' },
];
const PROVENANCE: readonly Described[] = [
  { name: 'ProgramVersion', type: 'Text', says: 'Version of the program that made the document' },
  { name: 'Form', type: 'Text', says: 'Form of the document' },
  { name: 'FormHash', type: 'Text', says: 'SHA-256 of the templates, phrases and style of the form' },
  {
    name: 'SourceHashes',
    type: 'seq Text',
    says: 'SHA-256 of each assessment that the document was made from',
  },
  {
    name: 'SourceRegisters',
    type: 'seq Text',
    says: 'Attachment with the register that each assessment used',
  },
  { name: 'Edition', type: 'Text', says: 'Edition of the assessment' },
  { name: 'InformationCutOff', type: 'Text', says: 'Date up to which information was used' },
  { name: 'Marking', type: 'Text', says: 'Marking of the document' },
  { name: 'LeftOut', type: 'Integer', says: 'Number of assessments that could not be put in' },
];

function schemaOf(
  schema: string,
  namespace: string,
  prefix: string,
  properties: readonly Described[],
): string {
  const items = properties.map(
    ({ name, type, says }) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name>` +
      `<pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>` +
      `<pdfaProperty:description>${says}</pdfaProperty:description></rdf:li>`,
  );
  return (
    `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${schema}</pdfaSchema:schema>` +
    `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>\n` +
    `<pdfaSchema:property><rdf:Seq>${items.join('\n')}</rdf:Seq></pdfaSchema:property></rdf:li>`
  );
}

/** Extension schemas for those of a packet's properties that XMP does not define. */
function extensionSchemas(hasProvenance: boolean): string {
  const schemas = [schemaOf('PDF/UA identification', NAMESPACES.pdfuaid, 'pdfuaid', ACCESSIBILITY)];
  if (hasProvenance) schemas.push(schemaOf('Where the document comes from', OWN, 'tm', PROVENANCE));
  return `<pdfaExtension:schemas><rdf:Bag>\n${schemas.join('\n')}\n</rdf:Bag></pdfaExtension:schemas>`;
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
  tm: OWN,
} as const;

/** An RDF description of properties, with the namespaces they use. */
function described(properties: readonly string[]): string {
  const used = Object.entries(NAMESPACES).filter(([prefix]) =>
    properties.some((property) => property.includes(`<${prefix}:`)),
  );
  const namespaces = used.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<rdf:Description rdf:about=""${namespaces.join('')}>\n${properties.join('\n')}\n</rdf:Description>`;
}

/** The standards a file claims to meet: PDF/UA-1 (ISO 14289-1), and with it PDF/A-3a (ISO 19005-3). */
export interface Claims {
  readonly isAccessible: boolean;
  readonly isArchival: boolean;
}

/**
 * The metadata as an XMP packet (ISO 16684-1), with the same content as the Info dictionary. The marking is
 * `dc:rights`, Dublin Core's element for usage rights.
 */
export function xmpPacket(
  metadata: PdfMetadata,
  producer: string,
  { isAccessible, isArchival }: Claims,
): string {
  const date = `${metadata.date}T00:00:00Z`;
  const properties = [
    ['dc:format', 'application/pdf'],
    ['dc:title', inDefaultLanguage(metadata.title)],
    ['dc:creator', metadata.authors.length > 0 && list('Seq', metadata.authors)],
    ['dc:description', metadata.subject !== undefined && inDefaultLanguage(metadata.subject)],
    ['dc:subject', metadata.keywords.length > 0 && list('Bag', metadata.keywords)],
    ['dc:language', list('Bag', [metadata.language])],
    ['dc:rights', metadata.marking !== '' && inDefaultLanguage(metadata.marking)],
    ['pdf:Keywords', metadata.keywords.length > 0 && xml(metadata.keywords.join('; '))],
    ['pdf:Producer', xml(producer)],
    ['xmp:CreatorTool', CREATOR],
    ['xmp:CreateDate', date],
    ['xmp:ModifyDate', date],
    ['xmp:MetadataDate', date],
    ['pdfuaid:part', isAccessible && '1'],
    ['pdfaid:part', isArchival && '3'],
    ['pdfaid:conformance', isArchival && 'A'],
    ...ownProperties(metadata.provenance, metadata.marking),
  ] as const;
  const written = properties
    .filter(([, value]) => value !== false)
    .map(([name, value]) => `<${name}>${value}</${name}>`);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    // In a description of its own, and first: some readers recognise a property only once its schema has been
    // read.
    ...(isArchival ? [described([extensionSchemas(metadata.provenance !== undefined)])] : []),
    described(written),
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}
