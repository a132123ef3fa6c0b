import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../../../server/search/readings';

const of = (name: string, isPerson = false, given?: string) =>
  readingsOf({ name, isPerson, given }).map(([reading, han]) => `${reading} ${han}`);

describe('readings of a name', () => {
  it('are its syllables and its initials', () => {
    expect(of('李鸿章', true)).toEqual(expect.arrayContaining(['lihongzhang 李鸿章', 'lhz 李鸿章']));
  });
  it('read a surname as one', () => expect(of('单士厘', true)).toContain('shanshili 单士厘'));
  it('give each name of a person', () => {
    expect(of('朱棣（明成祖）', true)).toEqual(expect.arrayContaining(['zhudi 朱棣', 'mingchengzu 明成祖']));
  });
  it('take what the exhibit says', () => expect(of('海关两', false, 'haiguan liang')).toContain('haiguanliang 海关两'));
  it('let ü be typed as u or v', () => {
    expect(of('吕宋')).toEqual(expect.arrayContaining(['lusong 吕宋', 'lvsong 吕宋']));
  });
  it('are none of a single character or of Latin letters', () => {
    expect(of('津')).toEqual([]);
    expect(of('Detring')).toEqual([]);
  });
});
