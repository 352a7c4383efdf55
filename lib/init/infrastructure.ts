/** Choices that determine the files of a new project. */
export interface ProjectChoices {
  /** Name of the project. */
  readonly name: string;
  /** Infrastructure of the first cluster. */
  readonly infrastructure: Infrastructure;
  /** Whether Pulumi provisions what the clusters need. */
  readonly pulumi: boolean;
}

/** Infrastructure on which a new project can start. */
export interface Infrastructure {
  /** Name on the command line. */
  readonly name: string;
  /** Name in the list of choices. */
  readonly title: string;
  /** Description in the list of choices. */
  readonly hint: string;
  /** Whether it has resources that Pulumi can provision. */
  readonly provisions: boolean;
  /** Program that defines the clusters. */
  readonly clusters: (pulumi: boolean) => ClustersProgram;
  /** Files of this infrastructure only, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Values in the program that have to be changed before it is applied; absent if it runs unchanged. */
  readonly change?: string;
  /** Commands that prepare a management cluster. */
  readonly prepare: readonly string[];
  /** Name of the management cluster, and folder of its manifests. */
  readonly managementCluster: string;
}

/** Parts of the program that differ between infrastructures. */
export interface ClustersProgram {
  /** Names that it imports besides those that every program imports. */
  readonly imports: readonly string[];
  /** Statements that create the cloud. */
  readonly cloud: string;
  /** Infrastructure providers of the management cluster. */
  readonly providers: readonly string[];
  /** Statements that create the cluster and its pool. */
  readonly cluster: string;
  /** Addons besides the network plugin. */
  readonly addons?: string;
}
