import { test } from 'vitest';
import { messagesOf } from '../../../web/i18n/messages';
test('x', () => {
  const all = Object.entries(messagesOf('zh-Hans'));
  for (const max of [6, 8, 10, 12, 16, 200]) { const s = new Set<string>(); for (const [, m] of all) for (const v of Object.values(m)) if ([...v].length <= max) for (const c of v) if (/\p{Script=Han}/u.test(c)) s.add(c); console.log(max, s.size); }
  for (const [n, m] of all) console.log(n, Object.keys(m).length, Object.entries(m).filter(([k]) => /title|heading/i.test(k)).map(([k, v]) => k + '=' + v).join(' '));
});
