import { resolve } from 'node:path';
import { BUNDLED } from './bundled';
import { generate } from './generate';

const [folder, out = resolve(__dirname, '../generated')] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: npm run generate -- <folder with CRDs> [<folder to write>]\n');
  process.exitCode = 2;
} else {
  const files = generate(resolve(folder), resolve(out), BUNDLED);
  process.stdout.write(`${files.length} files in ${out}\n`);
}
