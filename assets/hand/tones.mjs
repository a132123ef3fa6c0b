/** What models are made of, in the colours of the house: warm, muted, one cinnabar. sRGB. */
export const tones = {
  paper: '#EFE7D8',
  plaster: '#DDD3C2',
  paving: '#E4DAC8',
  stone: '#D8CDB9',
  granite: '#B9B1A3',
  concrete: '#C4BCAD',
  earth: '#B9AC98',
  brick: '#AE8571',
  'brick-red': '#9C5F4C',
  tile: '#6B655E',
  timber: '#A98A62',
  'timber-dark': '#6E5439',
  bamboo: '#CDB48C',
  iron: '#4A4641',
  black: '#3A3733',
  dark: '#2E2A26',
  steel: '#9B9890',
  silver: '#C9C5BA',
  white: '#F3EEE3',
  glass: '#5F7374',
  lamp: '#F2E2B8',
  water: '#7FA3A1',
  river: '#2C5B60',
  leaf: '#7D8A63',
  brass: '#B0904F',
  gilt: '#CDAE74',
  leather: '#7A5438',
  rubber: '#35312D',
  olive: '#76735A',
  lead: '#A6423A',
  cinnabar: '#A31F22'
};

/** A tone's name or a hex colour, as linear 0…1: vertex colours are linear. */
export function linear(tone) {
  const hex = tones[tone] ?? tone;
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`No tone ${tone}: name one of tones.mjs or write #RRGGBB.`);
  return [1, 3, 5].map((i) => (parseInt(hex.slice(i, i + 2), 16) / 255) ** 2.2);
}
