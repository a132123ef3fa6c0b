/**
 * The five maps as GeoJSON. Places stand where the dossier puts them, with its error; rivers and coasts are generalised
 * lines laid through those places. Arrows show that people met, not the streets they took. No boundary is drawn.
 */
import { course, place, saveMapTo, sea } from '../hand/map.mjs';
import { inTheCity, northCanal, southCanal, toTheSea } from '../hand/rivers.mjs';

const save = saveMapTo('red-tianjin');

const haiRiver = ['海河', 'Hai River'];
const wall = [
  [117.1675, 39.1365],
  [117.1675, 39.1455],
  [117.1845, 39.1455],
  [117.1845, 39.1365],
  [117.1675, 39.1365]
];
const oldCity = course('wall', wall, ['天津老城', 'Old city'], 'w');
const oneDot = ['普爱里与隆泰里坐标相同，画在一点', 'Pu’aili and Longtaili have one pair of coordinates']
const byStreet = ['点位按街名推定', 'Placed by the names of streets'];
const waters = (reach, side = 'ne') => [
  course('canal', northCanal),
  course('canal', southCanal),
  course('river', [...inTheCity, ...toTheSea.slice(0, reach)], haiRiver, side)
];

/** A line people took, with an open head; degrees of latitude are longer than those of longitude here by 1 / cos 39°. */
function march(points, size, name, side, more) {
  const squeeze = Math.cos((39.1 * Math.PI) / 180);
  const [[ax, ay], [bx, by]] = points.slice(-2);
  const along = Math.atan2(by - ay, (bx - ax) * squeeze);
  const barb = (turn) => [
    bx - (Math.cos(along + turn) * size) / squeeze,
    by - Math.sin(along + turn) * size
  ];
  return [course('mark', points, name, side, more), course('mark', [barb(0.45), [bx, by], barb(-0.45)])];
}

/** A soft bend from a to b, bulging to the left of the way by `bulge` of its length. */
function bend([ax, ay], [bx, by], bulge) {
  const [mx, my] = [(ax + bx) / 2 - (by - ay) * bulge, (ay + by) / 2 + (bx - ax) * bulge];
  return Array.from({ length: 17 }, (_, i) => {
    const t = i / 16;
    const at = (a, m, b) => (1 - t) ** 2 * a + 2 * t * (1 - t) * m + t ** 2 * b;
    return [at(ax, mx, bx), at(ay, my, by)];
  });
}

save(
  'lanes-and-streets',
  [117.146, 39.106, 117.246, 39.174],
  ['里弄与街道', 'Lanes and streets'],
  [
    ...waters(2),
    oldCity,
    place(39.166, 117.212, 700, '北洋法政专门学堂', 'School of Law and Politics', {
      modern: ['今志成道33号', '33 Zhicheng Road'],
      note: byStreet,
      side: 'e'
    }),
    place(39.144, 117.197, 400, '特别二区大马路', 'Second Special District', {
      modern: ['今建国道91号', '91 Jianguo Road'],
      note: byStreet,
      side: 'e'
    }),
    place(39.133, 117.19, 800, '草厂庵41号', '41 Caochang’an', {
      modern: ['今东南角一带', 'south-east of the old city'],
      note: byStreet,
      side: 'w'
    }),
    place(39.124, 117.197, 700, '普爱里、隆泰里', 'Pu’aili and Longtaili', {
      modern: ['今长春道、黑龙江路', 'Changchun and Heilongjiang Roads'],
      note: ['两处坐标相同，误差500与700米，画作一点', 'One pair of coordinates for both, within 500 and 700 m'],
      side: 'w'
    }),
    place(39.121, 117.203, 500, '耀华里2号', '2 Yaohuali', {
      modern: ['今山西路', 'Shanxi Road'],
      note: byStreet,
      side: 's'
    })
  ]
);

