import { expect, test } from 'vitest';
import { voiceFor } from '../../../../web/listening/voices';

const voice = (lang: string, localService = true) => ({ lang, localService, default: false });

test('a voice of the machine in the same language is taken, the nearest place first', () => {
  const voices = [voice('en-US'), voice('zh-HK'), voice('zh_TW'), voice('zh-CN'), voice('en-GB')];
  expect(voiceFor('zh-Hans', voices)?.lang).toBe('zh-CN');
  expect(voiceFor('zh-Hant', voices)?.lang).toBe('zh_TW');
  expect(voiceFor('en', voices)?.lang).toBe('en-GB');
  expect(voiceFor('zh-Hans', [voice('zh-HK'), voice('cmn-TW')])?.lang).toBe('cmn-TW');
});

test('a voice that would send the text away, or of another language, is none', () => {
  expect(voiceFor('zh-Hans', [voice('zh-CN', false), voice('en-US')])).toBeNull();
  expect(voiceFor('en', [])).toBeNull();
});
