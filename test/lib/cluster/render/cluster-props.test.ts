import assert from 'node:assert/strict';
import { GATES, WRITTEN_GATES } from '../../../support/kubeadm-rows';
import {
  addonModel,
  cloudModel,
  clusterModel,
  controlPlaneModel,
  openStackRelease,
  PROFILES,
  poolModel,
  profile,
} from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import {
  byCore,
  byInfrastructure,
  everywhere,
  type PropRow,
  rendered,
  testProps,
} from '../../../support/rendering';

/** Fields that name no place in an object, or that other tests are about. */
type Elsewhere =
  | 'path'
  | 'drainRules'
  | 'floatingIPPools'
  | 'profile'
  | 'cni'
  | 'installedOtherwise'
  | 'handOver'
  | 'management'
  | 'managementCluster'
  | 'ownsNamespace'
  | 'bastion'
  | 'imageDigests'
  | 'surroundings';
type Prop = Exclude<keyof AssembledCluster, Elsewhere>;

const NETWORK = ['spec', 'clusterNetwork'];
const KUBEADM = 'spec.kubeadmConfigSpec';
const IPV6 = {
  podCidrs: ['fd00:10::/56', '192.168.0.0/16'],
  serviceCidrs: ['fd00:20::/112', '10.96.0.0/16'],
};
const DUAL = {
  podCidrs: ['192.168.0.0/16', 'fd00:10::/56'],
  serviceCidrs: ['10.96.0.0/16', 'fd00:20::/112'],
};

