import assert from 'node:assert/strict';
import type { VersionProfile } from '../../../../lib/cluster/model/profile';
import type { PortModel } from '../../../../lib/openstack/model/port';
import {
  clusterModel,
  controlPlaneModel,
  openStackRelease,
  PROFILES,
  poolModel,
  profile,
} from '../../../support/models';
import type { AssembledMachine } from '../../../support/openstack-cluster';
import {
  at,
  byInfrastructure,
  everywhere,
  type PropRow,
  renderedObject,
  testProps,
} from '../../../support/rendering';

type ServerProp = Exclude<
  keyof AssembledMachine,
  | 'labels'
  | 'annotations'
  | 'kubeletExtraArgs'
  | 'kubelet'
  | 'bootstrap'
  | 'kubeadm'
  | 'readinessGates'
  | 'machineNaming'
  | 'drain'
  | 'healthCheck'
  | 'serverGroupPolicy'
>;

const SPEC = ['spec', 'template', 'spec'];
const GROUP = { filter: { name: 'extra' } };
const OTHER = { filter: { name: 'other' } };
const PORT = { fixedIPs: [], securityGroups: [] };

const ROWS: Readonly<Record<ServerProp, readonly PropRow[]>> = {
  size: machines(
    { size: 'g1.gpu' },
    byInfrastructure(
      [[...SPEC, 'flavor'], 'g1.gpu'],
      [[...SPEC, 'flavor'], { filter: { name: 'g1.gpu' } }],
    ),
  ),
  image: machines(
    { image: { filter: { tags: ['stable'] } } },
    everywhere('spec.template.spec.image', { filter: { tags: ['stable'] } }),
  ).concat(
    machines(
      { image: { imageRef: { name: 'ubuntu-1-32-4' } } },
      everywhere('spec.template.spec.image', { imageRef: { name: 'ubuntu-1-32-4' } }),
    ),
  ),
  sshKeyName: machines({ sshKeyName: 'ops' }, everywhere('spec.template.spec.sshKeyName', 'ops')),
  rootVolume: [
    ...machines(
      { rootVolume: { sizeGiB: 50, type: 'ssd', availabilityZone: 'az1' } },
      everywhere('spec.template.spec.rootVolume', {
        sizeGiB: 50,
        type: 'ssd',
        availabilityZone: { name: 'az1' },
      }),
    ),
    ...machines(
      { rootVolume: { sizeGiB: 50, availabilityZone: 'machine' } },
      everywhere('spec.template.spec.rootVolume', {
        sizeGiB: 50,
        availabilityZone: { from: 'Machine' },
      }),
    ),
  ],
  additionalBlockDevices: machines(
    {
      additionalBlockDevices: [
        { name: 'scratch', sizeGiB: 5, storage: { kind: 'local' } },
        {
          name: 'data',
          sizeGiB: 20,
          storage: { kind: 'volume', type: 'ssd', availabilityZone: 'az1' },
        },
        { name: 'logs', sizeGiB: 9, storage: { kind: 'volume', availabilityZone: 'machine' } },
        { name: 'plain', sizeGiB: 1, storage: { kind: 'volume' } },
      ],
    },
    everywhere('spec.template.spec.additionalBlockDevices', [
      { name: 'scratch', sizeGiB: 5, storage: { type: 'Local' } },
      {
        name: 'data',
        sizeGiB: 20,
        storage: { type: 'Volume', volume: { type: 'ssd', availabilityZone: { name: 'az1' } } },
      },
      {
        name: 'logs',
        sizeGiB: 9,
        storage: { type: 'Volume', volume: { availabilityZone: { from: 'Machine' } } },
      },
      { name: 'plain', sizeGiB: 1, storage: { type: 'Volume' } },
    ]),
  ),
  identity: [
    ...machines(
      { identity: { kind: 'secret', name: 'render-project', cloudName: 'render' } },
      (versions) => [
        [...SPEC, 'identityRef'],
        {
          ...(openStackRelease(versions).minor !== '0.12' && { type: 'Secret' }),
          name: 'render-project',
          cloudName: 'render',
        },
      ],
    ),
    ...machines(
      { identity: { kind: 'clusterIdentity', name: 'render', cloudName: 'openstack' } },
      everywhere('spec.template.spec.identityRef', {
        type: 'ClusterIdentity',
        name: 'render',
        cloudName: 'openstack',
      }),
    ).map((row) => ({
      ...row,
      only: (versions: VersionProfile) => openStackRelease(versions).minor !== '0.12',
    })),
  ],
  floatingIPPool: machines(
    { floatingIPPool: 'edge' },
    everywhere('spec.template.spec.floatingIPPoolRef', {
      apiGroup: 'infrastructure.cluster.x-k8s.io',
      kind: 'OpenStackFloatingIPPool',
      name: 'demo-edge',
    }),
  ),
  trunk: machines({ trunk: true }, everywhere('spec.template.spec.trunk', true)),
  ports: portRows(),
  schedulerHints: machines(
    { schedulerHints: { spread: true, cell: 'a', weight: 2 } },
    everywhere('spec.template.spec.schedulerHintAdditionalProperties', [
      { name: 'cell', value: { type: 'String', string: 'a' } },
      { name: 'spread', value: { type: 'Bool', bool: true } },
      { name: 'weight', value: { type: 'Number', number: 2 } },
    ]),
  ),
  securityGroups: machines(
    { securityGroups: [GROUP] },
    everywhere('spec.template.spec.securityGroups', [GROUP]),
  ),
  serverGroup: machines(
    { serverGroup: { filter: { name: 'apart' } } },
    everywhere('spec.template.spec.serverGroup', { filter: { name: 'apart' } }),
  ),
  tags: machines({ tags: ['a'] }, everywhere('spec.template.spec.tags', ['a'])),
  serverMetadata: machines(
    { serverMetadata: { z: '1', a: '2' } },
    everywhere('spec.template.spec.serverMetadata', [
      { key: 'a', value: '2' },
      { key: 'z', value: '1' },
    ]),
  ),
  configDrive: [
    ...machines({ configDrive: true }, everywhere('spec.template.spec.configDrive', true)),
    ...machines({ configDrive: false }, everywhere('spec.template.spec.configDrive', false)),
  ],
};

