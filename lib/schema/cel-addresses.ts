import { isIP } from 'node:net';
import { cidrContains, cidrsOverlap, tryParseCidr } from '../base/cidr';
import type { CelEnvironment } from './cel-library';

class CelAddress {
  constructor(readonly text: string) {}
}

class CelRange {
  constructor(readonly text: string) {}
}

class CelUrl {
  constructor(
    readonly scheme: string,
    readonly host: string,
    readonly path: string,
  ) {}
}

/** Registers Kubernetes' functions for URLs, IP addresses and address ranges. */
export function addAddresses(environment: CelEnvironment): void {
  addUrls(environment);
  addIps(environment);
  addRanges(environment);
}

function addUrls(environment: CelEnvironment): void {
  const type = 'kubernetes.URL';
  environment
    .registerType(type, { ctor: CelUrl, fields: {} })
    .registerFunction('isURL(string): bool', (text: string) => isUrl(text))
    .registerFunction(`url(string): ${type}`, parseUrl)
    .registerFunction(`${type}.getScheme(): string`, ({ scheme }: CelUrl) => scheme)
    .registerFunction(`${type}.getHost(): string`, ({ host }: CelUrl) => host)
    .registerFunction(`${type}.getHostname(): string`, ({ host }: CelUrl) =>
      host.replace(/:\d*$/, '').replace(/^\[|\]$/g, ''),
    )
    .registerFunction(`${type}.getPort(): string`, ({ host }: CelUrl) => {
      return /:(\d*)$/.exec(host)?.[1] ?? '';
    })
    .registerFunction(`${type}.getEscapedPath(): string`, ({ path }: CelUrl) => path);
}

/** Splits a URL as written; JavaScript's URL class would drop default ports. */
function parseUrl(text: string): CelUrl {
  if (!isUrl(text)) throw new RangeError(`${JSON.stringify(text)} is not a URL`);
  const match = /^([A-Za-z][-+.A-Za-z0-9]*):\/\/(?:[^/?#]*@)?([^/?#]*)([^?#]*)/.exec(text);
  const [, scheme = '', host = '', path = text.replace(/[?#].*/, '')] = match ?? [];
  return new CelUrl(scheme.toLowerCase(), host, path);
}

function addIps(environment: CelEnvironment): void {
  const type = 'net.IP';
  environment
    .registerType(type, { ctor: CelAddress, fields: {} })
    .registerFunction('isIP(string): bool', (text: string) => isIP(text) !== 0)
    .registerFunction(`ip(string): ${type}`, (text: string) => {
      if (isIP(text) === 0) throw new RangeError(`${JSON.stringify(text)} is not an IP address`);
      return new CelAddress(text);
    })
    .registerFunction(`${type}.family(): int`, ({ text }: CelAddress) => BigInt(isIP(text)))
    .registerFunction(`string(${type}): string`, ({ text }: CelAddress) => text);
}

function addRanges(environment: CelEnvironment): void {
  const type = 'net.CIDR';
  const inside = (range: CelRange, text: string) => {
    const cidr = tryParseCidr(range.text);
    return cidr !== undefined && cidrContains(cidr, text);
  };
  environment
    .registerType(type, { ctor: CelRange, fields: {} })
    .registerFunction('isCIDR(string): bool', (text: string) => tryParseCidr(text) !== undefined)
    .registerFunction(`cidr(string): ${type}`, (text: string) => {
      if (tryParseCidr(text) === undefined) {
        throw new RangeError(`${JSON.stringify(text)} is not an address range`);
      }
      return new CelRange(text);
    })
    .registerFunction(`${type}.prefixLength(): int`, ({ text }: CelRange) =>
      BigInt(tryParseCidr(text)?.prefix ?? 0),
    )
    .registerFunction(`${type}.containsIP(string): bool`, inside)
    .registerFunction(`${type}.containsIP(net.IP): bool`, (range: CelRange, ip: CelAddress) =>
      inside(range, ip.text),
    )
    .registerFunction(`${type}.containsCIDR(string): bool`, (a: CelRange, b: string) =>
      containsRange(a.text, b),
    )
    .registerFunction(`${type}.containsCIDR(${type}): bool`, (a: CelRange, b: CelRange) =>
      containsRange(a.text, b.text),
    );
}

function containsRange(outer: string, inner: string): boolean {
  const [a, b] = [tryParseCidr(outer), tryParseCidr(inner)];
  return a !== undefined && b !== undefined && a.prefix <= b.prefix && cidrsOverlap(a, b);
}

function isUrl(text: string): boolean {
  return text.startsWith('/') || URL.canParse(text);
}
