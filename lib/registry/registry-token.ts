/** Token server of a registry. */
export interface BearerChallenge {
  /** URL that issues tokens. */
  readonly realm: string;
  /** Service that the token is for. */
  readonly service: string | undefined;
}

const BEARER = /^\s*bearer\s+/i;
const PARAMETER = /([a-z_]+)="([^"]*)"/gi;

/** Parses the header `WWW-Authenticate`; undefined if it asks for anything other than a token. */
export function bearerChallenge(header: string | null): BearerChallenge | undefined {
  if (header === null || !BEARER.test(header)) return undefined;
  const parameters = new Map(
    [...header.matchAll(PARAMETER)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
  const realm = parameters.get('realm');
  return realm === undefined ? undefined : { realm, service: parameters.get('service') };
}

/** Returns the token in a response; undefined if there is none. */
export function tokenFrom(body: Buffer): string | undefined {
  try {
    const answer = JSON.parse(body.toString('utf8')) as { token?: unknown; access_token?: unknown };
    const token = answer.token ?? answer.access_token;
    return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
  } catch {
    return undefined;
  }
}
