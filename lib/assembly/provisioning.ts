import type { DeployableFleet } from '../openstack/pulumi/deploy';
import type { StackOutputs } from '../provision/stack-outputs';

/**
 * Makes what the stack's part of a fleet needs in its clouds.
 *
 * Pulumi is loaded only now: a synth does without it.
 */
export function deployFleet(fleet: DeployableFleet): Promise<StackOutputs> {
  const { deploy } =
    require('../openstack/pulumi/deploy') as typeof import('../openstack/pulumi/deploy');
  return deploy(fleet);
}
