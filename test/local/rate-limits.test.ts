import { describe, expect, it } from 'vitest';
import { doors, limits } from '../../infra/service-map.ts';
import { type Counted, createRateLimits } from '../../local/rate-limits.ts';

const at = { now: 0 };
const fresh = () => {
  at.now = 0;
  const limited = createRateLimits(() => at.now);
  const ask = (of: Partial<Counted> = {}) =>
    limited({ address: '192.0.2.1', council: 'leicestershire', method: 'GET', guarded: false, ...of });
  /** How many of so many requests at one moment are answered. */
  const answered = (count: number, of: (index: number) => Partial<Counted>): number =>
    Array.from({ length: count }, (_, index) => ask(of(index))).filter((seconds) => seconds === undefined).length;
  return { ask, answered };
};

describe('a limit', () => {
  it('answers one address 900 times a minute, and others as before', () => {
    const { ask, answered } = fresh();

    expect(answered(2000, () => ({}))).toBe(900);
    expect(ask()).toBe(60);
    expect(ask({ address: '192.0.2.2' })).toBeUndefined();
  });

  it('shuts an address out for as long as it goes on, and lets it in again a minute after it has stopped', () => {
    const { ask, answered } = fresh();
    answered(901, () => ({}));
    at.now = 30_000;
    answered(901, () => ({}));
    at.now = 61_000;
    expect(ask()).toBe(60);
    at.now = 92_000;
    expect(ask()).toBeUndefined();
  });

  it('lets 300 people behind one address each open three pages a minute, and a hundred each send three', () => {
    const { answered } = fresh();

    expect(answered(600, () => ({})) + answered(300, () => ({ method: 'POST' }))).toBe(900);
  });

  it('takes 300 times what one address sends in a minute, and still answers what it reads', () => {
    const { ask, answered } = fresh();

    expect(answered(400, () => ({ method: 'POST' }))).toBe(300);
    expect(ask()).toBeUndefined();
  });

  it('takes a hundred guesses of one address in ten minutes, however slowly they come, and what it does elsewhere as before', () => {
    const { ask } = fresh();
    let taken = 0;
    for (let second = 0; second < 600; second += 3) {
      at.now = second * 1000;
      if (ask({ method: 'POST', guarded: true }) === undefined) taken += 1;
    }

    expect(taken).toBe(100);
    expect(ask({ method: 'POST', guarded: true })).toBe(600);
    expect(ask({ method: 'POST' })).toBeUndefined();
  });

  it('answers for one council 3,000 times a minute, from however many addresses, and for the others as before', () => {
    const { ask, answered } = fresh();

    expect(answered(5000, (index) => ({ address: `192.0.2.${index % 250}` }))).toBe(3000);
    expect(ask({ address: '198.51.100.1', council: 'coventry' })).toBeUndefined();
    expect(ask({ address: '198.51.100.1', council: undefined })).toBeUndefined();
  });

  it('forgets who has not asked for longest, so that addresses without end take no memory without end', () => {
    const { ask, answered } = fresh();
    answered(901, () => ({}));
    answered(10_000, (index) => ({ address: `2001:db8::${index.toString(16)}`, council: undefined }));

    expect(ask()).toBeUndefined();
  });

  it('is below what the narrowest door takes, with room for another council at its own limit', () => {
    const narrowest = Math.min(...doors.flatMap(({ reads, writes }) => [reads, writes]));

    for (const { of, requests, seconds } of Object.values(limits)) {
      expect(requests / seconds).toBeLessThanOrEqual(of === 'council' ? narrowest / 2 : narrowest / 4);
    }
  });
});
