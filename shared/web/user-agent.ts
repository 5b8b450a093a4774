/** The name robots.txt files address us by (RFC 9309 2.2.1). */
export const productToken = 'Picketline';

/** `Picketline/0.1 (+contact)`: says honestly who asks and whom to write to. */
export function userAgent(contact: string): string {
  return `${productToken}/0.1 (+${contact})`;
}
