import { PLAN_PROVIDER } from '../assembly/stack-providers';
import { ValidationError } from '../base/errors';
import type { Environment, StackCloud, StackClouds } from '../provision/stack-provider';
import type { FleetStack } from './fleet-stacks';
import type { StackValues } from './stack-values';

/**
 * Signs in to the clouds of stacks before Pulumi does, whose refresh says of a cloud that refuses no more than which
 * resource it was looking at. Each way into a cloud is tried once.
 */
export class AccessCheck {
  private readonly tried = new Map<string, Promise<void>>();

  constructor(
    private readonly folder: string,
    private readonly environment: Environment = process.env,
  ) {}

  /**
   * Tries the cloud of a stack, unless its configuration says that clouds are not to be looked at.
   *
   * What left the fleet has none: it is reached as its own providers reach it, which is tried when it is asked what is in use.
   *
   * @throws CloudError when the cloud cannot be reached or refuses, ValidationError when it has not the region.
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

/** Entries as the configuration has them; what is wrong with them is for the program to say. */
function entriesIn(text: string | undefined): Readonly<Record<string, string>> {
  try {
    return Object(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
