import { nearest } from '../../model/suggest.ts';
import type { CheckedForm } from './checked-form.ts';
import type { TemplateMistake } from './template-error.ts';

/** Most mistakes reported for one form. */
const MAX_REPORTED = 50;

/** The mistakes found in the templates of a form, each once, with its place and what to do. */
export class MistakeList {
  readonly #form: CheckedForm;
  readonly #all: TemplateMistake[] = [];
  readonly #reported = new Set<string>();

  constructor(form: CheckedForm) {
    this.#form = form;
  }

  /** Sorted by place. */
  get sorted(): readonly TemplateMistake[] {
    return this.#all
      .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
      .slice(0, MAX_REPORTED);
  }

  /** Checks the role comments of a template. */
  roles(name: string, text: string): void {
    for (const [index, line] of text.split('\n').entries()) {
      const [, before = '', names = ''] =
        /^(<!--[ \t]*role:[ \t]*)([^>{}]*?)[ \t]*-->[ \t]*$/.exec(line) ?? [];
      let at = before.length;
      for (const part of names.split(/(\s+)/)) {
        if (part.trim() !== '' && !this.#form.roles.includes(part)) {
          const place = { line: index + 1, column: at, length: part.length };
          this.missing(name, place, `There is no role \`${part}\`.`, part, this.#form.roles);
        }
        at += part.length;
      }
    }
  }

  /** Reports a name that does not exist, with the name that was probably meant, or the existing ones. */
  missing(
    template: string,
    place: Place,
    message: string,
    name: string,
    candidates: readonly string[],
    otherwise?: string,
  ): void {
    const meant = nearest(name, candidates);
    const few =
      candidates.length > 0 && candidates.length <= 30
        ? `There are ${candidates.map((one) => `\`${one}\``).join(', ')}.`
        : undefined;
    this.tell(
      template,
      place,
      message,
      meant === undefined ? (otherwise ?? few) : `Did you mean \`${meant}\`?`,
    );
  }

  /** Reports a mistake in one of the project's own templates, once. */
  tell(template: string, { line, column, length = 1 }: Place, message: string, help?: string): void {
    const file = this.#form.files.get(template);
    const key = `${template} ${line} ${column} ${message}`;
    if (file === undefined || this.#reported.has(key)) return;
    this.#reported.add(key);
    const excerpt = this.#form.templates.get(template)?.split('\n')[line - 1] ?? '';
    this.#all.push({
      file,
      line,
      column: column + 1,
      endColumn: column + 1 + length,
      excerpt,
      message,
      ...(help !== undefined && { help }),
    });
  }
}

/** Line from 1, column from 0, as in the parser. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length?: number;
}

export function placeOf({ loc }: hbs.AST.Node): Place {
  const { start, end } = loc;
  return { ...start, length: start.line === end.line ? Math.max(1, end.column - start.column) : 1 };
}
