import type { Fields } from '../../base/fields';
import type { Rule } from '../../base/rule';
import { mapsAt } from '../../base/value-at';
import { type ObjectSubject, objectRule } from '../../cluster/rules/object-rule';
import { kubeadmOf } from './kubeadm-config';

const WEBHOOK = 'CAPI@v1.14.0:bootstrap/kubeadm/webhooks/admission/kubeadmconfig.go';
const IGNITION = 'ignition';
const PACKED = ['gzip', 'gzip+base64'];

type Misfit = readonly [field: string, given: unknown, allowed: string];

/** Rules on machines with Ignition. */
export const IGNITION_OBJECT_RULES: readonly Rule<ObjectSubject>[] = [
  objectRule({
    id: 'object-ignition-gate',
    reason: 'The webhooks reject Ignition while its feature gate is disabled, as it is by default.',
    source: WEBHOOK,
    check(spec, refuse, subject) {
      if (subject.profile.featureGates.kubeadmBootstrapFormatIgnition === true) return;
      const [way, { format, ignition }] = kubeadmOf(spec, subject);
      if (format !== IGNITION && ignition === undefined) return;
      const field = format === IGNITION ? 'format' : 'ignition';
      refuse(`${way}.${field}`, {
        given: format === IGNITION ? format : ignition,
        allowed: 'none; Ignition requires the feature gate kubeadmBootstrapFormatIgnition',
        fix: 'set bootstrap.format of the control plane or pool, whose error says how to enable the gate',
      });
    },
  }),
  objectRule({
    id: 'object-ignition',
    reason:
      'Ignition runs no commands, decompresses no files, and creates only GPT tables and whole file systems.',
    source: WEBHOOK,
    check(spec, refuse, subject) {
      if (subject.profile.featureGates.kubeadmBootstrapFormatIgnition !== true) return;
      const [way, config] = kubeadmOf(spec, subject);
      for (const [field, given, allowed] of misfits(config)) {
        refuse(`${way}.${field}`, { given, allowed, fix: 'remove the patch that adds it' });
      }
    },
  }),
];

function misfits(config: Fields): readonly Misfit[] {
  if (config.format !== IGNITION) {
    if (config.ignition === undefined) return [];
    return [['format', config.format, '"ignition" when ignition is set']];
  }
  const boot: Misfit[] =
    config.bootCommands === undefined
      ? []
      : [['bootCommands', config.bootCommands, 'none with Ignition']];
  return [...boot, ...userMisfits(config), ...fileMisfits(config), ...diskMisfits(config)];
}

function userMisfits(config: Fields): readonly Misfit[] {
  return mapsAt(config, 'users').flatMap(([{ inactive }, index]): Misfit[] =>
    inactive === true ? [[`users[${index}].inactive`, inactive, 'false with Ignition']] : [],
  );
}

function fileMisfits(config: Fields): readonly Misfit[] {
  return mapsAt(config, 'files').flatMap(([{ encoding }, index]): Misfit[] =>
    PACKED.includes(String(encoding))
      ? [[`files[${index}].encoding`, encoding, '"base64", or none, with Ignition']]
      : [],
  );
}

function diskMisfits(config: Fields): readonly Misfit[] {
  const tables = mapsAt(config, 'diskSetup', 'partitions').flatMap(
    ([{ tableType }, index]): Misfit[] =>
      tableType === undefined || tableType === 'gpt'
        ? []
        : [[`diskSetup.partitions[${index}].tableType`, tableType, '"gpt" with Ignition']],
  );
  const systems = mapsAt(config, 'diskSetup', 'filesystems').flatMap(([system, index]) =>
    ['partition', 'replaceFS'].flatMap((field): Misfit[] => {
      const given = system[field];
      if (given === undefined) return [];
      return [[`diskSetup.filesystems[${index}].${field}`, given, 'none with Ignition']];
    }),
  );
  return [...tables, ...systems];
}
