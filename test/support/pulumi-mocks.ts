import assert from 'node:assert/strict';
import {
  type MockedResource,
  type MockedRun,
  type MockOptions,
  mockPulumi,
} from '../../lib/testing/pulumi-mocks';

export {
  MOCKED_SECRET as PLANTED_SECRET,
  type MockedResource as Registered,
  type MockedRun,
  SecretValue as Hidden,
} from '../../lib/testing/pulumi-mocks';

/** How a program runs under mocks. */
export type MockedOptions = MockOptions;

const KNOWN_TYPE =
  /^(pulumi:pulumi:Stack|pulumi:providers:(openstack|kubernetes)|capi-fleet:index:\w+|openstack:(networking|loadbalancer|compute|dns|identity|images)\/.+|kubernetes:.+)$/;

/** Runs a program with mocks; a resource of an unknown kind fails the run. */
export async function runMocked<T>(
  program: () => T | Promise<T>,
  options: MockOptions = {},
): Promise<MockedRun<T>> {
  const run = await mockPulumi(program, options);
  const unknown = Object.values(run.resources).filter(({ type }) => !KNOWN_TYPE.test(type));
  assert.deepEqual(unknown, []);
  return run;
}

/** Names of the resources of a run, by type without its package. */
export function namesByType({ resources }: MockedRun<unknown>): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const [name, { type }] of Object.entries<MockedResource>(resources)) {
    const key = type.split(':').at(-1) ?? type;
    names[key] = [...(names[key] ?? []), name];
  }
  return names;
}
