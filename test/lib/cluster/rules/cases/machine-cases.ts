import type { HealthCheckModel } from '../../../../../lib/cluster/model/machine';
import { controlPlaneModel, poolModel, profile } from '../../../../support/models';
import {
  cluster,
  onCloud,
  type RuleCase,
  withControlPlane,
  withPool,
} from '../../../assembly/rule-case';

const IMAGES = { images: ['ubuntu-2204-kube', 'flatcar'] };
const ZONES = { failureDomains: ['nova', 'east'] };
const ARGUMENT = { kubeletExtraArgs: { config: 'x'.repeat(1025) } };
const MANY = Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`a${i}`, 'x'.repeat(1000)]));
/** Arguments of 44,000 bytes, with their names. */
const FULL = Object.fromEntries(
  Array.from({ length: 44 }, (_, i) => [`a${10 + i}`, 'x'.repeat(997)]),
);
const FEW = { a: 'x'.repeat(1000) };
const TAGS = Array.from({ length: 51 }, (_, i) => `tag-${i}`);

/** Examples of rules on machines. */
export const MACHINE_CASES: readonly RuleCase[] = [
  {
    rule: 'flavor-known',
    broken: withPool({ size: 'm1.k8s-workers' }),
    sound: withPool({ size: 'm1.k8s-worker' }),
    says: `mothership/demo/workers: flavor is "m1.k8s-workers"
  allowed: a flavor of homelab: "m1.k8s-master", "m1.k8s-worker", "g1.gpu"
  fix: write "m1.k8s-worker", or add "m1.k8s-workers" to the flavors of homelab`,
  },
  {
    rule: 'flavor-known',
    broken: withControlPlane({ size: 'huge' }),
    says: `mothership/demo/control-plane: flavor is "huge"
  allowed: a flavor of homelab: "m1.k8s-master", "m1.k8s-worker", "g1.gpu"
  fix: add "huge" to the flavors of homelab`,
  },
  {
    rule: 'flavor-known',
    broken: onCloud({ sizes: {} }, { pools: [] }),
    says: `mothership/demo/control-plane: flavor is "m1.k8s-master"
  allowed: a flavor of homelab, which has none
  fix: add "m1.k8s-master" to the flavors of homelab`,
  },
  {
    rule: 'image-known',
    broken: onCloud(IMAGES, {
      pools: [poolModel({ image: { filter: { name: 'ubuntu-2404-kube' } } })],
    }),
    sound: onCloud(IMAGES, { pools: [poolModel({ image: { filter: { name: 'flatcar' } } })] }),
    says: `mothership/demo/workers: image is "ubuntu-2404-kube"
  allowed: an image of homelab: "ubuntu-2204-kube", "flatcar"
  fix: write MachineImage.fromName("ubuntu-2204-kube"), or add it to the images of homelab`,
  },
  {
    rule: 'ssh-key-name',
    broken: withPool({ sshKeyName: '' }),
    sound: withPool({ sshKeyName: 'homelab' }),
    says: `mothership/demo/workers: sshKeyName is ""
  allowed: the name of a Nova key pair
  fix: leave it out for no key pair`,
  },
  {
    rule: 'root-volume-size',
    broken: withPool({ rootVolume: { sizeGiB: 20.5 } }),
    sound: withPool({ rootVolume: { sizeGiB: 1 } }),
    says: `mothership/demo/workers: rootVolume.sizeGiB is 20.5
  allowed: an integer of 1 GiB or more
  fix: write 21`,
  },
  {
    rule: 'root-volume-size',
    broken: withPool({ rootVolume: { sizeGiB: 0 } }),
    says: `mothership/demo/workers: rootVolume.sizeGiB is 0
  allowed: an integer of 1 GiB or more
  fix: leave rootVolume out to boot from the flavor's disk`,
  },
  {
    rule: 'root-volume-text',
    broken: withPool({ rootVolume: { sizeGiB: 20, type: '' } }),
    sound: withPool({ rootVolume: { sizeGiB: 20, type: 'ssd' } }),
    says: `mothership/demo/workers: rootVolume.type is ""
  allowed: a name
  fix: leave it out to use the cloud's default`,
  },
  {
    rule: 'server-metadata',
    broken: withPool({ serverMetadata: { note: 'x'.repeat(256), '': 'y' } }),
    sound: withPool({ serverMetadata: { note: 'x'.repeat(255) } }),
    says: `mothership/demo/workers: serverMetadata["note"].length is 256
  allowed: at most 255 characters
  fix: shorten it to 255 characters
mothership/demo/workers: serverMetadata is ""
  allowed: keys of 1 to 255 characters
  fix: leave it out`,
  },
  {
    rule: 'server-tags',
    broken: withPool({ tags: ['prod,eu'] }),
    sound: withPool({ tags: ['prod', 'eu'] }),
    says: `mothership/demo/workers: tags is "prod,eu"
  allowed: tags of 1 to 60 characters without commas or slashes
  fix: write "prod", "eu"`,
  },
  {
    rule: 'server-tags',
    broken: withPool({ tags: TAGS }),
    sound: withPool({ tags: TAGS.slice(1) }),
    says: `mothership/demo/workers: tags.length is 51
  allowed: at most 50 tags, including those of the cluster
  fix: remove 1, or use serverMetadata`,
  },
  {
    rule: 'tags-distinct',
    broken: withPool({ tags: ['prod', 'prod'] }),
    sound: withPool({ tags: ['prod'] }),
    says: `mothership/demo/workers: tags is ["prod","prod"]
  allowed: unique tags
  fix: write ["prod"]`,
  },
  {
    rule: 'cluster-tags',
    broken: cluster({ tags: ['', 'team/a', 'prod', 'prod'] }),
    sound: cluster({ tags: ['team-a', 'prod'] }),
    says: `mothership/demo: tags is ""
  allowed: tags of 1 to 60 characters without commas or slashes
  fix: leave it out
mothership/demo: tags is "team/a"
  allowed: tags of 1 to 60 characters without commas or slashes
  fix: write "team-a"`,
  },
  {
    rule: 'pool-failure-domain',
    broken: onCloud(ZONES, { pools: [poolModel({ failureDomain: 'west' })] }),
    sound: onCloud(ZONES, { pools: [poolModel({ failureDomain: 'east' })] }),
    says: `mothership/demo/workers: failureDomain is "west"
  allowed: a failure domain of homelab: "nova", "east"
  fix: write "east", or add "west" to the failureDomains of homelab`,
  },
  {
    rule: 'pool-failure-domain',
    broken: withPool({ failureDomain: '' }),
    sound: withPool({ failureDomain: 'anywhere' }),
    says: `mothership/demo/workers: failureDomain is ""
  allowed: the name of an availability zone
  fix: leave it out`,
  },
  {
    rule: 'kubelet-argument-name',
    broken: withPool({ kubeletExtraArgs: { '--max-pods': '50' } }),
    sound: withPool({ kubeletExtraArgs: { 'max-pods': '50' } }),
    says: `mothership/demo/workers: kubeletExtraArgs is "--max-pods"
  allowed: names of at most 256 characters, without leading dashes
  fix: write "max-pods"`,
  },
  {
    rule: 'kubelet-argument-length',
    broken: withPool(ARGUMENT),
    sound: withPool(ARGUMENT, { profile: profile('1.10') }),
    says: `mothership/demo/workers: kubeletExtraArgs["config"].length is 1025
  allowed: at most 1024 characters
  fix: write it to a file in the image and set the path`,
  },
  {
    rule: 'kubelet-argument-derived',
    broken: withPool({ kubeletExtraArgs: { 'node-labels': 'a=b' } }),
    sound: withPool({ nodeLabels: { a: 'b' } }),
    says: `mothership/demo/workers: kubeletExtraArgs["node-labels"] is "a=b"
  allowed: arguments other than "cloud-provider", "provider-id", "hostname-override", "node-labels", "register-with-taints"
  fix: set labels of the pool instead`,
  },
  {
    rule: 'kubelet-argument-derived',
    broken: cluster({
      controlPlane: controlPlaneModel({ kubeletExtraArgs: { 'provider-id': 'x' } }),
    }),
    says: `mothership/demo/control-plane: kubeletExtraArgs["provider-id"] is "x"
  allowed: arguments other than "cloud-provider", "provider-id", "hostname-override", "node-labels", "register-with-taints"
  fix: leave it out; it is derived from the server`,
  },
  {
    rule: 'kubelet-argument-derived',
    broken: withControlPlane({
      kubeletExtraArgs: { 'node-labels': 'a=b', 'register-with-taints': '' },
    }),
    says: `mothership/demo/control-plane: kubeletExtraArgs["node-labels"] is "a=b"
  allowed: arguments other than "cloud-provider", "provider-id", "hostname-override", "node-labels", "register-with-taints"
  fix: set labels of the control plane instead
mothership/demo/control-plane: kubeletExtraArgs["register-with-taints"] is ""
  allowed: arguments other than "cloud-provider", "provider-id", "hostname-override", "node-labels", "register-with-taints"
  fix: leave it out; schedulable determines whether the nodes have a taint`,
  },
  {
    rule: 'health-check-startup',
    broken: healthCheck({ nodeStartupTimeoutSeconds: 10 }),
    sound: healthCheck({ nodeStartupTimeoutSeconds: 0 }),
    says: `mothership/demo/workers: healthCheck.nodeStartupTimeout is "10 seconds"
  allowed: a duration of 0, or of at least 30 whole seconds
  fix: write Duration.seconds(30), or leave it out to use 10 minutes`,
  },
  {
    rule: 'health-check-conditions',
    broken: healthCheck({ unhealthyConditions: [ready(300), ready(60)] }),
    sound: healthCheck({ unhealthyConditions: [ready(300)] }),
    says: `mothership/demo/workers: healthCheck.unhealthyConditions is {"type":"Ready","status":"False","timeoutSeconds":60}
  allowed: each pair of condition type and status only once
  fix: leave one of the two out`,
  },
  {
    rule: 'health-check-conditions',
    broken: healthCheck({ unhealthyConditions: [ready(0.5)] }),
    says: `mothership/demo/workers: healthCheck.unhealthyConditions is {"type":"Ready","status":"False","timeoutSeconds":0.5}
  allowed: a timeout of whole seconds
  fix: write timeout: Duration.seconds(1)`,
  },
  {
    rule: 'health-check-count',
    broken: healthCheck({ unhealthyConditions: distinct(101) }),
    sound: healthCheck({ unhealthyConditions: distinct(100) }),
    says: `mothership/demo/workers: healthCheck.unhealthyConditions.length is 101
  allowed: at most 100 conditions
  fix: leave 1 out`,
  },
  {
    rule: 'health-check-max-unhealthy',
    broken: healthCheck({ maxUnhealthy: '140%' }),
    sound: healthCheck({ maxUnhealthy: '40%' }),
    says: `mothership/demo/workers: healthCheck.maxUnhealthy is "140%"
  allowed: an integer of 1 or more, or a percentage from "1%" to "100%"
  fix: write "100%"`,
  },
  {
    rule: 'health-check-max-unhealthy',
    broken: healthCheck({ maxUnhealthy: 'half' }),
    sound: healthCheck({ maxUnhealthy: '2' }),
    says: `mothership/demo/workers: healthCheck.maxUnhealthy is "half"
  allowed: an integer of 1 or more, or a percentage from "1%" to "100%"
  fix: leave it out to use "40%", or 1 with one or two machines`,
  },
  {
    rule: 'health-check-max-unhealthy',
    broken: healthCheck({ maxUnhealthy: '0%' }),
    sound: healthCheck({ maxUnhealthy: '1%' }),
    says: `mothership/demo/workers: healthCheck.maxUnhealthy is "0%"
  allowed: an integer of 1 or more, or a percentage from "1%" to "100%"
  fix: write 1, or leave healthCheck out`,
  },
  {
    rule: 'drain-seconds',
    broken: withPool({ drain: { nodeDrainTimeoutSeconds: 0.5 } }),
    sound: withPool({ drain: { nodeDrainTimeoutSeconds: 0 } }),
    says: `mothership/demo/workers: drain.nodeDrainTimeout is "0.5 seconds"
  allowed: a duration of whole seconds
  fix: write Duration.seconds(1)`,
  },
  {
    rule: 'pool-user-data',
    broken: withPool({ kubeletExtraArgs: MANY }),
    sound: withPool({ kubeletExtraArgs: FEW }),
    says: `mothership/demo/workers: kubeletExtraArgs is "45125 bytes"
  allowed: at most 49000 bytes of user data; the total is about 50125
  fix: move the longest to configuration files in the image`,
  },
  {
    rule: 'cluster-tags',
    broken: cluster({ tags: ['prod', 'prod'] }),
    says: `mothership/demo: tags is ["prod","prod"]
  allowed: unique tags
  fix: write ["prod"]`,
  },
  {
    rule: 'server-metadata',
    broken: { ...withPool({ serverMetadata: { note: '' } }), profile: profile('1.14', '0.15') },
    sound: withPool({ serverMetadata: { note: '' } }),
    says: `mothership/demo/workers: serverMetadata["note"].length is 0
  allowed: 1 to 255 characters
  fix: leave it out`,
  },
  {
    rule: 'server-metadata',
    broken: withPool({ serverMetadata: { ['k'.repeat(256)]: 'v' } }),
    sound: withPool({ serverMetadata: { ['k'.repeat(255)]: 'v' } }),
    says: `mothership/demo/workers: serverMetadata is "${'k'.repeat(256)}"
  allowed: keys of 1 to 255 characters
  fix: shorten it to 255 characters`,
  },
  {
    rule: 'kubelet-argument-name',
    broken: withPool({ kubeletExtraArgs: { ['n'.repeat(257)]: '1' } }),
    sound: withPool({ kubeletExtraArgs: { ['n'.repeat(256)]: '1' } }),
    says: `mothership/demo/workers: kubeletExtraArgs is "${'n'.repeat(257)}"
  allowed: names of at most 256 characters, without leading dashes
  fix: leave it out`,
  },
  {
    rule: 'kubelet-argument-name',
    broken: withPool({ kubeletExtraArgs: { [`--${'n'.repeat(256)}`]: '1' } }),
    says: `mothership/demo/workers: kubeletExtraArgs is "--${'n'.repeat(256)}"
  allowed: names of at most 256 characters, without leading dashes
  fix: write "${'n'.repeat(256)}"`,
  },
  {
    rule: 'kubelet-argument-length',
    broken: withPool({ kubeletExtraArgs: { config: 'x'.repeat(1025) } }),
    sound: withPool({ kubeletExtraArgs: { config: 'x'.repeat(1024) } }),
    says: `mothership/demo/workers: kubeletExtraArgs["config"].length is 1025
  allowed: at most 1024 characters
  fix: write it to a file in the image and set the path`,
  },
  {
    rule: 'kubelet-argument-length',
    broken: withPool({ kubeletExtraArgs: numbered(101) }),
    sound: withPool({ kubeletExtraArgs: numbered(100) }),
    says: `mothership/demo/workers: kubeletExtraArgs.length is 101
  allowed: at most 100 arguments
  fix: move them to a configuration file in the image`,
  },
  {
    rule: 'health-check-startup',
    broken: healthCheck({ nodeStartupTimeoutSeconds: 29 }),
    sound: healthCheck({ nodeStartupTimeoutSeconds: 30 }),
    says: `mothership/demo/workers: healthCheck.nodeStartupTimeout is "29 seconds"
  allowed: a duration of 0, or of at least 30 whole seconds
  fix: write Duration.seconds(30), or leave it out to use 10 minutes`,
  },
  {
    rule: 'pool-user-data',
    broken: withPool({ kubeletExtraArgs: { ...FULL, a10: 'x'.repeat(998) } }),
    sound: withPool({ kubeletExtraArgs: FULL }),
    says: `mothership/demo/workers: kubeletExtraArgs is "44001 bytes"
  allowed: at most 49000 bytes of user data; the total is about 49001
  fix: move the longest to configuration files in the image`,
  },
];

function numbered(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, '1']));
}

function healthCheck(props: Partial<HealthCheckModel>) {
  return withPool({
    healthCheck: { nodeStartupTimeoutSeconds: 600, unhealthyConditions: [ready(300)], ...props },
  });
}

function ready(timeoutSeconds: number) {
  return { type: 'Ready', status: 'False', timeoutSeconds } as const;
}

function distinct(count: number) {
  return Array.from({ length: count }, (_, i) => ({ ...ready(300), type: `Ready${i}` }));
}
