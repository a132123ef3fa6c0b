type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/**
 * The voice to read a language in: one the machine has itself (another would send the text away), of the same language,
 * best of the same place. Null when there is none.
 */
export function voiceFor<V extends Voice>(lang: string, voices: readonly V[]): V | null {
  const wanted = languageOf(lang);
  const own = voices.filter((voice) => voice.localService && languageOf(voice.lang) === wanted);
  const rank = (voice: V) =>
    (PLACES[wanted]?.indexOf(placeOf(voice.lang)) ?? -1) * -1 + (placeOf(voice.lang) === placeOf(lang) ? 10 : 0);
  const known = own.filter((voice) => PLACES[wanted]?.includes(placeOf(voice.lang)));
  const best = (list: V[]) => list.reduce<V | null>((a, b) => (a && rank(a) >= rank(b) ? a : b), null);
  return best(known) ?? own.find((voice) => voice.default) ?? own[0] ?? null;
}

/** Places whose speech comes first for a language whose tag names none. */
const PLACES: Record<string, string[]> = { zh: ['CN', 'SG', 'TW'], en: ['GB', 'US'] };

/** Android writes `zh_CN`, some engines `cmn-CN`. */
function languageOf(tag: string): string {
  const language = tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return language === 'cmn' ? 'zh' : language;
}

function placeOf(tag: string): string {
  const place = tag.split(/[-_]/).find((part, index) => index > 0 && /^[A-Za-z]{2}$/.test(part));
  if (place) return place.toUpperCase();
  return /hans/i.test(tag) ? 'CN' : /hant/i.test(tag) ? 'TW' : '';
}
