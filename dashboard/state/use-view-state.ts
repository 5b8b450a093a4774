import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Dispute } from '../data/answers.ts';
import { type ReadLink, readLink, toQuery, type ViewState } from './view-state.ts';

export type Change = (changes: Partial<ViewState>) => void;

/** The view, kept in the address: a change of view or pick is a step of the browser's history, any other only rewrites it. */
export function useViewState(disputes: readonly Dispute[], first: ReadLink): ReadLink & { change: Change } {
  const [link, setLink] = useState(first);
  const change = useCallback<Change>(
    (changes) => setLink(({ state }) => ({ state: { ...state, ...changes }, unknown: [] })),
    [],
  );
  const address = `?${toQuery(link.state)}`;
  useEffect(() => {
    if (location.search === address) return;
    const before = readLink(new URLSearchParams(location.search), disputes)?.state;
    const isStep = before && (before.view !== link.state.view || !!before.pick !== !!link.state.pick);
    if (isStep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }, [address]);
  useEffect(() => {
    const reopen = () => {
      const read = readLink(new URLSearchParams(location.search), disputes);
      if (read) setLink(read);
    };
    addEventListener('popstate', reopen);
    return () => removeEventListener('popstate', reopen);
  }, [disputes]);
  return { ...link, change };
}
