import type { ICloud } from './cloud';
import type { OpenStackKind } from './openstack/open-stack-kind';

/** Default cloud of props types that name none, as in programs written when OpenStack was the only cloud. */
export type UsualCloud = ICloud<OpenStackKind>;
