import type { Rgb } from '../colour';
import { TRACK, type Lamp } from '../light/lit-room';
import type { Quality } from '../quality';
import { at, daylight, mapLight, towards, WALL_SIDES, type RoomFrame, type WallSide } from './room-frame';
import { finishOf, ownLight, type Finish, type Point, type SurfaceQuads } from './surfaces';

const COFFER = { deepM: 0.42, splayM: 0.12, rimM: 0.1, rimDropM: 0.03, paneM: 1.2 } as const;
/** Pieces that meet in a T overlap, or the ground behind shines through as dots. */
const LAP = 0.02;
const UP: Point = [0, 1, 0];
const DOWN: Point = [0, -1, 0];
/** Drawn as glass or as the mouth of a lamp, see `shaders/shell.ts`. */
const GLASS: Finish = { albedo: [1, 1, 1], pattern: -1, perMetre: 1 / COFFER.paneM, strength: 0, relief: 0 };
/** Sides of a lamp's can, an even number: corners cost a software renderer more than what the lamps of a room cover. */
const LAMP_SIDES = { exact: 10, roots: 6 } as const;
const LAMP_MOUTH: Finish = { albedo: [1, 1, 1], pattern: -2, perMetre: 1, strength: 0, relief: 0 };

/** Ceiling with its lay-light, and the tracks with their lamps. */
export function addCeiling(quads: SurfaceQuads, frame: RoomFrame, { light }: Pick<Quality, 'light'>): void {
  addField(quads, frame);
  addCoffer(quads, frame);
  addRim(quads, frame);
  for (const name of WALL_SIDES) addTrack(quads, frame, name, LAMP_SIDES[light]);
}

/** The plaster round the opening, in four pieces. */
function addField(quads: SurfaceQuads, frame: RoomFrame): void {
  const { room, lit } = frame;
  const { lengthU, lengthV, normal } = frame.sides.ceiling;
  const [u0, u1] = [lit.layLight.minX - room.xM, lit.layLight.maxX - room.xM];
  const [v0, v1] = [lit.layLight.minZ - room.zM, lit.layLight.maxZ - room.zM];
  const finish = finishOf(frame.theme.ceiling);
  for (const [a, b, c, d] of [
    [0, lengthU, 0, v0],
    [0, lengthU, v1, lengthV],
    [0, u0, v0 - LAP, v1 + LAP],
    [u1, lengthU, v0 - LAP, v1 + LAP]
  ] as const) {
    quads.add(
      [at(frame, 'ceiling', a, c), at(frame, 'ceiling', b, c), at(frame, 'ceiling', b, d), at(frame, 'ceiling', a, d)],
      normal,
      finish,
      [
        mapLight(frame, 'ceiling', a, c),
        mapLight(frame, 'ceiling', b, c),
        mapLight(frame, 'ceiling', b, d),
        mapLight(frame, 'ceiling', a, d)
      ]
    );
  }
}

/** Four splayed sides, the glass, and the bars under it. */
function addCoffer(quads: SurfaceQuads, frame: RoomFrame): void {
  const { theme, lit } = frame;
  const { minX, maxX, minZ, maxZ, heightM: low } = lit.layLight;
  const high = low + COFFER.deepM;
  const lower = ring(minX, maxX, minZ, maxZ, 0);
  const upper = ring(minX, maxX, minZ, maxZ, COFFER.splayM);
  const finish = finishOf(theme.ceiling);
  const [dark, bright] = [ownLight(daylight(theme, 0.22)), ownLight(daylight(theme, 0.32))];
  for (let i = 0; i < 4; i++) {
    const [a, b] = [corner(lower, i), corner(lower, i + 1)];
    const [c, d] = [corner(upper, i + 1), corner(upper, i)];
    quads.add(
      [
        [a[0], low, a[1]],
        [b[0], low, b[1]],
        [c[0], high, c[1]],
        [d[0], high, d[1]]
      ],
      inward(a, b, -0.2),
      finish,
      [dark, dark, bright, bright]
    );
  }
  quads.add(upper.map(([x, z]): Point => [x, high, z]) as unknown as [Point, Point, Point, Point], DOWN, GLASS, [
    ownLight(daylight(theme, 0.36))
  ]);
  const across = Math.max(2, Math.round((maxX - minX) / COFFER.paneM));
  const down = Math.max(2, Math.round((maxZ - minZ) / COFFER.paneM));
  const inner = COFFER.splayM;
  for (let i = 1; i < across; i++) {
    const x = minX + ((maxX - minX) * i) / across;
    const isMain = i % 2 === 0;
    const half = isMain ? 0.034 : 0.018;
    addBar(quads, frame, x - half, x + half, minZ + inner, maxZ - inner, high - (isMain ? 0.13 : 0.06), high);
  }
  for (let i = 1; i < down; i++) {
    const z = minZ + ((maxZ - minZ) * i) / down;
    addBar(quads, frame, minX + inner, maxX - inner, z - 0.018, z + 0.018, high - 0.06, high);
  }
}

