import { describe, expect, test } from 'vitest';
import { blueprintsImporter } from '../../../src/exchange/blueprints/import.ts';
import { MAX_IMPORTED_TEXT } from '../../../src/exchange/kit/text.ts';
import { assessmentOf, importData } from '../support.ts';

const imported = (more: object) =>
  importData(blueprintsImporter, { report_title: 'Cranes', key_points: 'One.', ...more });
const read = (more: object) => assessmentOf(imported(more));
const said = (more: object) =>
  (read(more).evidence ?? []).map(({ statement }) => [statement].flat().join(' | '));
const lost = (more: object) => imported(more).losses.map(({ at, why }) => [at, why]);

describe('a report of CTI Blueprints', () => {
  test('names its source, with its number, template and day', () => {
    const report = {
      report_number: 12,
      report_date: '2024-05-01',
      traffic_light_protocol: 'TLP:GREEN',
      __document: { template_name: 'Campaign Report' },
    };
    expect(read(report).sources?.[0]).toEqual({
      id: 'cranes',
      csl: { type: 'report', title: 'Cranes', number: '12', issued: '2024-05-01', genre: 'Campaign Report' },
      reliability: 'F',
    });
    expect([read(report).asOf, read(report).marking]).toEqual(['2024-05-01', 'TLP:GREEN']);
    expect(imported(report).remarks).toEqual([]);
    expect(read({}).sources?.[0]?.csl).toEqual({
      type: 'report',
      title: 'Cranes',
      issued: '2026-11-29',
      genre: 'CTI Blueprints report',
    });
    expect(imported({}).remarks).toHaveLength(1);
  });

  test('with nothing but a key point has that, and no evidence', () => {
    const { judgments, evidence, actors, incidents, gaps, scope, bottomLine } = read({});
    expect(judgments).toEqual([{ id: 'one', statement: 'One.' }]);
    expect([evidence, actors, incidents, gaps, scope, bottomLine]).toEqual(Array(6).fill(undefined));
  });

  test('has one actor for each name, with other aliases than the name, each once', () => {
    const metadata = {
      threat_actor_motivation: [{ threat_actor_motivation: ['Money', 'Fame'] }],
      threat_actors: [
        { threat_actor_name: 'Heron', threat_actor_aliases: 'Grey; Heron, Wader,,Grey' },
        { threat_actor_name: 'Heron', threat_actor_aliases: 'Wader, Stilt' },
        { threat_actor_name: 'Heron' },
      ],
    };
    expect(read({ metadata }).actors).toEqual([
      {
        id: 'heron',
        name: 'Heron',
        aliases: ['Grey', 'Wader', 'Stilt'],
        type: 'unknown',
        motivations: ['Money', 'Fame'],
        summary: 'Named in the report.[@cranes]',
      },
    ]);
    const alone = read({
      metadata: { threat_actor_name: 'Egret' },
      threat_actor: { summary: 'Small.\\nOld.', ttp: 'Letters.' },
    });
    expect(alone.actors).toEqual([
      { id: 'egret', name: 'Egret', type: 'unknown', summary: ['Small. Old.[@cranes]'] },
    ]);
    expect(alone.sections?.map(({ heading, body }) => [heading, body])[0]).toEqual([
      'Tactics, techniques and procedures',
      ['Letters.[@cranes]'],
    ]);
  });

  test('says each place and sector once', () => {
    const metadata = {
      victim_location: [{ location: ['Norham', 'Norham'] }, { location: 'Ford' }],
      sectors: [{ sector: ['Ports', 'Rail', 'Ports'] }],
      infrastructure_used: [{ infrastructure: 'Rented servers' }],
    };
    expect(read({ metadata }).scope).toEqual({ geography: ['Norham', 'Ford'] });
    expect(said({ metadata })).toEqual([
      'Sectors concerned: Ports, Rail.',
      'Infrastructure used: Rented servers.',
    ]);
    expect(said({ metadata: { sectors: [], infrastructure_used: [] } })).toEqual([]);
  });

  test('has incidents with what their rows say, and no more', () => {
    const timeline = [
      {
        activity: 'Cranes stop at the northern quay of Norham',
        start_date: '2024-03-01',
        end_date: '2024-03-04',
        location: 'Norham',
        sector: 'Ports',
        attribution: 'Heron',
      },
      { attribution: 'Heron' },
    ];
    expect(read({ timeline }).incidents).toEqual([
      {
        id: '2024-03-01-cranes-stop-at-the',
        title: 'Cranes stop at the northern quay of Norham',
        date: '2024-03-01/2024-03-04',
        place: { name: 'Norham' },
        type: 'unknown',
        target: 'Ports',
        attributions: [{ actor: 'heron', by: 'the report' }],
        summary: ['Cranes stop at the northern quay of Norham[@cranes]'],
      },
      {
        id: 'undated-activity',
        title: 'Activity',
        type: 'unknown',
        attributions: [{ actor: 'heron', by: 'the report' }],
      },
    ]);
  });

  test('says of a technique who used it, how, and whether it was seen', () => {
    const observed = {
      technique: 'T1566',
      sub_technique: 'T1566.001',
      tactic: 'Initial access',
      attribution: 'Heron',
      procedure: 'A letter.',
      control: 'Filter',
      defend: 'D3',
    };
    const mitre_attack_table = {
      observed: [observed],
      likely_in_network: [{ technique: 'T1486', sub_technique: 'T1490.001', control: ' None ' }, {}],
    };
    expect(said({ mitre_attack_table })).toEqual([
      'T1566.001 (tactic Initial access), Heron, Observed. | A letter. | Control: Filter',
      'T1490.001, Listed in the report as “likely in network”.',
      'technique, Listed in the report as “likely in network”.',
    ]);
    expect(lost({ mitre_attack_table })).toEqual([
      ['/mitre_attack_table/observed/0/defend', 'It follows from the number of the technique.'],
      [
        '/mitre_attack_table/likely_in_network/0/technique',
        'The row names a sub-technique, of another technique.',
      ],
    ]);
    expect(said({ mitre_attack_table: [{ technique: 'T1486' }] })).toEqual(['T1486.']);
  });

  test('says of victims where and when, as far as it is known', () => {
    const victims = [
      {
        victim_name: 'Port of Norham',
        location_granular: 'Quay',
        location_region: 'North',
        sector: 'Ports',
        date_reported: '2024-03-09',
      },
      {},
    ];
    expect(said({ victims })).toEqual([
      'Port of Norham (Ports, Quay, North) is reported as a victim.',
      'A victim is reported as a victim.',
    ]);
    expect(read({ victims }).evidence?.map(({ date }) => date)).toEqual(['2024-03-09', undefined]);
  });

  test('asks its gaps and requirements; a row without one is lost with what else it says', () => {
    const more = {
      intelligence_gaps: 'Who pays?\n\nWho waits?',
      intelligence_requirements: [{ intelligence_requirement: 'R1' }, { other: 1 }],
    };
    expect(read(more).gaps?.map(({ id, question }) => [id, question])).toEqual([
      ['who-pays', 'Who pays?'],
      ['who-waits', 'Who waits?'],
      ['requirement-r1', 'Requirement R1'],
    ]);
    expect(lost(more)).toEqual([
      ['/intelligence_requirements/1/other', 'An assessment has no place for it.'],
    ]);
  });

  test('cites pages, with an address if it is one', () => {
    const report_citations = [
      { description: 'A report', hyperlink: ' example.org/a ' },
      { hyperlink: 'HTTPS://example.org/b' },
      { hyperlink: 'no link here' },
      {},
    ];
    const internal_telemetry = [{ internal_telemetry: 'Logs of March.' }, { internal_telemetry: '' }];
    const more = { data_sources: { report_citations, internal_telemetry } };
    expect(
      read(more)
        .sources?.slice(1)
        .map(({ csl }) => [csl?.title, csl?.URL]),
    ).toEqual([
      ['A report', 'https://example.org/a'],
      ['HTTPS://example.org/b', 'HTTPS://example.org/b'],
      ['no link here', undefined],
      ['Reference', undefined],
    ]);
    expect(said(more)).toEqual(['Logs of March.']);
  });

  test('counts rows for machines and names ten', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ioc_malware_name: `m${at}`, hash: 'x' }));
    expect(said({ iocs: { malware: rows(11), network: [] }, signatures: rows(10) })).toEqual([
      'The report lists malware files, 11 in all: m0, m1, m2, m3, m4, m5, m6, m7, m8, m9 and others.',
      'The report lists signatures, 10 in all: m0, m1, m2, m3, m4, m5, m6, m7, m8, m9.',
    ]);
    expect(imported({ iocs: { cves: [{ cve_number: 'CVE-1' }] } }).losses).toEqual([
      {
        at: '/iocs/cves/0',
        what: 'row of vulnerabilities',
        why: 'It is for machines; the assessment says only how many there are, and names some.',
        degree: 'dropped',
        value: 'CVE-1',
      },
    ]);
  });

  test('loses the end of a text that is too long, and says so', () => {
    const long = 'a'.repeat(MAX_IMPORTED_TEXT);
    expect(imported({ outlook: long }).losses).toEqual([]);
    expect(imported({ outlook: `${long}a` }).losses).toMatchObject([{ at: '/outlook', degree: 'changed' }]);
  });

  test('is recognised by its title and one of its parts', () => {
    const isReport = (data: unknown) => importData(blueprintsImporter, data).parts.length === 1;
    for (const part of ['executive_summary', 'key_points', 'traffic_light_protocol']) {
      expect(isReport({ report_title: 'Cranes', [part]: '' })).toBe(true);
    }
    for (const data of [
      { report_title: 'Cranes' },
      { key_points: 'One.' },
      { report_title: 3, key_points: '' },
      [],
    ]) {
      expect(isReport(data)).toBe(false);
      expect(importData(blueprintsImporter, data).remarks).toHaveLength(1);
    }
  });
});
