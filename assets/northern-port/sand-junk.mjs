/** AX-03: a flat-bottomed sea junk of the grain fleets on its stand, and its still picture. It stands for its kind. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { moved } from '../hand/solids.mjs';
import { junk } from './junk-parts.mjs';
import { stand } from './ship-stand.mjs';

const KEEL = 0.075;
const faces = [...moved(junk(), [0, KEEL, 0]), ...stand({ length: 1.06, width: 0.4, cradles: [-0.24, 0.2], keel: KEEL, breadth: 0.095 })];
await saveModelTo('northern-port')('sand-junk', faces, { most: 15_000 });

const { body } = drawnModel(faces, { turn: 28, lift: 16, box: [150, 120, 1080, 920], height: 1040, most: 15_000 });
saveTo('northern-port')('sand-junk', {
  height: 1040,
  title: '海船示意模型',
  body: [heading('运漕粮的海船', 'A junk for grain by sea'), body, foot(986, '示意，不按比例，不指某一艘船', 'Schematic, not to scale; no particular ship.')].join('\n')
});
