import { describe, expect, it } from 'vitest';
import { bodyOf } from './page.ts';

const markdown = 'One[^a][^b]. Two[^a].\n\n[^a]: First *note*.\n[^b]: Second.\n';

describe('notes', () => {
  it('numbers references, links them, and separates neighbours by a comma', () => {
    const body = bodyOf(markdown);
    expect(body).toMatch(
      /One<sup><a href="#note-fn-a"[^>]*>1<\/a>, <a href="#note-fn-b"[^>]*>2<\/a><\/sup>\./,
    );
    expect(body).toMatch(/Two<sup><a [^>]*id="note-fnref-a-2"[^>]*>1<\/a><\/sup>/);
  });

  it('does not join references with words between them', () => {
    expect(bodyOf('One[^a] and[^b]\n\n[^a]: x\n[^b]: y')).not.toContain('</a>,<a');
  });

  it('heads the list in the language of the memo and names each way back', () => {
    const labels = { notes: 'Anmerkungen', backToText: 'Zurück zu Verweis {reference}', besides: [] };
    const body = bodyOf(markdown, { labels });
    expect(body).toContain('class="notes"><h2 id="notes">Anmerkungen</h2><ol>');
    expect(body).toContain('aria-describedby="notes"');
    expect(body).toMatch(/<a href="#note-fnref-a"[^>]*aria-label="Zurück zu Verweis 1a"[^>]*>↑<\/a>/);
    expect(body).toMatch(/<a href="#note-fnref-a-2"[^>]*aria-label="Zurück zu Verweis 1b"[^>]*>b<\/a>/);
    expect(body).toMatch(/<a href="#note-fnref-b"[^>]*aria-label="Zurück zu Verweis 2"[^>]*>↑<\/a>/);
  });

  it('leads every link to an id that exists', () => {
    const body = bodyOf(`${markdown}\n\n[^c]: never cited`);
    const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...body.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets).toHaveLength(6);
    for (const target of targets) expect(ids).toContain(target);
  });

  it("recognises no reference in a stranger's link with the same name", () => {
    expect(bodyOf('[x](#note-fn-a)')).not.toContain('<sup>');
  });
});

describe('key judgments', () => {
  const figures = new Map([['b.svg', '<svg></svg>']]);
  const judgments =
    '<!-- role: judgments -->\n1. **Attacks will very likely continue.**[^a]\n\n' +
    '   - Likelihood: **very likely** (80–95 %) ![](b.svg) by 2025\n   - Confidence : **low**. One source.\n   - No label\n\n[^a]: x';

  it('separate label and value, and remain a list', () => {
    const body = bodyOf(judgments, { figures });
    expect(body).toContain('<ol class="judgments"><li><p><strong>Attacks');
    expect(body).toContain(
      '<li><span class="label">Likelihood:</span> <span class="value"><span class="term"><strong>very likely</strong> (<span class="nowrap">80–95</span> %) </span><svg aria-hidden="true"></svg> by\u00a02025</span></li>',
    );
    expect(body).toContain('<span class="label">Confidence :</span>');
    expect(body).toContain('<li>No label</li>');
  });

  it('leaves other lists as they are', () => {
    expect(bodyOf('1. One\n   - Note: two')).toContain('<li>Note: two</li>');
  });
});

describe('numbers of notes on a page', () => {
  const body = (markdown: string) =>
    bodyOf(`${markdown}\n\n[^a]: A\n[^b]: B\n[^c]: C\n[^d]: D\n[^e]: E\n`)
      .replace(/<section.*/s, '')
      .replaceAll(/<a [^>]*>(\d+)<\/a>/g, '$1');

  it('are closed up from three neighbours on, and the omitted ones lead back', () => {
    expect(body('All[^a][^b][^c][^d].')).toBe(
      '<header><p>All<sup><span class="nowrap">1<span id="note-fnref-b"></span><span id="note-fnref-c"></span>–4</span></sup>.</p></header>',
    );
    expect(body('One[^a][^b].')).toBe('<header><p>One<sup>1, 2</sup>.</p></header>');
  });

  it('are sorted', () => {
    expect(body('A[^a] B[^b] C[^c] D[^d] E[^e][^a][^c][^b].')).toContain(
      '5</sup>'.replace('5', '–3</span>, 5'),
    );
  });

  it('are separated from a figure before them, so as not to read as its power', () => {
    expect(body('In 2023: **15**[^a].')).toContain('<sup class="after-figure">1</sup>');
    expect(body('In all of it[^a].')).toContain('<sup>1</sup>');
  });

  it('are on the line if they are part of the sentence', () => {
    expect(body('Word[^a][^b]. See [^a][^b].')).toContain('See <sup class="on-line">1, 2</sup>.');
  });
});
