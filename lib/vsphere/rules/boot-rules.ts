import { cloudInitRule } from '../../cluster/rules/cloud-init-rule';

/** Rules for the bootstrap of virtual machines. */
export const BOOT_RULES = [
  cloudInitRule({
    id: 'vm-format',
    reason:
      'cloud-init names the node from the metadata that the provider passes to its machine, and Ignition has no such variables.',
    source: 'CAPV@v1.16.1:pkg/util/constants.go',
    machines: 'vSphere machines',
    elsewhere: 'an OpenStackCloud',
  }),
];
