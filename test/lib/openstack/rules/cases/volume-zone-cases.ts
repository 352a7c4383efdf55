import type { AddonModel } from '../../../../../lib/addons/model/addon';
import type { BastionModel } from '../../../../../lib/openstack/model/bastion';
import { bastionModel } from '../../../../support/bastion';
import { addonModel, controlPlaneModel, poolModel } from '../../../../support/models';
import { cluster, onCloud, type RuleCase } from '../../../assembly/rule-case';

const DATA = { name: 'data', sizeGiB: 50, storage: { kind: 'volume' } } as const;
const ZONES = ['az1', 'az2'];

/** Examples of rules on the zones of volumes. */
export const VOLUME_ZONE_CASES: readonly RuleCase[] = [
  {
    rule: 'volume-zone',
    broken: cluster({
      pools: [
        poolModel({
          failureDomains: ZONES,
          rootVolume: { sizeGiB: 50 },
          additionalBlockDevices: [DATA],
        }),
      ],
    }),
    sound: cluster({
      pools: [
        poolModel({
          failureDomains: ZONES,
          rootVolume: { sizeGiB: 50, availabilityZone: 'machine' },
          additionalBlockDevices: [
            { ...DATA, storage: { kind: 'volume', availabilityZone: 'ceph' } },
            { name: 'scratch', sizeGiB: 9, storage: { kind: 'local' } },
          ],
        }),
      ],
    }),
    says: `mothership/demo/workers: rootVolume.availabilityZone is missing
  allowed: "machine" if Cinder has the zones of Nova, or the name of a Cinder zone
  fix: write "machine", or a Cinder zone that serves "az1", "az2"
mothership/demo/workers: additionalBlockDevices["data"].availabilityZone is missing
  allowed: "machine" if Cinder has the zones of Nova, or the name of a Cinder zone
  fix: write "machine", or a Cinder zone that serves "az1", "az2"`,
  },
  {
    rule: 'volume-zone',
    broken: inZones({ rootVolume: { sizeGiB: 50 } }, 'az1', 'az2'),
    sound: inZones({ rootVolume: { sizeGiB: 50 } }, 'nova', 'nova'),
    says: `mothership/demo/one: rootVolume.availabilityZone is missing
  allowed: "machine" if Cinder has the zones of Nova, or the name of a Cinder zone
  fix: write "machine", or a Cinder zone that serves "az1"`,
  },
  {
    rule: 'volume-zone',
    broken: controlPlaneIn({}),
    sound: controlPlaneIn({ omitAvailabilityZone: true }),
    says: `mothership/demo/control-plane: rootVolume.availabilityZone is missing
  allowed: "machine" if Cinder has the zones of Nova, or the name of a Cinder zone
  fix: write "machine", or a Cinder zone that serves "az1", "az2"`,
  },
  {
    rule: 'bastion-volume-zone',
    broken: bastionIn({ rootVolume: { sizeGiB: 10 } }),
    sound: bastionIn({ rootVolume: { sizeGiB: 10, availabilityZone: 'machine' } }),
    says: `mothership/demo: bastion.rootVolume.availabilityZone is missing
  allowed: "machine" if Cinder has the zones of Nova, or the name of a Cinder zone
  fix: write "machine", or a Cinder zone that serves "az1"`,
  },
  {
    rule: 'bastion-volume-zone',
    broken: cluster({
      pools: [poolModel({ failureDomain: 'az2' })],
      bastion: bastionModel({ availabilityZone: 'az1', rootVolume: { sizeGiB: 10 } }),
    }),
    sound: cluster({
      pools: [poolModel({ failureDomain: 'az1' })],
      bastion: bastionModel({ availabilityZone: 'az1', rootVolume: { sizeGiB: 10 } }),
    }),
    says: `mothership/demo: bastion.rootVolume.availabilityZone is missing
  allowed: "machine" if Cinder has the zones of Nova, or the name of a Cinder zone
  fix: write "machine", or a Cinder zone that serves "az1"`,
  },
  {
    rule: 'storage-class-zone',
    broken: claims({}),
    sound: claims({ volumeTopology: true }),
    says: `mothership/demo/hello: topology is missing
  allowed: true if Cinder has the zones "az1", "az2" too, false if it has one zone for all
  fix: write true, or false`,
  },
  {
    rule: 'storage-class-zone',
    broken: claims({}),
    sound: claims({
      storageClasses: [{ name: 'standard', default: true, availabilityZone: 'ceph' }],
    }),
    says: `mothership/demo/hello: topology is missing
  allowed: true if Cinder has the zones "az1", "az2" too, false if it has one zone for all
  fix: write true, or false`,
  },
];

function inZones(machine: Parameters<typeof poolModel>[0], zone: string, other: string) {
  return cluster({
    pools: [
      poolModel({ ...machine, name: 'one', path: 'mothership/demo/one', failureDomain: zone }),
      poolModel({ name: 'two', path: 'mothership/demo/two', failureDomain: other }),
    ],
  });
}

function controlPlaneIn(controlPlane: Parameters<typeof controlPlaneModel>[0]) {
  return onCloud(
    { failureDomains: ZONES },
    {
      controlPlane: controlPlaneModel({ rootVolume: { sizeGiB: 50 }, ...controlPlane }),
      pools: [],
    },
  );
}

function bastionIn(bastion: Partial<BastionModel>) {
  return onCloud(
    { failureDomains: ZONES },
    { pools: [], bastion: bastionModel({ availabilityZone: 'az1', ...bastion }) },
  );
}

function claims(addon: Partial<AddonModel>) {
  const storageClasses = [{ name: 'standard', default: true }];
  return cluster({
    pools: [poolModel({ failureDomains: ZONES })],
    addons: [addonModel({ storageClasses, ...addon })],
  });
}
