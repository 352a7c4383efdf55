import type { Chart } from 'cdk8s';
import type { Manifest } from '../../base/manifest';
import { pinnedObjects, pinnedText } from '../../cluster/model/pinned-texts';
import type { Cni } from '../model/cni';
import { ruleModel, type SecurityGroupRule } from '../model/firewall-rule';
import type { AddonParts, DescribeAddon } from './addon-parts';
import type { DeliveryOptions } from './delivery';
import type { ManifestSource } from './manifest-source';
import { scratchChart } from './scratch-chart';

/** Options of {@link Addon.manifest}. */
export interface ManifestOptions extends DeliveryOptions {
  /**
   * Firewall rules that the software needs.
   *
   * @default - no rules
   */
  readonly securityRules?: readonly SecurityGroupRule[];
  /**
   * Network plugin that the manifest installs.
   *
   * @default - the manifest installs no network plugin
   */
  readonly cni?: Cni;
}

/** Options of {@link Addon.constructs}. */
export interface ConstructsOptions extends ManifestOptions {}

/** Describes an addon from a text of YAML documents. */
export function manifestAddon(source: ManifestSource, options: ManifestOptions): DescribeAddon {
  const common = commonParts('manifest', options);
  return ({ imageDigests }) => {
    const read = source.read();
    if ('unreadable' in read) return { ...common, ...read, payload: [] };
    return { ...common, ...payload(pinnedText(read.text, imageDigests)) };
  };
}

/** Describes an addon from objects that a function adds to a chart. */
export function constructsAddon(
  build: (scope: Chart) => void,
  options: ConstructsOptions,
): DescribeAddon {
  const common = commonParts('constructs', options);
  let objects: readonly Manifest[] | undefined;
  return ({ imageDigests }, { name }) => {
    objects ??= scratchChart(build, String(name));
    return { ...common, ...payload(pinnedObjects(objects, imageDigests)) };
  };
}

function payload(documents: readonly Manifest[] | string): Pick<AddonParts, 'payload'> {
  return { payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'objects', documents }] }] };
}

function commonParts(
  type: string,
  { securityRules = [], cni }: ManifestOptions,
): Omit<AddonParts, 'payload'> {
  return {
    type,
    strategy: 'ApplyOnce',
    securityRules: securityRules.map(ruleModel),
    ...(cni === undefined ? {} : { cni: cni.model }),
  };
}
