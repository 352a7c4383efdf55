import type { MachineModel } from '../../../lib/model/machine';
import { controlPlaneModel, poolModel } from '../../support/models';
import { byInfrastructure, everywhere, type PropRow, testProps } from '../../support/rendering';

type ServerProp = Exclude<
  keyof MachineModel,
  | 'labels'
  | 'annotations'
  | 'kubeletExtraArgs'
  | 'bootstrap'
  | 'drain'
  | 'healthCheck'
  | 'serverGroupPolicy'
>;

const SPEC = ['spec', 'template', 'spec'];
const GROUP = { filter: { name: 'extra' } };

const ROWS: Readonly<Record<ServerProp, readonly PropRow[]>> = {
  flavor: machines(
    { flavor: 'g1.gpu' },
    byInfrastructure(
      [[...SPEC, 'flavor'], 'g1.gpu'],
      [[...SPEC, 'flavor'], { filter: { name: 'g1.gpu' } }],
    ),
  ),
  image: machines(
    { image: { filter: { tags: ['stable'] } } },
    everywhere('spec.template.spec.image', { filter: { tags: ['stable'] } }),
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
    adopted('pool/workers/machineTemplate', [{ filter: { name: 'worker' } }, GROUP]),
  ],
};

describe('a rendered machine template', () => {
  testProps(ROWS);
  testProps(ADOPTED);
});

function machines(part: Partial<MachineModel>, lands: PropRow['lands']): PropRow[] {
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
