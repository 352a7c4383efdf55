import type { FieldPatch } from '../../../../support/patched-objects';
import { patchedVSphereObject, vSphereCluster } from '../../../../support/vsphere-models';
import { FinishedObject, type RuleCase } from '../../../assembly/rule-case';

const AT = 'spec template spec';
const PLACE = 'spec topology';
const HOSTS = { hostGroupName: 'rack-1', vmGroupName: 'nodes-1' };

/** Examples of rules on finished objects of vSphere. */
export const VSPHERE_OBJECT_CASES: readonly RuleCase[] = [
  {
    rule: 'object-vm-provider-id',
    broken: machine([[`${AT} providerID`, 'vsphere://1']]),
    sound: machine([]),
    says: `mothership/demo: spec.template.spec.providerID of VSphereMachineTemplate demo-workers is "vsphere://1"
  allowed: none; the provider writes it into each machine
  fix: leave it out`,
  },
  {
    rule: 'object-vm-addresses',
    broken: machine([[`${AT} network devices 0 ipAddrs`, ['10.8.0.9/24']]]),
    sound: machine([[`${AT} network devices 0 ipAddrs`, []]]),
    says: `mothership/demo: spec.template.spec.network.devices[0].ipAddrs of VSphereMachineTemplate demo-workers is ["10.8.0.9/24"]
  allowed: none; addresses come from DHCP or pools
  fix: leave it out`,
  },
  {
    rule: 'object-vm-hardware',
    broken: machine([[`${AT} hardwareVersion`, 'vmx-019']]),
    sound: machine([[`${AT} hardwareVersion`, 'vmx-19']]),
    says: `mothership/demo: spec.template.spec.hardwareVersion of VSphereMachineTemplate demo-workers is "vmx-019"
  allowed: "vmx-" with a number from 1 to 99
  fix: leave it out`,
  },
  {
    rule: 'object-vm-naming',
    broken: machine([[`${AT} naming`, { template: 'node' }]]),
    sound: machine([[`${AT} naming`, { template: '{{ .machine.name | trunc 20 }}-vm' }]]),
    says: `mothership/demo: spec.template.spec.naming.template of VSphereMachineTemplate demo-workers is "node"
  allowed: {{ .machine.name }}, with lower-case letters, digits, dots and dashes around it
  fix: leave it out`,
  },
  {
    rule: 'object-vm-naming',
    broken: machine([[`${AT} naming`, { template: '{{ .machine.name }}_vm' }]]),
    says: `mothership/demo: spec.template.spec.naming.template of VSphereMachineTemplate demo-workers is "{{ .machine.name }}_vm"
  allowed: {{ .machine.name }}, with lower-case letters, digits, dots and dashes around it
  fix: leave it out`,
  },
  {
    rule: 'object-vm-power-off',
    broken: machine([[`${AT} guestSoftPowerOffTimeoutSeconds`, 60]]),
    sound: machine([
      [`${AT} guestSoftPowerOffTimeoutSeconds`, 60],
      [`${AT} powerOffMode`, 'trySoft'],
    ]),
    says: `mothership/demo: spec.template.spec.guestSoftPowerOffTimeoutSeconds of VSphereMachineTemplate demo-workers is 60
  allowed: none unless powerOffMode is "trySoft"
  fix: leave it out, or write powerOffMode: "trySoft"`,
  },
  {
    rule: 'object-vm-power-off',
    broken: machine([
      ['apiVersion', 'infrastructure.cluster.x-k8s.io/v1beta1'],
      [`${AT} guestSoftPowerOffTimeout`, '60s'],
      [`${AT} powerOffMode`, 'hard'],
    ]),
    says: `mothership/demo: spec.template.spec.guestSoftPowerOffTimeout of VSphereMachineTemplate demo-workers is "60s"
  allowed: none unless powerOffMode is "trySoft"
  fix: leave it out, or write powerOffMode: "trySoft"`,
  },
  {
    rule: 'object-vm-pci',
    broken: machine([[`${AT} pciDevices`, [{ deviceId: 1 }]]]),
    sound: machine([[`${AT} pciDevices`, [{ deviceId: 1, vendorId: 2 }, { vGPUProfile: 'grid' }]]]),
    says: `mothership/demo: spec.template.spec.pciDevices[0] of VSphereMachineTemplate demo-workers is {"deviceId":1}
  allowed: vGPUProfile, or deviceId with vendorId
  fix: write one of the two`,
  },
  {
    rule: 'object-vsphere-endpoint',
    broken: patched('VSphereCluster', [['spec controlPlaneEndpoint', undefined]]),
    sound: patched('VSphereCluster', []),
    says: `mothership/demo: spec.controlPlaneEndpoint of VSphereCluster demo is missing
  allowed: host and port
  fix: remove the patch that deletes it`,
  },
  {
    rule: 'object-zone-region',
    broken: zone([['spec region type', 'HostGroup']]),
    sound: zone([]),
    says: `mothership/demo: spec.region.type of VSphereFailureDomain eu-1 is "HostGroup"
  allowed: "Datacenter" or "ComputeCluster"
  fix: write "Datacenter", or "ComputeCluster"`,
  },
  {
    rule: 'object-zone-compute-cluster',
    broken: zone([
      [`${PLACE} hosts`, HOSTS],
      [`${PLACE} computeCluster`, undefined],
      ['spec zone type', 'Datacenter'],
    ]),
    sound: zone([[`${PLACE} hosts`, HOSTS]]),
    says: `mothership/demo: spec.topology.computeCluster of VSphereFailureDomain eu-1 is missing
  allowed: a compute cluster, which hosts and the type "ComputeCluster" require
  fix: write the name or the path of the compute cluster`,
  },
  {
    rule: 'object-zone-hosts',
    broken: zone([['spec zone type', 'HostGroup']]),
    sound: zone([
      ['spec zone type', 'HostGroup'],
      [`${PLACE} hosts`, HOSTS],
    ]),
    says: `mothership/demo: spec.topology.hosts of VSphereFailureDomain eu-1 is missing
  allowed: hostGroupName and vmGroupName, because the zone is a host group
  fix: write the names of the two groups`,
  },
  {
    rule: 'object-zone-networks',
    broken: zone([
      [`${PLACE} networks`, ['a']],
      [`${PLACE} networkConfigurations`, [{ networkName: 'a' }]],
    ]),
    sound: zone([
      [`${PLACE} networks`, ['a']],
      [`${PLACE} networkConfigurations`, []],
    ]),
    says: `mothership/demo: spec.topology.networks of VSphereFailureDomain eu-1 is ["a"]
  allowed: networks or networkConfigurations, not both
  fix: leave it out`,
  },
];

function machine(patches: readonly FieldPatch[]): FinishedObject {
  return patched('VSphereMachineTemplate', patches);
}

function zone(patches: readonly FieldPatch[]): FinishedObject {
  return patched('VSphereFailureDomain', patches);
}

function patched(kind: string, patches: readonly FieldPatch[]): FinishedObject {
  return new FinishedObject(patchedVSphereObject(kind, patches), vSphereCluster().profile);
}
