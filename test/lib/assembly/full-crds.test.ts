import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { VersionProfile } from '../../../lib/cluster/model/profile';
import { checkAgainstCrds, loadCrds } from '../../../lib/schema/full-check';
import { deepPools } from '../../support/deep-pools';
import {
  addonModel,
  cloudModel,
  clusterModel,
  controlPlaneModel,
  openStackRelease,
  poolModel,
  profile,
} from '../../support/models';
import type { AssembledCluster, AssembledMachine } from '../../support/openstack-cluster';
import { rendered } from '../../support/rendering';

const CRDS = resolve(__dirname, '../../../../shared/crds');
const GROUP = { filter: { name: 'extra' } };
const MACHINE: Partial<AssembledMachine> = {
  sshKeyName: 'ops',
  rootVolume: { sizeGiB: 50, type: 'ssd', availabilityZone: 'machine' },
  securityGroups: [GROUP],
  serverGroup: GROUP,
  tags: ['a'],
  serverMetadata: { a: '1' },
  configDrive: true,
  labels: { 'node-role.kubernetes.io/x': '' },
  annotations: { a: 'b' },
  kubeletExtraArgs: { v: '4' },
  bootstrap: {
    format: { kind: 'ignition', containerLinuxConfig: {}, strict: false },
    files: [
      { path: '/etc/a', content: 'a' },
      { path: '/etc/b', content: { name: 'b', key: 'b' }, append: true, encoding: 'gzip' },
    ],
    bootCommands: ['true'],
    preKubeadmCommands: ['true'],
    postKubeadmCommands: ['true'],
    mounts: [['/dev/vdb', '/data']],
    diskSetup: {
      partitions: [{ device: '/dev/vdb', layout: true, overwrite: false, tableType: 'gpt' }],
      filesystems: [{ device: '/dev/vdb1', filesystem: 'ext4', label: 'data', extraOpts: [] }],
    },
    users: [
      {
        name: 'ops',
        sshAuthorizedKeys: ['ssh-ed25519 AAAAexample ops'],
        sudo: 'ALL=(ALL) NOPASSWD:ALL',
        groups: ['adm'],
        shell: '/bin/bash',
        lockPassword: false,
        passwdFrom: { name: 'users', key: 'ops' },
      },
    ],
    ntp: { servers: ['ntp.example'] },
    verbosity: 5,
    proxy: { httpProxy: 'http://proxy.example:3128' },
    registryMirrors: [
      {
        registry: 'docker.io',
        endpoints: [{ url: 'https://mirror.example', credentials: { name: 'm', key: 'm' } }],
      },
    ],
    trustedCAs: [{ kind: 'named', name: 'corp', content: { name: 'corp', key: 'ca.crt' } }],
  },
  drain: {
    nodeDrainTimeoutSeconds: 0,
    nodeVolumeDetachTimeoutSeconds: 60,
    nodeDeletionTimeoutSeconds: 1,
  },
  healthCheck: {
    nodeStartupTimeoutSeconds: 0,
    unhealthyConditions: [{ type: 'Ready', status: 'Unknown', timeoutSeconds: 300 }],
    maxUnhealthy: '40%',
  },
};

describe('rendered objects and the definitions they will meet', () => {
  for (const clusterApi of ['1.10', '1.13', '1.14']) {
    it(`agree on Cluster API ${clusterApi}, expressions included`, function () {
      if (!existsSync(CRDS)) this.skip();
      const versions = profile(clusterApi);
      const crds = loadCrds(...versions.schemas.map((name) => join(CRDS, name)));

      for (const model of [
        clusterModel({ profile: versions }),
        full(versions),
        isolated(versions),
        deepPools(versions),
      ]) {
        for (const [key, object] of rendered(model)) {
          assert.deepEqual(checkAgainstCrds(crds, object), [], key);
        }
      }
    });
  }
});

function full(versions: VersionProfile): AssembledCluster {
  return clusterModel({
    profile: versions,
    paused: true,
    apiServerPort: 8443,
    cloud: cloudModel({ externalNetwork: { kind: 'lookup', network: GROUP } }),
    network: {
      kind: 'managed',
      nodeCidr: '10.8.0.0/24',
      dnsNameservers: ['172.16.1.2'],
      allocationPools: [{ start: '10.8.0.10', end: '10.8.0.20' }],
      router: GROUP,
      mtu: 1442,
    },
    endpoint: {
      kind: 'managed',
      provider: 'amphora',
      flavor: 'small',
      allowedCidrs: ['203.0.113.0/24'],
      additionalPorts: [9345],
      floatingIP: { kind: 'address', address: '203.0.113.7' },
      ...(openStackRelease(versions).minor === '0.12' ? {} : { monitor: { delaySeconds: 20 } }),
    },
    tags: ['fleet'],
    controlPlane: controlPlaneModel({
      ...MACHINE,
      failureDomains: ['az1'],
      omitAvailabilityZone: true,
      apiServerExtraArgs: { v: '4', 'audit-log-path': '' },
      certSANs: ['api.example'],
      schedulable: true,
      rollout: { maxSurge: 0, after: '2026-01-01T00:00:00Z', certificatesExpiryDays: 14 },
      remediation: { maxRetry: 5, retryPeriodSeconds: 0, minHealthyPeriodSeconds: 3_600 },
    }),
    pools: [
      poolModel({
        ...MACHINE,
        autoscale: { minSize: 0, maxSize: 2 },
        failureDomain: 'nova',
        nodeLabels: { tier: 'a' },
        taints: [{ key: 'gpu', value: '', effect: 'NoSchedule' }],
        propagateTaints: versions.core === 'v1beta2',
        capacity: { maxPods: 30 },
        rollout: { maxSurge: '50%', maxUnavailable: 0, after: '2026-01-01T00:00:00Z' },
        deletionOrder: 'Newest',
        minReadySeconds: 10,
      }),
    ],
    addons: [addonModel()],
  });
}

function isolated(versions: VersionProfile): AssembledCluster {
  return clusterModel({
    profile: versions,
    cloud: cloudModel({ externalNetwork: { kind: 'none' } }),
    network: { kind: 'adopted', network: GROUP, subnets: [GROUP], router: GROUP },
    endpoint: { kind: 'external', host: 'api.example' },
    securityGroups: { kind: 'adopted', controlPlane: [GROUP], workers: [GROUP] },
    pools: [poolModel({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] })],
  });
}
