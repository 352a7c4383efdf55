import type { BootstrapModel } from '../kubeadm/model/bootstrap';
import type { TrustedCAModel } from '../kubeadm/model/trusted-ca';
import type { AssembledCluster, AssembledControlPlane } from './model';
import { providerOfCluster } from './provider-registry';

/**
 * Cluster with those lists in order whose order means nothing, and that end up in texts or by numbers: no name of a field in a
 * manifest finds them.
 *
 * With `hashed-0.1` it is as it was given. Mirrors of one registry, time servers and users keep their order: containerd and
 * systemd-timesyncd ask one after the other, and users get their numbers as they are made.
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

/** Those of the program come before that of the cloud, so that one that is both keeps the name that the program gave it. */
function placeOf(ca: TrustedCAModel): string {
  return ca.kind === 'named' ? `named ${ca.name}` : 'of the cloud';
}

/** List by a text of each item; items of one text keep their order. */
function sortedBy<T>(list: readonly T[], textOf: (item: T) => string): readonly T[] {
  return list.toSorted((a, b) => {
    const [before, after] = [textOf(a), textOf(b)];
    return before < after ? -1 : before > after ? 1 : 0;
  });
}
