/** AX-12: a model of a coast steamer on its stand, as a builder shows a ship, and its still picture. No ship is meant. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { box, lathe, moved, scaled, turned, whole } from '../hand/solids.mjs';
import { steamer } from './steamer-parts.mjs';
import { stand } from './ship-stand.mjs';

const screw = moved(
  turned(
    [
      ...lathe([[0.006, -0.012], [0.006, 0.012]], 'brass', { sides: 10 }),
      ...whole([0, 1, 2, 3].flatMap((k) => turned(turned(box([-0.008, 0.008], [-0.0015, 0.0015], [0.004, 0.024], 'brass'), 'z', 0.5), 'y', (k * Math.PI) / 2)))
    ],
    'z',
    Math.PI / 2
  ),
  [-0.44, -0.024, 0]
);
const rudder = box([-0.466, -0.447], [-0.045, 0.03], [-0.002, 0.002], 'black');
const faces = [...moved(scaled([...steamer(), ...screw, ...rudder], 1.08), [0, 0.125, 0]), ...stand({ length: 1.16, width: 0.3, cradles: [-0.27, 0.27], keel: 0.078, breadth: 0.045 })];
await saveModelTo('northern-port')('steamer', faces, { most: 16_000 });

const { body } = drawnModel(faces, { turn: 32, lift: 20, box: [56, 130, 1030, 760], height: 880, most: 16_000 });
saveTo('northern-port')('steamer', {
  height: 880,
  title: '轮船示意模型',
  body: [heading('津沪航线的轮船', 'A steamer of the Shanghai line'), body, foot(826, '示意，不按比例，不指某一艘船', 'Schematic, not to scale; no particular ship.')].join('\n')
});
