/** Tag that identifies a region or a zone in a vCenter. */
export interface ZoneTag {
  /**
   * Name of the tag.
   *
   * @see VSphereFailureDomain.spec.zone.name (infrastructure.cluster.x-k8s.io)
   */
  readonly name: string;
  /**
   * Category of the tag.
   *
   * @see VSphereFailureDomain.spec.zone.tagCategory (infrastructure.cluster.x-k8s.io)
   */
  readonly tagCategory: string;
  /**
   * Type of the tagged object; a region cannot be a host group.
   *
   * @see VSphereFailureDomain.spec.zone.type (infrastructure.cluster.x-k8s.io)
   */
  readonly type: 'Datacenter' | 'ComputeCluster' | 'HostGroup';
}

/** Host group of a zone, and the VM group that a vCenter rule keeps on its hosts. */
export interface ZoneHosts {
  /**
   * Name of the host group.
   *
   * @see VSphereFailureDomain.spec.topology.hosts.hostGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly hostGroupName: string;
  /**
   * Name of the VM group.
   *
   * @see VSphereFailureDomain.spec.topology.hosts.vmGroupName (infrastructure.cluster.x-k8s.io)
   */
  readonly vmGroupName: string;
}

/** Zone of a vCenter. Its placement overrides that of machines. */
export interface VSphereZone {
  /**
   * Region of the zone.
   *
   * @see VSphereFailureDomain.spec.region (infrastructure.cluster.x-k8s.io)
   */
  readonly region: ZoneTag;
  /**
   * Tag of the zone itself.
   *
   * @see VSphereFailureDomain.spec.zone (infrastructure.cluster.x-k8s.io)
   */
  readonly zone: ZoneTag;
  /**
   * Datacenter of the zone.
   *
   * @see VSphereFailureDomain.spec.topology.datacenter (infrastructure.cluster.x-k8s.io)
   */
  readonly datacenter: string;
  /**
   * Compute cluster of the zone.
   *
   * @default - the zone is a datacenter
   * @see VSphereFailureDomain.spec.topology.computeCluster (infrastructure.cluster.x-k8s.io)
   */
  readonly computeCluster?: string;
  /**
   * Hosts of the zone, if it is part of a compute cluster.
   *
   * @default - all hosts
   * @see VSphereFailureDomain.spec.topology.hosts (infrastructure.cluster.x-k8s.io)
   */
  readonly hosts?: ZoneHosts;
  /**
   * Networks of the machines, in the order of their devices.
   *
   * @default - the networks that machines set
   * @see VSphereFailureDomain.spec.topology.networks (infrastructure.cluster.x-k8s.io)
   */
  readonly networks?: readonly string[];
  /**
   * Datastore of the zone.
   *
   * @default - the one that machines set
   * @see VSphereFailureDomain.spec.topology.datastore (infrastructure.cluster.x-k8s.io)
   */
  readonly datastore?: string;
  /**
   * Resource pool of the zone, in its compute cluster.
   *
   * @default - the one that machines set
   * @see VSphereDeploymentZone.spec.placementConstraint.resourcePool (infrastructure.cluster.x-k8s.io)
   */
  readonly resourcePool?: string;
  /**
   * Folder of the zone.
   *
   * @default - the one that machines set
   * @see VSphereDeploymentZone.spec.placementConstraint.folder (infrastructure.cluster.x-k8s.io)
   */
  readonly folder?: string;
  /**
   * Whether control planes are spread over the zone too.
   *
   * @default true
   * @see VSphereDeploymentZone.spec.controlPlane (infrastructure.cluster.x-k8s.io)
   */
  readonly controlPlane?: boolean;
}

/** Options of {@link VSphereZones.existing}. */
export interface ExistingZonesOptions {
  /**
   * Labels of the VSphereDeploymentZones that clusters use.
   *
   * @default - all zones of the same server
   * @see VSphereCluster.spec.failureDomainSelector (infrastructure.cluster.x-k8s.io)
   */
  readonly selector?: Readonly<Record<string, string>>;
}

/** Zones of a vCenter, as plain data. */
export type VSphereZonesModel =
  | { readonly kind: 'written'; readonly zones: Readonly<Record<string, VSphereZone>> }
  | {
      readonly kind: 'existing';
      readonly names: readonly string[];
      readonly selector: Readonly<Record<string, string>>;
    };

/** Label by which clusters select the zones that a program writes for their vCenter. */
export const ZONE_LABEL = 'capi-fleet/vcenter';

/**
 * Zones of a vCenter that control planes are spread over and that pools can run in.
 *
 * Their objects are cluster-scoped: every cluster of a management cluster sees them, and their names are unique there.
 */
export class VSphereZones {
  /**
   * Writes the zones once for the clusters of a management cluster, by the names of their VSphereDeploymentZones.
   *
   * A written zone is immutable. To change a zone, give it another name.
   */
  static written(zones: Readonly<Record<string, VSphereZone>>): VSphereZones {
    return new VSphereZones({ kind: 'written', zones });
  }

  /** Uses zones whose objects are managed elsewhere, by the names of their VSphereDeploymentZones. */
  static existing(names: readonly string[], options: ExistingZonesOptions = {}): VSphereZones {
    return new VSphereZones({ kind: 'existing', names, selector: options.selector ?? {} });
  }

  private constructor(
    /** Model of the choice. */
    readonly model: VSphereZonesModel,
  ) {}
}

/** Returns the names of zones, which are the failure domains of clusters. */
export function zoneNames(zones: VSphereZonesModel): readonly string[] {
  return zones.kind === 'written' ? Object.keys(zones.zones) : zones.names;
}

/** Returns the labels by which a cluster selects its zones. */
export function zoneSelector(
  zones: VSphereZonesModel,
  cloud: string,
): Readonly<Record<string, string>> {
  return zones.kind === 'written' ? { [ZONE_LABEL]: cloud } : zones.selector;
}
