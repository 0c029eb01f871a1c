import type { ResolvedAssessment, ResolvedSource } from '../../derive/entities/resolve.ts';
import { edtfOfCsl } from '../../model/csl-date.ts';
import type { Cells } from '../columns.ts';
import { dateValue, type ReadEdition } from '../edition.ts';

/** One row for each source that the file lists or its evidence cites. */
export function sourceRows({ assessment, resolved }: ReadEdition): Cells[] {
  const listed = new Set(resolved.sources.map(({ id }) => id));
  const cited = (resolved.evidence ?? []).flatMap(({ citations = [] }) =>
    citations.map(({ source }) => source),
  );
  const ids = [...listed, ...new Set(cited.filter((id) => !listed.has(id)))];
  const shared = new Set((assessment.sources ?? []).flatMap(({ ref }) => ref ?? []));
  return ids.flatMap((id): Cells[] => {
    const source = resolved.knownSources.get(id);
    if (!source) return [];
    const { csl, reliability, derivedFrom = [], knownThrough = [] } = source;
    const lost = lostWith(id, resolved);
    return [
      {
        id,
        sourceTitle: csl.title ?? id,
        by: publishersOf(source),
        issued: dateValue(csl.issued && edtfOfCsl(csl.issued)),
        reliability,
        shared: shared.has(id) || !listed.has(id),
        address: csl.URL ?? csl.DOI,
        restsOn: [...new Set([...derivedFrom, ...knownThrough])],
        ...lost,
        marking: source.marking ?? assessment.marking,
      },
    ];
  });
}

function publishersOf({ csl }: ResolvedSource): string[] {
  const names = (csl.author ?? []).flatMap(({ literal, family, given }) => {
    const name = literal ?? [given, family].filter((part) => part !== undefined).join(' ');
    return name === '' ? [] : name;
  });
  return [...names, ...(csl.publisher === undefined ? [] : [csl.publisher])];
}

/**
 * What is lost if a source is withdrawn. A derived source is lost with the last of its origins; an item of
 * evidence if all its sources are; a judgment if all its evidence is.
 */
function lostWith(id: string, { knownSources, evidence = [], judgments }: ResolvedAssessment) {
  const gone = new Set([id]);
  for (let before = 0; before < gone.size; ) {
    before = gone.size;
    for (const { id: other, derivedFrom = [], knownThrough = [] } of knownSources.values()) {
      const origins = [...derivedFrom, ...knownThrough];
      if (origins.length > 0 && origins.every((origin) => gone.has(origin))) gone.add(other);
    }
  }
  const touched = new Set<string>();
  const lost = new Set<string>();
  for (const { id: item, citations = [] } of evidence) {
    if (citations.some(({ source }) => gone.has(source))) touched.add(item);
    if (citations.length > 0 && citations.every(({ source }) => gone.has(source))) lost.add(item);
  }
  const resting = judgments.filter(({ evidence: items = [] }) => items.some((item) => touched.has(item)));
  const falling = new Set(
    resting.filter(({ evidence: items = [] }) => items.every((item) => lost.has(item))).map((one) => one.id),
  );
  return {
    evidence: [...touched],
    judgments: resting.map((one) => one.id),
    falls: [...falling],
    weakens: resting
      .filter(
        ({ id: own, evidence: items = [] }) => !falling.has(own) && items.some((item) => lost.has(item)),
      )
      .map((one) => one.id),
  };
}
