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
/** Keys by which the provider hands machines their configuration. */
const TAKEN_KEY =
  /^(guestinfo\.(userdata|metadata|ignition\.config\.data)(\.encoding)?|disk\.enableuuid)$/i;

/** Rules on virtual machines of any kind. */
export const MACHINE_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-size-known',
    reason: 'vSphere has no table of sizes but the one of the program.',
    source: CLONE,
    check({ cluster, machine: { path, size } }, refuse) {
      const finding = sizeFinding(cluster.cloud, size, { one: 'a size', prop: 'sizes' });
      if (finding !== undefined) refuse({ path, prop: 'size' }, finding);
    },
  },
  {
    id: 'vm-template-name',
    reason: 'A template without a name is found nowhere.',
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
    reason: 'The provider waits for a template that the vCenter does not have.',
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
      'kubeadm and kubelet are in the template, and their release must be that of the machine.',
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
          allowed: `a template of Kubernetes ${other.wanted}, the version of the machines`,
          fix: write(cloned(template, likely), version === '' ? {} : { or: version }),
        },
      );
    },
  },
  {
    id: 'vm-placement',
    reason: 'A place without a name is none.',
    source: CRD,
    check({ machine: { path, placement } }, refuse) {
      for (const [prop, given] of unnamedPlaces(placement)) {
        refuse(
          { path, prop },
          {
            given,
            allowed: 'a name or a path',
            fix: leaveOut({ ends: " to have the cloud's" }),
          },
        );
      }
    },
  },
  {
    id: 'vm-hardware-version',
    reason: 'The webhook takes names of versions such as vmx-19.',
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
    reason: 'The API server takes whole seconds of one or more.',
    source: CRD,
    check({ machine: { path, powerOff } }, refuse) {
      const { timeoutSeconds } = powerOff ?? {};
      if (timeoutSeconds === undefined || isWholeNumber(timeoutSeconds, 1)) return;
      refuse(
        { path, prop: 'powerOff.timeoutSeconds' },
        {
          given: timeoutSeconds,
          allowed: integerWords(timeoutSeconds, 1),
          fix: leaveOut({ ends: ' to have 300' }),
        },
      );
    },
  },
];

/** Rules on the disk that machines boot from, where machines name its size themselves. */
export const ROOT_DISK_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-disk-size',
    reason: 'Disks are written in whole gibibytes.',
    source: CRD,
    check({ machine: { path, rootVolume } }, refuse) {
      if (rootVolume === undefined || isWholeNumber(rootVolume.sizeGiB, 1)) return;
      const next = nextWhole(rootVolume.sizeGiB, 1);
      refuse(
        { path, prop: 'diskGiB' },
        {
          given: rootVolume.sizeGiB,
          allowed: integerWords(rootVolume.sizeGiB, 1, ' GiB'),
          fix: next === undefined ? leaveOut({ ends: " to have the size's" }) : write(next),
        },
      );
    },
  },
  {
    id: 'vm-linked-disk',
    reason:
      'The disk of a linked clone is as large as that of its template, whatever is asked for.',
    source: CLONE,
    check({ machine: { path, rootVolume, template } }, refuse) {
      if (rootVolume === undefined || template.cloneMode !== 'linkedClone') return;
      refuse(
        { path, prop: 'diskGiB' },
        {
          given: rootVolume.sizeGiB,
          allowed: 'nothing with a linked clone',
          fix: leaveOut({ or: 'use VmTemplate.fullClone(…)' }),
        },
      );
    },
  },
];

/** Rules on disks besides the one that machines boot from. */
export const DATA_DISK_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-data-disk',
    reason:
      'Disks have names of their own and whole gibibytes, and a controller has room for 29 of them.',
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
          fix: 'use fewer and larger ones',
        },
      );
    },
  },
];

/** Rules on the tags of machines. */
export const TAG_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-tags',
    reason:
      'A vCenter attaches tags by their identifiers, each once; names are of a category, and not enough.',
    source: CRD,
    check({ machine: { path, tagIDs } }, refuse) {
      for (const tag of tagIDs) {
        if (TAG.test(tag)) continue;
        refuse(
          { path, prop: 'tagIDs' },
          {
            given: tag,
            allowed: 'identifiers such as "urn:vmomi:InventoryServiceTag:<uuid>:GLOBAL"',
            fix: leaveOut({ or: 'write what `govc tags.info` says of it' }),
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

/** Rules on settings of the hypervisor. */
export const VMX_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'vm-vmx-key',
    reason:
      'By these keys machines get their configuration, and disks the names by which the storage driver finds them.',
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
