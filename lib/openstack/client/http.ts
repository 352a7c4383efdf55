import { type Agent, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';

/** Request to a JSON API. */
export interface JsonRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Response of an API. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Body; undefined if it is not JSON. */
  readonly body: unknown;
}

/** Certificates that a connection trusts. */
export interface Trust {
  /** CA certificates, in PEM, which replace Node's own. */
  readonly ca?: string;
  /** Whether certificates are verified. */
  readonly verify: boolean;
}

const TIMEOUT_MILLISECONDS = 60_000;

/** Connections to servers of one cloud. Node's `fetch` cannot trust a CA for only some requests. */
export class JsonConnection {
  private readonly plain: Agent = new PlainAgent({ keepAlive: true });
  private readonly secure: SecureAgent;

  constructor({ ca, verify }: Trust) {
    this.secure = new SecureAgent({
      keepAlive: true,
      rejectUnauthorized: verify,
      ...(ca === undefined ? {} : { ca }),
    });
  }

  /**
   * Sends a request.
   *
   * @throws Error when the server cannot be reached.
   */
  async send(request: JsonRequest): Promise<JsonAnswer> {
    try {
      return await this.sendOnce(request);
    } catch (error) {
      if (error instanceof StaleConnection) return this.sendOnce(request);
      throw error;
    }
  }

  private sendOnce({ method, url, headers, body }: JsonRequest): Promise<JsonAnswer> {
    const isSecure = url.startsWith('https:');
    const request = isSecure ? secureRequest : plainRequest;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const options = {
      method,
      agent: isSecure ? this.secure : this.plain,
      headers: {
        accept: 'application/json',
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      timeout: TIMEOUT_MILLISECONDS,
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(url, options, (incoming) => {
        const parts: Buffer[] = [];
        incoming.on('data', (part: Buffer) => parts.push(part));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const answer = parsed(Buffer.concat(parts).toString());
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: answer });
        });
      });
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer within a minute')));
      outgoing.on('error', (error) => {
        reject(
          outgoing.reusedSocket && codeOf(error) === 'ECONNRESET'
            ? new StaleConnection()
            : new Error(error.message === '' ? codeOf(error) : error.message),
        );
      });
      outgoing.end(text);
    });
  }
}

/** Error of a connection that the server closed while it was idle. */
class StaleConnection extends Error {}

/** Returns the code of an error. The error for a host name with several unreachable addresses has no message. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
