/**
 * The five maps as GeoJSON. Places stand where the dossier puts them, with its error; rivers, canals and coasts are
 * generalised lines laid through those places, good for a sketch and nothing else. No boundary is drawn.
 */
import { coast, liaodong } from '../hand/coast.mjs';
import { course, place, saveMapTo, sea } from '../hand/map.mjs';
import { inTheCity, northCanal, southCanal, toTheSea } from '../hand/rivers.mjs';

const save = saveMapTo('northern-port');

const wall = [
  [117.1675, 39.1365],
  [117.1675, 39.1455],
  [117.1845, 39.1455],
  [117.1845, 39.1365],
  [117.1675, 39.1365]
];
const haiRiver = ['海河', 'Hai River'];

save(
  'ford-and-city',
  [117.128, 39.116, 117.228, 39.172],
  ['三岔河口与卫城', 'The ford and the walled city'],
  [
    course('canal', northCanal, ['北运河', 'North Canal'], 'ne'),
    course('canal', southCanal, ['南运河', 'South Canal'], 'n'),
    course('river', [...inTheCity, ...toTheSea.slice(0, 2)], haiRiver, 'ne'),
    course('wall', wall, ['天津卫', 'Tianjin Wei, the walled city'], 's', {
      modern: ['今鼓楼一带', 'around the Drum Tower today'],
      note: ['东西长、南北短；轮廓为示意', 'longer east to west; outline schematic']
    }),
    place(39.141, 117.176, 500),
    place(39.153, 117.186, 400, '三岔河口', 'Sanchakou, the meeting of the rivers', { side: 'ne' })
  ]
);

const gulf = [
  [118.05, 39.3],
  [117.92, 39.23],
  [117.83, 39.2],
  [117.78, 39.16],
  [117.745, 39.11],
  [117.752, 39.06],
  [117.745, 39.015],
  [117.735, 38.975],
  [117.72, 38.955],
  [117.69, 38.93],
  [117.645, 38.89],
  [117.61, 38.845],
  [117.585, 38.79]
];

save(
  'dagu-to-tianjin',
  [116.97, 38.86, 117.9, 39.21],
  ['1860年大沽至天津', 'Dagu to Tianjin, 1860'],
  [
    sea([...gulf, [118.05, 38.79]], '渤海', 'Gulf of Bohai'),
    course('coast', gulf),
    course('canal', northCanal),
    course('canal', southCanal),
    course('river', [...inTheCity, ...toTheSea], haiRiver, 'n'),
    course('river', [
      [117.4, 39.27],
      [117.47, 39.22],
      [117.52, 39.2],
      [117.56, 39.17],
      [117.61, 39.16],
      [117.65, 39.135],
      [117.69, 39.12],
      [117.745, 39.108]
    ]),
    place(39.141, 117.176, 500, '天津', 'Tianjin', {
      note: ['1860年8月24日联军抵此，宣布军事占领', 'Reached and occupied on 24 August 1860'],
      side: 's'
    }),
    place(39.018, 117.66, 1000, '塘沽', 'Tanggu', { side: 'n' }),
    place(39.1, 117.71, 2000, '北塘', 'Beitang', {
      note: ['坐标按一般地理知识，误差约2公里', 'From general geography, within about 2 km'],
      side: 'w'
    }),
    place(38.97, 117.715, 1000, '大沽口', 'Dagu forts', { side: 'w' })
  ]
);

// Only Britain's place is in the dossier; the others are set in the known order along the two banks.
const bank = ['沿河次序为示意，只标所在，不标范围', 'Order along the river is schematic: where, not how far'];
const concession = (lat, lon, zh, en, year, side) =>
  place(lat, lon, 700, `${zh} ${year}`.trim(), en, { kind: 'mark', note: bank, side });

