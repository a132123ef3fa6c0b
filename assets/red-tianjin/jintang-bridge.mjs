/** BX-21: the model of Jintang Bridge, closed as it was crossed, and its still picture. Length and width are to scale. */
import { jintangBridge, LENGTH, WIDTH } from '../hand/jintang-bridge.mjs';
import { drawnModel, measured } from '../hand/model-drawing.mjs';
import { saveModelTo } from '../hand/model.mjs';
import { foot, heading, saveTo } from '../hand/sheet.mjs';

const faces = jintangBridge();
await saveModelTo('red-tianjin')('jintang-bridge', faces);

const { body, view } = drawnModel(faces, { turn: -30, lift: 22, box: [170, 150, 1110, 690], height: 860, weight: 0.85 });
const half = LENGTH / 2;
saveTo('red-tianjin')('jintang-bridge', {
  height: 860,
  title: '金汤桥示意模型：三段铁桥，中间一段可平转，两端接岸',
  body: [
    heading('金汤桥', 'Jintang Bridge'),
    body,
    measured(view, [-half, 0, 15], [half, 0, 15], [0, 0, 7], '长76.4米', '76.4 m'),
    measured(view, [-half - 7, 6.4, WIDTH / 2], [-half - 7, 6.4, -WIDTH / 2], [-15, 0, 0], '宽10.5米', '10.5 m'),
    foot(806, '长与宽依比例；桁架与高度为示意', 'Length and width to scale; trusses and heights are schematic.')
  ].join('\n')
});
