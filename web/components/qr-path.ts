import qrcode from 'qrcode-generator';

/** White round the code, in modules (ISO/IEC 18004 §9.1). */
export const QUIET_ZONE = 4;

/**
 * A QR code as the path of an SVG, one unit a module: `size` is the whole edge with the quiet zone. Correction level M
 * survives a fold or a pencil mark across a printed page. Throws where the text has more than 2331 bytes.
 */
export function qrPath(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count;) {
      let end = column;
      while (end < count && code.isDark(row, end)) end += 1;
      const run = end - column;
      if (run > 0) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${run}v1h-${run}z`;
      column = end + 1;
    }
  }
  return { size: count + 2 * QUIET_ZONE, path };
}
