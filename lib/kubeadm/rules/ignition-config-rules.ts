import type { Finding } from '../../base/errors';
import { leaveOut, write } from '../../base/fix';
import { isMap } from '../../base/is-map';
import type { Place, Rule } from '../../base/rule';
import { closestWord, quotedList } from '../../base/words';
import { IGNITION_UNIT } from '../model/machine-format';
import { bootstrapPlace } from './bootstrap-places';
import type { MachineSubject } from './subjects';
import { isTakenFile } from './taken-files';

const TRANSPILER = 'CAPI@v1.14.0:bootstrap/kubeadm/internal/ignition/clc/clc.go';
const MOST_CONFIG = 32_768;
const SECTIONS = [
  'docker',
  'etcd',
  'flannel',
  'ignition',
  'locksmith',
  'networkd',
  'passwd',
  'storage',
  'systemd',
  'update',
];
/** Units without which kubeadm does not run. */
const NEEDED_UNITS = [IGNITION_UNIT.name, 'containerd.service', 'coreos-metadata.service'];

/** Reports a finding at a path of a Container Linux Config, relative to its root. */
type RefuseConfig = (rest: string, finding: Finding) => void;

/** Named part of a Container Linux Config. */
interface Named {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** Rules on what users add to Ignition's configuration. */
export const IGNITION_CONFIG_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'ignition-config',
    reason: 'Cluster API reads a Container Linux Config, not the newer Butane.',
    source: TRANSPILER,
    check: visitConfig(checkSections),
  },
  {
    id: 'ignition-unit',
    reason:
      'kubeadm does not run without its unit, and a second unit or drop-in overrides the first of the same name.',
    source: 'flatcar/ignition@v0.36.2:config/v2_3/append.go',
    check: visitConfig((config, refuse) => {
      const units = unitsOf(config.systemd) ?? [];
      checkNames(units, '.systemd.units', [], refuse);
      units.forEach((unit, index) => {
        checkUnit(unit, `.systemd.units[${index}]`, refuse);
      });
    }),
  },
  {
    id: 'ignition-config-file',
    reason: 'Added files are written last, and overwrite those that start kubeadm.',
    source: TRANSPILER,
    check: visitConfig(({ storage }, refuse, subject) => {
      listOf(storage, 'files').forEach((file, index) => {
        const path = isMap(file) && (file.filesystem ?? 'root') === 'root' ? file.path : '';
        if (typeof path !== 'string' || !isTakenFile(subject, path)) return;
        refuse(`.storage.files[${index}].path`, {
          given: path,
          allowed: 'a path that neither kubeadm nor Cluster API writes',
          fix: leaveOut({ or: 'use preKubeadmCommands' }),
        });
      });
    }),
  },
];

function visitConfig(
  look: (
    config: Readonly<Record<string, unknown>>,
    refuse: RefuseConfig,
    subject: MachineSubject,
  ) => void,
): Rule<MachineSubject>['check'] {
  return (subject, refuse) => {
    const { format } = subject.machine.bootstrap;
    if (format.kind !== 'ignition') return;
    const at = (rest: string): Place =>
      bootstrapPlace(subject, 'format', `.containerLinuxConfig${rest}`);
    look(format.containerLinuxConfig, (rest, finding) => refuse(at(rest), finding), subject);
  };
}

function checkSections(config: Readonly<Record<string, unknown>>, refuse: RefuseConfig): void {
  for (const section in config) {
    if (SECTIONS.includes(section)) continue;
    const close = closestWord(section, SECTIONS);
    refuse('', {
      given: section,
      allowed: `sections of a Container Linux Config: ${quotedList(SECTIONS)}`,
      fix: close === undefined ? leaveOut() : write(close),
    });
  }
  if (unitsOf(config.systemd) === undefined) {
    refuse('.systemd', {
      given: config.systemd,
      allowed: 'a list of units, each with a name',
      fix: "write { units: [{ name: 'a.service', enabled: true }] }",
    });
  }
  const { length } = JSON.stringify(config);
  if (length <= MOST_CONFIG) return;
  refuse('.length', {
    given: length,
    allowed: `at most ${MOST_CONFIG} characters`,
    fix: 'move files to bootstrap.files with a Secret, or build them into the image',
  });
}

function checkUnit(unit: Named, place: string, refuse: RefuseConfig): void {
  const { name, enabled, mask } = unit;
  const isKubeadm = name === IGNITION_UNIT.name;
  const dropins = listOf(unit, 'dropins').filter(isNamed);
  checkNames(dropins, `${place}.dropins`, isKubeadm ? [IGNITION_UNIT.dropin] : [], refuse);
  if (isKubeadm && enabled === false) {
    const allowed = `true for ${name}, which runs kubeadm`;
    refuse(`${place}.enabled`, { given: enabled, allowed, fix: leaveOut() });
  }
  if (mask === true && NEEDED_UNITS.includes(name)) {
    const allowed = `false for ${quotedList(NEEDED_UNITS)}`;
    refuse(`${place}.mask`, { given: mask, allowed, fix: leaveOut() });
  }
}

function checkNames(
  list: readonly Named[],
  place: string,
  taken: readonly string[],
  refuse: RefuseConfig,
): void {
  const names = list.map(({ name }) => name);
  names.forEach((name, index) => {
    if (names.indexOf(name) === index && !taken.includes(name)) return;
    refuse(`${place}[${index}].name`, {
      given: name,
      allowed: 'a name that no other unit or drop-in has, including derived ones',
      fix: 'merge the two, or write another name',
    });
  });
}

/** Returns the units of a config, an empty list if there are none, and undefined if they are malformed. */
function unitsOf(systemd: unknown): readonly Named[] | undefined {
  if (systemd === undefined) return [];
  if (!isMap(systemd) || !Array.isArray(systemd.units)) return undefined;
  return systemd.units.every(isUnit) ? systemd.units : undefined;
}

function isUnit(unit: unknown): unit is Named {
  return isNamed(unit) && (unit.dropins === undefined || Array.isArray(unit.dropins));
}

function isNamed(one: unknown): one is Named {
  return isMap(one) && typeof one.name === 'string';
}

function listOf(parent: unknown, field: string): readonly unknown[] {
  const list = isMap(parent) ? parent[field] : undefined;
  return Array.isArray(list) ? list : [];
}
