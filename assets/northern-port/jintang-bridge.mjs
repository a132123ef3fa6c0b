/** AX-24: the model of Jintang Bridge, half turned, and its still picture. Length and width are to scale. */
import { jintangBridge, LENGTH, WIDTH } from '../hand/jintang-bridge.mjs';
import { drawnModel, measured } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, hatch, heading, saveTo } from '../hand/sheet.mjs';

const faces = jintangBridge({ openDegrees: 24 });
await saveModelTo('northern-port')('jintang-bridge', faces);

const { body, view } = drawnModel(faces, { turn: 27, lift: 27, box: [64, 130, 1030, 650], height: 800, weight: 0.85 });
const half = LENGTH / 2;
saveTo('northern-port')('jintang-bridge', {
  height: 800,
  title: '金汤桥示意模型',
  defs: hatch('shade'),
  body: [
    heading('金汤桥', 'Jintang Bridge, its swinging span turned'),
    body,
    measured(view, [-half, 0, 15], [half, 0, 15], [0, 0, 7], '全长76.4米', '76.4 m'),
    measured(view, [half + 7, 6.4, WIDTH / 2], [half + 7, 6.4, -WIDTH / 2], [5, 0, 0], '宽10.5米', '10.5 m'),
    foot(746, '长与宽依比例；桁架、高度与转角为示意', 'Length and width to scale; trusses, heights and the turn are schematic.')
  ].join('\n')
});
