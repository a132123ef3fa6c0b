import qrcode from 'qrcode-generator';

/** White round a code, in modules: two are enough on a screen, and a row of a terminal holds two. */
const QUIET = 2;
/** Black on white whatever the terminal's own colours are. */
const [PAPER, PLAIN] = ['\u001b[30;107m', '\u001b[0m'];

/**
 * What `npm start -- --lan` says: addresses, a QR code of the first, and what a teacher does where the school's Wi-Fi keeps
 * devices apart. `isColoured`: a terminal that knows colours; without them the code is drawn for dark ones.
 */
export function lanNotice(addresses: readonly string[], port: number, isColoured: boolean): string {
  const [first, ...others] = addresses.map((address) => `http://${address}:${port}`);
  if (first === undefined) {
    return lines(
      'This machine is in no network: connect it to the Wi-Fi of the room, or switch on its own hotspot, and start again.',
      '这台电脑没有连上网络：连上教室的无线网，或打开这台电脑的热点，再启动一次。'
    );
  }
  return [
    lines(`In this network 本网络 · ${first}`, ...others.map((address) => `                       · ${address}`)),
    terminalCode(first, isColoured),
    lines(
      'A phone in the same Wi-Fi scans this. Open the teacher’s page by this address too, not by localhost.',
      `Does it open? Then ${first}/lessons/check tries out what a lesson needs.`,
      'It does not? School Wi-Fi often keeps devices apart (“client isolation”). Switch on this machine’s own hotspot, let',
      'the class join that, and start again; or ask the network’s keeper to lift the isolation for this room. A firewall may',
      `also ask whether Node may be reached: allow port ${port} for private networks.`,
      '',
      '手机连同一个无线网，扫上面的码。老师自己也用这个地址打开，不要用localhost。',
      `打得开：再到${first}/lessons/check查一查上课要用的几样。`,
      '打不开：学校的无线网常把设备互相隔开（“客户端隔离”“AP隔离”）。打开这台电脑的热点，让全班连它，再启动一次；',
      `或请管网络的老师给这间教室取消隔离。防火墙若来问，请允许Node在专用网络上使用端口${port}。`
    )
  ].join('\n');
}

const lines = (...texts: string[]) => `${texts.join('\n')}\n`;

/** Two rows of modules a line, by half blocks. */
export function terminalCode(text: string, isColoured: boolean): string {
  const code = qrcode(0, 'L');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const isDark = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < count && column < count && code.isDark(row, column);
  // With colours a full block is ink; without, it is the light of a dark terminal.
  const isInk = (row: number, column: number) => isDark(row, column) === isColoured;
  let drawn = '';
  for (let row = -QUIET; row < count + QUIET; row += 2) {
    let line = '';
    for (let column = -QUIET; column < count + QUIET; column += 1) {
      const [upper, lower] = [isInk(row, column), isInk(row + 1, column)];
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    }
    drawn += isColoured ? `${PAPER}${line}${PLAIN}\n` : `${line}\n`;
  }
  return drawn;
}
