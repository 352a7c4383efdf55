import type { ImageReference } from '../model/image-reference';

/** Where an image is in a registry that speaks the API of OCI distributions. */
export interface RegistryAddress {
  /** Beginning of the addresses of the registry's API, without a slash at the end. */
  readonly base: string;
  /** Path of the image in the registry. */
  readonly path: string;
}

/** Registry of images whose name begins with none. */
const DOCKER_HUB = 'docker.io';
const DOCKER_HUB_API = 'registry-1.docker.io';
/** Beginning of a name that is a registry. */
const HOST = /[.:[]|^localhost$/;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Address of the image of a reference; `http` is for registries on the machine itself alone. */
export function registryAddress(
  { repository }: ImageReference,
  mirrors: Readonly<Record<string, string>> = {},
): RegistryAddress {
  const [first = '', ...rest] = repository.split('/');
  const hasHost = rest.length > 0 && HOST.test(first);
  const host = hasHost ? first : DOCKER_HUB;
  const path = hasHost ? rest.join('/') : repository;
  const whole = host === DOCKER_HUB && !path.includes('/') ? `library/${path}` : path;
  const mirror = Object.hasOwn(mirrors, host) ? mirrors[host] : undefined;
  if (mirror !== undefined) return { base: mirror.replace(/\/+$/, ''), path: whole };
  const server = host === DOCKER_HUB ? DOCKER_HUB_API : host;
  return { base: `${LOOPBACK.test(server) ? 'http' : 'https'}://${server}/v2`, path: whole };
}

/** Tells whether an address may be asked: by `https`, or on the machine itself. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(host));
}
