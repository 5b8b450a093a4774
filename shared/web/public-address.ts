import ipaddr from 'ipaddr.js';

const globalUnicast6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Whether an IP address is one the public internet routes. Everything else is refused: loopback, private, link-local
 * (cloud metadata), carrier-grade NAT, multicast, reserved, documentation, and every IPv6 form that carries an IPv4
 * address (mapped, compatible, NAT64, 6to4, Teredo).
 * Source: IANA special-purpose address registries (RFC 6890), as ipaddr.js ranges.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // ipaddr.js calls every unassigned IPv6 prefix "unicast", IPv4-compatible ::7f00:1 included.
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(globalUnicast6);
}

/** The address inside a URL's hostname when it is an IP literal (`[::1]`, `127.0.0.1`), else null. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}
