import type { IResolver, YamlOutputType } from 'cdk8s';
import { HAND_OVER_FOLDER } from '../lib/openstack/plan/hand-over-files';
import type { OutputLayout } from '../lib/output/cluster-files';
import { IMAGES_FILE } from '../lib/output/images-file';
import type { SynthSummary } from '../lib/output/synth-summary';

/** Props of a {@link Fleet}. */
export interface FleetProps {
  /**
   * Output folder of the tree, in a GitOps repository.
   *
   * `cdk8s synth` empties its own output folder. It does not touch a folder that is set here, so unchanged files stay
   * untouched and foreign files are kept.
   *
   * @default - the output folder of `cdk8s synth`, otherwise `dist`
   */
  readonly outdir?: string;
  /**
   * How the objects of a cluster are split into files.
   *
   * @default 'file-per-concern'
   */
  readonly layout?: OutputLayout;
  /**
   * Names of the clusters to write.
   *
   * @default - those in the variable `CAPI_FLEET_ONLY`, separated by commas, otherwise all
   */
  readonly only?: readonly string[];
  /**
   * Whether a fleet may have no clusters and no charts, in which case a synth removes what an earlier one wrote.
   *
   * @default false
   */
  readonly allowEmpty?: boolean;
  /**
   * Folder of the files that `pulumi up` writes and a synth reads, relative to the working directory.
   *
   * @default 'hand-over'
   */
  readonly handOverFolder?: string;
  /**
   * Whether manifests refer to provisioned resources by the IDs in those files instead of by name.
   *
   * @default false
   */
  readonly handOverIds?: boolean;
  /**
   * File with the digests that are added to image tags, relative to the working directory.
   *
   * `capi-fleet images --resolve` writes it. If it does not exist, images have the digests that their projects
   * publish, or none.
   *
   * @default 'images.json'
   */
  readonly imagesFile?: string;
  /**
   * Folder of CRD files; every object is checked in full against its CRD, including validation expressions.
   *
   * It can contain several releases, in folders named after them such as `cluster-api-v1.13.5`; those that match the
   * management cluster's versions are used.
   *
   * @default - objects are checked only against the bundled schemas
   */
  readonly crds?: string;
  /**
   * Callback with the summary of a synth.
   *
   * @default - one line on standard error
   */
  readonly onSynth?: (summary: SynthSummary) => void;
  /**
   * File extension of the user's own charts; files of clusters end in `.yaml`.
   *
   * It must end in `.yaml` or `.yml`, which kubectl, kustomize and GitOps tools read.
   *
   * @default - `.k8s.yaml`, as in cdk8s
   */
  readonly outputFileExtension?: string;
  /**
   * How the objects of the user's own charts are split into files; clusters follow `layout`.
   *
   * Charts in a management cluster are split within its folder.
   *
   * @default - one file per chart
   */
  readonly yamlOutputType?: YamlOutputType;
  /**
   * Whether a file `construct-metadata.json` records the construct of every object.
   *
   * @default - the value of `CDK8S_RECORD_CONSTRUCT_METADATA`, which `cdk8s synth` sets, otherwise false
   */
  readonly recordConstructMetadata?: boolean;
  /**
   * Resolvers of values in the user's own objects, in charts and in clusters.
   *
   * Clusters, pools and addons are built from plain data, to which no resolver is applied.
   *
   * @default - values are written unchanged
   */
  readonly resolvers?: IResolver[];
}

/** Defaults of {@link FleetProps}. */
export const FLEET_DEFAULTS = Object.freeze({
  allowEmpty: false,
  layout: 'file-per-concern',
  handOverFolder: HAND_OVER_FOLDER,
  handOverIds: false,
  imagesFile: IMAGES_FILE,
} as const);
