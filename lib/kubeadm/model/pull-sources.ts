import type { KubeadmCluster } from './cluster';
import type { RegistryMirror } from './registry-mirror';

/** Name of the mirrors for every other registry. */
const ALL_OTHERS = '_default';

/**
 * Returns the servers from which a cluster's machines pull the images of a registry, in order.
 *
 * These are the servers of its mirrors, and the registry itself unless `fallback` is false.
 */
export function pullSources(
  { controlPlane, pools }: Pick<KubeadmCluster, 'controlPlane' | 'pools'>,
  registry: string,
): readonly string[] {
  const sources = [controlPlane, ...pools].flatMap(({ bootstrap: { registryMirrors } }) =>
    sourcesOf(registryMirrors, registry),
  );
  return [...new Set(sources)];
}

function sourcesOf(mirrors: readonly RegistryMirror[], registry: string): readonly string[] {
  const mirror =
    mirrors.find((one) => one.registry === registry) ??
    mirrors.find((one) => one.registry === ALL_OTHERS);
  if (mirror === undefined) return [registry];
  const { endpoints, fallback = true } = mirror;
  const servers = endpoints.map(({ url }) => (URL.canParse(url) ? new URL(url).host : url));
  return fallback ? [...servers, registry] : servers;
}
