import { isIP, isIPv4, isIPv6 } from 'node:net';

/** Format of a string or number, as a schema names it. */
export interface Format {
  /** Noun for such a value, for messages. */
  readonly noun: string;
  /** Tells whether a value has the format. */
  readonly accepts: (value: string | number) => boolean;
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const BASE64 = /^[A-Za-z0-9+/\r\n]*={0,2}[\r\n]*$/;
const DURATION = /^[-+]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/;

/** Formats that are checked, by name. Other formats are accepted unchecked, as API servers do. */
export const FORMATS: Readonly<Record<string, Format>> = {
  int32: { noun: 'a 32-bit integer', accepts: within(-(2 ** 31), 2 ** 31 - 1) },
  int64: {
    noun: 'an integer that JavaScript represents exactly',
    accepts: within(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  },
  'date-time': {
    noun: 'a date and time such as "2030-01-31T12:00:00Z"',
    accepts: text((value) => DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))),
  },
  date: {
    noun: 'a date such as "2030-01-31"',
    accepts: text((value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))),
  },
  duration: { noun: 'a duration such as "5m0s"', accepts: text((value) => DURATION.test(value)) },
  uuid: { noun: 'a UUID', accepts: text((value) => UUID.test(value)) },
  byte: { noun: 'base64', accepts: text(isBase64) },
  ipv4: { noun: 'an IPv4 address', accepts: text(isIPv4) },
  ipv6: { noun: 'an IPv6 address', accepts: text(isIPv6) },
  cidr: { noun: 'an address range such as "192.0.2.0/24"', accepts: text(isRange) },
  uri: { noun: 'a URI', accepts: text((value) => value.startsWith('/') || URL.canParse(value)) },
};

function within(lowest: number, highest: number): Format['accepts'] {
  return (value) => typeof value !== 'number' || (value >= lowest && value <= highest);
}

function text(accepts: (value: string) => boolean): Format['accepts'] {
  return (value) => typeof value !== 'string' || accepts(value);
}

function isBase64(value: string): boolean {
  return BASE64.test(value) && value.replace(/[\r\n]/g, '').length % 4 === 0;
}

function isRange(value: string): boolean {
  const slash = value.indexOf('/');
  const family = isIP(value.slice(0, Math.max(slash, 0)));
  const prefix = value.slice(slash + 1);
  return family !== 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}
