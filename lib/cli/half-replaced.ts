import type { Deployment, Stack } from '@pulumi/pulumi/automation';
import { CLOUD_PACKAGES } from '../assembly/stack-providers';
import { isMap } from '../base/is-map';
import { nameOf, type StateResource, stateResources } from '../provision/stack-state';
import { type AskedStack, askClouds } from './ask-clouds';
import type { Following } from './stack-operations';

/**
 * Keeps what an update that did not come to its end was to replace, where the program plans just that again; what was made
 * in its place is then deleted.
 *
 * Without it, the engine would make a third one beside the two, which a cloud refuses of a subnet, and delete the first,
 * which servers may be on.
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
  onLine(`${kept.length} resources are kept that the last update was to replace`);
  await stack.importStack({ ...exported, deployment: turnedRound(exported.deployment, kept) });
  return stack.exportStack();
}

/** Resources of a stack of which something is replaced and still to be deleted, with what has come in its place. */
export function halfReplaced(deployment: unknown): readonly StateResource[] {
  const all = stateResources(deployment, CLOUD_PACKAGES);
  const names = new Set(all.filter(({ isReplaced }) => isReplaced).map(({ name }) => name));
  return all.filter(({ name }) => names.has(name));
}

/** A deployment in which resources that were to be deleted are kept, and those deleted that came in their place. */
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
    // What depends on a resource stands below it, so that the two change places.
    if (current === -1) turned[old] = alive;
    else {
      turned[old] = { ...turned[current], delete: true };
      turned[current] = alive;
    }
  }
  return { ...deployment, resources: turned };
}
