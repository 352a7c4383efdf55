import { OPENSTACK_STACKS } from '../openstack/client/openstack-stacks';
import type { StackProvider } from '../provision/stack-provider';

/** Infrastructure providers whose clouds stacks make something in. */
const STACK_PROVIDERS: readonly StackProvider[] = [OPENSTACK_STACKS];

/** Packages of Pulumi with the resources of clouds. */
export const CLOUD_PACKAGES: readonly string[] = STACK_PROVIDERS.map((one) => one.package);

/** Provider of the clouds of a plan; only one plans anything so far. */
export const PLAN_PROVIDER: StackProvider = OPENSTACK_STACKS;

/** Provider of a resource of a stack, by its type; undefined for what is in no cloud. */
export function stackProviderOf(type: string): StackProvider | undefined {
  return STACK_PROVIDERS.find((one) => type.startsWith(`${one.package}:`));
}

/** What a running cluster has of a resource of a stack; undefined where it goes on without. */
export function useOf(type: string, name: string): string | undefined {
  return STACK_PROVIDERS.map((one) => one.useOf(type, name)).find((use) => use !== undefined);
}
