import { valueAt } from '../../base/value-at';
import type { CloudAccess } from './cloud-access';
import { CloudError, type CloudFault } from './cloud-error';
import type { JsonAnswer } from './http';

/** Creates the error for a server that did not respond. */
export function unreachable(access: CloudAccess, url: string, error: unknown): CloudError {
  const why = error instanceof Error ? error.message : String(error);
  const isTrust = /certificate|altname|self.signed/i.test(why);
  return new CloudError({
    place: access.origin,
    found: `${url} cannot be reached: ${withoutSecrets(access, why)}`,
    allowed: isTrust ? 'a certificate of a trusted CA' : 'a server that responds',
    fix: isTrust
      ? 'set cacert in clouds.yaml to the file with the CA certificate'
      : 'check auth_url, interface and the route to the server, such as a VPN',
  });
}

/** Creates the error for a response that reports a failure. */
export function refusal(access: CloudAccess, url: string, answer: JsonAnswer): CloudError {
  const { status, body } = answer;
  const said = withoutSecrets(access, messageOf(body));
  return new CloudError({
    place: access.origin,
    found: `${url} answers ${status}${said === '' ? '' : `: ${said}`}`,
    status,
    ...advice(status, url),
  });
}

function advice(status: number, url: string): Pick<CloudFault, 'allowed' | 'fix'> {
  if (status === 401) {
    return {
      allowed: 'credentials that Keystone accepts, neither expired nor revoked',
      fix: 'check user, password and project, or the application credential, with openstack token issue',
    };
  }
  if (status === 403) {
    const isOctavia = url.includes('/lbaas/');
    return {
      allowed: `a user with the role ${isOctavia ? 'load-balancer_member' : 'member'} in the project`,
      fix: `ask an administrator to run openstack role add --user USER --project PROJECT ${isOctavia ? 'load-balancer_member' : 'member'}`,
    };
  }
  if (status === 404) {
    return {
      allowed: 'the URL of a service',
      fix: 'check auth_url in clouds.yaml; it ends before /v3',
    };
  }
  return {
    allowed: 'a response with a status from 200 to 299',
    fix: 'try again, or ask the operator of the cloud',
  };
}

function messageOf(body: unknown): string {
  const error = valueAt(body, 'error') ?? valueAt(body, 'NeutronError') ?? onlyMap(body) ?? body;
  const message = valueAt(error, 'message') ?? valueAt(error, 'faultstring');
  return typeof message === 'string' ? message.replaceAll(/\s+/g, ' ').trim() : '';
}

/** Nova puts its errors under a key for each kind, such as `forbidden`. */
function onlyMap(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  const values: unknown[] = Object.values(body);
  return values.length === 1 && typeof values[0] === 'object' ? values[0] : undefined;
}

const SECRETS = ['password', 'application_credential_secret', 'token', 'passcode'] as const;

function withoutSecrets({ auth }: CloudAccess, text: string): string {
  return SECRETS.reduce((clean, name) => {
    const secret = auth[name];
    return secret === undefined || secret === '' ? clean : clean.replaceAll(secret, '***');
  }, text);
}
