import { call, leaveOut, valueText, write } from '../../base/fix';
import { durationFinding } from '../../base/moment';
import { tryParseBytes } from '../../base/quantity';
import type { Rule } from '../../base/rule';
import { integerWords, isWholeNumber, quotedList } from '../../base/words';
import { type KubeletModel, settingOf } from '../../cluster/model/kubelet';
import { tryParsePercentage, tryParseReserved } from '../../cluster/model/reservations';
import type { MachineSubject } from './subjects';

const KUBELET =
  'kubernetes/website@main:content/en/docs/reference/command-line-tools-reference/kubelet.md';
const RESERVED =
  'kubernetes/website@main:content/en/docs/tasks/administer-cluster/reserve-compute-resources.md';
const EVICTION =
  'kubernetes/website@main:content/en/docs/concepts/scheduling-eviction/node-pressure-eviction.md';
const AMOUNTS = { cpu: '500m', memory: '1Gi', ephemeralStorage: '2Gi', pid: 1000 } as const;
const RESOURCES = Object.keys(AMOUNTS) as (keyof typeof AMOUNTS)[];
const SIGNALS = [
  'memory.available',
  'nodefs.available',
  'nodefs.inodesFree',
  'imagefs.available',
  'imagefs.inodesFree',
  'containerfs.available',
  'containerfs.inodesFree',
  'pid.available',
];

/** Rules on typed kubelet settings. */
export const KUBELET_RULES: readonly Rule<MachineSubject>[] = [
  {
    id: 'kubelet-numbers',
    reason: 'The kubelet accepts only integers for numbers of pods and processes.',
    source: KUBELET,
    check({ machine: { path, kubelet } }, refuse) {
      for (const prop of ['maxPods', 'podPidsLimit'] as const) {
        const given = kubelet?.[prop];
        if (given === undefined || isWholeNumber(given, 1, 2 ** 31 - 1)) continue;
        refuse(
          { path, prop: `kubelet.${prop}` },
          {
            given,
            allowed: integerWords(given, 1),
            fix: given > 1 && given < 2 ** 31 - 1 ? write(Math.round(given)) : leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'kubelet-amounts',
    reason: 'The kubelet does not start with an invalid reservation.',
    source: RESERVED,
    check({ machine: { path, kubelet } }, refuse) {
      for (const prop of ['kubeReserved', 'systemReserved'] as const) {
        const reserved = kubelet?.[prop];
        for (const resource of RESOURCES) {
          const given = reserved?.[resource];
          const name = resource === 'ephemeralStorage' ? 'ephemeral-storage' : resource;
          if (given === undefined || tryParseReserved(name, String(given)) !== undefined) continue;
          refuse(
            { path, prop: `kubelet.${prop}.${resource}` },
            {
              given,
              allowed: `an amount such as ${valueText(AMOUNTS[resource])}`,
              fix: write(AMOUNTS[resource], { or: 'leave it out' }),
            },
          );
        }
      }
    },
  },
  {
    id: 'kubelet-thresholds',
    reason: 'The kubelet does not start with an invalid eviction threshold.',
    source: EVICTION,
    check({ machine: { path, kubelet = {} } }, refuse) {
      for (const [prop, signal, threshold] of thresholds(kubelet)) {
        const isKnown = SIGNALS.includes(signal);
        if (isKnown && isThreshold(threshold)) continue;
        refuse(
          { path, prop: `kubelet.${prop}[${JSON.stringify(signal)}]` },
          {
            given: threshold,
            allowed: isKnown
              ? 'a quantity such as "500Mi", or a percentage above "0%" and below "100%"'
              : `thresholds of ${quotedList(SIGNALS)}`,
            fix: isKnown ? write('10%', { or: 'leave it out' }) : leaveOut(),
          },
        );
      }
    },
  },
  {
    id: 'kubelet-soft-eviction',
    reason:
      'Grace periods are in whole seconds, and without one the kubelet evicts pods immediately.',
    source: EVICTION,
    check({ machine: { path, kubelet = {} } }, refuse) {
      for (const [signal, soft] of Object.entries(kubelet.evictionSoft ?? {})) {
        if (isWholeNumber(soft.graceSeconds, 1)) continue;
        refuse(
          { path, prop: `kubelet.evictionSoft[${JSON.stringify(signal)}].gracePeriod` },
          {
            given: `${soft.graceSeconds} seconds`,
            allowed: 'a duration of at least 1 second, in whole seconds',
            fix: write(call('Duration.seconds', 90), { or: 'use evictionHard instead' }),
          },
        );
      }
      const finding = durationFinding(kubelet.evictionMaxPodGraceSeconds);
      if (finding !== undefined) {
        refuse({ path, prop: 'kubelet.evictionMaxPodGracePeriod' }, finding);
      }
    },
  },
  {
    id: 'kubelet-said-twice',
    reason: 'If an argument is set twice, only one of the values takes effect.',
    source: KUBELET,
    check({ machine }, refuse) {
      for (const name in machine.kubeletExtraArgs) {
        const setting = settingOf(machine, name);
        if (setting === undefined) continue;
        refuse(
          { path: machine.path, prop: `kubeletExtraArgs[${JSON.stringify(name)}]` },
          {
            given: machine.kubeletExtraArgs[name],
            allowed: `arguments that kubelet.${setting} does not set`,
            fix: leaveOut({ begins: 'leave one of the two out' }),
          },
        );
      }
    },
  },
];

/** Returns the prop of a kubelet argument: the typed setting, or the argument itself. */
export function argumentProp(machine: MachineSubject['machine'], name: string): string {
  const setting = settingOf(machine, name);
  return setting === undefined || Object.hasOwn(machine.kubeletExtraArgs, name)
    ? `kubeletExtraArgs[${JSON.stringify(name)}]`
    : `kubelet.${setting}`;
}

function thresholds(kubelet: KubeletModel): [prop: string, signal: string, threshold: string][] {
  const soft = Object.entries(kubelet.evictionSoft ?? {});
  return [
    ...Object.entries(kubelet.evictionHard ?? {}).map(entry('evictionHard')),
    ...Object.entries(kubelet.evictionMinimumReclaim ?? {}).map(entry('evictionMinimumReclaim')),
    ...soft.map(([signal, { threshold }]) => entry('evictionSoft')([signal, threshold])),
  ];
}

function entry(prop: string) {
  return ([signal, threshold]: [string, string]): [string, string, string] => [
    prop,
    signal,
    threshold,
  ];
}

function isThreshold(text: string): boolean {
  const percents = tryParsePercentage(text);
  if (percents !== undefined) return percents > 0 && percents < 100;
  return (tryParseBytes(text) ?? 0) > 0;
}
