import { compact, sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { RenderContext } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type {
  AWSClusterSpec,
  Bastion,
  S3Bucket,
} from '../../schema/generated/aws-v1beta2.shapes.generated';
import { bucketProfiles } from '../model/bucket';
import type { AwsCluster } from '../model/cluster';
import { controlPlaneLoadBalancer } from './control-plane-load-balancer';
import { networkSpec } from './network';

/** Renders the AWSCluster: network, endpoint and security groups of a cluster. */
export function renderAwsCluster({ cluster, apiVersions }: RenderContext<AwsCluster>): Manifest {
  const { cloud, identity, tags } = cluster;
  const { kind, name } = identity.ref;
  return {
    apiVersion: apiVersions.infrastructure,
    kind: 'AWSCluster',
    metadata: ownedMetadata(cluster, cluster.name, KEEP_ANNOTATIONS),
    spec: {
      ...compact({
        region: cloud.region,
        identityRef: { kind, name },
        network: networkSpec(cluster),
        controlPlaneLoadBalancer: controlPlaneLoadBalancer(cluster),
        controlPlaneEndpoint: presetEndpoint(cluster),
        bastion: bastion(cluster),
        s3Bucket: bucket(cluster),
        additionalTags: sorted(tags),
      } satisfies AWSClusterSpec),
      // If unset, the bastion gets the key pair `default`, which may not exist. Empty means no key pair.
      sshKeyName: cluster.sshKeyName ?? '',
    },
  };
}

function presetEndpoint({
  endpoint,
  apiServerPort,
}: AwsCluster): AWSClusterSpec['controlPlaneEndpoint'] {
  if (endpoint.kind !== 'external') return undefined;
  return { host: endpoint.host, port: endpoint.port ?? apiServerPort };
}

function bastion({ bastion: model }: AwsCluster): Bastion | undefined {
  if (model === undefined) return undefined;
  const { enabled, instanceType, ami, allowedCidrs } = model;
  return { enabled, ...compact({ allowedCIDRBlocks: allowedCidrs, instanceType, ami }) };
}

function bucket(cluster: AwsCluster): S3Bucket | undefined {
  if (cluster.bucket === undefined) return undefined;
  const profiles = bucketProfiles(cluster);
  return {
    name: cluster.bucket.name,
    controlPlaneIAMInstanceProfile: profiles.controlPlane,
    nodesIAMInstanceProfiles: profiles.workers,
  };
}
