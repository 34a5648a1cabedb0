import { BlockList, isIP } from 'node:net';

/** An address as one writes it: without a port, brackets, or the prefix of an IPv4 address in IPv6. */
const plain = (written: string): string => {
  const trimmed = written.trim().replace(/^\[(.*)\](?::\d+)?$/, '$1');
  const withoutPort = /^[\d.]+:\d+$/.test(trimmed) ? trimmed.slice(0, trimmed.lastIndexOf(':')) : trimmed;
  return withoutPort.replace(/^::ffff:(?=\d+\.)/i, '');
};

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const listOf = (ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    list.addSubnet(address, prefix === undefined ? (isIP(address) === 6 ? 128 : 32) : Number(prefix), family(address));
  }
  return list;
};

/**
 * Says from which network address a request came. `proxies` are the ranges of whoever stands in front, such as `198.51.100.0/24`; without any, what a header says
 * is never looked at. Otherwise `X-Forwarded-For` is read from its end, where the nearest wrote, past the proxies: the first other is the client. What stands
 * before that was written by the client itself, and counts for nothing.
 */
export const clientAddresses = (proxies: readonly string[]) => {
  const trusted = listOf(proxies);
  const isProxy = (address: string): boolean => isIP(address) !== 0 && trusted.check(address, family(address));

  return (peer: string, forwarded: string | undefined): string => {
    const nearest = plain(peer);
    if (proxies.length === 0 || forwarded === undefined || !isProxy(nearest)) return nearest;
    const client = forwarded
      .split(',')
      .map(plain)
      .findLast((address) => !isProxy(address));
    return client !== undefined && isIP(client) !== 0 ? client : nearest;
  };
};
