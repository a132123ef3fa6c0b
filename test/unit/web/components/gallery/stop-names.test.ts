import { describe, expect, it } from 'vitest';
import { planGallery } from '../../../../../exhibits/plan/plan-gallery';
import { roomMark, roomName } from '../../../../../web/components/gallery/stop-names';
import { gallery } from '../../../../../web/i18n/messages/gallery';
import { createTranslator } from '../../../../../web/i18n/translator';
import { exhibitOf } from '../../../exhibits/plan/sample';

const three = exhibitOf([3, 70, 2]);
const titles = ['渡口', '一百件', '渡船'];
const input = {
  ...three,
  sections: three.sections.map((section, index) => ({ ...section, title: { 'zh-Hans': titles[index] ?? '' } }))
};
const exhibit = { derived: { rooms: planGallery(input) } };
const { rooms } = exhibit.derived.rooms;

describe('names of rooms', () => {
  it('number the rooms of a section that fills several', async () => {
    const t = await createTranslator('zh-Hans', { gallery: gallery['zh-Hans'] });
    const names = rooms.map((room) => roomName(exhibit, room, 'zh-Hans', t));
    expect(names[0]).toBe('第一室 渡口');
    expect(names.slice(1, 4)).toEqual(['第二室 一百件（一）', '第三室 一百件（二）', '第四室 一百件（三）']);
  });

  it('stand on the plan as one character, or as a number where two rooms would share it', () => {
    const marks = rooms.map((room) => roomMark(exhibit, room, 'zh-Hans'));
    expect(new Set(marks).size).toBe(rooms.length);
    expect(marks[0]).toBe('一');
  });

  it('keep the section’s own seal where it is the only one', () => {
    const only = planGallery({
      ...exhibitOf([2, 2]),
      sections: exhibitOf([2, 2]).sections.map((one, index) => ({ ...one, seal: index === 0 ? '渡' : '港' }))
    });
    expect(only.rooms.map((room) => roomMark({ derived: { rooms: only } }, room, 'en'))).toEqual(['渡', '港']);
  });
});
