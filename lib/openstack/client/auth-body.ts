import type { CloudAccess } from './cloud-access';
import { CloudError } from './cloud-error';

type Auth = CloudAccess['auth'];

/**
 * Builds the body of the request for a token.
 *
 * @throws CloudError when the credentials are incomplete or of an unknown kind.
 */
export function authBody({ origin, auth }: CloudAccess): unknown {
  const identity = auth.application_credential_secret === undefined ? password : application;
  return { auth: identity(origin, auth) };
}

function application(origin: string, auth: Auth): unknown {
  const { application_credential_id: id, application_credential_name: name } = auth;
  if (id === undefined && name === undefined) throw incomplete(origin, 'application_credential_id');
  const who = id === undefined ? { name, user: userOf(origin, auth) } : { id };
  const credential = { ...who, secret: auth.application_credential_secret };
  return {
    identity: { methods: ['application_credential'], application_credential: credential },
  };
}

function password(origin: string, auth: Auth): unknown {
  if (auth.password === undefined) throw incomplete(origin, 'password');
  const user = { ...userOf(origin, auth), password: auth.password };
  return {
    identity: { methods: ['password'], password: { user } },
    scope: { project: projectOf(origin, auth) },
  };
}

function userOf(origin: string, auth: Auth) {
  if (auth.user_id !== undefined) return { id: auth.user_id };
  if (auth.username === undefined) throw incomplete(origin, 'username');
  return { name: auth.username, domain: domainOf(auth, 'user') };
}

function projectOf(origin: string, auth: Auth) {
  if (auth.project_id !== undefined) return { id: auth.project_id };
  if (auth.project_name === undefined) throw incomplete(origin, 'project_name');
  return { name: auth.project_name, domain: domainOf(auth, 'project') };
}

function domainOf(auth: Auth, whose: 'user' | 'project') {
  const id = auth[`${whose}_domain_id`] ?? auth.domain_id ?? auth.default_domain_id;
  if (id !== undefined) return { id };
  const name = auth[`${whose}_domain_name`] ?? auth.domain_name ?? auth.default_domain;
  return { name: name ?? 'Default' };
}

function incomplete(origin: string, name: string): CloudError {
  return new CloudError({
    place: origin,
    found: `auth.${name} is missing`,
    allowed: 'user, password and project, or an application credential with its secret',
    fix: `add auth.${name} to clouds.yaml or secure.yaml, or export OS_${name.toUpperCase()}`,
  });
}
