import { DOCKER_HUB, type ImageReference, imageLocation } from '../cluster/model/image-reference';

/** Where an image is in a registry that speaks the API of OCI distributions. */
export interface RegistryAddress {
  /** Beginning of the addresses of the registry's API, without a slash at the end. */
  readonly base: string;
  /** Path of the image in the registry. */
  readonly path: string;
}

const DOCKER_HUB_API = 'registry-1.docker.io';
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Address of the image of a reference; `http` is for registries on the machine itself alone. */
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

/** Tells whether an address may be asked: by `https`, or on the machine itself. */
export function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(host));
}
