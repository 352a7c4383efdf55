import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { HCloudMachine } from './machine';

/** Control plane on servers of Hetzner Cloud. */
export interface HetznerControlPlane extends ControlPlaneModel, HCloudMachine {}