save(
  'concession-places',
  [117.155, 39.09, 117.265, 39.16],
  ['海河两岸的租界', 'Concessions on the two banks'],
  [
    course('canal', northCanal),
    course('canal', southCanal),
    course('river', [...inTheCity, ...toTheSea.slice(0, 3)], haiRiver, 'ne'),
    course('wall', wall, ['天津老城', 'Walled city'], 'w', { modern: ['今鼓楼一带', 'Drum Tower today'] }),
    place(39.141, 117.176, 500),
    concession(39.1425, 117.1965, '奥匈', 'Austria-Hungary, 1902', '1902', 'e'),
    concession(39.1375, 117.202, '意', 'Italy, 1902', '1902', 'e'),
    concession(39.1285, 117.216, '俄', 'Russia, 1900', '1900', 'e'),
    concession(39.1055, 117.229, '比', 'Belgium, 1902', '1902', 'e'),
    concession(39.132, 117.1945, '日', 'Japan, 1898', '1898', 'w'),
    concession(39.1275, 117.2015, '法', 'France, 1860 or 1861', '1860或1861', 'w'),
    place(39.127, 117.208, 500, '紫竹林·英 1860', 'Zizhulin: Britain, 1860', {
      kind: 'mark',
      modern: ['今解放北路一带', 'Jiefang North Road today'],
      side: 'sw'
    }),
    concession(39.1145, 117.216, '美', 'USA, about 1860–62', '约1860—1862', 'w'),
    concession(39.107, 117.217, '德', 'Germany, 1895', '1895', 'w')
  ]
);

save(
  'telegraph-line',
  [113.6, 30.2, 123.2, 40.15],
  ['津沪电报线', 'The Tianjin–Shanghai telegraph'],
  [
    sea([...coast, [124.8, 29.9], [124.8, 40.2], ...liaodong.toReversed()], '黄海', 'Yellow Sea'),
    course('coast', coast),
    course('coast', liaodong),
    course(
      'river',
      [
        [114.0, 34.85],
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
    course(
      'telegraph',
      [
        [117.19, 39.14],
        [116.58, 35.41],
        [119.03, 33.6],
        [119.45, 32.2],
        [120.58, 31.3],
        [121.49, 31.23]
      ],
      ['1881年12月28日对公众开放', 'Opened to the public 28 December 1881'],
      'w'
    ),
    course(
      'telegraph',
      [
        [117.19, 39.14],
        [117.72, 38.97]
      ],
      ['津沽军用线，1879年', 'Military line, 1879'],
      'n'
    ),
    place(39.14, 117.19, 10000, '天津', 'Tianjin', { side: 'w' }),
    place(38.97, 117.72, 10000, '大沽', 'Dagu', { side: 'se' }),
    place(35.41, 116.58, 10000, '济宁', 'Jining', { side: 'w' }),
    place(33.6, 119.03, 10000, '清江浦', 'Qingjiangpu', { modern: ['今淮安', 'Huai’an today'], side: 'w' }),
    place(32.2, 119.45, 10000, '镇江', 'Zhenjiang', { side: 'w' }),
    place(31.3, 120.58, 10000, '苏州', 'Suzhou', { side: 'sw' }),
    place(31.23, 121.49, 10000, '上海', 'Shanghai', { side: 's' })
  ]
);

const located = ['位置按一般地理知识，示意，非测绘', 'Placed from general geography; schematic, not surveyed'];

save(
  'flood-depths',
  [117.13, 39.064, 117.3, 39.162],
  ['1939年洪水深浅', 'Depths of the flood of 1939'],
  [
    course('canal', northCanal),
    course('canal', southCanal),
    course('river', [...inTheCity, ...toTheSea.slice(0, 6)], haiRiver, 'ne'),
    course('wall', wall, ['天津老城', 'Walled city'], 'w'),
    place(39.122, 117.199, 1000, '劝业场一带：约3—4米', 'Quanyechang: about 3–4 m', {
      kind: 'mark',
      note: located,
      side: 'w'
    }),
    place(39.088, 117.222, 1000, '土城：约1米', 'Tucheng: about 1 m', { kind: 'mark', note: located, side: 's' }),
    place(39.112, 117.24, 2500, '新仓库附近：约2.4米', 'Near the New Warehouse: about 2.4 m', {
      kind: 'mark',
      note: ['确切位置待考', 'exact place not established'],
      side: 'e'
    })
  ]
);
