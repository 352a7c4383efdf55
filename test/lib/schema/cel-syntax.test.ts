import assert from 'node:assert/strict';
import { celSyntaxError } from '../../../lib/schema/cel-syntax';

describe('celSyntaxError', () => {
  for (const expression of [
    'claims.sub',
    "'corp:' + claims.email",
    'claims.email_verified == true',
    'claims.?email_verified.orValue(true) == true',
    "has(claims.groups) ? claims.groups.map(g, 'corp:' + g) : []",
    "claims.roles.split(',').filter(r, r.startsWith('k8s-'))",
    '(claims.exp - claims.nbf) <= 86400',
    "!user.username.startsWith('system:')",
    "user.groups.all(group, !group.startsWith('system:'))",
    '"a" in claims.roles && claims["x-y"] != null',
    'claims.foo[?"bar"].hasValue()',
    "cel.bind(x, claims.sub, x + '@' + x)",
    "r'\\d+' == '' || claims.sub.matches('''^[a-z]+$''')",
    "{'a': 1}.a == 1u",
    'dyn(claims.sub).someFunctionThatIsNewer(1)',
  ]) {
    it(`reads ${expression}`, () => {
      assert.equal(celSyntaxError(expression), undefined);
    });
  }

  for (const expression of ['claims.sub + "', 'claims.sub +', '(claims.sub', 'claims..sub', '']) {
    it(`does not read ${JSON.stringify(expression)}`, () => {
      assert.match(celSyntaxError(expression) ?? '', /\S/);
    });
  }
});
