import { compact, type Fields } from '../../base/fields';
import type { EmitDocuments } from '../../base/yaml-documents';
import type { InfrastructureRenderer } from '../../cluster/render/infrastructure';
import type { BootstrapModel } from '../model/bootstrap';
import type { DiskSetup } from '../model/disk-setup';
import { IGNITION_UNIT, type MachineFormatModel } from '../model/machine-format';
import { IGNITION_KUBEADM_CONFIG } from './first-machine';

/** Format of machines with Ignition. */
export type IgnitionFormat = Extract<MachineFormatModel, { kind: 'ignition' }>;

const FILLED_CONFIG = `${IGNITION_KUBEADM_CONFIG}.filled`;

/** Returns commands that expand variables as cloud-init does by itself. The configuration contains a token. */
export function ignitionCommands(infrastructure: InfrastructureRenderer): readonly string[] {
  const { hostVariable, variables = [] } = infrastructure.registration('ignition', 'linux');
  const host = hostVariable === undefined ? [] : [hostVariable];
  const all = [...host, ...variables].map((name) => `$${name}`);
  if (all.length === 0) return [];
  return [
    ...all.map((variable) => `test -n "${variable}"`),
    ...host.map((name) => `export ${name}="$(echo "$${name}" | cut -d. -f1)"`),
    `(umask 077 && envsubst '${all.join(' ')}' < ${IGNITION_KUBEADM_CONFIG} > ${FILLED_CONFIG})`,
    `mv ${FILLED_CONFIG} ${IGNITION_KUBEADM_CONFIG}`,
  ];
}

const DERIVED_UNITS: readonly Unit[] = [
  { name: 'coreos-metadata-sshkeys@.service', enabled: true },
  {
    name: IGNITION_UNIT.name,
    enabled: true,
    dropins: [
      {
        name: IGNITION_UNIT.dropin,
        contents: [
          '[Unit]',
          'Requires=coreos-metadata.service',
          // With Requires, a restart of containerd would also stop the commands of kubeadm.service.
          'Wants=containerd.service',
          'After=containerd.service coreos-metadata.service',
          '[Service]',
          'EnvironmentFile=/run/metadata/flatcar',
          '',
        ].join('\n'),
      },
    ],
  },
];

interface Unit {
  readonly name?: unknown;
  readonly dropins?: readonly unknown[];
  readonly [field: string]: unknown;
}

/** Renders the Ignition fields of a kubeadm configuration. */
export function ignitionFields(format: IgnitionFormat, emitDocuments: EmitDocuments): Fields {
  const { containerLinuxConfig, strict } = format;
  const { systemd, ...rest } = containerLinuxConfig as { systemd?: { units?: readonly Unit[] } };
  const units = joinUnits(DERIVED_UNITS, systemd?.units ?? []);
  const config = { ...rest, systemd: { ...systemd, units } };
  return {
    format: 'ignition',
    ignition: { containerLinuxConfig: { additionalConfig: emitDocuments([config]), strict } },
  };
}

/** Converts disks for Cluster API's Ignition template, which prints `overwrite` of every file system. */
export function ignitionDisks({ partitions, filesystems }: DiskSetup): DiskSetup {
  return {
    partitions,
    filesystems: filesystems.map((one) => ({ ...one, overwrite: one.overwrite ?? false })),
  };
}

/** Converts mounts for Cluster API's Ignition template: the bare label, the directory, and only the options. */
export function ignitionMounts(mounts: BootstrapModel['mounts']): BootstrapModel['mounts'] {
  return mounts.map(([device = '', directory = '', , options]) => [
    device.replace(/^LABEL=/, ''),
    directory,
    ...(options === undefined ? [] : [options]),
  ]);
}

function joinUnits(derived: readonly Unit[], given: readonly Unit[]): readonly Fields[] {
  const others = given.filter(({ name }) => !derived.some((unit) => unit.name === name));
  const joined = derived.map((unit) => {
    const same = given.find(({ name }) => name === unit.name);
    return compact({
      ...unit,
      ...same,
      dropins: [...(unit.dropins ?? []), ...(same?.dropins ?? [])],
    });
  });
  return [...joined, ...others];
}
