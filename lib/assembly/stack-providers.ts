import { OPENSTACK_STACKS } from '../openstack/client/openstack-stacks';
import type { StackProvider } from '../provision/stack-provider';

/** Infrastructure providers for whose clouds stacks provision resources. */
const STACK_PROVIDERS: readonly StackProvider[] = [OPENSTACK_STACKS];

/** Pulumi packages with resources of clouds. */
export const CLOUD_PACKAGES: readonly string[] = STACK_PROVIDERS.map((one) => one.package);

/** Provider of the clouds in a plan; only one provider plans anything so far. */
export const PLAN_PROVIDER: StackProvider = OPENSTACK_STACKS;

/** Returns the provider of a stack resource by its type; undefined for a resource outside of clouds. */
export function stackProviderOf(type: string): StackProvider | undefined {
  return STACK_PROVIDERS.find((one) => type.startsWith(`${one.package}:`));
}

/** Returns what a running cluster uses a stack resource for; undefined if it works without the resource. */
export function useOf(type: string, name: string): string | undefined {
  return STACK_PROVIDERS.map((one) => one.useOf(type, name)).find((use) => use !== undefined);
}
