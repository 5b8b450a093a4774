import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/**
 * Hosts under `.example` get a public address, which the function checks as any other; only the socket, after that
 * check, ends at the test's own site.
 */
export function leadToTestSite(port) {
  const isTestHost = (host) => host.endsWith('.example');
  const { lookup } = dns;
  dns.lookup = (host, options, callback) =>
    isTestHost(host) ? callback(null, [{ address: '151.101.0.81', family: 4 }]) : lookup(host, options, callback);
  const { connect } = net;
  net.connect = (options, ...rest) => {
    if (!isTestHost(options.host ?? '')) return connect(options, ...rest);
    const checked = (host, asked, callback) =>
      options.lookup(host, asked, (error) => (error ? callback(error) : answerLoopback(asked, callback)));
    return connect({ ...options, port, lookup: checked }, ...rest);
  };
  syncBuiltinESMExports();
}

const answerLoopback = (asked, callback) =>
  asked.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);
