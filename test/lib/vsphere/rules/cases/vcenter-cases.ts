import {
  type VSphereModel,
  vCenterModel,
  vSphereCluster,
  ZONE,
} from '../../../../support/vsphere-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { onVCenter, withSize, withZone } from './vsphere-case';

const VGPU = { kind: 'vgpu', profile: 'grid' } as const;
const HOSTS = { hostGroupName: 'rack-1', vmGroupName: 'rack-1-vms' };

/** Examples of rules on a vCenter, its sizes and its zones. */
export const VCENTER_CASES: readonly RuleCase[] = [
  {
    rule: 'vcenter-server',
    broken: onVCenter({ server: 'https://vcenter.example.org/sdk' }),
    sound: onVCenter({ server: '10.0.0.5' }),
    says: `vcenter: server is "https://vcenter.example.org/sdk"
  allowed: a host name or an IP address, without scheme and port
  fix: write "vcenter.example.org"`,
  },
  {
    rule: 'vcenter-server',
    broken: onVCenter({ server: '' }),
    says: `vcenter: server is ""
  allowed: a host name or an IP address, without scheme and port
  fix: write, for example, "vcenter.example.org"`,
  },
  {
    rule: 'vcenter-thumbprint',
    broken: onVCenter({ thumbprint: 'ab'.repeat(20) }),
    sound: onVCenter({}),
    says: `vcenter: certificate is "abababababababababababababababababababab"
  allowed: a SHA-1 fingerprint: twenty pairs of hexadecimal digits, separated by colons
  fix: write VCenterCertificate.thumbprint('AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB')`,
  },
  {
    rule: 'vcenter-thumbprint',
    broken: onVCenter({ thumbprint: 'SHA256:abc' }),
    sound: onUnchecked(),
    says: `vcenter: certificate is "SHA256:abc"
  allowed: a SHA-1 fingerprint: twenty pairs of hexadecimal digits, separated by colons
  fix: write what \`openssl x509 -fingerprint -sha1 -noout\` prints for the certificate`,
  },
  {
    rule: 'vcenter-placement',
    broken: onVCenter({ placement: { datastore: ' ' } }),
    sound: onVCenter({ placement: {} }),
    says: `vcenter: datastore is " "
  allowed: a name or a path
  fix: leave it out`,
  },
  {
    rule: 'vm-size-cpus',
    broken: withSize({ cpus: 1 }),
    sound: withSize({ cpus: 3 }),
    says: `vcenter: sizes["small"].cpus is 1
  allowed: an integer of 2 or more
  fix: write 2, or more`,
  },
  {
    rule: 'vm-size-cores',
    broken: withSize({ cpus: 4, coresPerSocket: 3 }),
    sound: withSize({ cpus: 4, coresPerSocket: 2 }),
    says: `vcenter: sizes["small"].coresPerSocket is 3
  allowed: a divisor of the 4 cpus, or 0 to let the hypervisor choose
  fix: leave it out`,
  },
  {
    rule: 'vm-size-cores',
    broken: withSize({ cpus: 4, coresPerSocket: -1 }),
    sound: withSize({ cpus: 4, coresPerSocket: 0 }),
    says: `vcenter: sizes["small"].coresPerSocket is -1
  allowed: a divisor of the 4 cpus, or 0 to let the hypervisor choose
  fix: leave it out`,
  },
  {
    rule: 'vm-size-memory',
    broken: withSize({ memory: '8G' }),
    sound: withSize({ memory: '4096Mi' }),
    says: `vcenter: sizes["small"].memory is "8G"
  allowed: a whole number of mebibytes, such as "8Gi" or "512Mi"
  fix: write "8Gi"`,
  },
  {
    rule: 'vm-size-memory',
    broken: withSize({ memory: 'much' }),
    says: `vcenter: sizes["small"].memory is "much"
  allowed: a whole number of mebibytes, such as "8Gi" or "512Mi"
  fix: write, for example, "8Gi"`,
  },
  {
    rule: 'vm-size-disk',
    broken: withSize({ disk: '0Gi' }),
    sound: withSize({ disk: '1Ti' }),
    says: `vcenter: sizes["small"].disk is "0Gi"
  allowed: a whole number of gibibytes, such as "40Gi"
  fix: write, for example, "40Gi"`,
  },
  {
    rule: 'vm-size-disk',
    broken: withSize({ disk: '40' }),
    says: `vcenter: sizes["small"].disk is "40"
  allowed: a whole number of gibibytes, such as "40Gi"
  fix: write "40Gi"`,
  },
  {
    rule: 'vm-size-gpu',
    broken: withSize({ gpu: { type: 'nvidia.com/gpu', count: 1 } }),
    sound: withSize({ gpu: { type: 'nvidia.com/gpu', count: 1 }, pciDevices: [VGPU] }),
    says: `vcenter: sizes["small"].gpu.count is 1
  allowed: an integer from 1 to the number of pciDevices, which is 0
  fix: add pciDevices: [PciDevice.vgpu('…')] with one device for each GPU`,
  },
  {
    rule: 'vm-size-gpu',
    broken: withSize({ gpu: { type: 'gpu', count: 1 }, pciDevices: [VGPU] }),
    says: `vcenter: sizes["small"].gpu.type is "gpu"
  allowed: a resource name with its domain, such as "nvidia.com/gpu"
  fix: write "nvidia.com/gpu"`,
  },
  {
    rule: 'vm-size-gpu',
    broken: withSize({ gpu: { type: 'nvidia.com/gpu', count: 3 }, pciDevices: [VGPU, VGPU] }),
    says: `vcenter: sizes["small"].gpu.count is 3
  allowed: an integer from 1 to the number of pciDevices, which is 2
  fix: write 2`,
  },
  {
    rule: 'vm-size-pci',
    broken: withSize({ pciDevices: [{ kind: 'vgpu', profile: '' }] }),
    sound: withSize({ pciDevices: [VGPU] }),
    says: `vcenter: sizes["small"].pciDevices[0] is ""
  allowed: the name of a vGPU profile
  fix: write PciDevice.vgpu('grid_a100-10c')`,
  },
  {
    rule: 'vm-size-pci',
    broken: withSize({
      pciDevices: [{ kind: 'passthrough', vendorId: 0x10de, deviceId: 0x10000 }],
    }),
    sound: withSize({ pciDevices: [{ kind: 'passthrough', vendorId: 0x10de, deviceId: 0x20b5 }] }),
    says: `vcenter: sizes["small"].pciDevices[0].deviceId is 65536
  allowed: an integer from 0 to 65535
  fix: write the ID that \`lspci -nn\` prints on the host, such as 0x10de`,
  },
  {
    rule: 'zones-some',
    broken: onVCenter({ zones: { kind: 'written', zones: {} } }),
    sound: withZone({}),
    says: `vcenter: zones is []
  allowed: at least one zone
  fix: leave zones out if there are none`,
  },
  {
    rule: 'zones-some',
    broken: onVCenter({ zones: { kind: 'existing', names: [], selector: {} } }),
    sound: onVCenter({ zones: { kind: 'existing', names: ['a'], selector: {} } }),
    says: `vcenter: zones is []
  allowed: at least one zone
  fix: leave zones out if there are none`,
  },
  {
    rule: 'zone-name',
    broken: withZone({}, 'EU 1'),
    sound: withZone({}, 'eu-1.a'),
    says: `vcenter: zones is "EU 1"
  allowed: lower-case letters, digits, dashes and dots, a letter or digit at both ends
  fix: name it "eu-1"`,
  },
  {
    rule: 'zone-region',
    broken: withZone({ region: { ...ZONE.region, type: 'HostGroup' } }),
    sound: withZone({ region: { ...ZONE.region, type: 'ComputeCluster' } }),
    says: `vcenter: zones["eu-1"].region.type is "HostGroup"
  allowed: "Datacenter" or "ComputeCluster"
  fix: write "Datacenter", or "ComputeCluster"`,
  },
  {
    rule: 'zone-compute-cluster',
    broken: withZone({ computeCluster: '' }),
    sound: withZone({ computeCluster: 'other' }),
    says: `vcenter: zones["eu-1"].computeCluster is ""
  allowed: a compute cluster, which hosts and the type "ComputeCluster" require
  fix: write the name or the path of the compute cluster`,
  },
  {
    rule: 'zone-compute-cluster',
    broken: withZone({ computeCluster: '', region: { ...ZONE.region, type: 'ComputeCluster' } }),
    says: `vcenter: zones["eu-1"].computeCluster is ""
  allowed: a compute cluster, which hosts and the type "ComputeCluster" require
  fix: write the name or the path of the compute cluster`,
  },
  {
    rule: 'zone-hosts',
    broken: withZone({ zone: { ...ZONE.zone, type: 'HostGroup' } }),
    sound: withZone({ zone: { ...ZONE.zone, type: 'HostGroup' }, hosts: HOSTS }),
    says: `vcenter: zones["eu-1"].hosts is missing
  allowed: hostGroupName and vmGroupName, because the zone is a host group
  fix: write the names of the two groups`,
  },
];

/** Cluster on a vCenter whose certificate is not checked. */
function onUnchecked(): VSphereModel {
  const { thumbprint: _, ...cloud } = vCenterModel();
  return vSphereCluster({ cloud });
}
