import type { Manifest } from '../../lib/base/manifest';
import { at } from './rendering';

const API_VERSION = 'infrastructure.cluster.x-k8s.io/v1beta2';
/** What takes the place of each kind of the cloud. */
const KINDS: Readonly<Record<string, string>> = {
  OpenStackCluster: 'DevCluster',
  OpenStackMachineTemplate: 'DevMachineTemplate',
};
const PROVISIONING = { provisioning: { startupDuration: '1s', startupJitter: '0.2' } };
const MACHINE = {
  vm: PROVISIONING,
  node: PROVISIONING,
  apiServer: PROVISIONING,
  etcd: PROVISIONING,
};

/**
 * Objects of a cluster on OpenStack with infrastructure in memory in its place, under the same names.
 *
 * It stands in for a provider of our own, and goes once there is one.
 */
export function inMemory(objects: readonly Manifest[]): readonly Manifest[] {
  return objects.map((object) => {
    const kind = KINDS[object.kind];
    if (kind === undefined) return withReferences(object) as Manifest;
    const { metadata } = object;
    // A DevCluster without any annotation makes its controller panic in v1.13.7.
    const annotations = { 'capi-fleet/infrastructure': 'in-memory', ...metadata.annotations };
    const spec =
      kind === 'DevCluster'
        ? { backend: { inMemory: {} } }
        : { template: { spec: { backend: { inMemory: MACHINE } } } };
    return { apiVersion: API_VERSION, kind, metadata: { ...metadata, annotations }, spec };
  });
}

function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences);
  if (typeof value !== 'object' || value === null) return value;
  const kind = KINDS[String(at(value, ['kind']))];
  if (kind !== undefined) return { ...value, kind };
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withReferences(field)]),
  );
}
