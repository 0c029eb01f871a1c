import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roles } from '../../src/document/roles.ts';
import { bodyOf } from './page.ts';

describe('roles', () => {
  it('gives the next block its class and leaves no comment behind', () => {
    expect(bodyOf('<!-- role: compact -->\nFirst words.')).toBe(
      '<header><p class="compact">First words.</p></header>',
    );
  });

  it.each(['# Heading', '- list', '1. list', '> quotation', '| a |\n| - |\n| b |', 'Text'])(
    'reaches %j',
    (block) => {
      expect(bodyOf(`<!-- role: keep -->\n${block}`)).toMatch(/class="keep|class="keep columns-1 whole"/);
    },
  );

  it('takes several names, and several comments', () => {
    expect(bodyOf('<!-- role: compact keep -->\n<!-- role: scale-note -->\n\nText')).toContain(
      'class="compact keep scale-note"',
    );
  });

  it('works inside a list', () => {
    expect(bodyOf('- one\n\n  <!-- role: aside -->\n  > quoted')).toContain('<blockquote class="aside">');
  });

  it('interrupts a paragraph', () => {
    expect(bodyOf('Before\n<!-- role: keep -->\nAfter')).toContain('<p>Before</p><p class="keep">After</p>');
  });

  it('is given to each line of the head that says what a memo covers and who approved it', () => {
    const scope = '<!-- role: scope -->\n\n';
    expect(bodyOf(`# T\n\n${scope}One\n\n${scope}Two\n\n## Next\n\n${scope}Three`)).toMatch(
      /<p class="scope">One<\/p><p class="scope">Two<\/p>.*<p>Three<\/p>/s,
    );
  });

  it('ignores unknown names, and comments that share a line with text', () => {
    expect(bodyOf('<!-- role: danger -->\nText')).toBe('<header><p>Text</p></header>');
    expect(bodyOf('<!-- role: constructor -->\nText')).toBe('<header><p>Text</p></header>');
    expect(bodyOf('<!-- role: keep --> Text')).not.toContain('keep');
    expect(bodyOf('    <!-- role: keep -->\n\nText')).not.toContain('class');
  });

  it('are honoured for the first page only before the first section', () => {
    const late = bodyOf('# T\n\n## S\n\n<!-- role: marking -->\nTLP:CLEAR\n\n<!-- role: series -->\nFake');
    expect(late).not.toContain('class="marking"');
    expect(late).not.toContain('class="series"');
  });

  it('honours the bottom line once, and both it and the judgments at the top level', () => {
    const body = bodyOf('<!-- role: bottom-line -->\n> One\n\n<!-- role: bottom-line -->\n> Two');
    expect(body.match(/class="bottom-line"/g)).toHaveLength(1);
    expect(bodyOf('- item\n\n  <!-- role: judgments -->\n  1. one')).not.toContain('judgments');
  });

  it('keep judgments after an omitted number as judgments, with their own numbers', () => {
    const role = '<!-- role: judgments -->';
    const body = bodyOf(`${role}\n\n1. One\n\n    - Likely: yes\n\n${role}\n\n3. Three\n\n    - Likely: no`);
    expect(body).toContain('<ol class="judgments"');
    expect(body).toContain('<ol start="3" class="judgments"');
    expect(body.match(/class="facts"/g)).toHaveLength(2);
    const style = readFileSync(new URL('../../templates/_shared/print.css', import.meta.url), 'utf8');
    expect(style).toContain('content: counter(list-item);');
  });

  it('all reach the page', () => {
    for (const role of roles) expect(bodyOf(`<!-- role: ${role} -->\nText`)).toContain(`"${role}"`);
  });
});
