import type { Issue } from '../errors';
import type { ClusterModel } from '../model/cluster';
/** Placeholder until the tables are there. */
export class FleetChecks {
  add(_model: ClusterModel): void {}
  issues(): Issue[] {
    return [];
  }
}
