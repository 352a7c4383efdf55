import { leaveOut } from '../../base/fix';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { isObjectName } from '../../cluster/rules/names';
import { noFieldOfMachines, objectRule } from '../../cluster/rules/object-rule';
import { HARDWARE_VERSION } from '../model/machine';
import {
  computeClusterFinding,
  hostsFinding,
  networksFinding,
  type ReadZone,
  regionFinding,
} from './zone-findings';

const TEMPLATE_WEBHOOK = 'CAPV@v1.16.1:internal/webhooks/vspheremachinetemplate.go';
const MACHINE_WEBHOOK = 'CAPV@v1.16.1:internal/webhooks/vspheremachine.go';
const ZONE_WEBHOOK = 'CAPV@v1.16.1:internal/webhooks/vspherefailuredomain.go';

/** Rules on templates of virtual machines. */
export const MACHINE_TEMPLATE_OBJECT_RULES = [
  objectRule({
    id: 'object-vm-provider-id',
    reason: 'The webhook refuses a template that names one machine for all of its machines.',
    source: TEMPLATE_WEBHOOK,
    check: noFieldOfMachines(['providerID']),
  }),
  objectRule({
    id: 'object-vm-addresses',
    reason: 'The webhook refuses a template that gives all of its machines one address.',
    source: TEMPLATE_WEBHOOK,
    check(spec, refuse) {
      for (const [device, index] of mapsAt(mapAt(spec, 'network'), 'devices')) {
        const given = valueAt(device, 'ipAddrs');
        if (!Array.isArray(given) || given.length === 0) continue;
        refuse(`spec.network.devices[${index}].ipAddrs`, {
          given,
          allowed: 'none; addresses come by DHCP or from pools',
          fix: leaveOut(),
        });
      }
    },
  }),
  objectRule({
    id: 'object-vm-hardware',
    reason: 'The webhook takes names of versions such as vmx-19.',
    source: TEMPLATE_WEBHOOK,
    check(spec, refuse) {
      const given = valueAt(spec, 'hardwareVersion');
      if (given === undefined || HARDWARE_VERSION.test(String(given))) return;
      refuse('spec.hardwareVersion', {
        given,
        allowed: '"vmx-" with a number from 1 to 99',
        fix: leaveOut(),
      });
    },
  }),
  objectRule({
    id: 'object-vm-naming',
    reason:
      'Names without that of the machine are one for all machines, and the webhook refuses those that no object can have.',
    source: 'CAPV@v1.16.1:pkg/services/vimmachine.go',
    check(spec, refuse) {
      const given = valueAt(spec, 'naming', 'template');
      if (given === undefined || isNaming(String(given))) return;
      refuse('spec.naming.template', {
        given,
        allowed: '{{ .machine.name }}, with lower-case letters, digits, dots and dashes around it',
        fix: leaveOut(),
      });
    },
  }),
];

/** Rules on virtual machines and their templates. */
export const MACHINE_OBJECT_RULES = [
  objectRule({
    id: 'object-vm-power-off',
    reason:
      'The webhook refuses a time for the guest where the guest is not asked, or asked alone.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      const given = spec.guestSoftPowerOffTimeoutSeconds ?? spec.guestSoftPowerOffTimeout;
      if (given === undefined || given === 0 || spec.powerOffMode === 'trySoft') return;
      const name =
        spec.guestSoftPowerOffTimeoutSeconds === undefined
          ? 'guestSoftPowerOffTimeout'
          : 'guestSoftPowerOffTimeoutSeconds';
      refuse(`spec.${name}`, {
        given,
        allowed: 'none unless powerOffMode is "trySoft"',
        fix: leaveOut({ or: 'write powerOffMode: "trySoft"' }),
      });
    },
  }),
  objectRule({
    id: 'object-vm-pci',
    reason: 'The webhook wants a profile, or a vendor with a device.',
    source: MACHINE_WEBHOOK,
    check(spec, refuse) {
      for (const [device, index] of mapsAt(spec, 'pciDevices')) {
        const { vGPUProfile, deviceId, vendorId } = device;
        const hasProfile = vGPUProfile !== undefined && vGPUProfile !== '';
        const isProfile = hasProfile && deviceId === undefined && vendorId === undefined;
        const isDevice = !hasProfile && deviceId !== undefined && vendorId !== undefined;
        if (isProfile || isDevice) continue;
        refuse(`spec.pciDevices[${index}]`, {
          given: device,
          allowed: 'vGPUProfile, or deviceId with vendorId',
          fix: 'write one of the two',
        });
      }
    },
  }),
];

/** Rules on the object that stands for a cluster's infrastructure. */
export const CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-vsphere-endpoint',
    reason: 'Nothing on vSphere finds an address for an API server that is given none.',
    source: 'CAPV@v1.16.1:templates/cluster-template.yaml',
    check(spec, refuse) {
      const { host, port } = mapAt(spec, 'controlPlaneEndpoint');
      if (host !== undefined && port !== undefined) return;
      refuse('spec.controlPlaneEndpoint', {
        given: valueAt(spec, 'controlPlaneEndpoint'),
        allowed: 'host and port',
        fix: 'take the patch that removes it out',
      });
    },
  }),
];

/** Rules on failure domains. */
export const ZONE_OBJECT_RULES = [
  objectRule({
    id: 'object-zone-region',
    reason: 'The webhook takes no group of hosts for a region.',
    source: ZONE_WEBHOOK,
    check(spec, refuse) {
      const finding = regionFinding(readZone(spec));
      if (finding !== undefined) refuse('spec.region.type', finding);
    },
  }),
  objectRule({
    id: 'object-zone-compute-cluster',
    reason: 'The webhook wants the compute cluster that hosts or a zone are of.',
    source: ZONE_WEBHOOK,
    check(spec, refuse) {
      const finding = computeClusterFinding(readZone(spec));
      if (finding !== undefined) refuse('spec.topology.computeCluster', finding);
    },
  }),
  objectRule({
    id: 'object-zone-hosts',
    reason:
      'The webhook wants the groups by which a vCenter keeps machines on the hosts of a zone.',
    source: ZONE_WEBHOOK,
    check(spec, refuse) {
      const finding = hostsFinding(readZone(spec));
      if (finding !== undefined) refuse('spec.topology.hosts', finding);
    },
  }),
  objectRule({
    id: 'object-zone-networks',
    reason: 'The webhook takes networks by their names, or with their settings.',
    source: ZONE_WEBHOOK,
    check(spec, refuse) {
      const { networks, networkConfigurations } = mapAt(spec, 'topology');
      const finding = networksFinding(networks, networkConfigurations);
      if (finding !== undefined) refuse('spec.topology.networks', finding);
    },
  }),
];

function readZone(spec: object): ReadZone {
  return {
    regionType: valueAt(spec, 'region', 'type'),
    zoneType: valueAt(spec, 'zone', 'type'),
    computeCluster: valueAt(spec, 'topology', 'computeCluster'),
    hosts: valueAt(spec, 'topology', 'hosts'),
  };
}

/** Tells whether a template gives each machine a name that an object can have. */
function isNaming(template: string): boolean {
  const around = template.replace(/\{\{.*?\}\}/g, 'a');
  return /\{\{[^}]*\.machine\.name\b/.test(template) && isObjectName(around);
}
