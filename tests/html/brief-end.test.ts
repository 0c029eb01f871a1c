import { expect, test } from 'vitest';
import { briefOf } from '../../src/html/brief-end.ts';

const figure = (key: string) => `<figure data-figure="${key}"><svg width="660" height="200"></svg></figure>`;
const annex = '<section class="annex"><h2 id="annex">Annex</h2></section>';

test('the figures that a brief may take bring their section, or its heading without the id, which stays in the annex', () => {
  const places = `<section><h2 id="places">Places</h2>${figure('map')}</section>`;
  const events = `<section><h2 id="events">What <em>happened</em></h2>${figure('chronology')}<table></table></section>`;
  const body = `<section><h2>Brief</h2></section>${annex}${events}${places}<section>${figure('network')}</section>`;
  const brief = briefOf(body);
  expect(brief?.headings).toBe(1);
  expect(brief?.figures.map(({ from, to, heading }) => [body.slice(from, to), heading])).toEqual([
    [places, undefined],
    [figure('chronology'), '<h2>What <em>happened</em></h2>'],
  ]);
  expect(briefOf('<section><h2>Brief</h2></section>')).toBeUndefined();
});
