import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { CompletionShown } from '../protocol.ts';
import { ask } from './server.ts';

/** Colours are variables of the page's style, so that they follow light and dark mode. */
const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--page)', color: 'var(--text)' },
  '.cm-scroller': { fontFamily: 'ui-monospace, monospace', lineHeight: '1.5' },
  '.cm-gutters': { backgroundColor: 'var(--pane)', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'var(--chosen)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--chosen)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--selection) !important',
  },
  '.cm-cursor': { borderInlineStartColor: 'var(--text)' },
  '.cm-tooltip': { backgroundColor: 'var(--page)', color: 'var(--text)', border: '1px solid var(--line)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
});

export interface EditorHooks {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly save: () => void;
  readonly label: string;
}

/** The editor of a file: syntax highlighting, and completion and hover from the server. */
export function editorExtensions(name: string, isJson: boolean, hooks: EditorHooks): Extension {
  const run = (work: () => void) => () => {
    work();
    return true;
  };
  return [
    lineNumbers(),
    foldGutter(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    syntaxHighlighting(colours),
    isJson ? json() : yaml(),
    lintGutter(),
    autocompletion({ override: [(context) => complete(name, context)] }),
    hoverTooltip(async (view, offset) => describe(name, view, offset)),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({
      'aria-label': hooks.label,
      spellcheck: 'true',
      dir: 'ltr',
      tabindex: '0',
    }),
    look,
    keymap.of([
      { key: 'Mod-z', run: run(hooks.undo), preventDefault: true },
      { key: 'Mod-Shift-z', run: run(hooks.redo), preventDefault: true },
      { key: 'Mod-y', run: run(hooks.redo), preventDefault: true },
      { key: 'Mod-s', run: run(hooks.save), preventDefault: true },
      ...completionKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
  ];
}

async function complete(name: string, context: CompletionContext) {
  const before = context.matchBefore(/[\w@"'$/-]*/);
  if (!context.explicit && (!before || before.from === before.to)) return null;
  const text = context.state.doc.toString();
  const found = await ask<readonly CompletionShown[]>('complete', { name, text, offset: context.pos });
  const [first] = found;
  if (!first) return null;
  return {
    from: first.from,
    to: Math.max(first.to, context.pos),
    options: found.map(({ label, kind, detail, info, insert }, index) => ({
      label,
      type: kind === 'property' ? 'property' : kind === 'term' ? 'enum' : 'variable',
      apply: insert,
      boost: -index / found.length,
      ...(detail !== undefined && { detail: detail.length > 70 ? `${detail.slice(0, 69)}…` : detail }),
      ...((info ?? detail) !== undefined && { info: info ?? detail ?? '' }),
    })),
  };
}

async function describe(name: string, view: EditorView, offset: number) {
  const { text } = await ask<{ text: string }>('hover', { name, text: view.state.doc.toString(), offset });
  if (text === '') return null;
  return {
    pos: offset,
    above: true,
    create() {
      const dom = document.createElement('div');
      dom.className = 'hover';
      dom.textContent = text
        .replace(/\\([\\`*_{}[\]<>#!|~&])/g, '$1')
        .replaceAll('**', '')
        .replaceAll('`', '');
      return { dom };
    },
  };
}
