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

/** Says what is wrong with a place of a Container Linux Config, from its root on. */
type RefuseConfig = (rest: string, finding: Finding) => void;

/** Part of a Container Linux Config with a name of its own. */
interface Named {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** Rules on what users add to the configuration that Ignition reads. */
export const IGNITION_CONFIG_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'ignition-config',
    reason: 'Cluster API reads a Container Linux Config, and not the newer Butane.',
    source: TRANSPILER,
    check: visitConfig(checkSections),
  },
  {
    id: 'ignition-unit',
    reason: 'One unit runs kubeadm, and of two units or drop-ins of one name the second wins.',
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
    reason: 'What is added is written last, over what kubeadm is started by.',
    source: TRANSPILER,
    check: visitConfig(({ storage }, refuse, subject) => {
      listOf(storage, 'files').forEach((file, index) => {
        const path = isMap(file) && (file.filesystem ?? 'root') === 'root' ? file.path : '';
        if (typeof path !== 'string' || !isTakenFile(subject, path)) return;
        refuse(`.storage.files[${index}].path`, {
          given: path,
          allowed: 'a path that neither kubeadm nor what starts it writes',
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
      allowed: 'units as a list of names with what belongs to them',
      fix: "write { units: [{ name: 'a.service', enabled: true }] }",
    });
  }
  const { length } = JSON.stringify(config);
  if (length <= MOST_CONFIG) return;
  refuse('.length', {
    given: length,
    allowed: `at most ${MOST_CONFIG} characters`,
    fix: 'give files of it as bootstrap.files with a Secret, or build them into the image',
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
      allowed: 'a name that no other has, be it derived or given',
      fix: 'join the two, or write another name',
    });
  });
}

/** Units of a config, none where it has none, and undefined where they are something else. */
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
