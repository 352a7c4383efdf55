import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Registry of a test's own on the loopback address. */
export interface FakeRegistry {
  /** Host and port, as images are named with. */
  readonly host: string;
  /** Requests so far: method, path, and whether they had a token. */
  readonly requests: string[];
  /** Ends the server. */
  stop(): Promise<void>;
}

/** How the registry answers for an image, in place of its manifest. */
export interface FakeImage {
  /** Text of the manifest. */
  readonly manifest: string;
  /** Answers that come before the manifest, by their status, with headers. */
  readonly before?: readonly (readonly [status: number, headers?: Record<string, string>])[];
  /** Digest that is stated; the right one where it is absent, none where it is empty. */
  readonly stated?: string;
  /** Kind of what is sent. */
  readonly type?: string;
}

const INDEX = 'application/vnd.oci.image.index.v1+json';
const TOKEN = 'fake-registry-token';

/** Digest of a manifest. */
export function digestOf(manifest: string): string {
  return `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
}

/** How a registry of a test behaves. */
export interface FakeRegistryOptions {
  /** Whether it wants a token. */
  readonly auth?: boolean;
  /** Where it sends for tokens. */
  readonly realm?: string;
}

/**
 * Starts a registry with images by `path:tag`. It gives manifests to those who have a token, and tokens to everybody.
 */
export async function startRegistry(
  images: Readonly<Record<string, FakeImage>>,
  { auth = true, realm }: FakeRegistryOptions = {},
): Promise<FakeRegistry> {
  const requests: string[] = [];
  const asked = new Map<string, number>();
  let host = '';
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${host}`);
    const { authorization } = request.headers;
    const mark = authorization === undefined ? '' : ' with a token';
    requests.push(`${request.method} ${url.pathname}${mark}`);
    if (url.pathname === '/token') sendJson(response, 200, { token: TOKEN });
    else if (auth && authorization !== `Bearer ${TOKEN}`) {
      challenge(response, realm ?? `http://${host}/token`);
    } else sendImage(response, url, images, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { host, requests, stop };
}

function challenge(response: ServerResponse, realm: string): void {
  response.setHeader('www-authenticate', `Bearer realm="${realm}",service="fake",scope="other"`);
  sendJson(response, 401, {});
}

function sendImage(
  response: ServerResponse,
  { pathname }: URL,
  images: Readonly<Record<string, FakeImage>>,
  asked: Map<string, number>,
): void {
  const [, path = '', tag = ''] = /^\/v2\/(.*)\/manifests\/(.*)$/.exec(pathname) ?? [];
  const name = `${path}:${tag}`;
  const image = Object.hasOwn(images, name) ? images[name] : undefined;
  const count = asked.get(name) ?? 0;
  asked.set(name, count + 1);
  const [status, headers = {}] = image === undefined ? [404] : (image.before?.[count] ?? []);
  if (image === undefined || status !== undefined) {
    for (const [key, value] of Object.entries(headers)) response.setHeader(key, value);
    sendJson(response, status ?? 404, {});
    return;
  }
  const stated = image.stated ?? digestOf(image.manifest);
  if (stated !== '') response.setHeader('docker-content-digest', stated);
  response.writeHead(200, { 'content-type': image.type ?? INDEX });
  response.end(image.manifest);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
