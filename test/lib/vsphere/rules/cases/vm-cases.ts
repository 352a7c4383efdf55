import { PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { MachineFormat } from '../../../../../lib/kubeadm/model/machine-format';
import { VmTemplate } from '../../../../../lib/vsphere/model/template';
import { profile } from '../../../../support/models';
import { vmPool, ZONE } from '../../../../support/vsphere-models';
import type { RuleCase } from '../../../assembly/rule-case';
import { onVCenter, withVmPool } from './vsphere-case';

const KUBE = 'ubuntu-2204-kube-v1.32.4';
const TAG = 'urn:vmomi:InventoryServiceTag:4c0ac9f7-4f5a-4e3c-9a3f-d3b5c2d2c2aa:GLOBAL';
const ZONES = { kind: 'written', zones: { 'eu-1': ZONE, 'eu-2': ZONE } } as const;

const IGNITION = { ...PLAIN_BOOTSTRAP, format: MachineFormat.ignition().model };
const GATE = {
  profile: profile('1.14', undefined, {
    infrastructure: ['vsphere'],
    featureGates: { kubeadmBootstrapFormatIgnition: true },
  }),
};

/** Examples of rules on virtual machines. */
export const VM_CASES: readonly RuleCase[] = [
  {
    rule: 'vm-size-known',
    broken: withVmPool({ size: 'smal' }),
    sound: withVmPool({ size: 'gpu' }),
    says: `mothership/demo/workers: size is "smal"
  allowed: a size of vcenter: "small", "gpu"
  fix: write "small", or add "smal" to the sizes of vcenter`,
  },
  {
    rule: 'vm-size-known',
    broken: withVmPool({ size: 'huge' }),
    says: `mothership/demo/workers: size is "huge"
  allowed: a size of vcenter: "small", "gpu"
  fix: add "huge" to the sizes of vcenter`,
  },
  {
    rule: 'vm-size-known',
    broken: onVCenter({ sizes: {} }, { pools: [] }),
    says: `mothership/demo/control-plane: size is "small"
  allowed: a size of vcenter, which has none
  fix: add "small" to the sizes of vcenter`,
  },
  {
    rule: 'vm-template-name',
    broken: withVmPool({ template: full('') }),
    sound: withVmPool({ template: full('kube') }),
    says: `mothership/demo/workers: template is ""
  allowed: the name or the path of a template
  fix: write VmTemplate.fullClone('ubuntu-2204-kube-v1.32.4')`,
  },
  {
    rule: 'vm-template-known',
    broken: onVCenter(
      { templates: [KUBE] },
      { pools: [vmPool({ template: full('ubuntu-2204-kube-v1.32') })] },
    ),
    sound: onVCenter({ templates: [KUBE] }),
    says: `mothership/demo/workers: template is "ubuntu-2204-kube-v1.32"
  allowed: a template of vcenter: "ubuntu-2204-kube-v1.32.4"
  fix: write VmTemplate.fullClone("ubuntu-2204-kube-v1.32.4"), or add it to the templates of vcenter`,
  },
  {
    rule: 'vm-template-known',
    broken: onVCenter(
      { templates: [KUBE] },
      { pools: [vmPool({ template: linked('other', 'gold') })] },
    ),
    says: `mothership/demo/workers: template is "other"
  allowed: a template of vcenter: "ubuntu-2204-kube-v1.32.4"
  fix: add it to the templates of vcenter`,
  },
  {
    rule: 'vm-template-version',
    broken: withVmPool({ template: full('/dc/vm/ubuntu-kube-v1.31.4') }),
    sound: withVmPool({ template: full('/dc-1.31/vm/ubuntu-kube-v1.32') }),
    says: `mothership/demo/workers: template is "/dc/vm/ubuntu-kube-v1.31.4"
  allowed: a template for Kubernetes 1.32.4, the version of the machines
  fix: write VmTemplate.fullClone("/dc/vm/ubuntu-kube-v1.32.4"), or kubernetesVersion: "1.31.4"`,
  },
  {
    rule: 'vm-template-version',
    broken: withVmPool({ template: linked('ubuntu-kube-v1.30', 'gold') }),
    says: `mothership/demo/workers: template is "ubuntu-kube-v1.30"
  allowed: a template for Kubernetes 1.32.4, the version of the machines
  fix: write VmTemplate.linkedClone("ubuntu-kube-v1.32", { snapshot: "gold" })`,
  },
  {
    rule: 'vm-placement',
    broken: withVmPool({ placement: { folder: '' } }),
    sound: withVmPool({ placement: { folder: 'prod' } }),
    says: `mothership/demo/workers: folder is ""
  allowed: a name or a path
  fix: leave it out to use the cloud's`,
  },
  {
    rule: 'vm-hardware-version',
    broken: withVmPool({ hardwareVersion: '19' }),
    sound: withVmPool({ hardwareVersion: 'vmx-19' }),
    says: `mothership/demo/workers: hardwareVersion is "19"
  allowed: "vmx-" with a number from 1 to 99
  fix: write "vmx-19"`,
  },
  {
    rule: 'vm-hardware-version',
    broken: withVmPool({ hardwareVersion: 'newest' }),
    says: `mothership/demo/workers: hardwareVersion is "newest"
  allowed: "vmx-" with a number from 1 to 99
  fix: leave it out`,
  },
  {
    rule: 'vm-power-off-timeout',
    broken: withVmPool({ powerOff: { mode: 'trySoft', timeoutSeconds: 0.5 } }),
    sound: withVmPool({ powerOff: { mode: 'trySoft', timeoutSeconds: 60 } }),
    says: `mothership/demo/workers: powerOff.timeoutSeconds is 0.5
  allowed: an integer of 1 or more
  fix: leave it out to use 300`,
  },
  {
    rule: 'vm-disk-size',
    broken: withVmPool({ rootVolume: { sizeGiB: 40.5 } }),
    sound: withVmPool({ rootVolume: { sizeGiB: 41 } }),
    says: `mothership/demo/workers: diskGiB is 40.5
  allowed: an integer of 1 GiB or more
  fix: write 41`,
  },
  {
    rule: 'vm-disk-size',
    broken: withVmPool({ rootVolume: { sizeGiB: -1 } }),
    says: `mothership/demo/workers: diskGiB is -1
  allowed: an integer of 1 GiB or more
  fix: leave it out to use the disk of the size`,
  },
  {
    rule: 'vm-linked-disk',
    broken: withVmPool({ template: linked('kube'), rootVolume: { sizeGiB: 50 } }),
    sound: withVmPool({ template: linked('kube') }),
    says: `mothership/demo/workers: diskGiB is 50
  allowed: none; a linked clone has the disk of its template
  fix: leave it out, or use VmTemplate.fullClone(…)`,
  },
  {
    rule: 'vm-data-disk',
    broken: withVmPool({
      dataDisks: [
        { name: 'a', sizeGiB: 1 },
        { name: 'a', sizeGiB: 0 },
      ],
    }),
    sound: withVmPool({
      dataDisks: [
        { name: 'a', sizeGiB: 1 },
        { name: 'b', sizeGiB: 2 },
      ],
    }),
    says: `mothership/demo/workers: dataDisks[1].name is "a"
  allowed: a name that no other disk of the machine has
  fix: write "data-1"
mothership/demo/workers: dataDisks[1].sizeGiB is 0
  allowed: an integer of 1 GiB or more
  fix: write 1`,
  },
  {
    rule: 'vm-data-disk',
    broken: withVmPool({
      dataDisks: Array.from({ length: 30 }, (_, index) => ({ name: `d${index}`, sizeGiB: 1 })),
    }),
    says: `mothership/demo/workers: dataDisks.length is 30
  allowed: at most 29
  fix: use fewer and larger disks`,
  },
  {
    rule: 'vm-tags',
    broken: withVmPool({ tagIDs: ['prod'] }),
    sound: withVmPool({ tagIDs: [TAG] }),
    says: `mothership/demo/workers: tagIDs is "prod"
  allowed: tag IDs such as "urn:vmomi:InventoryServiceTag:<uuid>:GLOBAL"
  fix: leave it out, or write the ID that \`govc tags.info\` prints`,
  },
  {
    rule: 'vm-tags',
    broken: withVmPool({ tagIDs: [TAG, TAG] }),
    says: `mothership/demo/workers: tagIDs is ["urn:vmomi:InventoryServiceTag:4c0ac9f7-4f5a-4e3c-9a3f-d3b5c2d2c2aa:GLOBAL","urn:vmomi:InventoryServiceTag:4c0ac9f7-4f5a-4e3c-9a3f-d3b5c2d2c2aa:GLOBAL"]
  allowed: each tag once
  fix: write ["urn:vmomi:InventoryServiceTag:4c0ac9f7-4f5a-4e3c-9a3f-d3b5c2d2c2aa:GLOBAL"]`,
  },
  {
    rule: 'vm-vmx-key',
    broken: withVmPool({ customVMXKeys: { 'guestinfo.userdata': 'x' } }),
    sound: withVmPool({ customVMXKeys: { 'guestinfo.site': 'x' } }),
    says: `mothership/demo/workers: customVMXKeys is "guestinfo.userdata"
  allowed: keys that the provider does not write
  fix: leave it out`,
  },
  {
    rule: 'vm-zone-known',
    broken: withVmPool({ failureDomain: 'eu-1' }),
    sound: onVCenter({ zones: ZONES }, { pools: [vmPool({ failureDomain: 'eu-1' })] }),
    says: `mothership/demo/workers: failureDomain is "eu-1"
  allowed: a zone of vcenter, which has none
  fix: leave it out, or add it to the zones of vcenter`,
  },
  {
    rule: 'vm-zone-known',
    broken: onVCenter({ zones: ZONES }, { pools: [vmPool({ failureDomains: ['eu-1', 'eu-3'] })] }),
    sound: onVCenter({ zones: ZONES }, { pools: [vmPool({ failureDomains: ['eu-1', 'eu-2'] })] }),
    says: `mothership/demo/workers: failureDomains is "eu-3"
  allowed: a zone of vcenter: "eu-1", "eu-2"
  fix: write "eu-2", or add it to the zones of vcenter`,
  },
  {
    rule: 'vm-format',
    broken: withVmPool({ bootstrap: IGNITION }, GATE),
    sound: withVmPool({ bootstrap: PLAIN_BOOTSTRAP }, GATE),
    says: `mothership/demo/workers: bootstrap.format is "ignition"
  allowed: cloud-init, the only format for vSphere machines
  fix: leave it out, or put the cluster on an OpenStackCloud`,
  },
  {
    rule: 'vm-format',
    broken: withVmPool({ bootstrap: { ...IGNITION, shared: ['format'] } }, GATE),
    says: `mothership/demo: bootstrap.format is "ignition"
  allowed: cloud-init, the only format for vSphere machines
  fix: leave it out, or put the cluster on an OpenStackCloud`,
  },
];

function full(name: string) {
  return VmTemplate.fullClone(name).model;
}

function linked(name: string, snapshot?: string) {
  return VmTemplate.linkedClone(name, snapshot === undefined ? {} : { snapshot }).model;
}
