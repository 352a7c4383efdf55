import type { IResolver, YamlOutputType } from 'cdk8s';
import { HAND_OVER_FOLDER } from '../lib/openstack/plan/hand-over-files';
import type { OutputLayout } from '../lib/output/cluster-files';
import { IMAGES_FILE } from '../lib/output/images-file';
import type { SynthSummary } from '../lib/output/synth-summary';

/** Props of a {@link Fleet}. */
export interface FleetProps {
  /**
   * Folder that the tree is written to, in a GitOps repository.
   *
   * `cdk8s synth` empties the folder that it was told to write to; a folder named here it leaves alone, so that
   * unchanged files stay untouched and foreign ones are kept.
   *
   * @default - the folder that `cdk8s synth` was told, else `dist`
   */
  readonly outdir?: string;
  /**
   * How the objects of a cluster are divided into files.
   *
   * @default 'file-per-concern'
   */
  readonly layout?: OutputLayout;
  /**
   * Names of the only clusters to write.
   *
   * @default - those of the variable `CAPI_FLEET_ONLY`, separated by commas, else all
   */
  readonly only?: readonly string[];
  /**
   * Folder of the files that `pulumi up` writes and a synth reads, relative to where the program runs.
   *
   * @default 'hand-over'
   */
  readonly handOverFolder?: string;
  /**
   * Whether manifests refer to what was provisioned by identifiers from those files, rather than by names.
   *
   * @default false
   */
  readonly handOverIds?: boolean;
  /**
   * File of the digests that images get beside their tags, relative to where the program runs.
   *
   * `capi-fleet images --resolve` writes it. Where it is missing, images have the digests that their projects publish, or none.
   *
   * @default 'images.json'
   */
  readonly imagesFile?: string;
  /**
   * Folder of CRD files, of which every object is checked against its own in full, expressions included.
   *
   * It may hold several releases, in folders named after them such as `cluster-api-v1.13.5`; those of the management
   * cluster's versions are taken.
   *
   * @default - objects are checked against the bundled schemas alone
   */
  readonly crds?: string;
  /**
   * Called with what a synth did.
   *
   * @default - one line on the standard error stream
   */
  readonly onSynth?: (summary: SynthSummary) => void;
  /**
   * How the names of the files of the user's own charts end; those of clusters end in `.yaml`.
   *
   * It ends in `.yaml` or `.yml`, which is what kubectl, kustomize and GitOps tools read.
   *
   * @default - `.k8s.yaml`, as with cdk8s
   */
  readonly outputFileExtension?: string;
  /**
   * How the objects of the user's own charts are divided into files; those of clusters follow `layout`.
   *
   * Charts in a management cluster are divided within its folder.
   *
   * @default - a file for each chart
   */
  readonly yamlOutputType?: YamlOutputType;
  /**
   * Whether a file `construct-metadata.json` says from which construct every object comes.
   *
   * @default - what the variable `CDK8S_RECORD_CONSTRUCT_METADATA` says, as `cdk8s synth` sets it, else false
   */
  readonly recordConstructMetadata?: boolean;
  /**
   * Resolvers of values in objects of the user's own, in charts and in clusters.
   *
   * What clusters, pools and addons are made from is plain data, which no resolver sees.
   *
   * @default - values are written as they are
   */
  readonly resolvers?: IResolver[];
}

/** Defaults of {@link FleetProps}. */
export const FLEET_DEFAULTS = Object.freeze({
  layout: 'file-per-concern',
  handOverFolder: HAND_OVER_FOLDER,
  handOverIds: false,
  imagesFile: IMAGES_FILE,
} as const);
