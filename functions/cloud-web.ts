import { hostPaces } from '../shared/store/host-paces.ts';
import type { Store } from '../shared/store/store.ts';
import { createHostPacer, defaultPace } from '../shared/web/host-pacer.ts';
import { createWebClient, type WebClient } from '../shared/web/web-client.ts';

/** The web as a deployed stage reaches it: politely, and at the pace that all workers keep towards a host. */
export const openCloudWeb = (store: Store, contact: string): WebClient =>
  createWebClient({ contact, pacer: createHostPacer(hostPaces(store.hosts), defaultPace) });
