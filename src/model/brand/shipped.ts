import type { Brand } from '../generated/types.ts';
import type { HouseColours } from './house-style.ts';

type Base = Required<Pick<Brand, 'opening' | 'approvals'>> &
  Pick<Brand, 'citation' | 'runningHead' | 'watermark'> & {
    readonly colours: Omit<HouseColours, 'bandText'>;
  };

/** The house styles to start from. The configuration overrides them. */
export const shippedBrands: Readonly<Record<NonNullable<Brand['base']>, Base>> = {
  institute: {
    opening: 'band',
    approvals: 'line',
    colours: { structure: '#0b4f6c', accent: '#a3401a', tint: '#eaf2f5', band: '#ffffff' },
    citation: '{authors}, “{title}”, {name}, {series} {number}, {date}, {doi}.',
    runningHead: '{name}',
    watermark: true,
  },
  ministry: {
    opening: 'cover',
    approvals: 'block',
    colours: { structure: '#14284b', accent: '#8a5a00', tint: '#f1f3f7', band: '#14284b' },
    runningHead: '{name} · {series} {number}',
    watermark: true,
  },
  plain: {
    opening: 'band',
    approvals: 'line',
    colours: { structure: '#1c2126', accent: '#1c2126', tint: '#f4f5f6', band: '#ffffff' },
    runningHead: '{name}',
    watermark: false,
  },
};
