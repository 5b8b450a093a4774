// Dynalite 4 ends its streams by `iterator.return`, which abstract-level's iterators don't have: each Query would leave
// one open for good, with a snapshot that keeps old rows on disk and in memory (gigabytes after some 100,000 queries).
import { AbstractIterator, AbstractKeyIterator, AbstractValueIterator } from 'abstract-level';

for (const { prototype } of [AbstractIterator, AbstractKeyIterator, AbstractValueIterator]) {
  prototype.return = function close() {
    return this.close();
  };
}
