/**
 * An address as a feed writes it, made absolute (RFC 3986 5): line breaks and the `&amp;` of a double escape undone.
 * Without a usable base a relative address stays as it is.
 */
export function resolveAddress(written: string, base: string): string {
  const trimmed = written.trim();
  if (trimmed === '') return '';
  const address = trimmed.replace(/[\t\r\n]+\s*/g, '').replaceAll('&amp;', '&');
  if (URL.canParse(address)) return new URL(address).href;
  return base !== '' && URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** The base that holds inside an element with this xml:base; one that is not a web address is ignored. */
export function innerBase(xmlBase: string | undefined, outer: string): string {
  const resolved = resolveAddress(xmlBase ?? '', outer);
  return /^https?:/i.test(resolved) ? resolved : outer;
}
