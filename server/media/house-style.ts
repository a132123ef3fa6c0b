/** Colours of pictures on paper: the light tokens of `web/tokens.css`, which pictures cannot reach. */
export const COLOUR = {
  paper: '#F7F2E8',
  /** Ground of drawings, charts and maps; a shade below the raised paper of letters. */
  ground: '#FBF8F0',
  letter: '#FDFAF4',
  ink: '#1E1A16',
  inkSoft: '#5A5148',
  inkFaint: '#7A6F62',
  line: '#D3C7B2',
  cinnabar: '#A31F22',
  river: '#2C5B60',
  ruleRed: '#C98A7C'
} as const;

export const SERIF = 'Noto Serif SC';
export const LATIN = 'Source Serif 4';

/** Text as it may stand in XML, in content and in attributes; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A coordinate with at most two decimals. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
