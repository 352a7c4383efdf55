import type { ControlPlaneModel } from '../../cluster/model/control-plane';
import type { HCloudMachine } from './machine';

/** Control plane on Hetzner Cloud servers. */
export interface HetznerControlPlane extends ControlPlaneModel, HCloudMachine {}
