import { compact, type Fields } from '../../base/fields';
import type { BastionModel } from '../model/bastion';
import type { InfrastructureContract } from './infrastructure-contract';
import { serverFields } from './machine-template';

/** Renders the bastion of a cluster's spec; a disabled one keeps its settings. */
export function bastionFields(
  bastion: BastionModel | undefined,
  infrastructure: InfrastructureContract,
): Fields | undefined {
  if (bastion === undefined) return undefined;
  const { enabled, availabilityZone, floatingIP } = bastion;
  return compact({
    enabled,
    spec: compact(serverFields(infrastructure, bastion)),
    availabilityZone,
    floatingIP,
  });
}
