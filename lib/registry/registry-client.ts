import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type ImageReference, isDigest } from '../cluster/model/image-reference';
import { isSafeAddress, registryAddress } from './registry-address';
import { RegistryError } from './registry-error';
import { bearerChallenge, tokenFrom } from './registry-token';

/** Options of requests to registries. */
export interface RegistryOptions {
  /** Base URLs of APIs by registry, in place of the registries' own. */
  readonly mirrors?: Readonly<Record<string, string>>;
  /** Longest wait for a registry that asks to retry later, in seconds. */
  readonly patienceSeconds?: number;
}

/** Media types of manifests, multi-platform ones first. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const TRIES = 4;
const FIRST_PAUSE_SECONDS = 1;
const PATIENCE_SECONDS = 60;
const TIMEOUT_MS = 30_000;

/**
 * Client that gets the digests of images from registries, over the OCI distribution API and without user credentials.
 *
 * It computes a digest from the manifest itself. The digest that the registry states must be the same.
 */
export class RegistryClient {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly options: RegistryOptions = {}) {}

  /**
   * Returns the digest of the manifest that a tag refers to: the multi-platform manifest, if there is one.
   *
   * @throws RegistryError with the reason if there is no digest.
   */
  async digest(image: ImageReference): Promise<string> {
    const { base, path } = registryAddress(image, this.options.mirrors);
    const url = `${base}/${path}/manifests/${image.tag ?? 'latest'}`;
    const scope = `repository:${path}:pull`;
    const response = await this.ask(url, scope);
    if (!MANIFESTS.includes(mediaType(response)))
      throw new RegistryError('the registry did not return a manifest');
    const body = await bodyOf(response);
    const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
    const stated = response.headers.get('docker-content-digest');
    if (stated?.startsWith('sha256:') === true && stated !== digest) {
      throw new RegistryError('the registry states a digest that does not match its manifest');
    }
    if (stated !== null && !isDigest(stated)) {
      throw new RegistryError('the registry states an invalid digest');
    }
    return digest;
  }

  /** Sends a request, with a token if the registry requires one, and retries if the registry asks for that. */
  private async ask(url: string, scope: string): Promise<Response> {
    const key = `${new URL(url).origin} ${scope}`;
    for (let tries = 1; ; tries += 1) {
      const response = await follow(url, this.headers(key));
      if (response.ok) return response;
      const isLast = tries >= TRIES;
      if (response.status === 401 && !this.tokens.has(key)) {
        this.tokens.set(key, await this.token(response, scope));
      } else if (isLast || !isPassing(response.status)) {
        throw new RegistryError(refusalOf(response.status));
      } else {
        await pause(this.pauseSeconds(response, tries) * 1000);
      }
    }
  }

  private headers(key: string): Record<string, string> {
    const token = this.tokens.get(key);
    return {
      accept: MANIFESTS.join(', '),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
  }

  private async token(response: Response, scope: string): Promise<string> {
    const challenge = bearerChallenge(response.headers.get('www-authenticate'));
    if (challenge === undefined) {
      throw new RegistryError(
        'the registry requires a user and a password, which are not sent to it',
      );
    }
    if (!isSafeAddress(challenge.realm)) {
      throw new RegistryError('the registry refers to a server without https for a token');
    }
    const url = new URL(challenge.realm);
    if (challenge.service !== undefined) url.searchParams.set('service', challenge.service);
    url.searchParams.set('scope', scope);
    const answer = await follow(url.href, { accept: 'application/json' });
    const token = answer.ok ? tokenFrom(await bodyOf(answer)) : undefined;
    if (token === undefined)
      throw new RegistryError('the registry issues no anonymous token for the image');
    return token;
  }

  private pauseSeconds(response: Response, tries: number): number {
    const asked = Number(response.headers.get('retry-after') ?? Number.NaN);
    const seconds = Number.isFinite(asked) ? asked : FIRST_PAUSE_SECONDS * 2 ** (tries - 1);
    const most = this.options.patienceSeconds ?? PATIENCE_SECONDS;
    if (seconds > most) throw new RegistryError(refusalOf(response.status));
    return Math.max(seconds, 0);
  }
}

/** Sends a request and follows redirects to safe addresses. Credentials are sent only to the original server. */
async function follow(start: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  let url = start;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    if (!isSafeAddress(url))
      throw new RegistryError('the registry redirects to a server without https');
    const { authorization, ...others } = headers;
    const isSame = new URL(url).origin === new URL(start).origin;
    const response = await fetched(url, {
      ...others,
      ...(isSame && authorization !== undefined ? { authorization } : {}),
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    url = new URL(location, url).href;
  }
  throw new RegistryError('the registry redirects too many times');
}

async function fetched(url: string, headers: Record<string, string>): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return await fetch(url, { headers, redirect: 'manual', signal });
  } catch (error) {
    throw new RegistryError(`${new URL(url).host} cannot be reached: ${causeOf(error)}`);
  }
}

async function bodyOf(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES)
      throw new RegistryError('the response of the registry is too large for a manifest');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function mediaType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

function refusalOf(status: number): string {
  if (status === 404) return 'the registry has no such image';
  if (status === 401 || status === 403)
    return 'the registry does not allow anonymous access to the image';
  if (status === 429) return 'the registry received too many requests';
  return `the registry answers with status ${status}`;
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return cause instanceof Error && cause.name === 'TimeoutError'
    ? 'it does not respond'
    : 'no response';
}
