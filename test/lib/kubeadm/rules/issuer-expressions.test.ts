import assert from 'node:assert/strict';
import { Authentication, ClaimMapping, type JwtIssuer } from '../../../../constructs/index';
import { testFleet } from '../../../support/fleets';
import { inFolder } from '../../../support/in-folder';

const ISSUER = { url: 'https://id.example', audiences: ['kube'] };

describe('expressions of issuers', () => {
  it('are read wherever they stand', () => {
    const broken = 'claims.sub +';
    const username = ClaimMapping.expression(broken);
    const rules = [{ expression: broken, message: 'no' }];

    assert.deepEqual(
      refused({
        ...ISSUER,
        username,
        groups: username,
        uid: username,
        extra: { 'example.com/a': broken },
        claimRules: rules,
        userRules: rules,
      }).map(([line]) => line),
      [
        'username',
        'groups',
        'uid',
        'extra["example.com/a"]',
        'claimRules[0].expression',
        'userRules[0].expression',
      ].map(
        (prop) =>
          `mothership/prod/control-plane: authentication.issuers[0].${prop} is "claims.sub +"`,
      ),
    );
  });

  it('are told of with what is wrong', () => {
    assert.deepEqual(refused({ ...ISSUER, username: ClaimMapping.expression('claims.sub + "') }), [
      [
        'mothership/prod/control-plane: authentication.issuers[0].username is "claims.sub + \\""',
        '  allowed: a CEL expression',
        '  fix: correct the expression: unterminated string',
      ],
    ]);
  });

  it('are accepted where they can be read', () => {
    assert.deepEqual(
      refused({ ...ISSUER, username: ClaimMapping.expression("'corp:' + claims.sub") }),
      [],
    );
  });
});

/** Lines of each mistake in an issuer. */
function refused(issuer: JwtIssuer): readonly (readonly string[])[] {
  return inFolder((outdir) => linesOf(issuer, outdir));
}

function linesOf(issuer: JwtIssuer, outdir: string): readonly (readonly string[])[] {
  const { fleet, cluster } = testFleet({ outdir });
  const authentication = Authentication.issuers([issuer]);
  cluster('prod', { controlPlane: { flavor: 'large', authentication } });
  try {
    fleet.synth();
  } catch (error) {
    assert.ok(error instanceof Error && error.name === 'ValidationError');
    const lines = error.message.split('\n');
    return lines.flatMap((_, at) => (at % 3 === 0 ? [lines.slice(at, at + 3)] : []));
  }
  return [];
}
