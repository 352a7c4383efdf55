import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'pool/workers/machineTemplate';
const AT = 'spec template spec';
const ON = (name = 'demo-workers') => `of OpenStackMachineTemplate ${name}`;
const MACHINE = { flavor: 'small', image: { filter: { name: 'ubuntu' } } };
const HINTS = `${AT} schedulerHintAdditionalProperties`;

/** Examples of rules on machine templates. */
export const MACHINE_OBJECT_CASES: readonly ObjectCase[] = [
  {
    rule: 'object-provider-id',
    key: KEY,
    broken: [[`${AT} providerID`, 'openstack:///1']],
    sound: [],
    says: `mothership/demo: spec.template.spec.providerID ${ON()} is "openstack:///1"
  allowed: none; the provider writes it into each machine
  fix: leave it out`,
  },
  {
    rule: 'object-machine-region',
    key: 'controlPlaneMachineTemplate',
    broken: [[`${AT} identityRef`, { name: 'a', cloudName: 'b', region: 'RegionOne' }]],
    sound: [[`${AT} identityRef`, { name: 'a', cloudName: 'b' }]],
    says: `mothership/demo: spec.template.spec.identityRef.region ${ON('demo-control-plane')} is "RegionOne"
  allowed: none; the region is in the cloud entry of clouds.yaml
  fix: leave it out, and set region_name in clouds.yaml`,
  },
  {
    rule: 'object-root-device',
    key: KEY,
    broken: [[`${AT} additionalBlockDevices`, [{ name: 'etcd' }, { name: 'root' }]]],
    sound: [[`${AT} additionalBlockDevices`, [{ name: 'etcd' }]]],
    says: `mothership/demo: spec.template.spec.additionalBlockDevices[1].name ${ON()} is "root"
  allowed: a name other than "root"
  fix: name it "data"`,
  },
  {
    rule: 'object-root-device',
    key: KEY,
    broken: [
      ['kind', 'OpenStackMachine'],
      ['spec', { ...MACHINE, additionalBlockDevices: [{ name: 'root' }] }],
    ],
    sound: [
      ['kind', 'OpenStackMachine'],
      ['spec', { ...MACHINE, providerID: 'openstack:///1' }],
    ],
    says: `mothership/demo: spec.additionalBlockDevices[0].name of OpenStackMachine demo-workers is "root"
  allowed: a name other than "root"
  fix: name it "data"`,
  },
  {
    rule: 'object-port-groups',
    key: KEY,
    broken: [
      [`${AT} ports`, [{}, { disablePortSecurity: true, securityGroups: [{ id: 'a' }] }]],
      [`${AT} securityGroups`, [{ id: 'b' }]],
    ],
    sound: [[`${AT} ports`, [{ securityGroups: [{ id: 'a' }] }, { disablePortSecurity: true }]]],
    says: `mothership/demo: spec.template.spec.ports[1].securityGroups ${ON()} is [{"id":"a"}]
  allowed: none with port security disabled, as on ports[1]
  fix: set the groups on the other ports, or enable port security`,
  },
  {
    rule: 'object-port-groups',
    key: KEY,
    broken: [
      [`${AT} ports`, [{ enablePortSecurity: false }]],
      [`${AT} securityGroups`, [{ id: 'b' }]],
    ],
    sound: [
      [`${AT} ports`, [{ enablePortSecurity: true }, { disablePortSecurity: false }]],
      [`${AT} securityGroups`, [{ id: 'b' }]],
    ],
    says: `mothership/demo: spec.template.spec.securityGroups ${ON()} is [{"id":"b"}]
  allowed: none with port security disabled, as on ports[0]
  fix: set the groups on the other ports, or enable port security`,
  },
  {
    rule: 'object-flavor',
    key: KEY,
    broken: [[`${AT} flavor`, undefined]],
    sound: [
      [`${AT} flavor`, undefined],
      [`${AT} flavorID`, '1'],
    ],
    says: `mothership/demo: spec.template.spec.flavor ${ON()} is missing
  allowed: a flavor by name or ID
  fix: remove the patch that deletes it`,
  },
  {
    rule: 'object-volume-zone',
    key: KEY,
    broken: [
      [`${AT} rootVolume`, { availabilityZone: { from: 'Machine', name: 'az1' } }],
      [`${AT} additionalBlockDevices 0`, { storage: { volume: { availabilityZone: {} } } }],
    ],
    sound: [
      [`${AT} rootVolume`, { availabilityZone: { from: 'Machine' } }],
      [
        `${AT} additionalBlockDevices`,
        [{ storage: { volume: { availabilityZone: { name: 'az1' } } } }, { storage: {} }],
      ],
    ],
    says: `mothership/demo: spec.template.spec.rootVolume.availabilityZone ${ON()} is {"from":"Machine","name":"az1"}
  allowed: a name, or from: "Machine" without one
  fix: leave name out
mothership/demo: spec.template.spec.additionalBlockDevices[0].storage.volume.availabilityZone ${ON()} is {}
  allowed: a name, or from: "Machine" without one
  fix: add name`,
  },
  {
    rule: 'object-scheduler-hint',
    key: KEY,
    broken: [
      [
        HINTS,
        [
          { name: 'a', value: { type: 'Bool', bool: false } },
          { name: 'b', value: { type: 'Number', string: '1' } },
        ],
      ],
    ],
    sound: [
      [
        HINTS,
        [
          { name: 'a', value: { type: 'Number', number: 0 } },
          { name: 'b', value: { type: 'String', string: '' } },
        ],
      ],
    ],
    says: `mothership/demo: spec.template.spec.schedulerHintAdditionalProperties[1].value ${ON()} is {"type":"Number","string":"1"}
  allowed: type "Bool" with bool, "String" with string, or "Number" with number
  fix: write the value only into the field of its type`,
  },
];
