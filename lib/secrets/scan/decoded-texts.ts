import { gunzipSync, inflateSync } from 'node:zlib';

/** Most characters of a decoded text. */
const MOST_DECODED = 8_000_000;
const WHOLE = /^[A-Za-z0-9+/_\s-]{12,}={0,2}\s*$/;
const RUN = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,}={0,2}/g;
const MOST_RUNS = 1_000;
const DATA_URL = /data:[\w/+.-]*(?:;[\w=-]+)*,[^\s"'<>]+/g;
const PRINTABLE_SHARE = 0.97;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Returns the texts that a text contains in base64, in data URLs, or compressed. */
export function decodedTexts(text: string): readonly string[] {
  const urls = text.includes('data:') ? (text.match(DATA_URL) ?? []).map(dataOf) : [];
  const whole = WHOLE.test(text) ? fromBase64(text) : undefined;
  const runs =
    whole === undefined ? (text.match(RUN) ?? []).slice(0, MOST_RUNS).map(fromBase64) : [];
  return [...urls, whole, ...runs].filter((decoded) => decoded !== undefined);
}

/** First bytes of keys and keystores that are not in PEM. */
const BINARY_KEYS: readonly (readonly [RegExp, string])[] = [
  [/^feedfeed/, 'a Java keystore'],
  [/^30(?:8[0-4])?(?:[0-9a-f]{2}){0,4}?020103/, 'a PKCS #12 keystore'],
  [
    /^30(?:82[0-9a-f]{4}|81[0-9a-f]{2})020100(?:02|30)|^3077020101042|^302e020100300506/,
    'a private key',
  ],
];
const HEAD = 16;

/** Returns the kind of key that a text in base64 contains, if its bytes are a key. */
export function binaryKey(text: string): string | undefined {
  if (!WHOLE.test(text)) return undefined;
  const head = Buffer.from(text.slice(0, HEAD * 2), 'base64')
    .subarray(0, HEAD)
    .toString('hex');
  return BINARY_KEYS.find(([pattern]) => pattern.test(head))?.[1];
}

/** Decodes base64 to text and decompresses it; undefined if it is not text. */
export function fromBase64(text: string): string | undefined {
  return textOf(Buffer.from(text, 'base64'));
}

function dataOf(url: string): string | undefined {
  const comma = url.indexOf(',');
  const data = url.slice(comma + 1);
  if (/;base64/i.test(url.slice(0, comma))) return fromBase64(data);
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}

function textOf(bytes: Buffer): string | undefined {
  if (bytes.length < 6) return undefined;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked(bytes, gunzipSync);
  if (bytes[0] === 0x78 && bytes.length > 20) return unpacked(bytes, inflateSync) ?? plain(bytes);
  return plain(bytes);
}

function unpacked(bytes: Buffer, unpack: typeof gunzipSync): string | undefined {
  try {
    return plain(unpack(bytes, { maxOutputLength: MOST_DECODED }));
  } catch {
    return undefined;
  }
}

function plain(bytes: Buffer): string | undefined {
  if (bytes.length > MOST_DECODED) return undefined;
  const text = isWide(bytes) ? bytes.toString('utf16le') : asUtf8(bytes);
  return text !== undefined && isReadable(text) ? text : undefined;
}

/** Tells whether bytes are UTF-16, as PowerShell uses it. */
function isWide(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64);
  return (
    head.length > 8 &&
    head.filter((byte, index) => index % 2 === 1 && byte === 0).length > head.length / 3
  );
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function isReadable(text: string): boolean {
  const odd = text.match(/[^\t\n\r\x20-\x7e\xa0-\uffff]/g)?.length ?? 0;
  return odd <= text.length * (1 - PRINTABLE_SHARE);
}
