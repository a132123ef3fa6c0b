import type { ThemeName } from '../../exhibits/format/gallery';
import type { Rgb } from './colour';

/** Layers of the tiling detail texture, in this order. */
export const PATTERNS = ['plaster', 'terrazzo', 'concrete', 'stone', 'timber', 'caustic', 'weave', 'flat'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** A built surface: sRGB colours, metres a tile covers, strength of the pattern, gloss and relief 0…1. */
export interface Surface {
  colour: string;
  pattern: Pattern;
  metres: number;
  strength: number;
  gloss: number;
  relief: number;
  /** Chips of a terrazzo. */
  second?: string;
  third?: string;
}

/** Joints, boards or strips of the floor: spacing along x and z, width, colour, bond (0…1), tone from slab to slab. */
export interface Joints {
  alongM: number;
  acrossM: number;
  widthM: number;
  colour: string;
  bond: number;
  tone: number;
}

/** A theme is materials and light, no code (`hall-recipe.md` §6). Light is linear radiance; 1 is white paper. */
export interface Theme {
  day: Rgb;
  spot: Rgb;
  spotStrength: number;
  exposure: number;
  occlusionM: number;
  /** Ripple of water light on ceiling and upper wall. */
  ripple: number;
  /** Round pools, or rectangles that frame the work. */
  spotShape: 'pool' | 'frame';
  wall: Surface;
  feature: Surface;
  ceiling: Surface;
  floor: Surface;
  joints: Joints;
  skirting: Surface;
  skirtingM: number;
  lining: Surface;
  architrave: Surface;
  cornice: Surface;
  bar: Surface;
  track: Surface;
  moulding: readonly [string, string];
  mat: string;
  title: string;
  titleGlow: number;
  print: string;
  sign: string;
  plinth: string;
  plinthBase: string;
  wood: string;
  metal: string;
  /** Strength of the floor's reflection where it is drawn. */
  mirror: number;
}

const surface = (
  colour: string,
  pattern: Pattern,
  metres: number,
  strength: number,
  gloss = 0,
  relief = 0
): Surface => ({ colour, pattern, metres, strength, gloss, relief });
const plain = (colour: string, gloss = 0): Surface => surface(colour, 'flat', 1, 0, gloss);

export const THEMES: Record<ThemeName, Theme> = {
  river: {
    day: [2.55, 2.68, 2.74],
    spot: [1, 0.9, 0.76],
    spotStrength: 20,
    exposure: 1.27,
    occlusionM: 0.55,
    ripple: 0.16,
    spotShape: 'pool',
    wall: surface('#C3CABF', 'plaster', 2.6, 0.18, 0, 0.45),
    feature: surface('#82948E', 'plaster', 2.6, 0.22, 0, 0.45),
    ceiling: surface('#F1F0EA', 'plaster', 3.1, 0.05, 0, 0.1),
    floor: surface('#A09D94', 'concrete', 3.4, 0.34, 0.62),
    joints: { alongM: 3, acrossM: 3, widthM: 0.006, colour: '#4C4E4B', bond: 0, tone: 0.03 },
    skirting: plain('#55645F', 0.2),
    skirtingM: 0.16,
    lining: surface('#C9C6BA', 'stone', 1.8, 0.12, 0.1),
    architrave: plain('#55645F', 0.15),
    cornice: plain('#ECEBE3'),
    bar: plain('#DADBD4'),
    track: plain('#34393A'),
    moulding: ['#3A2C20', '#2B2622'],
    mat: '#E8E2D5',
    title: '#F1ECDD',
    titleGlow: 0,
    print: '#EDE9DC',
    sign: '#2F3F3C',
    plinth: '#E4E2D9',
    plinthBase: '#3B4442',
    wood: '#7D6650',
    metal: '#2A2C2C',
    mirror: 1.15
  },
  archive: {
    day: [2.36, 2.46, 2.5],
    spot: [1, 0.94, 0.85],
    spotStrength: 22,
    exposure: 1.04,
    occlusionM: 0.6,
    ripple: 0,
    spotShape: 'pool',
    wall: surface('#E7E4DC', 'plaster', 2.4, 0.15, 0, 0.4),
    feature: surface('#E4DFD4', 'plaster', 2.4, 0.16, 0, 0.4),
    ceiling: surface('#F1EFEA', 'plaster', 3, 0.04, 0, 0.2),
    floor: { ...surface('#B7B1A6', 'terrazzo', 0.56, 0.5, 0.7), second: '#968B7C', third: '#CFC7B8' },
    joints: { alongM: 1.5, acrossM: 1.5, widthM: 0.005, colour: '#A8894E', bond: 0, tone: 0.025 },
    skirting: surface('#3B291D', 'timber', 1.4, 0.35, 0.3),
    skirtingM: 0.24,
    lining: surface('#4A3323', 'timber', 1.4, 0.4, 0.25),
    architrave: surface('#3B291D', 'timber', 1.4, 0.35, 0.3),
    cornice: plain('#EEE8DA'),
    bar: plain('#E3DCCB'),
    track: plain('#3A342D'),
    moulding: ['#46301F', '#33241A'],
    mat: '#E6DFD0',
    title: '#2A1E16',
    titleGlow: 0,
    print: '#3A2F26',
    sign: '#2A1E16',
    plinth: '#E6DDC9',
    plinthBase: '#3B291D',
    wood: '#5A3D28',
    metal: '#2E2620',
    mirror: 1.15
  },
  cinnabar: {
    day: [2.4, 2.52, 2.58],
    spot: [1, 0.89, 0.74],
    spotStrength: 19,
    exposure: 1.1,
    occlusionM: 0.6,
    ripple: 0,
    spotShape: 'pool',
    wall: surface('#E2DACB', 'plaster', 2.4, 0.15, 0, 0.45),
    feature: surface('#871B1A', 'plaster', 2.2, 0.24, 0, 0.55),
    ceiling: surface('#EFE8DA', 'plaster', 3, 0.04, 0, 0.2),
    floor: surface('#9C9182', 'stone', 2.4, 0.3, 0.66),
    joints: { alongM: 1.2, acrossM: 0.6, widthM: 0.004, colour: '#5F564A', bond: 0.5, tone: 0.1 },
    skirting: surface('#5C5146', 'stone', 1.2, 0.2, 0.3),
    skirtingM: 0.18,
    lining: plain('#3A2A22', 0.3),
    architrave: plain('#3A2A22', 0.25),
    cornice: plain('#E8DFCE'),
    bar: plain('#DCD2C0'),
    track: plain('#3A312A'),
    moulding: ['#2E211A', '#8A6A3A'],
    mat: '#E9E0CF',
    title: '#D9B878',
    titleGlow: 0,
    print: '#F0DDBD',
    sign: '#7C1A1A',
    plinth: '#E2D8C6',
    plinthBase: '#3A2A22',
    wood: '#4A3325',
    metal: '#2C2520',
    mirror: 1.15
  },
  night: {
    day: [0.4, 0.46, 0.52],
    spot: [1, 0.9, 0.76],
    spotStrength: 40,
    exposure: 1.12,
    occlusionM: 0.6,
    ripple: 0,
    spotShape: 'frame',
    wall: surface('#55646B', 'plaster', 2.6, 0.24, 0, 0.5),
    feature: surface('#46555C', 'plaster', 2.6, 0.24, 0, 0.5),
    ceiling: surface('#4A555B', 'plaster', 3, 0.06, 0, 0.2),
    floor: surface('#6A5848', 'timber', 1.8, 0.5, 0.75),
    joints: { alongM: 2.4, acrossM: 0.18, widthM: 0.003, colour: '#15110E', bond: 0.37, tone: 0.16 },
    skirting: plain('#2E363A', 0.3),
    skirtingM: 0.16,
    lining: plain('#2A3236', 0.3),
    architrave: plain('#2A3236', 0.3),
    cornice: plain('#3F4A50'),
    bar: plain('#2A3136'),
    track: plain('#0D0E0F'),
    moulding: ['#14110E', '#8A6A3A'],
    mat: '#DCD4C4',
    title: '#F0E3C6',
    titleGlow: 1,
    print: '#D8CDB6',
    sign: '#D9C9A2',
    plinth: '#4C585E',
    plinthBase: '#101214',
    wood: '#5A412C',
    metal: '#1A1A1A',
    mirror: 0.72
  }
};