function addBar(
  quads: SurfaceQuads,
  frame: RoomFrame,
  x0: number,
  x1: number,
  z0: number,
  z1: number,
  low: number,
  high: number
): void {
  const { theme, mean } = frame;
  const finish = finishOf(theme.bar);
  const under = daylight(theme, 0.075);
  const below = ownLight([under[0] + mean[0] * 0.5, under[1] + mean[1] * 0.5, under[2] + mean[2] * 0.5]);
  quads.add(
    [
      [x0, low, z0],
      [x1, low, z0],
      [x1, low, z1],
      [x0, low, z1]
    ],
    DOWN,
    finish,
    [below]
  );
  const [shade, lit] = [ownLight(daylight(theme, 0.13)), ownLight(daylight(theme, 0.22))];
  for (const [a, b, normal] of [
    [
      [x0, z0],
      [x1, z0],
      [0, 0, -1]
    ],
    [
      [x1, z1],
      [x0, z1],
      [0, 0, 1]
    ],
    [
      [x0, z1],
      [x0, z0],
      [-1, 0, 0]
    ],
    [
      [x1, z0],
      [x1, z1],
      [1, 0, 0]
    ]
  ] as const) {
    quads.add(
      [
        [a[0], low, a[1]],
        [b[0], low, b[1]],
        [b[0], high, b[1]],
        [a[0], high, a[1]]
      ],
      normal,
      finish,
      [shade, shade, lit, lit]
    );
  }
}

/** A flat band round the opening, 10 cm wide and 3 cm down. */
function addRim(quads: SurfaceQuads, frame: RoomFrame): void {
  const { theme, lit, room } = frame;
  const { minX, maxX, minZ, maxZ, heightM } = lit.layLight;
  const low = heightM - COFFER.rimDropM;
  const inner = ring(minX, maxX, minZ, maxZ, 0);
  const outer = ring(minX, maxX, minZ, maxZ, -COFFER.rimM);
  const finish = finishOf(theme.cornice);
  const light = ([x, z]: readonly [number, number], share: number) =>
    mapLight(frame, 'ceiling', x - room.xM, z - room.zM, share);
  const [dark, bright] = [ownLight(daylight(theme, 0.15)), ownLight(daylight(theme, 0.18))];
  for (let i = 0; i < 4; i++) {
    const [a, b] = [corner(outer, i), corner(outer, i + 1)];
    const [c, d] = [corner(inner, i + 1), corner(inner, i)];
    quads.add(
      [
        [a[0], low, a[1]],
        [b[0], low, b[1]],
        [c[0], low, c[1]],
        [d[0], low, d[1]]
      ],
      DOWN,
      finish,
      [light(a, 0.9), light(b, 0.9), light(c, 0.9), light(d, 0.9)]
    );
    quads.add(
      [
        [a[0], heightM, a[1]],
        [b[0], heightM, b[1]],
        [b[0], low, b[1]],
        [a[0], low, a[1]]
      ],
      inward(b, a, 0),
      finish,
      [light(a, 0.85), light(b, 0.85), light(b, 0.85), light(a, 0.85)]
    );
    quads.add(
      [
        [d[0], low, d[1]],
        [c[0], low, c[1]],
        [c[0], heightM + 0.02, c[1]],
        [d[0], heightM + 0.02, d[1]]
      ],
      inward(d, c, 0),
      finish,
      [dark, dark, bright, bright]
    );
  }
}

/** Its ends lie in the ceiling and in the can. */
const HANGER_SIDES = [0, 2] as const;

