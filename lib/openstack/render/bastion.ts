import { compact, type Fields } from '../../base/fields';
import type { BastionModel } from '../model/bastion';
import type { InfrastructureContract } from './infrastructure-contract';
import { serverFields } from './machine-template';

/** Bastion in a cluster's spec; one that is switched off keeps what it was made from. */
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
