import { call, leaveOut, write } from '../../base/fix';
import { tryParseKubernetesVersion } from '../../base/kubernetes-version';
import type { Rule } from '../../base/rule';
import { closestWord, integerWords, isWholeNumber, nextWhole, quotedList } from '../../base/words';
import { isImageOf, otherVersion } from '../../cluster/rules/image-version';
import { sizeFinding } from '../../cluster/rules/size-finding';
import { HARDWARE_VERSION } from '../model/machine';
import { templateName, type VmTemplateModel } from '../model/template';
import { unnamedPlaces } from './placement';
import type { MachineSubject } from './subjects';

const CLONE = 'CAPV@v1.16.1:pkg/services/govmomi/vcenter/clone.go';
const EXTRA_CONFIG = 'CAPV@v1.16.1:pkg/services/govmomi/extra/config.go';
const WEBHOOK = 'CAPV@v1.16.1:internal/webhooks/vspheremachinetemplate.go';
const CRD =
  'CAPV@v1.16.1:config/default/crd/bases/infrastructure.cluster.x-k8s.io_vspheremachinetemplates.yaml';
const MOST_DATA_DISKS = 29;
const TAG = /^urn:vmomi:InventoryServiceTag:[0-9a-f-]{36}:GLOBAL$/;
/** Keys that the provider uses to pass configuration to machines. */
const TAKEN_KEY =
  /^(guestinfo\.(userdata|metadata|ignition\.config\.data)(\.encoding)?|disk\.enableuuid)$/i;

/** Rules for all virtual machines. */
export const MACHINE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-size-known',
    reason:
      'vSphere has no sizes of its own, so a machine can use only a size that the program defines.',
    source: CLONE,
    check({ cluster, machine: { path, size } }, refuse) {
      const finding = sizeFinding(cluster.cloud, size, { one: 'a size', prop: 'sizes' });
      if (finding !== undefined) refuse({ path, prop: 'size' }, finding);
    },
  },
  {
    id: 'vm-template-name',
    reason: 'The API server rejects a template without a name.',
    source: CRD,
    check({ machine: { path, template } }, refuse) {
      if (template.template.trim() !== '') return;
      refuse(
        { path, prop: 'template' },
        {
          given: template.template,
          allowed: 'the name or the path of a template',
          fix: "write VmTemplate.fullClone('ubuntu-2204-kube-v1.32.4')",
        },
      );
    },
  },
  {
    id: 'vm-template-known',
    reason: 'The provider keeps waiting for a template that does not exist in the vCenter.',
    source: CLONE,
    check({ cluster, machine }, refuse) {
      const { templates, path: cloud } = cluster.cloud;
      const { path, template } = machine;
      if (templates === undefined || template.template.trim() === '') return;
      if (templates.includes(template.template)) return;
      const wanted = versionOf({ cluster, machine });
      const fitting = templates.filter((one) => wanted === undefined || isImageOf(one, wanted));
      const close = closestWord(template.template, fitting);
      const more = `add it to the templates of ${cloud}`;
      refuse(
        { path, prop: 'template' },
        {
          given: template.template,
          allowed: `a template of ${cloud}: ${quotedList(templates)}`,
          fix: close === undefined ? more : write(cloned(template, close), { or: more }),
        },
      );
    },
  },
  {
    id: 'vm-template-version',
    reason:
      'The template contains kubeadm and kubelet, and their version must match that of the machine.',
    source: 'CAPI@v1.14.0:docs/book/src/tasks/upgrading-clusters.md',
    check(subject, refuse) {
      const { path, template } = subject.machine;
      const name = templateName(template);
      const other = otherVersion(name, versionOf(subject));
      if (other === undefined) return;
      const likely = template.template.slice(0, -name.length) + other.likely;
      const version = other.isMinor ? '' : `kubernetesVersion: ${JSON.stringify(other.found)}`;
      refuse(
        { path, prop: 'template' },
        {
          given: template.template,
          allowed: `a template for Kubernetes ${other.wanted}, the version of the machines`,
          fix: write(cloned(template, likely), version === '' ? {} : { or: version }),
        },
      );
    },
  },
  {
    id: 'vm-placement',
    reason: 'The API server rejects empty names in the placement of machines.',
    source: CRD,
    check({ machine: { path, placement } }, refuse) {
      for (const [prop, given] of unnamedPlaces(placement)) {
        refuse(
          { path, prop },
          {
            given,
            allowed: 'a name or a path',
            fix: leaveOut({ ends: " to use the cloud's" }),
          },
        );
      }
    },
  },
  {
    id: 'vm-hardware-version',
    reason: 'The webhook rejects hardware versions that do not have the form vmx-19.',
    source: WEBHOOK,
    check({ machine: { path, hardwareVersion } }, refuse) {
      if (hardwareVersion === undefined || HARDWARE_VERSION.test(hardwareVersion)) return;
      const number = /^\D*([1-9][0-9]?)$/.exec(hardwareVersion)?.[1];
      refuse(
        { path, prop: 'hardwareVersion' },
        {
          given: hardwareVersion,
          allowed: '"vmx-" with a number from 1 to 99',
          fix: number === undefined ? leaveOut() : write(`vmx-${number}`),
        },
      );
    },
  },
  {
    id: 'vm-power-off-timeout',
    reason: 'The API server rejects a timeout that is not a whole number of seconds, one or more.',
    source: CRD,
    check({ machine: { path, powerOff } }, refuse) {
      const { timeoutSeconds } = powerOff ?? {};
      if (timeoutSeconds === undefined || isWholeNumber(timeoutSeconds, 1)) return;
      refuse(
        { path, prop: 'powerOff.timeoutSeconds' },
        {
          given: timeoutSeconds,
          allowed: integerWords(timeoutSeconds, 1),
          fix: leaveOut({ ends: ' to use 300' }),
        },
      );
    },
  },
];

