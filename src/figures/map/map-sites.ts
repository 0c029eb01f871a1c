import type { IncidentView } from '../../derive/entities/incidents.ts';
import type { Point } from '../kit/boxes.ts';
import type { Words } from '../kit/words.ts';
import type { BaseMap, Position } from './map-base.ts';

/** Incidents at one place. */
export interface Site {
  readonly name: string;
  readonly country: string | undefined;
  readonly position: Position;
  readonly incidents: readonly IncidentView[];
}

/** The places of incidents with coordinates, in order of first appearance; a whole country is not a place. */
export function sitesOf(incidents: readonly IncidentView[]): Site[] {
  const sites = new Map<string, Site>();
  for (const incident of incidents) {
    const { place } = incident;
    if (place?.coordinates === undefined || place.name === place.country) continue;
    const { latitude, longitude } = place.coordinates;
    const key = `${place.name} ${latitude} ${longitude}`;
    const known = sites.get(key)?.incidents ?? [];
    const position = [longitude, latitude] as const;
    sites.set(key, { name: place.name, country: place.country, position, incidents: [...known, incident] });
  }
  return [...sites.values()];
}

/** Sites whose marks would overlap share one. */
export interface Cluster {
  readonly sites: readonly Site[];
  readonly at: Point;
  readonly radius: number;
  /** Number of incidents. */
  readonly count: number;
}

export function clustersOf(sites: readonly Site[], map: BaseMap): Cluster[] {
  let clusters: readonly Cluster[] = sites.map((site) => clusterOf([site], map));
  for (;;) {
    const pair = touchingPair(clusters);
    if (pair === undefined) return [...clusters];
    const joined = clusterOf(
      pair.flatMap((cluster) => cluster.sites),
      map,
    );
    clusters = clusters.flatMap((cluster) =>
      cluster === pair[0] ? joined : cluster === pair[1] ? [] : cluster,
    );
  }
}

function touchingPair(clusters: readonly Cluster[]): readonly [Cluster, Cluster] | undefined {
  for (const [index, a] of clusters.entries()) {
    const b = clusters.slice(index + 1).find(({ at, radius }) => {
      return Math.hypot(at.x - a.at.x, at.y - a.at.y) < radius + a.radius;
    });
    if (b) return [a, b];
  }
  return undefined;
}

function clusterOf(sites: readonly Site[], map: BaseMap): Cluster {
  const count = sites.reduce((sum, { incidents }) => sum + incidents.length, 0);
  const points = sites.map(({ position }) => map.project(position));
  const mean = (values: readonly number[]) =>
    short(values.reduce((sum, value) => sum + value, 0) / values.length);
  return {
    sites,
    at: { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) },
    radius: count > 1 ? 8.5 : 5,
    count,
  };
}

/** In a mark of several places, the label of each gives its number of incidents. */
export function labelOf({ name, incidents }: Site, { sites }: Cluster, words: Words): string {
  if (sites.length === 1 || incidents.length === 1) return name;
  return words.text('figure.with-detail', { what: name, detail: words.number(incidents.length) });
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}
