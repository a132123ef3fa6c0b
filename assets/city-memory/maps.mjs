/**
 * The three maps as GeoJSON. Places stand where the dossier puts them, with its error; rivers, canals and coasts are
 * generalised lines laid through those places, good for a sketch and nothing else. No boundary is drawn, and the map
 * of four cities has no coast either: it is about how far they lie apart.
 */
import { coast } from '../hand/coast.mjs';
import { course, place, saveMapTo, sea } from '../hand/map.mjs';
import { inTheCity, northCanal, southCanal, toTheSea } from '../hand/rivers.mjs';

const save = saveMapTo('city-memory');

/** The shortest way over the globe between two points of longitude and latitude, in 48 steps. */
function greatCircle([lon0, lat0], [lon1, lat1]) {
  const rad = Math.PI / 180;
  const vector = (lon, lat) => [
    Math.cos(lat * rad) * Math.cos(lon * rad),
    Math.cos(lat * rad) * Math.sin(lon * rad),
    Math.sin(lat * rad)
  ];
  const [a, b] = [vector(lon0, lat0), vector(lon1, lat1)];
  const angle = Math.acos(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
  return Array.from({ length: 49 }, (_, i) => {
    const [p, q] = [Math.sin((1 - i / 48) * angle), Math.sin((i / 48) * angle)];
    const [x, y, z] = a.map((each, axis) => (each * p + b[axis] * q) / Math.sin(angle));
    return [Math.round((Math.atan2(y, x) / rad) * 100) / 100, Math.round((Math.asin(z) / rad) * 100) / 100];
  });
}

const paris = [2.35, 48.86];
const vienna = [16.37, 48.21];
const quebec = [-71.21, 46.81];
const tianjin = [117.2, 39.13];

save(
  'four-cities',
  [-92, 26, 132, 70],
  ['档案日的四座城市', 'Four cities of Archives Day'],
  [
    course('telegraph', greatCircle(paris, quebec)),
    course('telegraph', greatCircle(paris, vienna)),
    course('telegraph', greatCircle(vienna, tianjin)),
    place(48.86, 2.35, 10000, '巴黎 1948', 'Paris, 1948', {
      kind: 'mark',
      note: ['决定成立国际档案理事会', 'The ICA is decided on'],
      side: 'sw'
    }),
    place(48.21, 16.37, 10000, '维也纳 2004', 'Vienna, 2004', { note: ['提议设日', 'A day is asked for'], side: 'se' }),
    place(46.81, -71.21, 10000, '魁北克 2007', 'Quebec, 2007', { note: ['选定6月9日', '9 June is chosen'], side: 's' }),
    place(39.13, 117.2, 10000, '天津 2023', 'Tianjin, 2023', {
      note: ['档案馆开放日', 'Open day at the archives'],
      side: 's'
    })
  ]
);

const gulf = [
  [119.7, 39.98],
  [119.5, 39.8],
  [119.3, 39.5],
  [119.2, 39.36],
  [118.95, 39.17],
  [118.6, 39.12],
  [118.4, 39.05],
  [118.15, 39.2],
  [117.9, 39.2],
  [117.78, 39.16],
  [117.745, 39.06],
  [117.735, 38.96],
  [117.69, 38.9],
  [117.6, 38.8],
  [117.55, 38.7]
];

save(
  'luan-to-tianjin',
  [116.75, 38.8, 119.6, 40.75],
  ['滦河到天津', 'From the Luan River to Tianjin'],
  [
    sea([...gulf, [119.7, 38.7]], '渤海', 'Gulf of Bohai'),
    course('coast', gulf),
    course(
      'river',
      [
        [117.35, 41.0],
        [117.62, 40.82],
        [117.95, 40.74],
        [118.12, 40.58],
        [118.28, 40.43],
        [118.33, 40.31],
        [118.3, 40.2],
        [118.45, 40.1],
        [118.63, 40.05],
        [118.72, 39.9],
        [118.72, 39.74],
        [118.85, 39.58],
        [119.0, 39.5],
        [119.27, 39.42]
      ],
      ['滦河', 'Luan River'],
      'e'
    ),
    course('river', [...inTheCity, ...toTheSea], ['海河', 'Hai River'], 's'),
    course('canal', northCanal),
    course('canal', southCanal),
    course(
      'mark',
      [
        [118.3, 40.2],
        [118.12, 40.16],
        [117.95, 40.14],
        [117.76, 40.08],
        [117.6, 40.04],
        [117.53, 40.03],
        [117.44, 39.95],
        [117.36, 39.8],
        [117.3, 39.66],
        [117.27, 39.5],
        [117.24, 39.32],
        [117.2, 39.13]
      ],
      ['输水线路234公里', 'The route, 234 km'],
      'w',
      { note: ['1982年5月开工，1983年9月供水', 'Begun May 1982, in use September 1983'] }
    ),
    place(40.43, 118.28, 3000, '潘家口水库', 'Panjiakou Reservoir', { side: 'w' }),
    place(40.2, 118.3, 3000, '大黑汀', 'Daheiting', { side: 'e' }),
    place(40.03, 117.53, 3000, '于桥水库', 'Yuqiao Reservoir', { side: 'nw' }),
    place(39.13, 117.2, 3000, '天津', 'Tianjin', { side: 'w' })
  ]
);

save(
  'grand-canal',
  [113.2, 29.7, 123.2, 40.4],
  ['大运河', 'The Grand Canal'],
  [
    sea([...coast, [124.8, 29.4], [124.8, 41.0], [121.2, 41.0]], '海', 'The sea'),
    course('coast', coast),
    course(
      'river',
      [
        [113.0, 34.85],
        [114.0, 34.85],
        [114.9, 35.05],
        [115.6, 35.65],
        [116.3, 36.2],
        [117.0, 36.75],
        [117.9, 37.3],
        [118.6, 37.55],
        [119.2, 37.75]
      ],
      ['黄河', 'Yellow River'],
      's'
    ),
    course(
      'river',
      [
        [116.3, 29.8],
        [117.0, 30.5],
        [117.7, 30.95],
        [118.35, 31.35],
        [118.7, 32.05],
        [119.15, 32.2],
        [119.45, 32.24],
        [119.9, 32.05],
        [120.3, 31.93],
        [120.95, 31.88]
      ],
      ['长江', 'Yangtze'],
      's'
    ),
    course('river', [...inTheCity, ...toTheSea]),
    course(
      'mark',
      [
        [116.65, 39.9],
        [116.9, 39.5],
        [117.186, 39.153],
        [116.9, 38.7],
        [116.6, 38.1],
        [116.3, 37.45],
        [115.75, 36.85],
        [116.0, 36.4],
        [116.3, 35.9],
        [116.58, 35.41],
        [117.1, 34.8],
        [117.6, 34.4],
        [118.3, 34.0],
        [119.03, 33.6],
        [119.35, 33.0],
        [119.42, 32.4],
        [119.45, 32.2],
        [119.9, 31.8],
        [120.3, 31.5],
        [120.58, 31.3],
        [120.6, 30.8],
        [120.2, 30.3]
      ],
      ['大运河：27段、58处、1011公里', 'Grand Canal: 27 sections, 58 sites, 1,011 km'],
      'w'
    ),
    place(39.14, 117.19, 10000, '天津', 'Tianjin', { side: 'w' })
  ]
);
