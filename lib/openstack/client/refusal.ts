import { valueAt } from '../../base/value-at';
import type { CloudAccess } from './cloud-access';
import { CloudError, type CloudFault } from './cloud-error';
import type { JsonAnswer } from './http';

/** Error for a server that gave no answer. */
export function unreachable(access: CloudAccess, url: string, error: unknown): CloudError {
  const why = error instanceof Error ? error.message : String(error);
  const isTrust = /certificate|altname|self.signed/i.test(why);
  return new CloudError({
    place: access.origin,
    found: `${url} cannot be reached: ${withoutSecrets(access, why)}`,
    allowed: isTrust ? 'a certificate of an authority that is trusted' : 'a server that answers',
    fix: isTrust
      ? 'set cacert in clouds.yaml to the file with the certificate of the authority'
      : 'check auth_url, interface and the way there, such as a VPN',
  });
}

/** Error for an answer that is none. */
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
      allowed: 'credentials that Keystone knows, neither expired nor revoked',
      fix: 'check user, password and project, or the application credential, with openstack token issue',
    };
  }
  if (status === 403) {
    const isOctavia = url.includes('/lbaas/');
    return {
      allowed: `a user with the role ${isOctavia ? 'load-balancer_member' : 'member'} in the project`,
      fix: `ask for openstack role add --user USER --project PROJECT ${isOctavia ? 'load-balancer_member' : 'member'}`,
    };
  }
  if (status === 404) {
    return {
      allowed: 'the URL of a service',
      fix: 'check auth_url in clouds.yaml; it ends before /v3',
    };
  }
  return { allowed: 'an answer with a status from 200 to 299', fix: 'try again, or ask the cloud' };
}

function messageOf(body: unknown): string {
  const error = valueAt(body, 'error') ?? valueAt(body, 'NeutronError') ?? onlyMap(body) ?? body;
  const message = valueAt(error, 'message') ?? valueAt(error, 'faultstring');
  return typeof message === 'string' ? message.replaceAll(/\s+/g, ' ').trim() : '';
}

/** Nova puts its errors under a name for each kind, such as `forbidden`. */
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
