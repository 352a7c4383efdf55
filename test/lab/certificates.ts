import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Certificate {
  readonly subject: string;
  readonly usage: 'serverAuth' | 'clientAuth';
  readonly names?: string;
}

const DAYS = '30';
const SERVER_NAMES =
  'IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes.default.svc,DNS:kubernetes.default';

/** Certificates of a lab; `tls` has the name that managers look for beside their webhooks. */
const CERTIFICATES: Readonly<Record<string, Certificate>> = {
  apiserver: { subject: '/CN=kube-apiserver', usage: 'serverAuth', names: SERVER_NAMES },
  admin: { subject: '/O=system:masters/CN=admin', usage: 'clientAuth' },
  tls: { subject: '/CN=webhook', usage: 'serverAuth', names: 'IP:127.0.0.1' },
};

/** Makes the authority `ca` and what it signs, as `<name>.crt` and `<name>.key`, and a key for service accounts. */
export function makeCertificates(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const key = (name: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`];
  openssl('req', '-x509', ...key('ca'), '-days', DAYS, '-subj', '/CN=lab', '-out', 'ca.crt');
  for (const [name, { subject, usage, names }] of Object.entries(CERTIFICATES)) {
    const lines = [`extendedKeyUsage=${usage}`];
    if (names !== undefined) lines.push(`subjectAltName=${names}`);
    writeFileSync(join(folder, `${name}.ext`), lines.join('\n'));
    openssl('req', ...key(name), '-subj', subject, '-out', `${name}.csr`);
    const authority = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', DAYS];
    const files = ['-in', `${name}.csr`, '-extfile', `${name}.ext`, '-out', `${name}.crt`];
    openssl('x509', '-req', ...authority, ...files);
  }
  openssl('genrsa', '-out', 'service-account.key', '2048');
}
