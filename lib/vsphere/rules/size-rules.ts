import { leaveOut, suchAs, write } from '../../base/fix';
import { GIBIBYTE, MEBIBYTE, tryParseBytes } from '../../base/quantity';
import type { Refuse, Rule } from '../../base/rule';
import { integerWords, isWholeNumber } from '../../base/words';
import { binaryFix } from '../../cluster/rules/binary-quantity';
import { isResourceName } from '../../cluster/rules/names';
import type { VmSizeModel, VSphereCloudModel } from '../model/cloud';

const CLONE = 'CAPV@v1.16.1:pkg/services/govmomi/vcenter/clone.go';
const CRD =
  'CAPV@v1.16.1:config/default/crd/bases/infrastructure.cluster.x-k8s.io_vspheremachinetemplates.yaml';
const WEBHOOK = 'CAPV@v1.16.1:internal/webhooks/vspheremachine.go';
const GPUS = 'CAPV@v1.16.1:docs/gpu-pci.md';
const LEAST_CPUS = 2;
const MOST_PCI_ID = 0xffff;

/** Rules for the sizes of virtual machines. */
export const SIZE_RULES: readonly Rule<VSphereCloudModel>[] = [
  sizeRule(
    'vm-size-cpus',
    'The API server rejects machines with fewer than two CPUs.',
    CRD,
    (size, at, refuse) => {
      if (isWholeNumber(size.cpus, LEAST_CPUS)) return;
      refuse(at('cpus'), {
        given: size.cpus,
        allowed: integerWords(size.cpus, LEAST_CPUS),
        fix: write(LEAST_CPUS, { or: 'more' }),
      });
    },
  ),
  sizeRule(
    'vm-size-cores',
    'All sockets of a machine have the same number of cores.',
    CLONE,
    (size, at, refuse) => {
      const { cpus, coresPerSocket: cores } = size;
      if (cores === undefined || cores === 0) return;
      if (isWholeNumber(cores, 1) && cpus % cores === 0) return;
      refuse(at('coresPerSocket'), {
        given: cores,
        allowed: `a divisor of the ${cpus} cpus, or 0 to let the hypervisor choose`,
        fix: leaveOut(),
      });
    },
  ),
  sizeRule(
    'vm-size-memory',
    'The API takes memory in whole MiB.',
    CRD,
    ({ memory }, at, refuse) => {
      const bytes = tryParseBytes(memory);
      if (bytes !== undefined && bytes > 0 && bytes % MEBIBYTE === 0) return;
      refuse(at('memory'), {
        given: memory,
        allowed: 'a whole number of mebibytes, such as "8Gi" or "512Mi"',
        fix: binaryFix(memory, 'Mi', suchAs('8Gi')),
      });
    },
  ),
  sizeRule(
    'vm-size-disk',
    'The API takes disk sizes in whole GiB.',
    CRD,
    ({ disk }, at, refuse) => {
      const bytes = tryParseBytes(disk);
      if (bytes !== undefined && bytes > 0 && bytes % GIBIBYTE === 0) return;
      refuse(at('disk'), {
        given: disk,
        allowed: 'a whole number of gibibytes, such as "40Gi"',
        fix: binaryFix(disk, 'Gi', suchAs('40Gi')),
      });
    },
  ),
  sizeRule(
    'vm-size-gpu',
    'A machine has only the GPUs that are among its PCI devices.',
    GPUS,
    ({ gpu, pciDevices = [] }, at, refuse) => {
      if (gpu === undefined) return;
      if (!isResourceName(gpu.type)) {
        refuse(at('gpu.type'), {
          given: gpu.type,
          allowed: 'a resource name with its domain, such as "nvidia.com/gpu"',
          fix: write('nvidia.com/gpu'),
        });
      }
      if (isWholeNumber(gpu.count, 1, Math.max(1, pciDevices.length)) && pciDevices.length > 0)
        return;
      refuse(at('gpu.count'), {
        given: gpu.count,
        allowed: `an integer from 1 to the number of pciDevices, which is ${pciDevices.length}`,
        fix:
          pciDevices.length > 0
            ? write(pciDevices.length)
            : "add pciDevices: [PciDevice.vgpu('…')] with one device for each GPU",
      });
    },
  ),
  sizeRule(
    'vm-size-pci',
    'The webhook accepts a PCI device either with a vGPU profile, or with a vendor ID and a device ID of 16 bits.',
    WEBHOOK,
    ({ pciDevices = [] }, at, refuse) => {
      pciDevices.forEach((device, index) => {
        const prop = `pciDevices[${index}]`;
        if (device.kind === 'vgpu') {
          if (device.profile.trim() !== '') return;
          refuse(at(prop), {
            given: device.profile,
            allowed: 'the name of a vGPU profile',
            fix: "write PciDevice.vgpu('grid_a100-10c')",
          });
          return;
        }
        for (const name of ['vendorId', 'deviceId'] as const) {
          if (isWholeNumber(device[name], 0, MOST_PCI_ID)) continue;
          refuse(at(`${prop}.${name}`), {
            given: device[name],
            allowed: `an integer from 0 to ${MOST_PCI_ID}`,
            fix: 'write the ID that `lspci -nn` prints on the host, such as 0x10de',
          });
        }
      });
    },
  ),
];

type At = (prop: string) => { readonly path: string; readonly prop: string };

function sizeRule(
  id: string,
  reason: string,
  source: string,
  check: (size: VmSizeModel, at: At, refuse: Refuse) => void,
): Rule<VSphereCloudModel> {
  return {
    id,
    reason,
    source,
    check({ path, sizes }, refuse) {
      for (const [name, size] of Object.entries(sizes)) {
        const at: At = (prop) => ({ path, prop: `sizes[${JSON.stringify(name)}].${prop}` });
        check(size, at, refuse);
      }
    },
  };
}
