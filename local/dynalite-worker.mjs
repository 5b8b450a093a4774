// Dynalite in a thread of its own: it and the pipeline then share the work of two cores. Plain JavaScript, since a worker
// of a TypeScript program has no loader on every Node this runs on.
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import './close-iterators.mjs';

const server = dynalite({ ...workerData, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
// A process that computes for longer than a server waits would find its connections closed, all at once, and with fifty
// retries the SDK's budget for them spent: idle ones stay open until the end.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port }));
server.on('error', (error) => parentPort.postMessage({ error: error.message }));

parentPort.on('message', () => {
  server.close(() => parentPort.postMessage({ closed: true }));
  server.closeAllConnections();
});
