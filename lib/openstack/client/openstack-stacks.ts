import type { FindUsers, StackProvider, StackReach } from '../../provision/stack-provider';
import { usedKindOf, useOf } from '../plan/used-kinds';
import { checkRegion } from './check-services';
import { CloudClient } from './cloud-client';
import { stackAccess } from './stack-access';
import { UserSearch } from './users-of';

/** OpenStack clouds, for stacks and commands. */
export const OPENSTACK_STACKS: StackProvider = {
  package: 'openstack',
  useOf,
  isAsked: (type, name) => usedKindOf(type, name) !== undefined,
  async signIn(cloud, clouds, place) {
    const access = stackAccess(cloud, clouds, place);
    return access === undefined ? [] : checkRegion(await CloudClient.connect(access), cloud);
  },
  reach,
};

async function reach({ provider, own, place, isOwn }: StackReach): Promise<FindUsers | undefined> {
  const entry = textOf(provider.cloud);
  const given: Readonly<Record<string, string | undefined>> =
    entry === undefined ? {} : { cloud: entry, region: textOf(provider.region) };
  const clouds = { entries: {}, own: (key: string) => given[key] ?? own(key) };
  const access = stackAccess({ name: '', path: '' }, clouds, place);
  if (access === undefined) return undefined;
  const search = new UserSearch(await CloudClient.connect(access), isOwn);
  return async ({ type, name, id, inputs }) => {
    const kind = usedKindOf(type, name);
    return kind === undefined ? [] : search.usersOf({ kind, id, inputs });
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
