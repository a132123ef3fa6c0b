/** AX-20: a tank locomotive on a length of track, and its still picture. It stands for its kind, not for any engine. */
import { drawnModel } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';
import { scaled } from '../hand/solids.mjs';
import { locomotive, track } from './engine-parts.mjs';

const faces = scaled([...track(), ...locomotive()], 0.042);
await saveModelTo('northern-port')('locomotive', faces, { most: 22_000 });

const drawing = drawnModel(faces, { turn: 36, lift: 17, box: [64, 120, 1010, 800], height: 920, weight: 0.9, most: 22_000 });
saveTo('northern-port')('locomotive', {
  height: 920,
  title: '机车示意模型',
  body: [heading('运煤铁路上的机车', 'An engine of the coal railway'), drawing.body, foot(866, '示意，不按比例，不指某一台机车', 'Schematic, not to scale; no particular engine.')].join('\n')
});
