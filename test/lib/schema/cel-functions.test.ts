import assert from 'node:assert/strict';
import { celEnvironment } from '../../../lib/schema/cel-environment';

const TRUE: readonly string[] = [
  "'abc'.charAt(1) == 'b'",
  "'a.b.c'.replace('.', '-') == 'a-b-c'",
  "'a.b.c'.replace('.', '-', 1) == 'a-b.c'",
  "'a.b.c'.replace('.', '-', -1) == 'a-b-c'",
  "'abc'.reverse() == 'cba'",
  "'v1.33.1'.find('[0-9]+') == '1'",
  "'v1.33.1'.find('x') == ''",
  "'v1.33.1'.findAll('[0-9]+') == ['1', '33', '1']",
  '[1, 2, 2].isSorted() && ![2, 1].isSorted()',
  '[1, 2, 3].sum() == 6',
  '[1.5, 2.0].sum() == 3.5',
  '[3, 1, 2].min() == 1 && [3, 1, 2].max() == 3',
  "['a', 'b', 'a'].indexOf('a') == 0 && ['a', 'b', 'a'].lastIndexOf('a') == 2",
  'sets.contains([1, 2], [2]) && !sets.contains([1], [2])',
  'sets.equivalent([1, 2, 1], [2, 1]) && sets.intersects([1, 2], [2, 3])',
  "!format.dns1123Label().validate('a-b').hasValue()",
  "format.dns1123Label().validate('A').hasValue()",
  "format.dns1123Subdomain().validate('a.b.').hasValue()",
  "format.dns1035Label().validate('1a').hasValue()",
  "!format.qualifiedName().validate('a.example/b').hasValue()",
  "format.labelValue().validate('-').hasValue() && format.uuid().validate('a').hasValue()",
  "isURL('https://a.example:443/b') && !isURL('a b')",
  "url('https://me@a.example:443/b?c').getHost() == 'a.example:443'",
  "url('https://a.example:443/b?c').getPort() == '443'",
  "url('https://a.example:443/b?c').getHostname() == 'a.example'",
  "url('https://a.example/b?c').getEscapedPath() == '/b'",
  "url('HTTPS://a.example').getScheme() == 'https' && url('/b').getScheme() == ''",
  "url('https://[::1]:80/').getHostname() == '::1'",
  "isQuantity('8Gi') && isQuantity('1e3') && isQuantity('.5') && !isQuantity('8 Gi')",
  "quantity('8G').isLessThan(quantity('8Gi')) && quantity('1.5Gi').asInteger() == 1610612736",
  "quantity('100m').isGreaterThan(quantity('99m')) && !quantity('100m').isInteger()",
  "quantity('1k').compareTo(quantity('1000')) == 0 && quantity('1k') == quantity('1e3')",
  "quantity('-2').sign() == -1 && quantity('0').sign() == 0",
  "quantity('1').add(quantity('500m')).sub(1).asApproximateFloat() == 0.5",
  "isIP('::1') && !isIP('1.2.3') && ip('192.0.2.1').family() == 4",
  "string(ip('192.0.2.1')) == '192.0.2.1'",
  "isCIDR('192.0.2.0/24') && !isCIDR('192.0.2.0') && cidr('192.0.2.0/24').prefixLength() == 24",
  "cidr('192.0.2.0/24').containsIP('192.0.2.9') && !cidr('192.0.2.0/24').containsIP(ip('::1'))",
  "cidr('10.0.0.0/8').containsCIDR('10.9.0.0/16') && !cidr('10.9.0.0/16').containsCIDR('10.0.0.0/8')",
  "cidr('10.0.0.0/8').containsCIDR(cidr('10.0.0.0/9'))",
  "self.?missing.orValue('none') == 'none'",
];

const REFUSED: readonly string[] = [
  "quantity('x')",
  "url('x y')",
  "ip('x')",
  "cidr('x')",
  '[].max()',
];

describe('functions of expressions', () => {
  const environment = celEnvironment();

  for (const expression of TRUE) {
    it(`hold: ${expression}`, () => {
      const parsed = environment.parse(expression);

      assert.equal(parsed.check().error?.summary, undefined);
      assert.equal(parsed({ self: {} }), true);
    });
  }

  for (const expression of REFUSED) {
    it(`refuse ${expression} with a range error`, () => {
      assert.throws(() => environment.parse(expression)({}), RangeError);
    });
  }
});
