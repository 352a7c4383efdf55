/** Where a registry has its tokens from. */
export interface BearerChallenge {
  /** Address that gives tokens. */
  readonly realm: string;
  /** Service that the token is for. */
  readonly service: string | undefined;
}

const BEARER = /^\s*bearer\s+/i;
const PARAMETER = /([a-z_]+)="([^"]*)"/gi;

/** Reads the header `WWW-Authenticate`; undefined where it asks for something else than a token. */
export function bearerChallenge(header: string | null): BearerChallenge | undefined {
  if (header === null || !BEARER.test(header)) return undefined;
  const parameters = new Map(
    [...header.matchAll(PARAMETER)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const realm = parameters.get('realm');
  return realm === undefined ? undefined : { realm, service: parameters.get('service') };
}

/** Token in an answer; undefined where there is none. */
export function tokenFrom(body: Buffer): string | undefined {
  try {
    const answer = JSON.parse(body.toString('utf8')) as { token?: unknown; access_token?: unknown };
    const token = answer.token ?? answer.access_token;
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}
