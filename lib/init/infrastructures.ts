import { AWS } from './aws';
import { AZURE } from './azure';
import { HETZNER } from './hetzner';
import type { Infrastructure } from './infrastructure';
import { LAPTOP } from './laptop';
import { OPENSTACK } from './openstack';
import { VSPHERE } from './vsphere';

/** Infrastructures on which a new project can start; the first one is the default. */
export const INFRASTRUCTURES: readonly [Infrastructure, ...Infrastructure[]] = [
  LAPTOP,
  OPENSTACK,
  AWS,
  AZURE,
  VSPHERE,
  HETZNER,
];
