import { basename } from 'node:path';
import { checkObject } from '../assembly/check-object';
import { type FoldedMistake, foldMistakes, reasonOf } from '../assembly/mistakes-text';
import { profileSchemas } from '../assembly/profile-schemas';
import { infrastructureProviders, Providers } from '../assembly/providers';
import { allRules } from '../assembly/table';
import { type Issue, ValidationError } from '../base/errors';
import type { Manifest } from '../base/manifest';
import {
  type FeatureGates,
  type ProvidersModel,
  profileOf,
  type VersionProfile,
} from '../cluster/model/profile';
import { checkProviders } from '../cluster/rules/providers';
import { validateObject } from '../schema/validate';
import { MISTAKES_FILE, mistakeIn, type WrittenIssue, writtenIssue } from './mistakes-file';
import type { ValidationContext } from './report';

/** Properties of {@link FleetRules}, as they stand in `cdk8s.yaml`. */
export interface FleetRulesProps {
  /**
   * Minor or release of Cluster API, such as `1.13`, whose objects are checked in every file.
   *
   * @default - objects are checked by the program that writes them
   */
  readonly clusterApi?: string;
  /**
   * Minor or release of the OpenStack provider beside it.
   *
   * @default - the usual one of that Cluster API
   */
  readonly openStackProvider?: string;
  /**
   * Minor or release of each infrastructure provider beside it, such as `{ vsphere: '1.16' }`, in place of `openStackProvider`.
   *
   * @default - the OpenStack provider
   */
  readonly infrastructure?: Readonly<Record<string, string>>;
  /**
   * Feature gates that the management cluster has switched on.
   *
   * @default - every gate as Cluster API ships it
   */
  readonly featureGates?: FeatureGates;
  /**
   * Whether Cluster API's add-on provider for Helm is installed there, whose objects are then checked too.
   *
   * @default false
   */
  readonly helmAddonProvider?: boolean;
}

/**
 * Validation plugin of cdk8s that reports what the rules of a fleet find.
 *
 * A program whose `fleet.run()` finds mistakes leaves them to the plugin when `cdk8s.yaml` names it: `cdk8s synth` prints
 * them by rule and construct path, writes them to its report file, and ends with an error; the tree stays as it was. With
 * versions as properties, objects of Cluster API in all files are checked too, whoever wrote them.
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/capi-fleet/dist/lib/validation
 *     version: 0.1.0
 *     class: FleetRules
 *     properties: { clusterApi: '1.13' }
 * ```
 */
export class FleetRules {
  constructor(private readonly props: FleetRulesProps = {}) {}

  /** Reports every mistake of a synth. */
  async validate(context: ValidationContext): Promise<void> {
    const profile = tryProfile(this.props);
    const found: FiledIssue[] = [];
    for (const file of context.manifests) {
      if (profile === undefined && basename(file) !== MISTAKES_FILE) continue;
      for (const object of context.parseManifest(file)) {
        const mistake = mistakeIn(object);
        const issues =
          mistake === undefined ? objectIssues(object, profile).map(writtenIssue) : [mistake];
        found.push(...issues.map((issue) => ({ ...issue, file })));
      }
    }
    for (const folded of foldMistakes(found)) report(context, folded);
    const summary = { Rules: String(allRules().length), Mistakes: String(found.length) };
    context.report.submit(found.length === 0 ? 'success' : 'failure', summary);
  }
}

const NAME = 'FleetRules';

/** Mistake with the file in which it was found. */
interface FiledIssue extends WrittenIssue {
  readonly file: string;
}

/** Reports a mistake once, with every construct in which it was made. */
function report(context: ValidationContext, { issue, paths }: FoldedMistake<FiledIssue>): void {
  const { rule, prop, given, allowed, fix, file: manifestPath } = issue;
  const reason = reasonOf(rule);
  const location = given === undefined ? `${prop} is missing` : `${prop} is ${given}`;
  context.report.addViolation({
    ruleName: rule,
    recommendation: reason === undefined ? allowed : `${allowed}. ${reason}`,
    fix,
    violatingResources: paths.map((resourceName) => ({
      resourceName,
      locations: [location],
      manifestPath,
    })),
  });
}

function tryProfile(props: FleetRulesProps): VersionProfile | undefined {
  const { clusterApi, featureGates = {}, helmAddonProvider = false } = props;
  if (clusterApi === undefined) return undefined;
  const usual = Providers.stable(String(clusterApi), { featureGates, helmAddonProvider }).model;
  const providers = { ...usual, infrastructure: infrastructureOf(props) ?? usual.infrastructure };
  const profile = profileOf(providers, infrastructureProviders());
  const issues = checkProviders(NAME, providers, infrastructureProviders());
  if (profile === undefined || issues.length > 0) throw new ValidationError(issues);
  return profile;
}

/** Versions as texts, for YAML takes `2.11` for a number. */
function infrastructureOf({
  openStackProvider,
  infrastructure,
}: FleetRulesProps): ProvidersModel['infrastructure'] | undefined {
  if (infrastructure === undefined) {
    return openStackProvider === undefined ? undefined : { openstack: String(openStackProvider) };
  }
  return Object.fromEntries(
    Object.entries(infrastructure).map(([kind, version]) => [kind, String(version)]),
  );
}

function objectIssues(object: unknown, profile: VersionProfile | undefined): readonly Issue[] {
  if (profile === undefined || !isManifest(object)) return [];
  const path = object.metadata.name;
  const found = validateObject(profileSchemas(profile), object);
  const schema = found.map(({ field, ...finding }) => ({
    path,
    prop: field,
    ...finding,
    rule: 'object-schema',
  }));
  return [...schema, ...checkObject({ path, object, profile })];
}

function isManifest(value: unknown): value is Manifest {
  if (typeof value !== 'object' || value === null) return false;
  const { metadata } = value as { readonly metadata?: { readonly name?: unknown } };
  return 'apiVersion' in value && 'kind' in value && typeof metadata?.name === 'string';
}
