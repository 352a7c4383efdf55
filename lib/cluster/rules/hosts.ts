import { isAddress } from '../../base/cidr';
import type { Finding } from '../../base/errors';
import { suchAs, write } from '../../base/fix';
import { isObjectName } from './names';

/** Returns the host in a URL or before a port, or undefined if there is none. */
export function hostOf(text: string): string | undefined {
  const host = String(text)
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
  return isHost(host) ? host : undefined;
}

/** Describes what is wrong with a host that must be only a name or an address. */
export function hostFinding(host: string, example: string): Finding | undefined {
  if (isHost(host)) return undefined;
  const better = hostOf(host);
  return {
    given: host,
    allowed: 'a host name or an IP address, without scheme and port',
    fix: better === undefined ? suchAs(example) : write(better),
  };
}

function isHost(text: string): boolean {
  return isAddress(text) || isObjectName(text);
}
