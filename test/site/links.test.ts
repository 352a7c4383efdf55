import assert from 'node:assert/strict';
import { withSiteLinks } from '../../site/pages/links';

const ROUTES = new Map([
  ['docs/rules.md', '/rules/'],
  ['docs/gitops.md', '/gitops/'],
  ['examples/homelab/README.md', '/examples/homelab/'],
]);

function linked(text: string): string {
  return withSiteLinks(text, 'docs/gitops.md', ROUTES);
}

describe('links of the site', () => {
  it('lead to pages', () => {
    assert.equal(linked('[a](rules.md#clouds)'), '[a](/rules/#clouds)');
    assert.equal(linked('[a](../examples/homelab/README.md)'), '[a](/examples/homelab/)');
  });

  it('lead to the text of files without a page', () => {
    assert.equal(
      linked('[a](../examples/homelab/main.ts)'),
      '[a](/source/examples/homelab/main.ts/)',
    );
  });

  it('stay as they are in code, in the page itself, and to other hosts', () => {
    const text =
      '[a](#here) [b](https://example.org/x.md) `[c](no.md)`\n\n```ts\n[d](no.md)\n```\n';

    assert.equal(linked(text), text);
  });

  it('fail for a file that does not exist', () => {
    assert.throws(
      () => linked('[a](no.md)'),
      /^Error: docs\/gitops\.md links to docs\/no\.md, which does not exist$/,
    );
  });
});