save(
  'committee-addresses',
  [117.178, 39.108, 117.221, 39.135],
  ['地委与省委的地址', 'Where the committees met'],
  [
    ...waters(1, 'e'),
    place(39.124, 117.197, 500, '普爱里34号 1924', '34 Pu’aili, 1924', {
      kind: 'mark',
      modern: ['今长春道普爱里21号', '21 Pu’aili, Changchun Road'],
      note: oneDot,
      side: 'nw'
    }),
    place(39.124, 117.197, 700, '隆泰里19号 1936', '19 Longtaili, 1936', {
      kind: 'mark',
      modern: ['今黑龙江路', 'Heilongjiang Road'],
      note: oneDot,
      side: 'w'
    }),
    place(39.121, 117.199, 600, '神户里 1927', 'Shenhuli, 1927', {
      kind: 'mark',
      modern: ['今哈密道四箴南里21号', '21 Sizhen Nanli, Hami Road'],
      side: 'sw'
    }),
    place(39.121, 117.203, 500, '耀华里2号 1927', '2 Yaohuali, 1927', {
      kind: 'mark',
      modern: ['今山西路', 'Shanxi Road'],
      side: 'se'
    })
  ]
);

const nankai = [117.173, 39.129];

save(
  'two-columns',
  [117.132, 39.1, 117.238, 39.17],
  ['1935年12月18日，两路', '18 December 1935, two columns'],
  [
    ...waters(2),
    oldCity,
    ...march(bend([117.206, 39.163], [117.1775, 39.1335], 0.16), 0.0042, ['海河以北一路', 'from north of the river'], 'e'),
    ...march(bend([117.199, 39.108], [117.1778, 39.1262], -0.14), 0.0042, ['海河以南一路', 'from south of the river'], 'sw'),
    place(nankai[1], nankai[0], 500, '南开中学', 'Nankai Middle School', {
      note: ['箭头只表示相会，街道待核', 'arrows show a meeting; streets to be confirmed'],
      side: 'w'
    })
  ]
);

const gulf = [
  [118.4, 39.05],
  [118.2, 39.19],
  [118.05, 39.22],
  [117.92, 39.21],
  [117.83, 39.19],
  [117.78, 39.16],
  [117.745, 39.11],
  [117.752, 39.06],
  [117.745, 39.015],
  [117.735, 38.975],
  [117.69, 38.93],
  [117.645, 38.89],
  [117.585, 38.79]
];

save(
  'panshan-map',
  [116.72, 38.84, 118.12, 40.3],
  ['天津与盘山', 'Tianjin and Panshan'],
  [
    sea([...gulf, [118.4, 38.79]], '渤海', 'Gulf of Bohai'),
    course('coast', gulf),
    course('canal', northCanal),
    course('canal', southCanal),
    course('river', [...inTheCity, ...toTheSea], haiRiver, 'n'),
    course(
      'mark',
      [
        [117.207, 39.23],
        [117.2745, 40.01]
      ],
      ['约100公里', 'about 100 km'],
      'e'
    ),
    place(39.13, 117.2, 10000, '天津', 'Tianjin', { side: 'w' }),
    place(40.07, 117.28, 2000, '盘山', 'Panshan', {
      kind: 'mark',
      modern: ['今蓟州区', 'Jizhou District'],
      note: ['白草洼在其中，未见坐标', 'Baicaowa lies within'],
      side: 'e'
    })
  ]
);

const bridge = [117.191, 39.143];

save(
  'twenty-nine-hours',
  [117.131, 39.105, 117.252, 39.172],
  ['二十九小时：东西对进', 'Twenty-nine hours: from east and west'],
  [
    ...waters(2),
    oldCity,
    ...march(bend([117.138, 39.158], [117.1868, 39.1445], -0.1), 0.0052, ['14日10时，自西', '10 a.m., 14 January, from the west'], 'n'),
    ...march(bend([117.246, 39.134], [117.1952, 39.1418], -0.12), 0.0052, ['14日10时，自东', '10 a.m., 14 January, from the east'], 's'),
    place(bridge[1], bridge[0], 300, '金汤桥 15日凌晨', 'Jintang Bridge, before dawn, 15 January', {
      kind: 'mark',
      note: ['箭头只表示方向，不写番号', 'Arrows show directions only; no units are named'],
      side: 'ne'
    }),
    place(39.124, 117.186, 800, '警备司令部 15日下午', 'Garrison headquarters, afternoon, 15 January', {
      modern: ['今八一礼堂一带', 'around Bayi Hall'],
      note: ['下午战斗结束；三时，号外散发全市', 'Fighting ended in the afternoon; at three an extra was in the streets'],
      side: 's'
    })
  ]
);
