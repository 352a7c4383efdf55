import type { AwsKind } from '../../constructs/aws/aws-kind';
import type { AwsCloudModel } from '../../lib/aws/model/cloud';
import { CONTROLLER_IDENTITY } from '../../lib/aws/model/identity';
import {
  type AwsMachine,
  INSTANCE_METADATA_DEFAULTS,
  INSTANCE_PROFILES,
} from '../../lib/aws/model/machine';
import { surroundingsOf } from '../../lib/aws/model/surroundings';
import type { Manifest } from '../../lib/base/manifest';
import type { KubeadmMachine } from '../../lib/kubeadm/model/machine';
import { partsBeside, profile } from './models';
import { type FieldPatch, withFields } from './patched-objects';
import { PLAIN_CONTROL_PLANE, PLAIN_MACHINE, plainCluster, plainPool } from './plain-parts';
import { renderedObject } from './rendering';

/** Cluster on AWS with everything that is known of it. */
export type AwsClusterModel = AwsKind['model'];

type ControlPlane = AwsClusterModel['controlPlane'];
type Pool = AwsClusterModel['pools'][number];

/** Account with two instance types, one of them with GPUs. */
export function accountModel(overrides: Partial<AwsCloudModel> = {}): AwsCloudModel {
  return {
    kind: 'aws',
    path: 'production',
    name: 'production',
    region: 'eu-central-1',
    identity: { ref: CONTROLLER_IDENTITY },
    sizes: {
      'm6i.large': { cpus: 2, memory: '8Gi', disk: '30Gi' },
      'g5.xlarge': {
        cpus: 4,
        memory: '16Gi',
        disk: '60Gi',
        gpu: { type: 'nvidia.com/gpu', count: 1 },
      },
    },
    ...overrides,
  };
}

/** Control plane of three machines with nothing special. */
export function awsControlPlane(overrides: Partial<ControlPlane> = {}): ControlPlane {
  return {
    ...machineModel(INSTANCE_PROFILES.controlPlane),
    ...PLAIN_CONTROL_PLANE,
    ...overrides,
  };
}

/** Pool `workers` of the cluster `demo` with two machines. */
export function awsPool(overrides: Partial<Pool> = {}): Pool {
  return {
    ...machineModel(INSTANCE_PROFILES.workers),
    ...plainPool(overrides),
    ...overrides,
  };
}

/** Cluster `demo` of a control plane and one pool in a VPC of its own. */
export function awsCluster(overrides: Partial<AwsClusterModel> = {}): AwsClusterModel {
  const cloud = overrides.cloud ?? accountModel();
  const base: Omit<AwsClusterModel, 'surroundings'> = {
    ...plainCluster(overrides.name ?? 'demo'),
    profile: profile('1.14', undefined, { infrastructure: ['aws'] }),
    cloud,
    identity: cloud.identity,
    network: {
      kind: 'managed',
      nodeCidr: '10.8.0.0/16',
      subnets: [],
      zoneLimit: 3,
      zoneSelection: 'Ordered',
    },
    endpoint: NETWORK_BALANCER,
    securityGroups: { kind: 'managed', rules: [] },
    tags: {},
    controlPlane: awsControlPlane(),
    pools: [awsPool()],
    installedOtherwise: partsBeside(overrides.addons),
    ...overrides,
  };
  return { ...base, surroundings: overrides.surroundings ?? surroundingsOf(base) };
}

/** Endpoint that faces the internet, with nothing special. */
export const NETWORK_BALANCER = {
  kind: 'managed',
  scheme: 'internet-facing',
  allowedCidrs: [],
  additionalPorts: [],
  subnetIds: [],
  securityGroupIds: [],
  crossZone: false,
  preserveClientIp: false,
} as const;

/** Object of such a cluster, with plain names, in which fields have been patched. */
export function patchedAwsObject(key: string, patches: readonly FieldPatch[]): Manifest {
  const model = awsCluster({ templateNames: 'plain' });
  return withFields(renderedObject(model, key), patches);
}

function machineModel(instanceProfile: string): AwsMachine & KubeadmMachine {
  return {
    size: 'm6i.large',
    image: { kind: 'lookup' },
    instanceProfile,
    instanceMetadata: INSTANCE_METADATA_DEFAULTS,
    securityGroups: [],
    tags: {},
    ...PLAIN_MACHINE,
  };
}
