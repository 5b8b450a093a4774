declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Dynalite ships no types; these are the options its readme documents and this project uses. */
  interface Options {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }

  export default function dynalite(options?: Options): Server;
}
