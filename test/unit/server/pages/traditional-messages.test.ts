import { describe, expect, it } from 'vitest';
import { traditionalMessages } from '../../../../server/pages/traditional-messages';
import { messagesOf } from '../../../../web/i18n/messages';

describe('the interface in traditional characters', () => {
  const written = messagesOf('zh-Hans');
  const converted = traditionalMessages(written);

  it('has every message, with the same values to fill in', () => {
    const values = (text = '') => text.match(/\{\{\w+\}\}/g);
    for (const [namespace, texts] of Object.entries(written)) {
      expect(Object.keys(converted[namespace] ?? {})).toEqual(Object.keys(texts));
      for (const [key, text] of Object.entries(texts))
        expect(values(converted[namespace]?.[key]), key).toEqual(values(text));
    }
  });

  it('says what the simplified one says', () => {
    expect(converted.common).toMatchObject({ gallery: '展廳', timeline: '時間軸', conf_disputed: '異說' });
  });
});
