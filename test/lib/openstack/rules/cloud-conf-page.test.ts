import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCloudConfPage } from '../../../../lib/openstack/rules/cloud-conf-page';
import { ROOT } from '../../../support/import-graph';

const PAGE = join(ROOT, 'docs/cloud-conf.md');

describe('page about cloud.conf', () => {
  it('stands in the repository as it is made from the table of keys', () => {
    if (process.env.UPDATE_DOCS === '1') {
      assert.equal(process.env.CI, undefined, 'UPDATE_DOCS is refused when CI is set');
      writeFileSync(PAGE, renderCloudConfPage());
    }

    assert.equal(readFileSync(PAGE, 'utf8'), renderCloudConfPage());
  });
});
