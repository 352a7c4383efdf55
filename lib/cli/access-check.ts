import { PLAN_PROVIDER } from '../assembly/stack-providers';
import { ValidationError } from '../base/errors';
import type { Environment, StackCloud, StackClouds } from '../provision/stack-provider';
import type { FleetStack } from './fleet-stacks';
import type { StackValues } from './stack-values';

/**
 * Signs in to the clouds of stacks before Pulumi does, because the error of a failed refresh names only the resource.
 *
 * Each combination of cloud and credentials is tried once.
 */
export class AccessCheck {
  private readonly tried = new Map<string, Promise<void>>();

  constructor(
    private readonly folder: string,
    private readonly environment: Environment = process.env,
  ) {}

  /**
   * Signs in to the cloud of a stack, unless its configuration disables the preflight.
   *
   * Stacks of clusters that left the fleet have no cloud here: their own providers sign in when resources in use are
   * searched.
   *
   * @throws CloudError when the cloud is unreachable or refuses the credentials, ValidationError when the region does not
   * exist.
   */
  async check({ cloud }: FleetStack, values: StackValues): Promise<void> {
    if (cloud === undefined || values['capi-fleet:preflight'] === 'false') return;
    const own = (key: string) => values[`${PLAN_PROVIDER.package}:${key}`];
    const entries = entriesIn(values['capi-fleet:cloudEntries']);
    const way = JSON.stringify([cloud, entries, own('cloud'), own('region'), own('authUrl')]);
    const known = this.tried.get(way) ?? this.signIn(cloud, { entries, own });
    this.tried.set(way, known);
    return known;
  }

  private async signIn(cloud: StackCloud, clouds: StackClouds): Promise<void> {
    const { environment, folder } = this;
    const issues = await PLAN_PROVIDER.signIn(cloud, clouds, { environment, folder });
    if (issues.length > 0) throw new ValidationError(issues);
  }
}

/** Entries in the configuration; the program reports mistakes in them. */
function entriesIn(text: string | undefined): Readonly<Record<string, string>> {
  try {
    return Object(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
