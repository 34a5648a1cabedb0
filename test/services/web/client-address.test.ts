import { describe, expect, it } from 'vitest';
import { clientAddresses } from '../../../services/web/client-address.ts';

const straight = clientAddresses([]);
const behind = clientAddresses(['198.51.100.0/24', '2001:db8:1::/48']);

describe('the address of a client', () => {
  it('is who brought the request, whatever a header says, where no proxy is named', () => {
    expect(straight('203.0.113.7', '192.0.2.1')).toBe('203.0.113.7');
    expect(straight('203.0.113.7', undefined)).toBe('203.0.113.7');
  });

  it('is who brought the request where that is no proxy of ours, whatever a header says', () => {
    expect(behind('203.0.113.7', '192.0.2.1')).toBe('203.0.113.7');
    expect(behind('203.0.113.7', '192.0.2.1, 198.51.100.9')).toBe('203.0.113.7');
  });

  it.each([
    ['one proxy', '192.0.2.1'],
    ['API Gateway after it, which adds the proxy', '192.0.2.1, 198.51.100.9'],
    ['two proxies', '192.0.2.1, 198.51.100.8, 198.51.100.9'],
    ['a client that wrote another address first', '10.0.0.1, 127.0.0.1, 192.0.2.1, 198.51.100.9'],
    ['a client that wrote nonsense first', 'x, 192.0.2.1'],
    ['a port', '192.0.2.1:4711'],
    ['an IPv4 address in IPv6', '::ffff:192.0.2.1'],
  ])('is what the proxy says, by %s', (_, forwarded) => {
    expect(behind('198.51.100.9', forwarded)).toBe('192.0.2.1');
    expect(behind('::ffff:198.51.100.9', forwarded)).toBe('192.0.2.1');
    expect(behind('2001:db8:1::5', forwarded)).toBe('192.0.2.1');
  });

  it('is the proxy where it says nothing, only itself, or no address', () => {
    for (const forwarded of [undefined, '', '198.51.100.8', 'unknown', '192.0.2.1, unknown']) {
      expect(behind('198.51.100.9', forwarded)).toBe('198.51.100.9');
    }
  });

  it('may be of IPv6, with or without brackets and port', () => {
    expect(behind('198.51.100.9', '2001:db8:2::1')).toBe('2001:db8:2::1');
    expect(behind('198.51.100.9', '[2001:db8:2::1]:443')).toBe('2001:db8:2::1');
  });
});
