// The program of a renderer process (see renderer.ts, which hands this text to Node). Plain JavaScript, because it runs
// by itself in source and in build alike. It decodes pictures and draws charts, so that a hostile one can at worst end
// this process. One job at a time: {id, kind, …} in, {id, ok, …} out.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(process.env.LANTAI_RENDERER_BASE);
const sharp = require('sharp');
const PAPER = '#FDFAF4';

sharp.concurrency(1);
sharp.cache(false);

/** An SVG text as a picture of a width in pixels. */
async function renderSvg(job) {
  return encode(drawSvg(job), job.format);
}

/** The same drawing with its words as outlines, to look alike in every program; a tenth of a unit is enough. */
function outlineSvg({ svg, fontFiles }) {
  const { Resvg } = require('@resvg/resvg-js');
  const outlined = new Resvg(svg, { font: fontsOf(fontFiles), logLevel: 'off' }).toString();
  return {
    svg: outlined
      .replace(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
      .replace(/\n\s*/g, '')
      .replace(/ ?([MLQCZ]) ?/g, '$1')
  };
}

const fontsOf = (fontFiles) => ({
  loadSystemFonts: false,
  fontFiles,
  defaultFontFamily: 'Noto Serif SC',
  serifFamily: 'Noto Serif SC',
  sansSerifFamily: 'Noto Serif SC',
  monospaceFamily: 'Noto Serif SC'
});

function drawSvg({ svg, fontFiles, widthPx, maxHeightPx }) {
  const { Resvg } = require('@resvg/resvg-js');
  const font = fontsOf(fontFiles);
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'width', value: widthPx }, logLevel: 'off' });
  // Both are whole numbers, so that the proportions of a small drawing are only about right.
  if ((drawing.height / drawing.width) * widthPx > maxHeightPx * 1.5) throw new Error('The picture is too tall.');
  const drawn = drawing.render();
  return sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 4 } });
}

/** A raster file as a picture, never wider than itself, turned upright; `natural` is its own size. */
async function renderRaster({ file, widthPx, maxPixels, format }) {
  const source = sharp(file, { limitInputPixels: maxPixels, failOn: 'error', pages: 1 }).rotate();
  const { width, height, orientation = 1 } = await source.metadata();
  const natural = orientation >= 5 ? { widthPx: height, heightPx: width } : { widthPx: width, heightPx: height };
  const result = await encode(
    source.resize({ width: Math.min(widthPx, natural.widthPx), withoutEnlargement: true }).toColourspace('srgb'),
    format
  );
  return { ...result, natural };
}

/**
 * A picture as a pyramid of tiles in TIFF, on paper where it is transparent: without loss for drawings, whose lines
 * would blur, as JPEG of high quality for scans, which would be hundreds of megabytes.
 */
async function renderMaster({ from }) {
  const source =
    'svg' in from
      ? drawSvg(from)
      : sharp(from.file, { limitInputPixels: from.maxPixels, failOn: 'error', pages: 1 }).rotate();
  const compression =
    'svg' in from ? { compression: 'deflate', predictor: 'horizontal' } : { compression: 'jpeg', quality: 92 };
  const { width, height, orientation = 1 } = await source.metadata();
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  const tiles = { tile: true, tileWidth: tileEdge(across), tileHeight: tileEdge(down), pyramid: true };
  // A drawing may come out a row higher or lower than its size says; tiles are counted by what it says.
  const exact = 'svg' in from ? source.resize(from.widthPx, from.heightPx, { fit: 'fill' }) : source;
  const upright = exact.flatten({ background: PAPER }).toColourspace('srgb');
  return { bytes: await upright.tiff({ ...tiles, ...compression }).toBuffer() };
}

/** A tile many times as large as its picture is refused when it is read again; edges come in sixteens (TIFF 6.0 §15). */
const tileEdge = (length) => Math.min(512, Math.ceil(length / 16) * 16);

/** What an IIIF image request asks of a master; `levels` are the sizes of its pyramid. */
async function renderCut({ file, levels, maxPixels, region, widthPx, heightPx, rotation, quality, format }) {
  const { Processor } = require('iiif-processor');
  // The library knows a request by its address alone; it is asked for jpg, as it does not know AVIF.
  const address = `http://localhost/iiif/3/picture/${region}/^${widthPx},${heightPx}/${rotation}/${quality}.jpg`;
  const processor = new Processor(address, refuseToLoad, { sharpOptions: { limitInputPixels: maxPixels } });
  const pipeline = processor.operations(levels).pipeline();
  const master = createReadStream(file);
  master.on('error', (error) => pipeline.destroy(error));
  return { bytes: await FORMATS[format](master.pipe(pipeline)).toBuffer() };
}

const refuseToLoad = () => Promise.reject(new Error('A picture is cut from its master alone.'));

