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

/** Rules for VSphereMachineTemplates. */
export const MACHINE_TEMPLATE_OBJECT_RULES = [
  objectRule({
    id: 'object-vm-provider-id',
    reason:
      'The webhook rejects a template with a provider ID, because all of its machines would have the same one.',
    source: TEMPLATE_WEBHOOK,
    check: noFieldOfMachines(['providerID']),
  }),
  objectRule({
    id: 'object-vm-addresses',
    reason:
      'The webhook rejects a template with addresses, because all of its machines would have the same ones.',
    source: TEMPLATE_WEBHOOK,
    check(spec, refuse) {
      for (const [device, index] of mapsAt(mapAt(spec, 'network'), 'devices')) {
        const given = valueAt(device, 'ipAddrs');
        if (!Array.isArray(given) || given.length === 0) continue;
        refuse(`spec.network.devices[${index}].ipAddrs`, {
          given,
          allowed: 'none; addresses come from DHCP or pools',
          fix: leaveOut(),
        });
      }
    },
  }),
  objectRule({
    id: 'object-vm-hardware',
    reason: 'The webhook rejects hardware versions that do not have the form vmx-19.',
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
      'Without the machine name all machines get the same name, and the webhook rejects names that no object can have.',
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

/** Rules for VSphereMachines and their templates. */
export const MACHINE_OBJECT_RULES = [
  objectRule({
    id: 'object-vm-power-off',
    reason: 'The webhook rejects a shutdown timeout of the guest unless powerOffMode is trySoft.',
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
    reason:
      'The webhook accepts a PCI device either with a vGPU profile, or with a vendor ID and a device ID.',
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

/** Rules for VSphereClusters. */
export const CLUSTER_OBJECT_RULES = [
  objectRule({
    id: 'object-vsphere-endpoint',
    reason: 'Nothing on vSphere allocates an address for an API server without an endpoint.',
    source: 'CAPV@v1.16.1:templates/cluster-template.yaml',
    check(spec, refuse) {
      const { host, port } = mapAt(spec, 'controlPlaneEndpoint');
      if (host !== undefined && port !== undefined) return;
      refuse('spec.controlPlaneEndpoint', {
        given: valueAt(spec, 'controlPlaneEndpoint'),
        allowed: 'host and port',
        fix: 'remove the patch that deletes it',
      });
    },
  }),
];

/** Rules for VSphereFailureDomains. */
export const ZONE_OBJECT_RULES = [
  objectRule({
    id: 'object-zone-region',
    reason: 'The webhook rejects a region of type HostGroup.',
    source: ZONE_WEBHOOK,
    check(spec, refuse) {
      const finding = regionFinding(readZone(spec));
      if (finding !== undefined) refuse('spec.region.type', finding);
    },
  }),
  objectRule({
    id: 'object-zone-compute-cluster',
    reason:
      'The webhook rejects a zone with hosts, or of type ComputeCluster, that names no compute cluster.',
    source: ZONE_WEBHOOK,
    check(spec, refuse) {
      const finding = computeClusterFinding(readZone(spec));
      if (finding !== undefined) refuse('spec.topology.computeCluster', finding);
    },
  }),
  objectRule({
    id: 'object-zone-hosts',
    reason: 'The webhook rejects a zone of type HostGroup without a host group and a VM group.',
    source: ZONE_WEBHOOK,
    check(spec, refuse) {
      const finding = hostsFinding(readZone(spec));
      if (finding !== undefined) refuse('spec.topology.hosts', finding);
    },
  }),
  objectRule({
    id: 'object-zone-networks',
    reason: 'The webhook rejects a failure domain with both networks and networkConfigurations.',
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

/** Tells whether a template gives each machine a valid name of its own. */
function isNaming(template: string): boolean {
  const around = template.replace(/\{\{.*?\}\}/g, 'a');
  return /\{\{[^}]*\.machine\.name\b/.test(template) && isObjectName(around);
}
