import type { BastionModel } from '../../lib/openstack/model/bastion';

/** Bastion of a small flavor with a key pair. */
export function bastionModel(overrides: Partial<BastionModel> = {}): BastionModel {
  return {
    enabled: true,
    size: 'm1.k8s-worker',
    image: { filter: { name: 'ubuntu' } },
    sshKeyName: 'ops',
    securityGroups: [],
    tags: [],
    serverMetadata: {},
    ...overrides,
  };
}
