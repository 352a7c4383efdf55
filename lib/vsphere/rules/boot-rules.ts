import { cloudInitRule } from '../../cluster/rules/cloud-init-rule';

/** Rules on what starts in virtual machines. */
export const BOOT_RULES = [
  cloudInitRule({
    id: 'vm-format',
    reason:
      'A node is named by cloud-init, from what the provider says of its machine; Ignition knows no such words.',
    source: 'CAPV@v1.16.1:pkg/util/constants.go',
    machines: 'machines of vSphere',
    elsewhere: 'an OpenStackCloud',
  }),
];
