import fc from 'fast-check';

/** Pieces that mean something to a Markdown parser, or nearly. */
const pieces = [
  ...['# ', '## ', '###### ', '#', '===', '---', '- ', '* ', '+ ', '1. ', '10) ', '> ', '    ', '  ', '\t'],
  ...['```', '~~~', '`', '``', '\\', '|', '| - |', ':-:', '[', ']', '(', ')', '](', ']:', '[^', '![', '!'],
  ...[
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<!-- role: keep -->',
    '<script>',
    '<b>',
    '<?',
    '<![CDATA[',
    '&',
    '&amp;',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '$',
    '$$',
    '"',
    "'",
    ':',
    '::',
    '@',
    '[@a]',
    '[@a, p. 4; @b]',
    '[@nope]',
  ],
  ...[
    'https://a.example/x_y',
    'www.a.example/x',
    'a_b@c.example',
    '<https://a.example>',
    '[x]: /y',
    '[^a]: z',
  ],
  ...['[ ] ', '[x] ', 'word', 'A', 'B', ' ', '\u00a0', '\f', 'ж', 'א', '.', ',', '5'],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);

/** One line of text full of Markdown. */
export const markdownLine = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));

/** Several lines of it, with every kind of line end. */
export const markdownText = fc
  .array(fc.tuple(markdownLine, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r')), { maxLength: 7 })
  .map((lines) => lines.flat().join(''));
