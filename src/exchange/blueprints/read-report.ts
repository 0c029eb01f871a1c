import type { Assessment, Marking } from '../../model/generated/types.ts';
import { isRecord } from '../../model/json.ts';
import type { ImportContext, Loss } from '../interfaces.ts';
import { Draft, markingOf, UNGRADED, UNWEIGHED } from '../kit/draft.ts';
import { readableId } from '../kit/ids.ts';
import { type Item, NO_PLACE } from '../kit/item.ts';
import { dayOf, daysOf, MAX_IMPORTED_TEXT, oneLine, plainProse } from '../kit/text.ts';
import { PROFILE, SECTIONS, TABLES, WHY } from './report-parts.ts';

/** Reads one report into the parts of an assessment, and lists what has no place there. */
export class BlueprintReader {
  readonly losses: Loss[] = [];
  readonly marking: Marking | undefined;
  readonly #draft: Draft;
  readonly #actors = new Map<string, string>();
  readonly #source: string;
  readonly #day: string;
  readonly #title: string;

  constructor(
    readonly report: Item,
    context: ImportContext,
  ) {
    this.#draft = new Draft(context);
    this.#title = oneLine(report.text('report_title') ?? 'Report', 200);
    this.#draft.about = this.#title;
    this.#day = dayOf(report.text('report_date')) ?? context.today;
    this.marking = markingOf(report.text('traffic_light_protocol') ?? '');
    if (this.marking) this.#draft.head.marking = this.marking;
    const number = report.text('report_number');
    this.#source = this.#draft.id('sources', this.#title, number ?? this.#title);
    const csl = {
      type: 'report' as const,
      title: this.#title,
      ...(number !== undefined && { number: oneLine(number) }),
      issued: this.#day,
      genre: oneLine(String(this.#template() ?? 'CTI Blueprints report')),
    };
    this.#draft.add('sources', { id: this.#source, csl, reliability: UNGRADED }, '', 'report');
  }

  read(): Partial<Assessment> {
    const { report } = this;
    const summary = this.#prose(report, 'executive_summary');
    if (summary !== undefined) this.#draft.head.bottomLine = summary;
    this.#keyPoints();
    this.#people();
    this.#profile();
    for (const [key, heading] of SECTIONS) this.#section(report, key, heading);
    this.#timeline();
    this.#techniques();
    this.#victims();
    this.#gaps();
    this.#citations();
    for (const table of TABLES) this.#table(table);
    report.skip('__document');
    this.losses.push(...report.unread('report', (key) => WHY[key] ?? NO_PLACE), ...this.#draft.losses);
    return this.#draft.finish({ id: readableId(this.#title, 'report'), title: this.#title, asOf: this.#day });
  }

  #template(): unknown {
    const made = this.report.peek('__document');
    return isRecord(made) ? made.template_name : undefined;
  }

  /** The text of a member as prose. Some reports write a line end as the two characters `\n`. */
  #prose(item: Item, key: string): ReturnType<typeof plainProse> | undefined {
    const text = item.text(key);
    if (text === undefined) return undefined;
    if (text.length > MAX_IMPORTED_TEXT) {
      const why = `Of a text, the first ${MAX_IMPORTED_TEXT.toLocaleString('en')} characters are taken.`;
      this.losses.push(item.lostMember(key, 'end of a long text', why, 'changed'));
    }
    const prose = plainProse(text.replaceAll('\\n', '\n'));
    return prose.length === 0 ? undefined : prose;
  }

  /** Each paragraph is a key judgment: in the words of the report, without likelihood and confidence. */
  #keyPoints(): void {
    const prose = this.#prose(this.report, 'key_points');
    for (const statement of [prose ?? []].flat().filter((line) => line !== '')) {
      const words = oneLine(statement, 80);
      const id = this.#draft.id('judgments', words, statement);
      this.#draft.add('judgments', { id, statement }, '/key_points', 'key point');
    }
  }

