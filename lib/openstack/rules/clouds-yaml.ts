import { isMap } from '../../base/is-map';
import { loadYaml } from '../../base/load-yaml';
import { remembered } from '../../base/remembered';

/** Entries of a clouds.yaml, or its mistake. */
export type CloudsYaml =
  | {
      /** Names of the entries. */
      readonly names: readonly string[];
      /** Missing authentication keys of each entry, by its name. */
      readonly lacking: ReadonlyMap<string, readonly string[]>;
    }
  | { readonly mistake: string };

type Entry = Readonly<Record<string, unknown>>;

/** Authentication types, by their names in clouds.yaml. */
const AUTH_KINDS: Readonly<Record<string, (auth: Entry) => readonly string[]>> = {
  password: lackingPassword,
  v2password: lackingPassword,
  v3password: lackingPassword,
  token: lackingToken,
  v2token: lackingToken,
  v3token: lackingToken,
  v3applicationcredential: lackingApplicationCredential,
};

const KEPT = 8;

/** Finds the entries of a clouds.yaml. The result contains nothing of the text but the names of the entries. */
export const readClouds = remembered(KEPT, parse);

function parse(text: string): CloudsYaml {
  const loaded = loadYaml(text);
  if ('reason' in loaded) {
    return {
      mistake:
        loaded.line === undefined
          ? 'it is not valid YAML'
          : `line ${loaded.line} is not valid YAML`,
    };
  }
  const [root] = loaded.documents;
  const clouds = isMap(root) ? root.clouds : undefined;
  if (!isMap(clouds)) return { mistake: 'it has no map "clouds"' };
  const names = Object.keys(clouds);
  if (names.length === 0) return { mistake: '"clouds" is empty' };
  return { names, lacking: new Map(names.map((name) => [name, lackingIn(clouds[name])])) };
}

/**
 * Returns the keys that an entry lacks, or none if its authentication type is unknown.
 *
 * The provider does not support profiles.
 */
function lackingIn(entry: unknown): readonly string[] {
  const { auth, auth_type: type } = isMap(entry) ? entry : {};
  const given = isMap(auth) ? auth : {};
  const lackingOf = type === undefined ? usualKind(given) : AUTH_KINDS[String(type)];
  if (lackingOf === undefined) return [];
  return [...lackingAmong(given, 'auth_url'), ...lackingOf(given)].map((key) => `auth.${key}`);
}

function usualKind(auth: Entry) {
  if (Object.keys(auth).some((key) => key.startsWith('application_credential_'))) {
    return lackingApplicationCredential;
  }
  return isThere(auth.token) ? lackingToken : lackingPassword;
}

function lackingPassword(auth: Entry): readonly string[] {
  return [...lackingUser(auth), ...lackingAmong(auth, 'password')];
}

function lackingToken(auth: Entry): readonly string[] {
  return lackingAmong(auth, 'token');
}

function lackingApplicationCredential(auth: Entry): readonly string[] {
  const { application_credential_id: id, application_credential_name: name } = auth;
  const byName = isThere(name) ? lackingUser(auth) : ['application_credential_id'];
  return [...(isThere(id) ? [] : byName), ...lackingAmong(auth, 'application_credential_secret')];
}

function lackingUser(auth: Entry): readonly string[] {
  return isThere(auth.user_id) ? [] : lackingAmong(auth, 'username');
}

function lackingAmong(auth: Entry, ...keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !isThere(auth[key]));
}

function isThere(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}
