import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatedFiles } from './table-file';

const root = resolve(__dirname, '../../..');
for (const [path, text] of generatedFiles(root)) {
  writeFileSync(join(root, path), text);
  process.stdout.write(`${path}\n`);
}
