import { beforeEach, describe, expect, it } from 'vitest';
import { engagementBatch, engagementEvent } from '../../../../server/contract/engagement';
import type { Queue } from '../../../../web/engagement/queue';
import { setCounting, visitLog } from '../../../../web/engagement/recorder';
import { type Tab, openTab } from '../../../../web/engagement/tab';
import { Clock, FakeNetwork, FakeStorage, PLACE, openPage, settled } from './surroundings';

const view = (target: string, durationMs = 5_000) => ({ type: 'view' as const, target, durationMs });
const answer = (attempt: number) => ({
  type: 'answer' as const,
  target: 'activity:quiz',
  value: { option: 'b', right: true, attempt }
});

describe('the queue of the recorder', () => {
  let clock: Clock;
  let network: FakeNetwork;
  let storage: FakeStorage;
  let tab: Tab;
  let queue: Queue;
  const unsent = () => (tab.read().unsent ?? []).flatMap(({ events }) => events);

  beforeEach(() => {
    clock = new Clock();
    network = new FakeNetwork();
    storage = new FakeStorage();
    tab = openTab(storage);
    queue = openPage(clock, network, tab);
    queue.touch();
  });

  it('sends a batch every 15 seconds, in the shape the server takes', async () => {
    queue.record(view('object:a'));
    await clock.pass(14_999);
    expect(network.batches).toEqual([]);
    await clock.pass(1);
    expect(network.batches).toHaveLength(1);
    const [batch] = network.batches;
    expect(engagementBatch.safeParse(batch).error).toBeUndefined();
    expect(batch?.events.map((event) => engagementEvent.safeParse(event).success)).toEqual([true, true]);
    expect(batch?.events.map(({ type }) => type)).toEqual(['visit-start', 'view']);
    expect(batch?.sent).toBe('2026-10-05T04:00:15.000Z');
    expect(unsent()).toEqual([]);
  });

  it('does not wait when twenty events have come together', async () => {
    for (let n = 0; n < 18; n++) queue.record(view('object:a'));
    await settled();
    expect(network.batches).toHaveLength(0);
    queue.record(view('object:a'));
    await settled();
    expect(network.batches.map(({ events }) => events.length)).toEqual([20]);
  });

  it('says nothing when there is nothing to say', async () => {
    await clock.pass(15_000);
    await clock.pass(600_000);
    expect(network.batches).toHaveLength(1);
  });

  it('sends an event again with the same id until it is acknowledged', async () => {
    network.statuses = [0, 503, 202];
    queue.record(view('object:a'));
    await clock.pass(60_000);
    expect(network.batches).toHaveLength(3);
    const ids = network.batches.map(({ events }) => events.map(({ id }) => id));
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
    expect(unsent()).toEqual([]);
  });

  it('waits longer each time, from 2 seconds to 5 minutes', async () => {
    network.statuses = [503];
    const times: number[] = [];
    const start = clock.now();
    const { fetch } = network;
    queue.stop();
    queue = openPage(
      clock,
      Object.assign(network, {
        fetch: (...call: Parameters<typeof fetch>) => (times.push(clock.now() - start), fetch(...call))
      }),
      tab
    );
    await clock.pass(3_600_000);
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    expect(gaps.slice(0, 9)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300].map((seconds) => seconds * 1000));
    expect(Math.max(...gaps)).toBe(300_000);
  });

  it('does not wait for an hour because the clock was set back by one after it failed', async () => {
    network.statuses = [503, 202];
    queue.record(view('object:a'));
    await clock.pass(15_000);
    clock.setBack(3_600_000);
    await clock.pass(2_000);
    expect(network.batches).toHaveLength(2);
    expect(unsent()).toEqual([]);
  });

  it('goes on when its timer comes a moment before the time by the clock', async () => {
    network.statuses = [503, 202];
    queue.record(view('object:a'));
    await clock.pass(15_000);
    clock.setBack(5);
    await clock.pass(2_005);
    expect(network.batches).toHaveLength(2);
  });

  it('sends at once when the network is back', async () => {
    network.statuses = [0];
    for (let n = 0; n < 600; n++) queue.record(view('object:a'));
    await clock.pass(600_000);
    network.statuses = [202];
    queue.retry();
    await settled();
    await settled();
    expect(unsent()).toEqual([]);
  });

  it('waits as long as the server asks', async () => {
    network.statuses = [429, 202];
    network.headers = { 'Retry-After': '60' };
    queue.record(view('object:a'));
    await clock.pass(15_000);
    await clock.pass(59_999);
    expect(network.batches).toHaveLength(1);
    await clock.pass(1);
    expect(network.batches).toHaveLength(2);
  });

  it.each([400, 404, 413])('drops what the server calls wrong (%i)', async (status) => {
    network.statuses = [status];
    queue.record(view('object:a'));
    await clock.pass(15_000);
    expect(unsent()).toEqual([]);
    expect(tab.read().sent).toEqual([]);
  });

  it.each([408, 429, 500, 503])('keeps what the server could not take now (%i)', async (status) => {
    network.statuses = [status];
    queue.record(view('object:a'));
    await clock.pass(15_000);
    expect(unsent()).toHaveLength(2);
  });

  it('keeps what a beacon carried until the next page has been told that it arrived', async () => {
    queue.record(view('object:a'));
    queue.beacon();
    expect(network.beacons.map(({ events }) => events.length)).toEqual([2]);
    expect(unsent()).toHaveLength(2);
    queue.stop();

    const next = openPage(clock, network, tab, { ...PLACE, view: 'timeline' });
    next.touch();
    next.record(view('event:b'));
    await clock.pass(2_000);
    expect(network.batches.map(({ events }) => events.length)).toEqual([2, 1]);
    const ids = (batches: typeof network.batches) => batches[0]?.events.map(({ id }) => id);
    expect(ids(network.batches)).toEqual(ids(network.beacons));
    expect(unsent()).toEqual([]);
    next.stop();
  });

  it('holds at most 500 events: the oldest dwells go first, answers never', () => {
    network.statuses = [503];
    for (let n = 1; n <= 10; n++) queue.record(answer(n));
    for (let n = 0; n < 600; n++) queue.record(view(`object:o${n}`));
    expect(unsent()).toHaveLength(500);
    expect(unsent().filter(({ type }) => type === 'answer')).toHaveLength(10);
    expect(unsent().filter(({ type }) => type === 'visit-start')).toHaveLength(1);
    expect(unsent().find(({ type }) => type === 'view')?.target).toBe('object:o111');
    expect(unsent().at(-1)?.target).toBe('object:o599');
  });

  it('begins another visit after 30 minutes without anybody', async () => {
    await clock.pass(29 * 60_000);
    queue.touch();
    const first = tab.read().visit;
    await clock.pass(30 * 60_000 + 1);
    queue.touch();
    expect(tab.read().visit).not.toBe(first);
    await clock.pass(15_000);
    expect(network.batches.flatMap(({ events }) => events).map(({ type }) => type)).toEqual([
      'visit-start',
      'visit-start'
    ]);
    expect(new Set(network.batches.map(({ visit }) => visit)).size).toBe(2);
  });

  it('goes on with the same visit on the next page', () => {
    const first = tab.read().visit;
    openPage(clock, network, tab).touch();
    expect(tab.read().visit).toBe(first);
    expect(unsent().map(({ type }) => type)).toEqual(['visit-start']);
  });

  it('touches nothing else in the tab’s entry', () => {
    storage.setItem('lantai', JSON.stringify({ textSize: 2 }));
    queue.touch();
    queue.record(view('object:a'));
    expect(JSON.parse(storage.getItem('lantai') ?? '')).toMatchObject({ textSize: 2, unsent: [{ exhibit: 'port' }] });
    expect([...storage.entries.keys()]).toEqual(['lantai']);
  });

  it('starts anew from an entry that somebody has spoilt', () => {
    storage.setItem('lantai', '{"visit":');
    queue.touch();
    expect(tab.read().visit).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('works from memory where the browser refuses storage', async () => {
    const refusing = {
      getItem: () => {
        throw new DOMException('denied');
      },
      setItem: () => {
        throw new DOMException('denied');
      }
    };
    for (const store of [null, refusing]) {
      const other = new FakeNetwork();
      const page = openPage(clock, other, openTab(store));
      page.touch();
      page.record(view('object:a'));
      await clock.pass(15_000);
      expect(other.batches.map(({ events }) => events.length)).toEqual([2]);
      page.stop();
    }
  });

  it('on a screen of the house, what is unsent outlives the tab, and nothing else does', async () => {
    network.statuses = [0];
    const lasting = new FakeStorage();
    const before = openPage(clock, network, openTab(storage, lasting), { ...PLACE, channel: 'kiosk' });
    before.record(answer(1));
    before.stop();
    expect(JSON.parse(lasting.getItem('lantai') ?? '')).toMatchObject({ unsent: [{ events: [{ type: 'answer' }] }] });
    expect(Object.keys(JSON.parse(lasting.getItem('lantai') ?? ''))).toEqual(['unsent']);

    // The power was cut: the browser begins with an empty tab.
    const online = new FakeNetwork();
    const after = openPage(clock, online, openTab(new FakeStorage(), lasting), { ...PLACE, channel: 'kiosk' });
    await clock.pass(2_000);
    expect(online.batches.flatMap(({ events }) => events).map(({ type }) => type)).toEqual(['answer']);
    expect(lasting.getItem('lantai')).toBe('{"unsent":[]}');
    after.stop();
  });

  it('keeps what happened in a lesson apart from what the same tab did elsewhere', () => {
    openPage(clock, network, tab, { ...PLACE, channel: 'lesson' }).record(answer(1));
    expect(tab.read().unsent?.map(({ channel }) => channel)).toEqual(['web', 'lesson']);
  });

  it('shows the visitor what was sent and what waits', async () => {
    queue.record(view('object:a'));
    await clock.pass(15_000);
    queue.record(view('object:b'));
    const log = visitLog(tab, {});
    expect(log.isCounting).toBe(true);
    expect(log.entry.sent?.map(({ type, target }) => [type, target])).toEqual([
      ['visit-start', undefined],
      ['view', 'object:a']
    ]);
    expect(log.entry.unsent?.flatMap(({ events }) => events).map(({ target }) => target)).toEqual(['object:b']);
    expect(visitLog(tab, { globalPrivacyControl: true })).toMatchObject({ isCounting: false, isAskedNot: true });
  });

  it('sends nothing more once the visitor has switched counting off, and starts afresh when it is on again', async () => {
    queue.record(view('object:a'));
    tab.change((entry) => (entry.textSize = 1));
    setCounting(false, tab);
    expect(tab.read()).toEqual({ counting: false, textSize: 1 });
    queue.touch();
    queue.record(view('object:b'));
    queue.beacon();
    await clock.pass(600_000);
    expect(network.batches).toEqual([]);
    expect(network.beacons).toEqual([]);
    expect(visitLog(tab, {}).isCounting).toBe(false);

    setCounting(true, tab);
    queue.touch();
    await clock.pass(15_000);
    expect(network.batches.flatMap(({ events }) => events).map(({ type }) => type)).toEqual(['visit-start']);
  });
});
