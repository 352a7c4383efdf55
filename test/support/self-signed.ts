import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from './in-folder';

/** Certificate for 127.0.0.1 that is its own authority, made by `openssl` for one test. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  return inFolder((folder) => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const output = ['-nodes', '-days', '2', '-keyout', key, '-out', cert];
    execFileSync('openssl', [...request, ...subject, ...output], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  });
}
