import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../server/settings';

describe('settings', () => {
  it('need nothing', () => {
    const result = readSettings({});
    expect(result).toMatchObject({
      ok: true,
      settings: { port: 3000, host: '127.0.0.1', isLoadTest: false, staffKey: null }
    });
  });

  it('listen in the network when asked to', () => {
    expect(readSettings({}, ['--lan'])).toMatchObject({ ok: true, settings: { host: '0.0.0.0' } });
  });

  it('treat an empty value as absent, as shells do', () => {
    expect(readSettings({ PORT: '' })).toMatchObject({ ok: true, settings: { port: 3000 } });
  });

  it('stop the start with one sentence when a value is wrong', () => {
    expect(readSettings({ PORT: 'eighty' })).toEqual({
      ok: false,
      message: 'Setting PORT is “eighty”; expected a whole number from 0 to 65535.'
    });
    expect(readSettings({ LANTAI_STAFF_KEY: 'short' })).toMatchObject({ ok: false });
  });

  it('never show a wrong staff key', () => {
    const result = readSettings({ LANTAI_STAFF_KEY: 'hunter2' });
    expect(result.ok ? '' : result.message).not.toContain('hunter2');
  });

  it('never show the password in a wrong address of a database', () => {
    const result = readSettings({ DATABASE_URL: 'mysql://lantai:hunter2@db/lantai' });
    expect(result).toEqual({
      ok: false,
      message:
        'Setting DATABASE_URL is not understood; expected an address such as postgres://lantai@127.0.0.1:5432/lantai.'
    });
  });

  it('keep backups in the data folder, and events for half a year, when nothing else is said', () => {
    const result = readSettings({ LANTAI_DATA: '/srv/lantai' });
    expect(result).toMatchObject({ settings: { backupsFolder: '/srv/lantai/backups', eventDays: 180 } });
    expect(readSettings({ LANTAI_EVENT_DAYS: '7' })).toMatchObject({ ok: false });
  });

  it('refuse an option they do not know', () => {
    expect(readSettings({}, ['--lann'])).toMatchObject({ ok: false });
  });
});
