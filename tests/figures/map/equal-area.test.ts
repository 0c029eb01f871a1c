import { geoAzimuthalEqualArea } from 'd3-geo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalArea } from '../../../src/figures/map/map-base.ts';

test('equals the projection of d3-geo, to a tenth of a pixel', () => {
  const longitude = fc.double({ min: -180, max: 180, noNaN: true });
  const latitude = fc.double({ min: -90, max: 90, noNaN: true });
  fc.assert(
    fc.property(longitude, latitude, longitude, latitude, (toLongitude, toLatitude, x, y) => {
      const projection = geoAzimuthalEqualArea().rotate([-toLongitude, -toLatitude]).scale(900);
      projection.translate([300, 200]);
      const [right = 0, down = 0] = projection([x, y]) ?? [];
      fc.pre(Math.hypot(right - 300, down - 200) < 900 * 1.9); // at the other end of the globe a point is everywhere
      const place = equalArea({
        longitude: toLongitude,
        latitude: toLatitude,
        at: { x: 300, y: 200 },
        scale: 900,
      });
      expect(Math.abs(place(x, y).x - right)).toBeLessThan(0.051);
      expect(Math.abs(place(x, y).y - down)).toBeLessThan(0.051);
    }),
  );
});
