import type { OpenStackCloud } from './openstack/open-stack-cloud';

/** Cloud whose props are meant where a type of props names none, as in programs from when there was no other. */
export type UsualCloud = OpenStackCloud;
