import type { ICloud } from './cloud';
import type { OpenStackKind } from './openstack/open-stack-kind';

/** Cloud whose props are meant where a type of props names none, as in programs from when there was no other. */
export type UsualCloud = ICloud<OpenStackKind>;
