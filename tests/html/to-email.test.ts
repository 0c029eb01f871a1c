import { expect, test } from 'vitest';
import { type EmailInput, toEmail } from '../../src/html/to-email.ts';
import { shippedConventions } from '../../src/model/conventions/conventions.ts';
import { lookOf } from '../../src/model/conventions/markings.ts';

const markdown = `<!-- role: marking -->

TLP:GREEN

# Fires on the Line

## Bottom line

<!-- role: bottom-line -->

> Fires are *likely* to go on.[^a]

<!-- role: contents -->

## Contents

- [Bottom line](#bottom-line)

## Judgments

<!-- role: caption -->

Four of five are likely

![One: likely. Two: unlikely.](figures/x/judgments.svg)

<!-- role: caption -->

Counts

| What | Figure |
| :-- | --: |
| Fires | 4 |

See [the report](https://rail.example/report) & <b>this</b>.

[^a]: Quarterly report.
`;

const input: EmailInput = {
  markdown,
  language: 'en',
  direction: 'ltr',
  title: 'Fires <on> the Line',
  labels: { notes: 'Notes', backToText: 'Back to reference {reference}', besides: [] },
  furniture: { look: lookOf(shippedConventions.scheme, 'TLP:GREEN'), foot: '', pageOf: '' },
};
const email = toEmail(input);

test('has the name and colours of its house, and the shipped ones otherwise', () => {
  const colours = { structure: '#14284b', accent: '#8a5a00', tint: '#f2f4f7' };
  const ours = toEmail({ ...input, house: { name: 'Ministry of <Rail>', colours } });
  expect(ours).toContain('>Ministry of &#x3C;Rail></p>');
  for (const colour of Object.values(colours)) expect(ours).toContain(colour);
  for (const shipped of ['#17375e', '#a3401a', '#edf1f6']) {
    expect(email).toContain(shipped);
    expect(ours).not.toContain(shipped);
  }
});

test('is one file without scripts, style sheets, pictures, classes and internal links', () => {
  expect(email).not.toMatch(/<(?:script|style|link|img|svg|input|button|form)\b/i);
  expect(email).not.toMatch(/ (?:class|id|on\w+|data-[a-z-]+)=/i);
  expect(email).not.toMatch(/href="#/);
  expect(email).not.toMatch(/display:\s*(?:grid|flex)|position:|var\(|@media/);
  expect(email).toContain('<title>Fires &lt;on&gt; the Line</title>');
});

test('has the marking at top and bottom, and the bottom line in a box that clients preserve', () => {
  expect(email.match(/>TLP:GREEN</g)).toHaveLength(2);
  expect(email).toMatch(
    /<td bgcolor="#edf1f6"[^>]*>\s*<p[^>]*>Fires are <em>likely<\/em> to go on\.<sup[^>]*>1<\/sup>/,
  );
  expect(email).not.toContain('Contents');
});

test('describes a figure in words, puts the caption of a table before it, and aligns numbers on the right', () => {
  expect(email).toMatch(/Four of five are likely<\/p>[\s\S]*One: likely\. Two: unlikely\./);
  expect(email).toMatch(/<p[^>]*>Counts<\/p><table/);
  expect(email).toMatch(/<td align="right"[^>]*>4<\/td>/);
  // On a phone words may be broken, but not in the first cell of a row, which names it.
  expect(email).toMatch(/<td style="[^"]*word-break:normal;">Fires<\/td>/);
  expect(email).not.toMatch(/<td [^>]*word-break:normal;[^>]*>4</);
});

test("has only external links, and shows a stranger's text as text", () => {
  expect(email).toMatch(/<a href="https:\/\/rail\.example\/report" style="[^"]+">the report<\/a>/);
  expect(email).not.toContain('<b>');
  expect(email).toContain('Quarterly report.');
});

test('styles every block itself', () => {
  for (const tag of ['h1', 'h2', 'p', 'td', 'th', 'table', 'ol', 'li'])
    expect(
      [...email.matchAll(new RegExp(`<${tag}(?![a-z0-9])(?![^>]*(?:style=|role=))[^>]*>`, 'g'))].map(String),
      tag,
    ).toEqual([]);
});

test('keeps a row of many accounts as it is: nothing parts over a page', () => {
  const accounts = Array.from({ length: 6 }, (_, index) => `**Level ${index}** High.`).join(' ');
  const table = `| Actor | Levels |\n| :-- | :-- |\n| **One**, a group. | ${accounts} |`;
  const message = toEmail({ ...input, markdown: table });
  expect(message).toContain('<strong>One</strong>, a group.');
  expect(message).not.toContain('colspan="2"');
});
