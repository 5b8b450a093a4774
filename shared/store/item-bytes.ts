import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** Bytes that DynamoDB counts for an item (developer guide, "DynamoDB item sizes and formats"); one write unit a kilobyte begun. */
export const itemBytes = (item: Record<string, AttributeValue>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

/** A list or map and each thing in it have some bytes of their own. */
const containerBytes = 3;

function valueBytes({ S, N, B, L, M }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return 1 + Math.ceil(N.replace(/[-.]/g, '').length / 2) + (N.startsWith('-') ? 1 : 0);
  if (B !== undefined) return B.length;
  if (L !== undefined) return containerBytes + L.reduce((sum, value) => sum + 1 + valueBytes(value), 0);
  if (M !== undefined) return containerBytes + Object.keys(M).length + itemBytes(M);
  return 1;
}
