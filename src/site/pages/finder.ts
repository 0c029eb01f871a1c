import { isList, type Row } from '../../ledger/columns.ts';
import type { EntityKind } from '../links.ts';
import { dataTable, Linker, likelihoodCell, type PageContext, type Part, stateText } from '../page.ts';
import { stateOf } from './start.ts';

/** Finds rows by what they refer to; created once for all pages. */
export class Finder {
  readonly #judgments = new Map<string, Row>();
  readonly #aboutEntity = new Map<string, Row[]>();
  readonly #evidence = new Map<string, Row[]>();
  readonly #incidents = new Map<string, Row[]>();
  readonly #context: PageContext;

  constructor(context: PageContext) {
    this.#context = context;
    const { data } = context;
    for (const row of data.judgments) {
      this.#judgments.set(`${String(row.edition.assessment)}/${String(row.value('id'))}`, row);
      for (const kind of ['actors', 'incidents'] as const) {
        for (const id of listOf(row, kind))
          this.#add(
            this.#aboutEntity,
            `${kind}/${data.keyFor(kind, String(row.edition.assessment), id)}`,
            row,
          );
      }
    }
    for (const { rows } of data.incidents) {
      const actors = rows.flatMap((row) =>
        listOf(row, 'actors').map((id) => data.keyFor('actors', String(row.edition.assessment), id)),
      );
      for (const key of new Set(actors)) this.#add(this.#incidents, String(key), rows[0]);
    }
    for (const row of data.evidence.values()) {
      for (const [column, side] of [
        ['judgments', 'for'],
        ['against', 'against'],
      ] as const) {
        for (const id of listOf(row, column))
          this.#add(this.#evidence, `${side}/${String(row.edition.assessment)}/${id}`, row);
      }
    }
  }

  judgment(row: Row, id: string): Row | undefined {
    return this.#judgments.get(`${String(row.edition.assessment)}/${id}`);
  }

  about(kind: EntityKind, key: string): readonly Row[] {
    return this.#aboutEntity.get(`${kind}/${key}`) ?? [];
  }

  /** Incidents that an actor is held responsible for or claims, by its key. */
  incidentsOf(actor: string): readonly Row[] {
    return this.#incidents.get(actor) ?? [];
  }

  evidence(side: 'for' | 'against', row: Row): readonly Row[] {
    return this.#evidence.get(`${side}/${String(row.edition.assessment)}/${String(row.value('id'))}`) ?? [];
  }

  /** Judgments of an assessment by their ids, as links with their likelihood. */
  table(path: string, rows: readonly Row[]): Part {
    const { data, words } = this.#context;
    const link = new Linker(path, data);
    return dataTable(
      [words.text('judgment'), words.text('likelihood'), words.text('state'), words.text('assessment')],
      rows.map((row) => [
        link.judgment(row),
        likelihoodCell(row, words),
        stateText(row, stateOf(row, this.#context), words),
        link.memo(row),
      ]),
      words,
    );
  }

  #add(map: Map<string, Row[]>, key: string, row: Row): void {
    const known = map.get(key);
    if (known) known.push(row);
    else map.set(key, [row]);
  }
}

/** The members of a list; none where the file says nothing. */
export function listOf(row: Row, column: string): readonly string[] {
  const value = row.value(column);
  return isList(value) ? value : [];
}
