import { DOCKER_HUB, type ImageReference, imageLocation } from '../cluster/model/image-reference';

/** Location of an image in a registry with the OCI distribution API. */
export interface RegistryAddress {
  /** Base URL of the registry's API, without a trailing slash. */
  readonly base: string;
  /** Path of the image in the registry. */
  readonly path: string;
}

const DOCKER_HUB_API = 'registry-1.docker.io';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Returns the address of an image. Only registries on the local machine use `http`. */
export function registryAddress(
  image: Pick<ImageReference, 'repository'>,
  mirrors: Readonly<Record<string, string>> = {},
): RegistryAddress {
  const { registry, path } = imageLocation(image);
  const mirror = Object.hasOwn(mirrors, registry) ? mirrors[registry] : undefined;
  if (mirror !== undefined) return { base: mirror.replace(/\/+$/, ''), path };
  const server = registry === DOCKER_HUB ? DOCKER_HUB_API : registry;
  return { base: `${LOOPBACK.test(server) ? 'http' : 'https'}://${server}/v2`, path };
}

/** Tells whether an address is safe to request: it uses `https`, or is on the local machine. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(host));
}
