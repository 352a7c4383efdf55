import { type Command, FLAG, LIST, namesIn } from './command';
import { runProgram } from './program';

/** Writes the manifests of a fleet, or of some of its clusters. */
export const synthCommand: Command = {
  options: { only: LIST, force: FLAG, profile: FLAG },

  run(program, values) {
    const only = namesIn(values, 'only');
    return runProgram(program, {
      ...(only.length === 0 ? {} : { CAPI_FLEET_ONLY: only.join(',') }),
      ...(values.force === undefined ? {} : { CAPI_FLEET_FORCE: 'true' }),
      ...(values.profile === undefined ? {} : { CAPI_FLEET_PROFILE: 'true' }),
    });
  },
};
