import type { Deployment, Stack } from '@pulumi/pulumi/automation';
import { CLOUD_PACKAGES } from '../assembly/stack-providers';
import { isMap } from '../base/is-map';
import { nameOf, type StateResource, stateResources } from '../provision/stack-state';
import { type AskedStack, askClouds } from './ask-clouds';
import type { Following } from './stack-operations';

/**
 * Keeps resources that an unfinished update was replacing, if the program plans them again; their replacements are then
 * deleted.
 *
 * Otherwise the engine would create a third resource, which a cloud refuses for a subnet, and delete the first one, which
 * servers may use.
 *
 * @param exported State of the stack.
 * @returns State of the stack afterwards.
 * @throws Error when the cloud or Pulumi refuses.
 */
export async function keepPlanned(
  stack: Stack,
  exported: Deployment,
  asked: AskedStack,
  { onLine }: Pick<Following, 'onLine'>,
): Promise<Deployment> {
  const state = halfReplaced(exported.deployment);
  if (state.length === 0) return exported;
  const question = { command: 'replaced', state } as const;
  const kept = await askClouds<readonly StateResource[]>(asked, question);
  if (kept.length === 0) return exported;
  onLine(`keeping ${kept.length} resources that the last update was replacing`);
  await stack.importStack({ ...exported, deployment: turnedRound(exported.deployment, kept) });
  return stack.exportStack();
}

/** Replaced resources of a stack that are still to be deleted, with their replacements. */
export function halfReplaced(deployment: unknown): readonly StateResource[] {
  const all = stateResources(deployment, CLOUD_PACKAGES);
  const names = new Set(all.filter(({ isReplaced }) => isReplaced).map(({ name }) => name));
  return all.filter(({ name }) => names.has(name));
}

/** Copy of a deployment that keeps the replaced resources and deletes their replacements. */
export function turnedRound(deployment: unknown, kept: readonly StateResource[]): unknown {
  const resources = isMap(deployment) ? deployment.resources : undefined;
  if (!isMap(deployment) || !Array.isArray(resources)) return deployment;
  const turned = [...resources];
  for (const { name, id } of kept) {
    const isOf = (one: unknown) => isMap(one) && nameOf(one.urn) === name;
    const old = turned.findIndex((one) => isOf(one) && one.id === id && one.delete === true);
    const current = turned.findIndex((one) => isOf(one) && one.delete !== true);
    if (old === -1) continue;
    const { delete: _, ...alive } = turned[old];
    // Dependents must come after the resource in the state, so the two swap places.
    if (current === -1) turned[old] = alive;
    else {
      turned[old] = { ...turned[current], delete: true };
      turned[current] = alive;
    }
  }
  return { ...deployment, resources: turned };
}