  #people(): void {
    const metadata = this.report.item('metadata');
    if (!metadata) return;
    const motivations = metadata
      .items('threat_actor_motivation')
      .flatMap((item) => item.texts('threat_actor_motivation'));
    const named = [
      ...metadata.items('threat_actors'),
      ...(metadata.has('threat_actor_name') ? [metadata] : []),
    ];
    for (const item of named) {
      const aliases = (item.text('threat_actor_aliases') ?? '').split(/[,;]/).map((alias) => oneLine(alias));
      this.#actor(item.text('threat_actor_name') ?? '', { aliases, motivations });
    }
    const places = metadata.items('victim_location').flatMap((item) => item.texts('location'));
    const sectors = metadata.items('sectors').flatMap((item) => item.texts('sector'));
    const infrastructure = metadata
      .items('infrastructure_used')
      .flatMap((item) => item.texts('infrastructure'));
    if (places.length > 0)
      this.#draft.head.scope = { geography: [...new Set(places.map((place) => oneLine(place)))] };
    this.#fact('sectors', `Sectors concerned: ${list(sectors)}.`, sectors, '/metadata/sectors');
    this.#fact(
      'infrastructure',
      `Infrastructure used: ${list(infrastructure)}.`,
      infrastructure,
      '/metadata/infrastructure_used',
    );
  }

  #actor(
    name: string,
    more: { readonly aliases?: readonly string[]; readonly motivations?: readonly string[] } = {},
  ): string | undefined {
    const line = oneLine(name);
    if (line === '') return undefined;
    const aliases = [...new Set(more.aliases ?? [])].filter((alias) => alias !== '' && alias !== line);
    const known = this.#actors.get(line);
    if (known !== undefined) {
      this.#draft.addAliases(known, aliases);
      return known;
    }
    const motivations = (more.motivations ?? []).map((motivation) => oneLine(motivation));
    const actor = {
      name: line,
      ...(aliases.length > 0 && { aliases }),
      type: 'unknown' as const,
      ...(motivations.length > 0 && { motivations }),
      summary: `Named in the report.[@${this.#source}]`,
    };
    const id = this.#draft.addActor(actor, line, '/metadata', 'threat actor');
    if (id !== undefined) this.#actors.set(line, id);
    return id;
  }

  /** A profile of one actor: its summary, and a section for each part. */
  #profile(): void {
    const profile = this.report.item('threat_actor');
    if (!profile) return;
    const summary = this.#prose(profile, 'summary');
    const [actor] = this.#draft.list('actors');
    if (actor && summary !== undefined) actor.summary = this.#citing(summary);
    for (const [key, heading] of PROFILE) this.#section(profile, key, heading);
  }

  #section(item: Item, key: string, heading: string): void {
    const prose = this.#prose(item, key);
    if (prose === undefined) return;
    const id = this.#draft.ownId('sections', heading, key);
    const section = { id, heading, kind: 'background' as const, body: this.#citing(prose) };
    this.#draft.add('sections', section, `${item.at}/${key}`, 'section');
  }

  #citing(prose: string | readonly string[]): string[] {
    const lines = [prose].flat();
    return lines.map((line, index) => (index === lines.length - 1 ? `${line}[@${this.#source}]` : line));
  }

  #timeline(): void {
    for (const row of this.report.items('timeline')) {
      const activity = this.#prose(row, 'activity');
      const words = oneLine([activity ?? 'Activity'].flat().join(' '), 60);
      const date = daysOf(row.text('start_date'), row.text('end_date'));
      const place = row.text('location');
      const sector = row.text('sector');
      const actor = this.#actor(row.text('attribution') ?? '');
      const id = this.#draft.id(
        'incidents',
        `${date?.slice(0, 10) ?? 'undated'} ${words.split(' ').slice(0, 4).join(' ')}`,
        words,
      );
      const incident = {
        id,
        title: words,
        ...(date !== undefined && { date }),
        ...(place !== undefined && { place: { name: oneLine(place) } }),
        type: 'unknown' as const,
        ...(sector !== undefined && { target: oneLine(sector) }),
        ...(actor !== undefined && { attributions: [{ actor, by: 'the report' }] }),
        ...(activity !== undefined && { summary: this.#citing(activity) }),
      };
      this.#draft.add('incidents', incident, row.at, 'row of the timeline');
    }
  }

  /** Rows of the ATT&CK table: what was observed, and what is only suspected to be in the network. */
  #techniques(): void {
    const { report } = this;
    const table = report.item('mitre_attack_table');
    const rows: readonly (readonly [Item, string])[] = [
      ...report.items('mitre_attack_table').map((row) => [row, ''] as const),
      ...(table?.items('observed') ?? []).map((row) => [row, 'Observed'] as const),
      ...(table?.items('likely_in_network') ?? []).map(
        (row) => [row, 'Listed in the report as “likely in network”'] as const,
      ),
    ];
    for (const [row, standing] of rows) {
      const technique = row.text('sub_technique') ?? row.text('technique') ?? 'technique';
      if (technique.startsWith(`${String(row.peek('technique'))}.`)) row.skip('technique');
      const tactic = row.text('tactic');
      const actor = row.text('attribution');
      const procedure = this.#prose(row, 'procedure');
      const control = row.text('control');
      const head = [`${technique}${tactic === undefined ? '' : ` (tactic ${tactic})`}`, actor, standing]
        .filter(Boolean)
        .join(', ');
      const tail =
        control === undefined || /^none$/i.test(control.trim())
          ? []
          : [plainProse(`Control: ${control}`)].flat();
      const statement = [...[plainProse(`${oneLine(head)}.`)].flat(), ...[procedure ?? []].flat(), ...tail];
      this.#evidence(`${actor ?? ''} ${technique}`, statement, row.at, 'row of the ATT&CK table');
    }
  }

  #victims(): void {
    for (const row of this.report.items('victims')) {
      const name = row.text('victim_name') ?? 'A victim';
      const where = [row.text('location_granular'), row.text('location_region')].flatMap((text) =>
        text === undefined ? [] : [oneLine(text)],
      );
      const sector = row.text('sector');
      const date = dayOf(row.text('date_reported'));
      const details = [sector, ...where].filter(Boolean).join(', ');
      const words = `${oneLine(name)}${details === '' ? '' : ` (${details})`} is reported as a victim.`;
      this.#evidence(`victim ${name}`, [plainProse(words)].flat(), row.at, 'victim', date);
    }
  }

  #gaps(): void {
    const gaps = this.#prose(this.report, 'intelligence_gaps');
    for (const question of [gaps ?? []].flat().filter((line) => line !== '')) {
      const id = this.#draft.id('gaps', oneLine(question, 60), question);
      this.#draft.add('gaps', { id, question }, '/intelligence_gaps', 'gap');
    }
    for (const row of this.report.items('intelligence_requirements')) {
      const text = row.text('intelligence_requirement');
      if (text === undefined) continue;
      const question = plainProse(`Requirement ${oneLine(text)}`);
      const id = this.#draft.id('gaps', `requirement ${text}`, text);
      this.#draft.add('gaps', { id, question }, row.at, 'requirement');
    }
  }

  #citations(): void {
    const sources = this.report.item('data_sources');
    for (const row of sources?.items('report_citations') ?? []) {
      const title = oneLine(row.text('description') ?? row.text('hyperlink') ?? 'Reference', 200);
      const link = row.text('hyperlink')?.trim();
      const url = link === undefined ? undefined : /^https?:\/\//i.test(link) ? link : `https://${link}`;
      const id = this.#draft.id('sources', title, `${title}\n${url}`);
      const csl = {
        type: 'webpage' as const,
        title,
        ...(url !== undefined && /^\S+$/.test(url) && { URL: url }),
      };
      this.#draft.add('sources', { id, csl, reliability: UNGRADED }, row.at, 'citation');
    }
    for (const row of sources?.items('internal_telemetry') ?? []) {
      const text = this.#prose(row, 'internal_telemetry');
      if (text !== undefined)
        this.#evidence(
          `telemetry ${oneLine([text].flat().join(' '), 30)}`,
          [text].flat(),
          row.at,
          'telemetry',
        );
    }
  }

  /**
   * Tables of technical indicators: how many rows there are and their names; each row is reported as a loss.
   */
  #table({ path, label, name }: (typeof TABLES)[number]): void {
    const last = path.at(-1) ?? '';
    const holder = path.length > 1 ? this.report.item(path[0] ?? '') : this.report;
    const rows = holder?.items(last) ?? [];
    if (rows.length === 0) return;
    const names = rows.flatMap((row) => row.texts(name)).map((one) => oneLine(one, 80));
    const words = `The report lists ${label}, ${rows.length} in all: ${list(names.slice(0, 10))}${names.length > 10 ? ' and others' : ''}.`;
    this.#evidence(`listed ${label}`, [plainProse(words)].flat(), `/${path.join('/')}`, label);
    for (const row of rows) {
      const why = 'It is for machines; the assessment says only how many there are, and names some.';
      this.losses.push(row.lost(`row of ${label}`, why, String(row.peek(name) ?? '')));
      row.skip(...row.keys());
    }
  }

  #fact(words: string, statement: string, values: readonly string[], at: string): void {
    if (values.length > 0) this.#evidence(words, [plainProse(statement)].flat(), at, words);
  }

  #evidence(words: string, statement: string[], at: string, kind: string, date?: string): void {
    const entry = {
      id: this.#draft.ownId('evidence', oneLine(words, 40), statement.join('\n')),
      statement,
      kind: 'report' as const,
      ...(date !== undefined && { date }),
      citations: [{ source: this.#source, credibility: UNWEIGHED }],
    };
    this.#draft.add('evidence', entry, at, kind);
  }
}

function list(values: readonly string[]): string {
  return [...new Set(values.map((value) => oneLine(value)))].join(', ');
}
