import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failed, iso, reply, useEngagement } from './support/engagement-trial';

describe('POST /api/engagement, too often or by programs', () => {
  const trial = useEngagement();
  const { open, reopen, view, batchOf, post, ask } = trial;

  describe('too much', () => {
    it('answers 429 with Retry-After to a visit that hammers, and takes it again later', async () => {
      const visit = crypto.randomUUID();
      const once = () => post(batchOf([view()], { visit }));
      const statuses = [];
      for (let n = 0; n < 60; n++) statuses.push((await once()).status);
      expect(statuses.indexOf(429)).toBe(40);
      const refused = await once();
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
      expect((await failed(refused)).code).toBe('too-many-requests');
      trial.nowMs += 1_000;
      expect((await once()).status).toBe(202);
    });

    it('answers 429 to an address that floods with ever new visits', async () => {
      const statuses = await Promise.all(
        Array.from({ length: 700 }, async () => (await post(batchOf([view()]))).status)
      );
      expect(statuses.filter((status) => status === 429)).toHaveLength(100);
      trial.address = '198.51.100.1';
      expect((await post(batchOf([view()]))).status).toBe(202);
    });

    it('refuses nobody in a class of sixty behind one address', async () => {
      const visits = Array.from({ length: 60 }, () => crypto.randomUUID());
      const statuses: number[] = [];
      for (let round = 0; round < 8; round++) {
        const answers = await Promise.all(visits.map((visit) => post(batchOf([view()], { visit }))));
        statuses.push(...answers.map(({ status }) => status));
        trial.nowMs += 15_000;
      }
      expect(new Set(statuses)).toEqual(new Set([202]));
      expect((await ask()).visits).toBe(60);
    });

    it('answers 503 with Retry-After when more comes in than the disk takes, and what it took is there', async () => {
      await reopen({ isLoadTest: true });
      const events = () => Array.from({ length: 200 }, () => view());
      const answers = await Promise.all(Array.from({ length: 150 }, () => post(batchOf(events()))));
      const taken = answers.filter(({ status }) => status === 202);
      const refused = answers.filter(({ status }) => status === 503);
      expect(taken.length + refused.length).toBe(150);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.every(({ headers }) => Number(headers.get('Retry-After')) >= 1)).toBe(true);
      expect((await ask()).events).toEqual({ view: taken.length * 200 });
      expect((await post(batchOf([view()]))).status).toBe(202);
    });

    it('answers 503 when the disk is full, says so in health, and goes on answering questions', async () => {
      await post(batchOf([view()]));
      await reopen({ isLoadTest: true, maxBytes: 120_000 });
      expect(trial.engagement.health()).toMatchObject({ isWritable: true, problem: null });
      let response = await post(batchOf([view()]));
      let accepted = 2;
      while (response.status === 202) {
        response = await post(batchOf(Array.from({ length: 100 }, () => view())));
        accepted += response.status === 202 ? 100 : 0;
      }
      expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '60']);
      expect((await failed(response)).message).toContain('disk of the engagement file is full');
      expect(trial.engagement.health()).toMatchObject({
        isWritable: false,
        problem: 'The disk of the engagement file is full.'
      });
      expect(trial.logged.filter(({ event }) => event === 'engagement-unavailable')).toHaveLength(1);
      expect((await ask()).events).toEqual({ view: accepted });
      expect(await trial.engagement.differences()).toEqual([]);
    });

    it('refuses while it stops, and has everything it acknowledged', async () => {
      const answers = Array.from({ length: 50 }, () => post(batchOf([view()])));
      await Promise.race(answers);
      await trial.engagement.close();
      const taken = (await Promise.all(answers)).filter(({ status }) => status === 202).length;
      expect((await post(batchOf([view()]))).status).toBe(503);
      expect(readdirSync(trial.folder)).toEqual(['engagement.db']);
      await open();
      expect((await ask()).visits).toBe(taken);
    });
  });

  describe('programs', () => {
    const bot = { accepted: 0, duplicates: 0, rejected: [], counted: 'bot' };

    it('answers crawlers kindly, keeps nothing of them and counts them apart', async () => {
      const agent = 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)';
      const response = await post(batchOf([view()]), { 'User-Agent': agent });
      expect([response.status, await reply(response)]).toEqual([202, bot]);
      expect(await ask()).toMatchObject({ visits: 0, events: {}, days: [], targets: [] });
    });

    it('takes a browser that says it is driven by a program for one', async () => {
      expect(await reply(post(batchOf([view()], { automated: true })))).toEqual(bot);
    });

    it('takes a visit for one whose events come faster than hands can make them', async () => {
      const visit = crypto.randomUUID();
      const burst = (count: number) => Array.from({ length: count }, (_, n) => view({ at: iso(trial.nowMs - n * 10) }));
      expect(await reply(post(batchOf(burst(200), { visit })))).toMatchObject({ accepted: 200 });
      expect(await reply(post(batchOf(burst(50), { visit })))).toEqual(bot);
      expect(await reply(post(batchOf([view()], { visit })))).toEqual(bot);
    });

    it('is not put off by one event that was sent before', async () => {
      const visit = crypto.randomUUID();
      const old = view();
      const burst = (count: number) => [
        old,
        ...Array.from({ length: count }, (_, n) => view({ at: iso(trial.nowMs - n * 10) }))
      ];
      expect(await reply(post(batchOf(burst(90), { visit })))).toMatchObject({ accepted: 91 });
      expect(await reply(post(batchOf(burst(90), { visit })))).toMatchObject({ accepted: 90, duplicates: 1 });
      expect(await reply(post(batchOf(burst(90), { visit })))).toEqual(bot);
    });

    it('does none of this under LANTAI_LOAD_TEST', async () => {
      await reopen({ isLoadTest: true });
      const visit = crypto.randomUUID();
      const events = () => Array.from({ length: 150 }, () => view());
      for (let n = 0; n < 5; n++) {
        expect(await reply(post(batchOf(events(), { visit, automated: true })))).toMatchObject({ accepted: 150 });
      }
      expect(trial.engagement.health().isLoadTest).toBe(true);
    });
  });
});