const FORMATS = {
  // Red rules and small Chinese type lose their edges where colour is halved.
  jpg: (image) => image.jpeg({ quality: 84, chromaSubsampling: '4:4:4' }),
  png: (image) => image.png({ compressionLevel: 6 }),
  webp: (image) => image.webp({ quality: 84, effort: 3, smartSubsample: true }),
  avif: (image) => image.avif({ quality: 60, effort: 2 })
};

/**
 * Thumbnails as one sheet of square cells, row by row: each lies in the upper left of its cell at its own proportions,
 * its last row and column repeated over the rest, so that coarser levels made of a cell do not bleed.
 */
async function renderSheet({ pictures, columns, cellPx }) {
  const cells = [];
  for (const bytes of pictures) {
    const fitted = sharp(bytes).flatten({ background: PAPER }).resize(cellPx, cellPx, { fit: 'inside' });
    const { data, info } = await fitted.removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const input = await sharp(data, { raw: { width, height, channels } })
      .extend({ right: cellPx - width, bottom: cellPx - height, extendWith: 'copy' })
      .raw()
      .toBuffer();
    const at = { left: (cells.length % columns) * cellPx, top: Math.floor(cells.length / columns) * cellPx };
    cells.push({ input, raw: { width: cellPx, height: cellPx, channels }, ...at });
  }
  const [width, height] = [columns * cellPx, Math.ceil(cells.length / columns) * cellPx];
  return encode(sharp({ create: { width, height, channels: 3, background: PAPER } }).composite(cells));
}

/** A drawn sheet with a picture laid on it, as JPEG: some chat apps know nothing newer. */
async function renderCard({ svg, fontFiles, width, height, picture, box }) {
  const { left, top, ...size } = box;
  const input = await sharp(picture)
    .flatten({ background: PAPER })
    .resize({ ...size, fit: 'fill' })
    .png()
    .toBuffer();
  const sheet = drawSvg({ svg, fontFiles, widthPx: width, maxHeightPx: height }).composite([{ input, left, top }]);
  return { bytes: await sheet.removeAlpha().jpeg({ quality: 86, chromaSubsampling: '4:4:4' }).toBuffer() };
}

/**
 * Measured on the 29 pictures of the first exhibit, 512 px, on one core: WebP 59 ms and 41 dB; AVIF of effort 2 and full
 * colour a fifth smaller at the same faithfulness, and at the worst picture 4 dB better, in 135 ms. Effort 4 saves 8 %
 * more for six times the work. Line art without loss is larger: WebP 2.5 times, PNG 4, PNG of a palette 1.5.
 */
const ENCODERS = {
  webp: (image) => image.webp({ quality: 86, effort: 4, smartSubsample: true }),
  avif: (image) => image.avif({ quality: 68, effort: 2, chromaSubsampling: '4:4:4' })
};

async function encode(image, format = 'webp') {
  const { data, info } = await ENCODERS[format](image).toBuffer({ resolveWithObject: true });
  const { channels } = await sharp(data).flatten({ background: PAPER }).stats();
  const colour = `#${channels
    .slice(0, 3)
    .map(({ mean }) => Math.round(mean).toString(16).padStart(2, '0'))
    .join('')}`;
  return { bytes: data, widthPx: info.width, heightPx: info.height, colour };
}

/** A Vega-Lite spec as SVG. `advances`: width in em of characters by weight; others count one em, as Han do. */
async function renderChart({ spec, advances }) {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  vega.textMetrics.width = (item, text) => widthOf(item, text, advances);
  const refuse = () => Promise.reject(new Error('A chart carries its data inline; it may not load any.'));
  const warnings = [];
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, parts) => warnings.push(parts.join(' ')));
  const compiled = vegaLite.compile(spec, { logger }).spec;
  const view = new vega.View(vega.parse(compiled), {
    renderer: 'none',
    logger,
    loader: { load: refuse, sanitize: refuse, http: refuse, file: refuse, options: {} }
  });
  const svg = await view.toSVG();
  view.finalize();
  return { svg, warnings };
}

function widthOf(item, text, advances) {
  const size = item.fontSize ?? 11;
  const weight = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600 ? 'bold' : 'regular';
  const lines = Array.isArray(text) ? text : [text];
  const widths = lines.map((line) =>
    [...String(line ?? '')].reduce((sum, character) => sum + (advances[weight][character] ?? 1), 0)
  );
  return Math.max(0, ...widths) * size;
}

const KINDS = {
  svg: renderSvg,
  outline: outlineSvg,
  raster: renderRaster,
  chart: renderChart,
  sheet: renderSheet,
  card: renderCard,
  master: renderMaster,
  cut: renderCut
};

process.on('message', async (job) => {
  try {
    process.send({ id: job.id, ok: true, result: await KINDS[job.kind](job) });
  } catch (error) {
    process.send({ id: job.id, ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
// The parent is gone: so is the need for this process.
process.on('disconnect', () => process.exit(0));