const ROWS: Readonly<Record<Prop, readonly PropRow[]>> = {
  name: [
    { model: { name: 'other' }, key: 'cluster', lands: everywhere('metadata.name', 'other') },
    {
      model: { name: 'other' },
      key: 'infrastructure',
      lands: everywhere('metadata.name', 'other'),
    },
  ],
  namespace: [
    {
      model: { namespace: 'team' },
      key: 'cluster',
      lands: everywhere('metadata.namespace', 'team'),
    },
    { model: { namespace: 'team' }, key: 'namespace', lands: everywhere('metadata.name', 'team') },
  ],
  namespacePodSecurity: [
    {
      model: { namespacePodSecurity: 'baseline' },
      key: 'namespace',
      lands: () => [['metadata', 'labels', 'pod-security.kubernetes.io/enforce'], 'baseline'],
    },
  ],
  labels: [
    {
      model: { labels: { tier: 'gold' } },
      key: 'cluster',
      lands: everywhere('metadata.labels.tier', 'gold'),
    },
  ],
  annotations: [
    {
      model: { annotations: { owner: 'us' } },
      key: 'cluster',
      lands: everywhere('metadata.annotations.owner', 'us'),
    },
  ],
  availabilityGates: [
    {
      model: { availabilityGates: GATES },
      key: 'cluster',
      lands: everywhere('spec.availabilityGates', WRITTEN_GATES),
    },
  ],
  paused: [{ model: { paused: true }, key: 'cluster', lands: everywhere('spec.paused', true) }],
  kubernetesVersion: [
    {
      model: { kubernetesVersion: '1.33.1' },
      key: 'controlPlane',
      lands: everywhere('spec.version', 'v1.33.1'),
    },
    {
      model: { kubernetesVersion: '1.33.1' },
      key: 'pool/workers/machineDeployment',
      lands: everywhere('spec.template.spec.version', 'v1.33.1'),
    },
  ],
  cloud: [
    {
      model: {
        cloud: cloudModel({
          externalNetwork: { kind: 'lookup', network: { filter: { name: 'public' } } },
        }),
      },
      key: 'infrastructure',
      lands: everywhere('spec.externalNetwork', { filter: { name: 'public' } }),
    },
    {
      model: { cloud: cloudModel({ externalNetwork: { kind: 'none' } }) },
      key: 'infrastructure',
      lands: byInfrastructure(
        [['spec', 'disableExternalNetwork'], true],
        [['spec', 'enableExternalNetwork'], false],
      ),
    },
    {
      model: { cloud: cloudModel({ externalNetwork: { kind: 'none' } }) },
      key: 'infrastructure',
      lands: byInfrastructure(
        [['spec', 'disableAPIServerFloatingIP'], true],
        [['spec', 'apiServer', 'enableFloatingIP'], false],
      ),
    },
  ],
  credentials: [
    {
      model: { credentials: { kind: 'secret', secretName: 'mine', cloudName: 'eu' } },
      key: 'infrastructure',
      lands: everywhere('spec.identityRef', { name: 'mine', cloudName: 'eu' }),
      only: (versions) => openStackRelease(versions).minor === '0.12',
    },
    {
      model: { credentials: { kind: 'secret', secretName: 'mine', cloudName: 'eu' } },
      key: 'infrastructure',
      lands: everywhere('spec.identityRef', { type: 'Secret', name: 'mine', cloudName: 'eu' }),
      only: (versions) => openStackRelease(versions).minor !== '0.12',
    },
    {
      model: { credentials: { kind: 'clusterIdentity', identityName: 'shared', cloudName: 'eu' } },
      key: 'infrastructure',
      lands: everywhere('spec.identityRef', {
        type: 'ClusterIdentity',
        name: 'shared',
        cloudName: 'eu',
      }),
      only: (versions) => openStackRelease(versions).minor !== '0.12',
    },
    {
      model: {
        credentials: {
          kind: 'plaintext',
          secretName: 'mine',
          cloudName: 'eu',
          cloudsYaml: 'clouds: {}',
        },
      },
      key: 'infrastructure',
      lands: everywhere('spec.identityRef.name', 'mine'),
    },
  ],
  podCidrs: [
    {
      model: { podCidrs: ['10.64.0.0/14'] },
      key: 'cluster',
      lands: () => [[...NETWORK, 'pods'], { cidrBlocks: ['10.64.0.0/14'] }],
    },
  ],
  serviceCidrs: [
    {
      model: { serviceCidrs: ['10.128.0.0/16'] },
      key: 'cluster',
      lands: () => [[...NETWORK, 'services'], { cidrBlocks: ['10.128.0.0/16'] }],
    },
    {
      model: IPV6,
      key: 'controlPlane',
      lands: everywhere(`${KUBEADM}.initConfiguration.localAPIEndpoint`, {
        advertiseAddress: '::',
      }),
    },
    {
      model: IPV6,
      key: 'controlPlane',
      lands: everywhere(`${KUBEADM}.joinConfiguration.controlPlane.localAPIEndpoint`, {
        advertiseAddress: '::',
      }),
    },
    ipv6NodeRow('controlPlane', `${KUBEADM}.initConfiguration`),
    ipv6NodeRow('controlPlane', `${KUBEADM}.joinConfiguration`),
    ipv6NodeRow('pool/workers/bootstrapTemplate', 'spec.template.spec.joinConfiguration'),
  ],
  serviceDomain: [
    {
      model: { serviceDomain: 'k8s.example' },
      key: 'cluster',
      lands: () => [[...NETWORK, 'serviceDomain'], 'k8s.example'],
    },
  ],
  apiServerPort: [
    {
      model: { apiServerPort: 8443 },
      key: 'cluster',
      lands: () => [[...NETWORK, 'apiServerPort'], 8443],
    },
    {
      model: { apiServerPort: 8443 },
      key: 'infrastructure',
      lands: byInfrastructure(
        [['spec', 'apiServerPort'], 8443],
        [['spec', 'apiServer', 'port'], 8443],
      ),
    },
    {
      model: { apiServerPort: 8443 },
      key: 'controlPlane',
      lands: everywhere(`${KUBEADM}.initConfiguration.localAPIEndpoint`, { bindPort: 8443 }),
    },
    {
      model: { apiServerPort: 8443 },
      key: 'controlPlane',
      lands: everywhere(`${KUBEADM}.joinConfiguration.controlPlane.localAPIEndpoint`, {
        bindPort: 8443,
      }),
    },
  ],
  network: [
    {
      model: {
        network: {
          kind: 'adopted',
          network: { id: '9f0b7d9e-8a3c-4b52-9d5e-6d1f0c2b7a11' },
          subnets: [],
        },
      },
      key: 'infrastructure',
      lands: everywhere('spec.network', { id: '9f0b7d9e-8a3c-4b52-9d5e-6d1f0c2b7a11' }),
    },
  ],
  endpoint: [
    {
      model: { endpoint: { kind: 'external', host: 'api.example' } },
      key: 'infrastructure',
      lands: everywhere('spec.controlPlaneEndpoint', { host: 'api.example', port: 6443 }),
    },
  ],
  securityGroups: [
    {
      model: { securityGroups: { kind: 'managed', allowAllInClusterTraffic: true, rules: [] } },
      key: 'infrastructure',
      lands: everywhere('spec.managedSecurityGroups', { allowAllInClusterTraffic: true }),
    },
  ],
  tags: [
    {
      model: { tags: ['fleet'] },
      key: 'infrastructure',
      lands: everywhere('spec.tags', ['fleet']),
    },
  ],
  controlPlane: [
    {
      model: { controlPlane: controlPlaneModel({ replicas: 5 }) },
      key: 'controlPlane',
      lands: everywhere('spec.replicas', 5),
    },
  ],
  pools: [
    {
      model: { pools: [poolModel({ name: 'more', replicas: 7 })] },
      key: 'pool/more/machineDeployment',
      lands: everywhere('spec.replicas', 7),
    },
  ],
  addons: [
    {
      model: { addons: [addonModel()] },
      key: 'addon/hello/resourceSet',
      lands: byCore(
        [['apiVersion'], 'addons.cluster.x-k8s.io/v1beta1'],
        [['apiVersion'], 'addons.cluster.x-k8s.io/v1beta2'],
      ),
    },
  ],
  templateNames: [
    {
      model: { templateNames: 'plain' },
      key: 'controlPlaneMachineTemplate',
      lands: everywhere('metadata.name', 'demo-control-plane'),
    },
    {
      model: { templateNames: 'plain' },
      key: 'pool/workers/bootstrapTemplate',
      lands: everywhere('metadata.name', 'demo-workers'),
    },
  ],
};

describe('a rendered cluster', () => {
  testProps(ROWS);

  it('leaves to kubeadm and kubelets which address they take where the first services are of IPv4', () => {
    for (const versions of PROFILES) {
      const objects = rendered(clusterModel({ ...DUAL, profile: profile(...versions) }));
      for (const key of ['controlPlane', 'pool/workers/bootstrapTemplate']) {
        assert.doesNotMatch(JSON.stringify(objects.get(key)), /localAPIEndpoint|node-ip/, key);
      }
    }
  });

  it("lets a node keep an address of the user's", () => {
    const kubeletExtraArgs = { 'node-ip': 'fd00:8::7' };
    const objects = rendered(clusterModel({ ...IPV6, pools: [poolModel({ kubeletExtraArgs })] }));

    assert.match(JSON.stringify(objects.get('pool/workers/bootstrapTemplate')), /"fd00:8::7"/);
  });
});

/** Row of the argument by which a kubelet prefers addresses of IPv6. */
function ipv6NodeRow(key: string, config: string): PropRow {
  const args = [...config.split('.'), 'nodeRegistration', 'kubeletExtraArgs'];
  return {
    model: IPV6,
    key,
    lands: byCore([[...args, 'node-ip'], '::'], [[...args, 1], { name: 'node-ip', value: '::' }]),
  };
}
