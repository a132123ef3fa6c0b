import { describe, expect, it } from 'vitest';
import { compileTimeline } from '../../../../server/exhibits/compile-timeline';

const event = (id: string, date: string) => ({ id, date, title: { en: id }, facts: ['F-1'] });

describe('a compiled timeline', () => {
  it('is in order of first days, whatever the author’s order', () => {
    const { events } = compileTimeline({
      events: [event('late', '1927-10-18'), event('early', '1404'), event('between', '1878-07?')]
    });
    expect(events.map(({ id }) => id)).toEqual(['early', 'between', 'late']);
  });

  it('puts the longer span first when two begin on one day', () => {
    const { events } = compileTimeline({ events: [event('day', '1880-01-01'), event('year', '1880')] });
    expect(events.map(({ id }) => id)).toEqual(['year', 'day']);
  });

  it('puts what is open at its beginning before everything', () => {
    const { events } = compileTimeline({ events: [event('dated', '0005'), event('open', '../1949')] });
    expect(events.map(({ id }) => id)).toEqual(['open', 'dated']);
  });

  it('orders years before our era', () => {
    const { events } = compileTimeline({
      events: [event('later', '-0100'), event('earlier', '-0400'), event('ours', '0100')]
    });
    expect(events.map(({ id }) => id)).toEqual(['earlier', 'later', 'ours']);
  });

  it('gives each event the era it begins in, and each era its events', () => {
    const timeline = compileTimeline({
      eras: [
        { id: 'before', title: { en: 'Before' }, date: '1404/1857' },
        { id: 'opening', title: { en: 'Opening' }, date: '1858/1865' }
      ],
      events: [
        event('guard', '1404'),
        event('treaty', '1858-06-26'),
        event('across', '1850/1860'),
        event('outside', '1990')
      ]
    });
    expect(Object.fromEntries(timeline.events.map(({ id, derived }) => [id, derived.era]))).toEqual({
      guard: 'before',
      across: 'before',
      treaty: 'opening',
      outside: null
    });
    expect(timeline.eras.map(({ derived }) => derived.events)).toEqual([['guard', 'across'], ['treaty']]);
  });

  it('is empty when there is none', () => {
    expect(compileTimeline(undefined)).toMatchObject({ events: [], eras: [] });
  });
});
