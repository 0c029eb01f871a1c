import type { PdfMetadata, Provenance } from './document.ts';

/** The program's name as it stands in the files it makes. */
export const CREATOR = 'threat-memo';

/** Text in XML 1.0: escaped, without the control characters that it does not allow. */
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

/** Namespace of the properties that no schema of XMP has. */
const OWN = 'urn:threat-memo:provenance:1#';

/** Where the document comes from, in properties of our own. */
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

/** A property of our own in a packet; every value where it is a list. Empty where there is none. */
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

/** Longest packet that is read, in characters; ours have some thousands. */
const MAX_PACKET = 1_000_000;

/** What a packet says of where its document comes from; nothing when it is none of ours. It may be a stranger's. */
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

/**
 * The metadata as an XMP packet (ISO 16684-1), saying the same as the Info dictionary. The marking is `dc:rights`,
 * Dublin Core's element for who may do what with a document.
 *
 * @param isAccessible whether the document calls itself PDF/UA-1 (ISO 14289-1, clause 5)
 */
export function xmpPacket(metadata: PdfMetadata, producer: string, isAccessible: boolean): string {
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
    ...ownProperties(metadata.provenance, metadata.marking),
  ] as const;
  const written = properties
    .filter(([, value]) => value !== false)
    .map(([name, value]) => `<${name}>${value}</${name}>`);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
      ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"' +
      `${isAccessible ? ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"' : ''}` +
      `${metadata.provenance ? ` xmlns:tm="${OWN}"` : ''}>`,
    ...written,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}
