import type { PdfMetadata } from './document.ts';

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

/**
 * The metadata as an XMP packet (ISO 16684-1), saying the same as the Info dictionary. The marking is `dc:rights`,
 * Dublin Core's element for who may do what with a document.
 */
export function xmpPacket(metadata: PdfMetadata, producer: string): string {
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
  ] as const;
  const written = properties
    .filter(([, value]) => value !== false)
    .map(([name, value]) => `<${name}>${value}</${name}>`);
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"' +
      ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    ...written,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}
