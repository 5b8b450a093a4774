import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';
import type { Mark } from '../../shared/marks/mark.ts';
import type { AccuracyAnswer } from '../data/answers.ts';
import { getAccuracy, getMarks, type MarkRequest, sendMark } from '../data/requests.ts';

/** Marks of a dispute, and the means to add one. */
export interface Marking {
  marksOf: (tag: string) => Mark[];
  accuracy: AccuracyAnswer;
  /** The name this browser marks under; empty until it is given. */
  name: string;
  setName: (name: string) => void;
  /** @returns what went wrong, or null */
  mark: (request: MarkRequest) => Promise<string | null>;
}

const nameKey = 'picketline.name';

/** Loads marks and accuracy of a dispute once they are wanted, and remembers the name of who marks in this browser. */
export function useMarking(dispute: string, isWanted: boolean): Marking {
  const [marks, setMarks] = useState<Mark[]>([]);
  const [accuracy, setAccuracy] = useState<AccuracyAnswer>({ groups: [], vanished: 0 });
  const [name, setName] = useState(() => localStorage.getItem(nameKey) ?? '');
  const load = useCallback(async () => {
    const [answer, found] = await Promise.all([getMarks(dispute), getAccuracy(dispute)]);
    setMarks(answer.marks);
    setAccuracy(found);
  }, [dispute]);
  useEffect(() => {
    // Marks are an addition: where they can't be read the page works without them, and marking says why it fails.
    if (isWanted) load().catch(() => setMarks([]));
  }, [load, isWanted]);
  const byTag = useMemo(() => {
    const map = new Map<string, Mark[]>();
    for (const mark of marks) map.set(mark.tag, [...(map.get(mark.tag) ?? []), mark]);
    return map;
  }, [marks]);
  return {
    ...{ accuracy, name },
    marksOf: (tag) => byTag.get(tag) ?? [],
    setName: (given) => {
      localStorage.setItem(nameKey, given);
      setName(given);
    },
    async mark(request) {
      try {
        await sendMark(dispute, request);
        await load();
        return null;
      } catch (thrown) {
        return messageOf(thrown);
      }
    },
  };
}
