import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../../src/docx/template/read-template.ts';
import { wordOf } from '../../../src/memo/word.ts';
import { processorTime } from '../../support/processor-time.ts';
import { memoOf } from '../memo.ts';

/** `house-template.docx` is what LibreOffice saves for `tests/support/word/make_template.py`. */
const house = new Uint8Array(
  readFileSync(new URL('../../fixtures/word/house-template.docx', import.meta.url)),
);

/** The template with parts changed or added. */
function changed(change: (parts: Record<string, Uint8Array>) => Record<string, string | Uint8Array>) {
  const parts = unzipSync(house);
  const fresh = Object.entries(change(parts)).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync({ ...parts, ...Object.fromEntries(fresh) });
}

const textOf = (parts: Record<string, Uint8Array>, name: string) =>
  strFromU8(parts[name] ?? new Uint8Array());

/** A template whose part has something put before a piece of its text. */
const put = (name: string, before: string, what: string) =>
  changed((parts) => {
    const text = textOf(parts, name);
    if (!text.includes(before)) throw new Error(`${name} has no ${before}`);
    return { [name]: text.replace(before, () => what + before) };
  });

const relationship = (kind: string, mode = 'TargetMode="External"') =>
  `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="https://example.org/x.dotm" ${mode}/>`;

describe('a hostile template', () => {
  it.each([
    ['is no zip', strToU8('no document'), 'word-unreadable'],
    ['is a zip bomb', changed(() => ({ 'word/document.xml': new Uint8Array(60_000_000) })), 'word-too-large'],
    ['has more than 8 MB', new Uint8Array(8_000_001), 'word-too-large'],
    ['carries macros', changed(() => ({ 'word/vbaProject.bin': new Uint8Array(8) })), 'word-macros'],
    [
      'calls itself macro-enabled',
      put(
        '[Content_Types].xml',
        '</Types>',
        '<Override PartName="/x" ContentType="application/vnd.ms-word.template.macroEnabledTemplate.main+xml"/>',
      ),
      'word-macros',
    ],
    [
      'has a template of its own elsewhere',
      changed(() => ({
        'word/_rels/settings.xml.rels': `<Relationships>${relationship('attachedTemplate')}</Relationships>`,
      })),
      'word-external',
    ],
    [
      'shows a picture from elsewhere',
      put('word/_rels/header1.xml.rels', '</Relationships>', relationship('image')),
      'word-external',
    ],
    [
      'declares entities',
      put('word/styles.xml', '<w:styles', '<!DOCTYPE x [<!ENTITY a "b">]>'),
      'word-entities',
    ],
    ['is not well formed', put('word/styles.xml', '</w:styles>', '<w:style>'), 'word-unreadable'],
    [
      'is nested without end',
      put('word/styles.xml', '</w:styles>', '<w:x>'.repeat(5000) + '</w:x>'.repeat(5000)),
      'word-unreadable',
    ],
    [
      'has a field that reads a file',
      put(
        'word/header1.xml',
        '</w:p>',
        '<w:r><w:instrText>INCLUDE</w:instrText><w:instrText>PICTURE "http://x"</w:instrText></w:r>',
      ),
      'word-template-content',
    ],
    [
      'has a field that asks another program',
      put('word/footer1.xml', '</w:p>', "<w:fldSimple w:instr='DDEAUTO c:\\\\x'/>"),
      'word-template-content',
    ],
    [
      'embeds an object',
      put('word/header1.xml', '</w:p>', '<w:r><w:object><o:OLEObject r:id="rId1"/></w:object></w:r>'),
      'word-template-content',
    ],
    [
      'shows a picture that is none',
      changed(() => ({ 'word/media/image1.png': '<svg onload="x"/>' })),
      'word-template-content',
    ],
    [
      'has a drawing from an address',
      put(
        'word/header1.xml',
        '</w:p>',
        '<w:r><w:pict><v:imagedata src="https://example.org/x.png"/></w:pict></w:r>',
      ),
      'word-template-content',
    ],
  ])('that %s is refused with a finding', (_, bytes, rule) => {
    const { template, remarks } = readTemplate(bytes);
    expect(template).toBeUndefined();
    expect(remarks.map((remark) => remark.rule)).toEqual([rule]);
  });

  it('with a hundred thousand empty elements is read quickly', () => {
    const many = '<w:style/><w:p/><w:numPicBullet/>'.repeat(100_000);
    const took = processorTime(() => readTemplate(put('word/styles.xml', '</w:styles>', many)));
    expect(took).toBeLessThan(3000);
  });

  it('loses its links and comments, and keeps the words', () => {
    const linked = put(
      'word/header1.xml',
      '</w:p>',
      '<!-- x --><w:hyperlink r:id="rId7"><w:r><w:t>us</w:t></w:r></w:hyperlink>',
    );
    const xml = readTemplate(linked).template?.headers.default?.xml ?? '';
    expect(xml).toContain('<w:t>us</w:t>');
    expect(xml).not.toMatch(/hyperlink|<!--/);
  });
});