/** The track along one wall, from its first lamp to its last, and the lamps. */
function addTrack(quads: SurfaceQuads, frame: RoomFrame, name: WallSide, lampSides: number): void {
  const lamps = frame.lit.lamps.filter((lamp) => lamp.wall === name && !lamp.isHidden);
  if (lamps.length === 0) return;
  const side = frame.sides[name];
  const along = lamps.map(({ position: p }) =>
    [0, 1, 2].reduce((sum, i) => sum + ((p[i] ?? 0) - (side.origin[i] ?? 0)) * (side.u[i] ?? 0), 0)
  );
  const from = Math.max(TRACK.offM, Math.min(...along) - 0.4);
  const to = Math.min(side.lengthU - TRACK.offM, Math.max(...along) + 0.4);
  const { mean, theme } = frame;
  const finish = finishOf(theme.track);
  const light: Rgb = [mean[0] * 0.7 + 0.01, mean[1] * 0.7 + 0.01, mean[2] * 0.7 + 0.01];
  const axes = [towards(side, 1, 0, 0), UP, towards(side, 0, 0, 1)] as const;
  const middle = at(frame, name, (from + to) / 2, frame.room.heightM - 0.02, TRACK.offM);
  if (to > from) quads.addBox(middle, axes, [(to - from) / 2, 0.018, 0.018], finish, light);
  for (const lamp of lamps) {
    const [x, , z] = lamp.position;
    quads.addBox([x, frame.room.heightM - 0.07, z], axes, [0.009, 0.05, 0.009], finish, light, HANGER_SIDES);
    addLamp(quads, lamp, lampSides, finish, light);
  }
}

/** A can of 8.4 × 15 cm that points at its work, bright inside. */
function addLamp(quads: SurfaceQuads, lamp: Lamp, sides: number, finish: Finish, light: Rgb): void {
  const [radius, back, front] = [0.042, -0.09, 0.06];
  const d = lamp.direction;
  const u = lamp.along;
  const w: Point = [d[1] * u[2] - d[2] * u[1], d[2] * u[0] - d[0] * u[2], d[0] * u[1] - d[1] * u[0]];
  const ray = (i: number): Point => {
    const [c, s] = [Math.cos((i / sides) * 2 * Math.PI), Math.sin((i / sides) * 2 * Math.PI)];
    return [u[0] * c + w[0] * s, u[1] * c + w[1] * s, u[2] * c + w[2] * s];
  };
  const place = (out: Point, along: number): Point => [
    lamp.position[0] + out[0] * radius + d[0] * along,
    lamp.position[1] + out[1] * radius + d[1] * along,
    lamp.position[2] + out[2] * radius + d[2] * along
  ];
  const shade = (up: number) =>
    ownLight([light[0] * (0.7 + 0.5 * up), light[1] * (0.7 + 0.5 * up), light[2] * (0.7 + 0.5 * up)]);
  const mouth = ownLight([2.4, 2.4, 2.4]);
  for (let i = 0; i < sides; i++) {
    const [a, b] = [ray(i), ray(i + 1)];
    quads.add([place(a, back), place(b, back), place(b, front), place(a, front)], a, finish, [
      shade(a[1]),
      shade(b[1]),
      shade(b[1]),
      shade(a[1])
    ]);
  }
  // Mouth and back are cut into strips across, which takes no corner in the middle.
  for (let i = 0; i < sides / 2 - 1; i++) {
    const strip = [i, i + 1, sides - 2 - i, sides - 1 - i].map(ray);
    const [a, b, c, e] = strip as [Point, Point, Point, Point];
    const across = (along: number) => [place(a, along), place(b, along), place(c, along), place(e, along)] as const;
    quads.add(across(front - 0.006), d, LAMP_MOUTH, [mouth]);
    quads.add(across(back), [-d[0], -d[1], -d[2]], finish, [ownLight(light)]);
  }
}

function ring(minX: number, maxX: number, minZ: number, maxZ: number, by: number): (readonly [number, number])[] {
  return [
    [minX + by, minZ + by],
    [maxX - by, minZ + by],
    [maxX - by, maxZ - by],
    [minX + by, maxZ - by]
  ];
}

function corner(points: (readonly [number, number])[], index: number): readonly [number, number] {
  return points[index % 4] ?? [0, 0];
}

/** Level normal to the left of a → b, with a share of up or down. */
function inward(a: readonly [number, number], b: readonly [number, number], up: number): Point {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return [-(b[1] - a[1]) / length, up, (b[0] - a[0]) / length];
}
