import { leaveOut } from '../../base/fix';
import type { Rule } from '../../base/rule';
import type { MachineSubject } from '../../cluster/rules/subjects';
import type { DevBackend, DevCluster, DevMachine } from '../model/cluster';

const TYPES = 'CAPI@v1.13.7:test/infrastructure/docker/api/v1beta2/devmachine_types.go';

/** Props that only one backend supports and the other drops. */
const OWN_PROPS: readonly (readonly [keyof DevMachine, string, DevBackend])[] = [
  ['image', 'image', 'docker'],
  ['preLoadImages', 'preLoadImages', 'docker'],
  ['extraMounts', 'extraMounts', 'docker'],
  ['bootstrapTimeoutSeconds', 'bootstrapTimeout', 'docker'],
  ['startup', 'startup', 'inMemory'],
];

/** Rules for containers and in-memory machines. */
export const MACHINE_RULES: readonly Rule<MachineSubject<DevCluster, DevMachine>>[] = [
  {
    id: 'dev-backend-prop',
    reason: 'Each backend drops the settings that only the other one supports.',
    source: TYPES,
    check({ cluster: { cloud }, machine }, refuse) {
      for (const [field, prop, backend] of OWN_PROPS) {
        const given = machine[field];
        const isEmpty = given === undefined || (Array.isArray(given) && given.length === 0);
        if (backend === cloud.backend || isEmpty) continue;
        refuse(
          { path: machine.path, prop },
          {
            given,
            allowed: `none with the backend ${JSON.stringify(cloud.backend)}`,
            fix: leaveOut({ or: `write backend: ${JSON.stringify(backend)} in the cloud` }),
          },
        );
      }
    },
  },
  {
    id: 'dev-mount-path',
    reason: 'Docker mounts folders and files by absolute paths.',
    source: 'moby/moby@master:volume/mounts/linux_parser.go',
    check({ machine }, refuse) {
      for (const [index, mount] of machine.extraMounts.entries()) {
        for (const key of ['hostPath', 'containerPath'] as const) {
          if (mount[key].startsWith('/')) continue;
          refuse(
            { path: machine.path, prop: `extraMounts[${index}].${key}` },
            { given: mount[key], allowed: 'an absolute path', fix: 'start it with a slash' },
          );
        }
      }
    },
  },
  {
    id: 'dev-bootstrap-timeout',
    reason: 'The provider gives up on a container without bootstrap time before it starts.',
    source: TYPES,
    check({ machine: { path, bootstrapTimeoutSeconds: seconds } }, refuse) {
      if (seconds === undefined || seconds > 0) return;
      refuse(
        { path, prop: 'bootstrapTimeout' },
        { given: seconds, allowed: 'at least one second', fix: leaveOut() },
      );
    },
  },
  {
    id: 'dev-startup-jitter',
    reason: 'The provider can read only a jitter that is a number of 0 or more.',
    source: TYPES,
    check({ machine }, refuse) {
      for (const [part, { jitter }] of Object.entries(machine.startup ?? {})) {
        if (jitter === undefined || Number(jitter) >= 0) continue;
        refuse(
          { path: machine.path, prop: `startup.${part}.jitter` },
          { given: jitter, allowed: 'a number of 0 or more, such as 0.2', fix: leaveOut() },
        );
      }
    },
  },
];