describe('a template', () => {
  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['JPEG', [0xff, 0xd8, 0xff]],
    ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ])('may have a picture in its header as %s, and not a file that only begins like one', (_, head) => {
    const withPicture = (bytes: readonly number[]) =>
      readTemplate(changed(() => ({ 'word/media/image1.png': new Uint8Array([...bytes, 0, 0, 0, 0]) })));
    expect(withPicture(head).template?.headers.default?.pictures).toHaveLength(1);
    head.forEach((_byte, at) => {
      expect(
        withPicture(head.map((byte, index) => (index === at ? byte - 1 : byte))).template,
      ).toBeUndefined();
    });
  });

  it('sets the margins, unless they are impossible', () => {
    const margins = (attributes: string) =>
      readTemplate(
        changed((parts) => ({
          'word/document.xml': textOf(parts, 'word/document.xml').replace(
            /<w:pgMar\b[^>]*>/,
            `<w:pgMar ${attributes}/>`,
          ),
        })),
      ).template?.margins;
    expect(margins('w:top="100" w:right="200" w:bottom="-300" w:left="4999"')).toEqual({
      ...{ top: 100, right: 200, bottom: 300, left: 4999 },
      ...{ header: 0, footer: 0, gutter: 0 },
    });
    expect(margins('w:top="5000"')).toBeUndefined();
    expect(margins('w:top="1.5"')).toBeUndefined();
  });

  it('sets which pages have other headers and footers', () => {
    const differs = (section: string, settings: string) =>
      readTemplate(
        changed((parts) => ({
          'word/document.xml': textOf(parts, 'word/document.xml')
            .replace(/<w:titlePg\b[^>]*\/?>/g, '')
            .replace('<w:pgMar', `${section}<w:pgMar`),
          'word/settings.xml': textOf(parts, 'word/settings.xml')
            .replace(/<w:evenAndOddHeaders\b[^>]*\/?>/g, '')
            .replace('</w:settings>', `${settings}</w:settings>`),
        })),
      ).template?.differs;
    expect(differs('', '')).toEqual({ first: false, even: false });
    expect(differs('<w:titlePg/>', '<w:evenAndOddHeaders w:val="true"/>')).toEqual({
      first: true,
      even: true,
    });
    expect(differs('<w:titlePg w:val="0"/>', '<w:evenAndOddHeaders w:val="off"/>')).toEqual({
      first: false,
      even: false,
    });
  });
});

/** The parts of a memo in the looks of a template. */
async function inTemplate(bytes: Uint8Array, path = 'tests/fixtures/word/rail-sabotage-2025.json') {
  const { template, remarks } = readTemplate(bytes);
  if (!template) throw new Error(JSON.stringify(remarks));
  const { memo, assessment, form } = await memoOf(path);
  const docx = await wordOf(memo, { assessment, form, looks: { template } }, 'A4', {
    edition: 'e'.repeat(64),
  });
  return { docx, parts: unzipSync(docx) };
}

