import type { BootstrapModel } from '../kubeadm/model/bootstrap';
import type { TrustedCAModel } from '../kubeadm/model/trusted-ca';
import type { AssembledCluster, AssembledControlPlane } from './model';
import { providerOfCluster } from './provider-registry';

/**
 * Returns a cluster with lists sorted whose order is irrelevant and whose items end up in texts or under numbers,
 * where no field name identifies them.
 *
 * With `hashed-0.1`, the cluster stays as given. Mirrors of one registry, time servers and users keep their order:
 * containerd and systemd-timesyncd try them in turn, and users get their numbers in order of creation.
 */
export function orderedModel(cluster: AssembledCluster): AssembledCluster {
  if (cluster.templateNames === 'hashed-0.1') return cluster;
  const own = providerOfCluster(cluster).inOrder?.(cluster) ?? cluster;
  const { controlPlane, pools } = own;
  const ordered = {
    controlPlane: orderedControlPlane(controlPlane),
    pools: pools.map(withOrderedBootstrap),
  };
  const isInOrder =
    ordered.controlPlane === controlPlane &&
    ordered.pools.every((pool, index) => pool === pools[index]);
  return isInOrder ? own : { ...own, ...ordered };
}

function orderedControlPlane(controlPlane: AssembledControlPlane): AssembledControlPlane {
  const { tls, kubeProxy } = controlPlane;
  const { cipherSuites } = tls ?? {};
  const ranges = kubeProxy?.kind === 'none' ? undefined : kubeProxy?.nodePortAddresses;
  const ordered = withOrderedBootstrap(controlPlane);
  if ((cipherSuites ?? []).length < 2 && (ranges ?? []).length < 2) return ordered;
  return {
    ...ordered,
    ...(cipherSuites && { tls: { ...tls, cipherSuites: cipherSuites.toSorted() } }),
    ...(ranges && { kubeProxy: { ...kubeProxy, nodePortAddresses: ranges.toSorted() } }),
  } as AssembledControlPlane;
}

function withOrderedBootstrap<M extends { readonly bootstrap: BootstrapModel }>(machine: M): M {
  const bootstrap = orderedBootstrap(machine.bootstrap);
  return bootstrap === machine.bootstrap ? machine : { ...machine, bootstrap };
}

function orderedBootstrap(bootstrap: BootstrapModel): BootstrapModel {
  const { proxy, registryMirrors, trustedCAs, users } = bootstrap;
  const isInOrder =
    registryMirrors.length < 2 &&
    trustedCAs.length < 2 &&
    (proxy?.noProxy ?? []).length < 2 &&
    users.every(({ groups = [] }) => groups.length < 2);
  if (isInOrder) return bootstrap;
  return {
    ...bootstrap,
    registryMirrors: sortedBy(registryMirrors, ({ registry }) => registry),
    trustedCAs: sortedBy(trustedCAs, placeOf),
    users: users.map((user) => ({
      ...user,
      ...(user.groups && { groups: user.groups.toSorted() }),
    })),
    ...(proxy?.noProxy && { proxy: { ...proxy, noProxy: proxy.noProxy.toSorted() } }),
  };
}

/** CAs of the program come before the cloud's, so that one that is both keeps the name from the program. */
function placeOf(ca: TrustedCAModel): string {
  return ca.kind === 'named' ? `named ${ca.name}` : 'of the cloud';
}

/** Sorts a list by a text of each item; items with equal texts keep their order. */
function sortedBy<T>(list: readonly T[], textOf: (item: T) => string): readonly T[] {
  return list.toSorted((a, b) => {
    const [before, after] = [textOf(a), textOf(b)];
    return before < after ? -1 : before > after ? 1 : 0;
  });
}
