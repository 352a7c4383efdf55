import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';

/** Request to an API that speaks JSON. */
export interface JsonRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Certificates of the authority, in PEM. */
  readonly ca?: string;
  /** Whether certificates are verified. */
  readonly verify: boolean;
}

/** Answer of an API. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

const TIMEOUT_MILLISECONDS = 60_000;

/**
 * Sends a request. Node's `fetch` has no way to trust one more authority for one request.
 *
 * @throws Error when the server cannot be reached or answers with something else than JSON.
 */
export function sendJson({
  method,
  url,
  headers,
  body,
  ca,
  verify,
}: JsonRequest): Promise<JsonAnswer> {
  const send = url.startsWith('https:') ? secureRequest : plainRequest;
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = send(
      url,
      {
        method,
        headers: {
          accept: 'application/json',
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        timeout: TIMEOUT_MILLISECONDS,
        rejectUnauthorized: verify,
        ...(ca === undefined ? {} : { ca }),
      },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const answer = parsed(Buffer.concat(parts).toString());
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: answer });
        });
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within a minute')));
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