describe('a memo in a house style', { timeout: 60_000 }, () => {
  it('has the styles of the template, and ours where those are missing, in its fonts', async () => {
    const { parts } = await inTemplate(house);
    const styles = textOf(parts, 'word/styles.xml');
    const style = (name: string) =>
      [...styles.matchAll(/<w:style\b(?:(?!<w:style\b)[\s\S])*?<\/w:style>/g)]
        .map(([xml]) => xml)
        .filter((xml) => xml.toLowerCase().includes(`<w:name w:val="${name.toLowerCase()}"/>`));
    expect(style('Heading 1')).toHaveLength(1);
    expect(style('Heading 1')[0]).toContain('1B5E20');
    expect(style('Bottom Line')[0]).toContain('E8F5E9');
    expect(style('Key Judgment')).toHaveLength(1);
    expect(style('Key Judgment')[0]).not.toMatch(/w:rFonts|w:color/);
    const ids = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...textOf(parts, 'word/document.xml').matchAll(/<w:pStyle w:val="([^"]*)"/g)];
    for (const [, id] of used) expect(ids).toContain(id);
  });

  it('has its margins, its header with the picture, and the marking on every page', async () => {
    const { parts } = await inTemplate(house);
    expect(textOf(parts, 'word/document.xml')).toContain('w:left="1701"');
    // Its header has no place for the marking, which takes a line; its footer has one.
    expect(textOf(unzipSync(house), 'word/document.xml')).toMatch(/w:top="1260".*w:bottom="1133"/);
    expect(textOf(parts, 'word/document.xml')).toMatch(/w:top="1580".*w:bottom="1133"/);
    const furniture = Object.keys(parts).filter((name) => /^word\/(?:header|footer)\d+\.xml$/.test(name));
    expect(furniture).toHaveLength(4);
    for (const name of furniture) {
      const xml = textOf(parts, name);
      // The first page of this form begins with the marking in its text.
      if (!/header2/.test(name)) expect(xml).toContain('TLP:GREEN');
      expect(xml).not.toMatch(/\{\w+\}/);
    }
    const header = textOf(parts, 'word/header1.xml');
    expect(header.replace(/<[^>]*>/g, '')).toContain(
      'Institute for Examples · Sabotage on the Northern Line',
    );
    expect(header).toContain('r:embed="house1"');
    expect(textOf(parts, 'word/_rels/header1.xml.rels')).toContain('Target="media/house-image1.png"');
    expect(parts['word/media/house-image1.png']).toEqual(unzipSync(house)['word/media/image1.png']);
  });

  it('is the same bytes each time', async () => {
    const [one, two] = [await inTemplate(house), await inTemplate(house)];
    expect(Buffer.compare(one.docx, two.docx)).toBe(0);
  });

  it('finds a placeholder that a word processor has cut into runs', async () => {
    const cut = changed((parts) => ({
      'word/header1.xml': textOf(parts, 'word/header1.xml').replace(
        '{title}',
        '{ti</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tle} of </w:t></w:r><w:r><w:t>{da</w:t></w:r><w:r><w:t>te}',
      ),
    }));
    const { parts } = await inTemplate(cut);
    const text = textOf(parts, 'word/header1.xml').replace(/<[^>]*>/g, '');
    expect(text).toContain('Sabotage on the Northern Line of 2025-04-30');
  });

  it('has different first and even pages if the template does', async () => {
    const apart = changed((parts) => ({
      'word/settings.xml': textOf(parts, 'word/settings.xml').replace(
        '</w:settings>',
        '<w:evenAndOddHeaders/></w:settings>',
      ),
    }));
    const { parts } = await inTemplate(apart);
    expect(textOf(parts, 'word/document.xml')).toContain('w:type="even"');
    expect(textOf(parts, 'word/settings.xml')).not.toContain('w:evenAndOddHeaders w:val="false"');
  });
});
