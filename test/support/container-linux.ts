/** Fields of a kubeadm configuration that the bootstrap provider's template of Ignition prints. */
export interface IgnitionInput {
  /** Disks, with what is made on them. */
  readonly diskSetup?: { readonly filesystems?: readonly IgnitionFilesystem[] };
  /** Mounts, each as a list of texts. */
  readonly mounts?: readonly (readonly string[])[];
}

/** File system as a kubeadm configuration has it. */
export interface IgnitionFilesystem {
  readonly device: string;
  readonly label: string;
  readonly overwrite?: boolean;
}

/** Unit that mounts something. */
export interface MountUnit {
  /** Name of the unit. */
  readonly name: string;
  /** Device of the file system with the label; absent where there is no such label. */
  readonly what: string | undefined;
  /** Directory. */
  readonly where: string;
  /** Options of the mount. */
  readonly options: readonly string[];
}

/** What the provider's template makes of the mounts of a configuration. */
export function mountUnits({ diskSetup, mounts = [] }: IgnitionInput): readonly MountUnit[] {
  const devices = new Map(diskSetup?.filesystems?.map(({ label, device }) => [label, device]));
  return mounts.map(([label = '', where = '', ...options]) => ({
    name: `${where.replaceAll('/', '-').replace(/^-/, '')}.mount`,
    what: devices.get(label),
    where,
    options: options.join(',').split(',').filter(Boolean),
  }));
}

/** Faults for which the transpiler or systemd refuses what the template prints. */
export function ignitionFaults(input: IgnitionInput): readonly string[] {
  const wipes = input.diskSetup?.filesystems?.map(({ overwrite }) => overwrite) ?? [];
  return [
    ...wipes.filter((wipe) => wipe === undefined).map(() => 'wipe_filesystem: <nil>'),
    ...mountUnits(input).flatMap(({ name, what, where, options }) => [
      ...(what === undefined ? [`${name}: What= is empty`] : []),
      ...(name === unitName(where) ? [] : [`${name}: Where=${where} is ${unitName(where)}`]),
      ...options.filter(isNoOption).map((option) => `${name}: Options=${option}`),
    ]),
  ];
}

/** Name that systemd wants of the unit that mounts a directory. */
function unitName(directory: string): string {
  const escaped = directory
    .replace(/^\/+|\/+$/g, '')
    .replace(/^\.|[^\w:./]/g, (one) => `\\x${one.charCodeAt(0).toString(16)}`);
  return `${escaped.replaceAll('/', '-')}.mount`;
}

/** Kinds of file systems and the last two fields of a line of the table of mounts. */
function isNoOption(option: string): boolean {
  return /^(auto|ext[234]|xfs|btrfs|vfat|swap|[012])$/.test(option);
}
