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

/** Properties of {@link FleetRules}, as set in `cdk8s.yaml`. */
export interface FleetRulesProps {
  /**
   * Minor or release of Cluster API, such as `1.13`, whose objects are checked in every file.
   *
   * @default - the program that writes objects checks them
   */
  readonly clusterApi?: string;
  /**
   * Minor or release of the OpenStack provider on the same management cluster.
   *
   * @default - the usual one for that Cluster API release
   */
  readonly openStackProvider?: string;
  /**
   * Minor or release of each infrastructure provider, such as `{ vsphere: '1.16' }`, instead of `openStackProvider`.
   *
   * @default - the OpenStack provider
   */
  readonly infrastructure?: Readonly<Record<string, string>>;
  /**
   * Feature gates that are set on the management cluster.
   *
   * @default - the defaults of Cluster API
   */
  readonly featureGates?: FeatureGates;
  /**
   * Whether Cluster API's add-on provider for Helm is installed there; its objects are then checked too.
   *
   * @default false
   */
  readonly helmAddonProvider?: boolean;
}

/**
 * Validation plugin for cdk8s that reports the findings of fleet rules.
 *
 * If `cdk8s.yaml` names the plugin, a program whose `fleet.run()` finds mistakes leaves them to it: `cdk8s synth`
 * prints them by rule and construct path, writes them to its report file, and ends with an error; the tree is not
 * changed. With versions as properties, the plugin also checks objects of Cluster API in all files, whoever wrote
 * them.
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

/** A mistake with the file in which it was found. */
interface FiledIssue extends WrittenIssue {
  readonly file: string;
}

/** Reports a mistake once, with every construct that has it. */
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

/** Converts versions to strings, because YAML parses `2.11` as a number. */
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