/** Rules for the boot disk of machines that set its size. */
export const ROOT_DISK_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-disk-size',
    reason: 'The API server accepts disk sizes only in whole GiB.',
    source: CRD,
    check({ machine: { path, rootVolume } }, refuse) {
      if (rootVolume === undefined || isWholeNumber(rootVolume.sizeGiB, 1)) return;
      const next = nextWhole(rootVolume.sizeGiB, 1);
      refuse(
        { path, prop: 'diskGiB' },
        {
          given: rootVolume.sizeGiB,
          allowed: integerWords(rootVolume.sizeGiB, 1, ' GiB'),
          fix:
            next === undefined ? leaveOut({ ends: ' to use the disk of the size' }) : write(next),
        },
      );
    },
  },
  {
    id: 'vm-linked-disk',
    reason: 'The disk of a linked clone is always as large as that of its template.',
    source: CLONE,
    check({ machine: { path, rootVolume, template } }, refuse) {
      if (rootVolume === undefined || template.cloneMode !== 'linkedClone') return;
      refuse(
        { path, prop: 'diskGiB' },
        {
          given: rootVolume.sizeGiB,
          allowed: 'none; a linked clone has the disk of its template',
          fix: leaveOut({ or: 'use VmTemplate.fullClone(…)' }),
        },
      );
    },
  },
];

/** Rules for data disks. */
export const DATA_DISK_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-data-disk',
    reason:
      'The API server accepts at most 29 data disks, with unique names and sizes in whole GiB.',
    source: CRD,
    check({ machine: { path, dataDisks = [] } }, refuse) {
      const names = dataDisks.map(({ name }) => name);
      dataDisks.forEach(({ name, sizeGiB }, index) => {
        const at = (prop: string) => ({ path, prop: `dataDisks[${index}].${prop}` });
        if (name.trim() === '' || names.indexOf(name) !== index) {
          refuse(at('name'), {
            given: name,
            allowed: 'a name that no other disk of the machine has',
            fix: write(freeName(names)),
          });
        }
        if (isWholeNumber(sizeGiB, 1)) return;
        refuse(at('sizeGiB'), {
          given: sizeGiB,
          allowed: integerWords(sizeGiB, 1, ' GiB'),
          fix: write(nextWhole(sizeGiB, 1) ?? 1),
        });
      });
      if (dataDisks.length <= MOST_DATA_DISKS) return;
      refuse(
        { path, prop: 'dataDisks.length' },
        {
          given: dataDisks.length,
          allowed: `at most ${MOST_DATA_DISKS}`,
          fix: 'use fewer and larger disks',
        },
      );
    },
  },
];

/** Rules for the tags of machines. */
export const TAG_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-tags',
    reason:
      'The vCenter attaches each tag once, by its ID; a name identifies a tag only within its category.',
    source: CRD,
    check({ machine: { path, tagIDs } }, refuse) {
      for (const tag of tagIDs) {
        if (TAG.test(tag)) continue;
        refuse(
          { path, prop: 'tagIDs' },
          {
            given: tag,
            allowed: 'tag IDs such as "urn:vmomi:InventoryServiceTag:<uuid>:GLOBAL"',
            fix: leaveOut({ or: 'write the ID that `govc tags.info` prints' }),
          },
        );
      }
      const kept = [...new Set(tagIDs)];
      if (kept.length === tagIDs.length || !tagIDs.every((tag) => TAG.test(tag))) return;
      refuse(
        { path, prop: 'tagIDs' },
        { given: tagIDs, allowed: 'each tag once', fix: write(kept) },
      );
    },
  },
];

/** Rules for VMX settings of the hypervisor. */
export const VMX_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-vmx-key',
    reason:
      'The provider uses these keys to pass machines their configuration and to name disks so that the CSI driver finds them.',
    source: EXTRA_CONFIG,
    check({ machine: { path, customVMXKeys } }, refuse) {
      for (const key of Object.keys(customVMXKeys)) {
        if (key.trim() !== '' && !TAKEN_KEY.test(key)) continue;
        refuse(
          { path, prop: 'customVMXKeys' },
          { given: key, allowed: 'keys that the provider does not write', fix: leaveOut() },
        );
      }
    },
  },
];

function versionOf({ cluster, machine }: MachineSubject) {
  return tryParseKubernetesVersion(machine.kubernetesVersion ?? cluster.kubernetesVersion);
}

function cloned({ cloneMode, snapshot }: VmTemplateModel, name: string) {
  return snapshot === undefined
    ? call(`VmTemplate.${cloneMode}`, name)
    : call(`VmTemplate.${cloneMode}`, name, { snapshot });
}

function freeName(names: readonly string[]): string {
  let number = 1;
  while (names.includes(`data-${number}`)) number += 1;
  return `data-${number}`;
}