const ADOPTED: Readonly<Record<string, readonly PropRow[]>> = {
  'adopted security groups of the control plane': [
    adopted('controlPlaneMachineTemplate', [{ filter: { name: 'cp' } }, GROUP]),
  ],
  'adopted security groups of workers': [
    adopted('pool/workers/machineTemplate', [GROUP, { filter: { name: 'worker' } }]),
  ],
};

describe('a rendered machine template', () => {
  testProps(ROWS);
  testProps(ADOPTED);

  it('has one name whether or not the provider wants the type of an identity', () => {
    const identity = { kind: 'secret', name: 'render-project', cloudName: 'render' } as const;
    const names = PROFILES.map(([clusterApi, provider]) => {
      const model = clusterModel({
        profile: profile(clusterApi, provider),
        pools: [poolModel({ identity })],
      });
      return renderedObject(model, 'pool/workers/machineTemplate').metadata.name;
    });

    assert.equal(new Set(names).size, 1);
  });

  for (const [clusterApi, provider] of PROFILES) {
    it(`gives groups to ports where one of them has no port security, under ${clusterApi} with ${provider}`, () => {
      const worker = { filter: { name: 'worker' } };
      const open = { ...PORT, network: { filter: { name: 'sriov' } }, enablePortSecurity: false };
      const template = renderedObject(
        clusterModel({
          profile: profile(clusterApi, provider),
          securityGroups: { kind: 'adopted', controlPlane: [], workers: [worker] },
          pools: [
            poolModel({
              securityGroups: [GROUP],
              ports: [PORT, open, { ...PORT, securityGroups: [OTHER] }],
            }),
          ],
        }),
        'pool/workers/machineTemplate',
      );

      const ports = [0, 1, 2].map((index) =>
        at(template, [...SPEC, 'ports', index, 'securityGroups']),
      );
      assert.deepEqual(ports, [[GROUP, worker], undefined, [GROUP, OTHER, worker]]);
      assert.equal(at(template, [...SPEC, 'securityGroups']), undefined);
    });
  }
});

function portRows(): PropRow[] {
  const rows: Readonly<Record<keyof PortModel, readonly [Partial<PortModel>, object?]>> = {
    network: [{ network: GROUP }],
    fixedIPs: [{ network: GROUP, fixedIPs: [{ subnet: GROUP, ipAddress: '10.1.0.9' }] }],
    securityGroups: [{ securityGroups: [GROUP] }],
    nameSuffix: [{ nameSuffix: 'data' }],
    description: [{ description: 'of the store' }],
    tags: [{ tags: ['a'] }],
    trunk: [{ trunk: true }],
    vnicType: [{ vnicType: 'direct' }],
    profile: [{ profile: { ovsHWOffload: true, trustedVF: false } }],
    allowedAddressPairs: [{ allowedAddressPairs: [{ ipAddress: '10.8.0.9' }] }],
    enablePortSecurity: [{ enablePortSecurity: false }, { disablePortSecurity: true }],
    propagateUplinkStatus: [{ propagateUplinkStatus: true }],
    valueSpecs: [
      { valueSpecs: { b: '2', a: '1' } },
      {
        valueSpecs: [
          { name: 'a', key: 'a', value: '1' },
          { name: 'b', key: 'b', value: '2' },
        ],
      },
    ],
  };
  return Object.entries(rows).flatMap(([prop, [given, lands = given]]) => {
    const ports = [{ fixedIPs: [], securityGroups: [], ...given }];
    const newer = prop === 'enablePortSecurity' ? given : lands;
    return machines(
      { ports },
      byInfrastructure([[...SPEC, 'ports'], [lands]], [[...SPEC, 'ports'], [newer]]),
    );
  });
}

function machines(part: Partial<AssembledMachine>, lands: PropRow['lands']): PropRow[] {
  return [
    { model: { controlPlane: controlPlaneModel(part) }, key: 'controlPlaneMachineTemplate', lands },
    { model: { pools: [poolModel(part)] }, key: 'pool/workers/machineTemplate', lands },
  ];
}

function adopted(key: string, groups: readonly object[]): PropRow {
  return {
    model: {
      securityGroups: {
        kind: 'adopted',
        controlPlane: [{ filter: { name: 'cp' } }],
        workers: [{ filter: { name: 'worker' } }],
      },
      controlPlane: controlPlaneModel({ securityGroups: [GROUP] }),
      pools: [poolModel({ securityGroups: [GROUP] })],
    },
    key,
    lands: everywhere('spec.template.spec.securityGroups', groups),
  };
}
