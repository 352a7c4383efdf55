import { profile } from '../../../../support/models';
import { FinishedObject, type RuleCase } from '../../../assembly/rule-case';

/** Examples of rules on finished objects of vSphere. */
export const VSPHERE_OBJECT_CASES: readonly RuleCase[] = [
  {
    rule: 'object-vm-provider-id',
    broken: template({ providerID: 'vsphere://1' }),
    sound: template({}),
    says: `mothership/demo: spec.template.spec.providerID of VSphereMachineTemplate demo is "vsphere://1"
  allowed: none; the provider writes it into each machine
  fix: leave it out`,
  },
  {
    rule: 'object-vm-addresses',
    broken: template({ network: { devices: [{ networkName: 'lan', ipAddrs: ['10.8.0.9/24'] }] } }),
    sound: template({ network: { devices: [{ networkName: 'lan', ipAddrs: [] }] } }),
    says: `mothership/demo: spec.template.spec.network.devices[0].ipAddrs of VSphereMachineTemplate demo is ["10.8.0.9/24"]
  allowed: none; addresses come by DHCP or from pools
  fix: leave it out`,
  },
  {
    rule: 'object-vm-hardware',
    broken: template({ hardwareVersion: 'vmx-019' }),
    sound: template({ hardwareVersion: 'vmx-19' }),
    says: `mothership/demo: spec.template.spec.hardwareVersion of VSphereMachineTemplate demo is "vmx-019"
  allowed: "vmx-" with a number from 1 to 99
  fix: leave it out`,
  },
  {
    rule: 'object-vm-naming',
    broken: template({ naming: { template: 'node' } }),
    sound: template({ naming: { template: '{{ .machine.name }}-vm' } }),
    says: `mothership/demo: spec.template.spec.naming of VSphereMachineTemplate demo is {"template":"node"}
  allowed: a template with {{ .machine.name }}
  fix: leave it out`,
  },
  {
    rule: 'object-vm-power-off',
    broken: template({ guestSoftPowerOffTimeoutSeconds: 60 }),
    sound: template({ guestSoftPowerOffTimeoutSeconds: 60, powerOffMode: 'trySoft' }),
    says: `mothership/demo: spec.template.spec.guestSoftPowerOffTimeoutSeconds of VSphereMachineTemplate demo is 60
  allowed: none unless powerOffMode is "trySoft"
  fix: leave it out, or write powerOffMode: "trySoft"`,
  },
  {
    rule: 'object-vm-power-off',
    broken: template({ guestSoftPowerOffTimeout: '60s', powerOffMode: 'hard' }),
    says: `mothership/demo: spec.template.spec.guestSoftPowerOffTimeout of VSphereMachineTemplate demo is "60s"
  allowed: none unless powerOffMode is "trySoft"
  fix: leave it out, or write powerOffMode: "trySoft"`,
  },
  {
    rule: 'object-vm-pci',
    broken: template({ pciDevices: [{ deviceId: 1 }] }),
    sound: template({ pciDevices: [{ deviceId: 1, vendorId: 2 }, { vGPUProfile: 'grid' }] }),
    says: `mothership/demo: spec.template.spec.pciDevices[0] of VSphereMachineTemplate demo is {"deviceId":1}
  allowed: vGPUProfile, or deviceId with vendorId
  fix: write one of the two`,
  },
  {
    rule: 'object-vsphere-endpoint',
    broken: object('VSphereCluster', { server: 'a' }),
    sound: object('VSphereCluster', {
      server: 'a',
      controlPlaneEndpoint: { host: 'a', port: 6443 },
    }),
    says: `mothership/demo: spec.controlPlaneEndpoint of VSphereCluster demo is missing
  allowed: host and port
  fix: take the patch that removes it out`,
  },
  {
    rule: 'object-zone-region',
    broken: zone({ region: { type: 'HostGroup' } }),
    sound: zone({ region: { type: 'Datacenter' } }),
    says: `mothership/demo: spec.region.type of VSphereFailureDomain demo is "HostGroup"
  allowed: "Datacenter" or "ComputeCluster"
  fix: write "Datacenter", or "ComputeCluster"`,
  },
  {
    rule: 'object-zone-compute-cluster',
    broken: zone({ topology: { hosts: {} } }),
    sound: zone({ topology: { hosts: {}, computeCluster: 'a' } }),
    says: `mothership/demo: spec.topology.computeCluster of VSphereFailureDomain demo is missing
  allowed: a compute cluster, as hosts, or the type "ComputeCluster", are of one
  fix: write the name or the path of the compute cluster`,
  },
  {
    rule: 'object-zone-hosts',
    broken: zone({ zone: { type: 'HostGroup' } }),
    sound: zone({ zone: { type: 'HostGroup' }, topology: { hosts: {}, computeCluster: 'a' } }),
    says: `mothership/demo: spec.topology.hosts of VSphereFailureDomain demo is missing
  allowed: hostGroupName and vmGroupName, as the zone is a group of hosts
  fix: write the names of the two groups`,
  },
  {
    rule: 'object-zone-networks',
    broken: zone({ topology: { networks: ['a'], networkConfigurations: [{ networkName: 'a' }] } }),
    sound: zone({ topology: { networks: ['a'], networkConfigurations: [] } }),
    says: `mothership/demo: spec.topology.networks of VSphereFailureDomain demo is ["a"]
  allowed: networks or networkConfigurations, not both
  fix: leave it out`,
  },
];

function template(spec: object): FinishedObject {
  return object('VSphereMachineTemplate', { template: { spec } });
}

function zone(spec: object): FinishedObject {
  return object('VSphereFailureDomain', spec);
}

function object(kind: string, spec: object): FinishedObject {
  return new FinishedObject(
    {
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta2',
      kind,
      metadata: { name: 'demo' },
      spec,
    },
    profile('1.14', undefined, { infrastructure: ['vsphere'] }),
  );
}
