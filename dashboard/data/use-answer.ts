import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';

/** An answer on its way, here, or refused. While a new one is awaited the last one stays. */
export interface Answer<T> {
  value: T | null;
  problem: string | null;
  isLoading: boolean;
}

/** What a request answers; it is made again whenever its key changes. A null key asks for nothing. */
export function useAnswer<T>(key: string | null, request: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { key: string | null }>({
    ...{ key: null, value: null, problem: null, isLoading: key !== null },
  });
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    request().then(
      (value) => isCurrent && setAnswer({ key, value, problem: null, isLoading: false }),
      (thrown) => isCurrent && setAnswer({ key, value: null, problem: messageOf(thrown), isLoading: false }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return { ...answer, isLoading: key !== null && answer.key !== key };
}
