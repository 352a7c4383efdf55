import type { Issue } from '../../base/errors';
import type { KubeadmControlPlane } from '../model/control-plane';
import type { ClaimMappingModel, JwtIssuerModel } from '../model/jwt-issuer';

/** Identifier of the rule that the API server can parse the expressions of issuers. */
const EXPRESSION_RULE = 'issuer-expression';

/** Expression of an issuer, with its prop. */
type PlacedExpression = readonly [prop: string, expression: string];

/** Finds expressions of issuers that are not valid CEL. Functions and variables are not checked. */
export function expressionIssues({ path, authentication }: KubeadmControlPlane): readonly Issue[] {
  if (authentication?.kind !== 'issuers') return [];
  return authentication.issuers.flatMap((issuer, index) =>
    expressionsOf(issuer).flatMap(([prop, expression]): Issue | readonly Issue[] => {
      const reason = celSyntax().celSyntaxError(expression);
      if (reason === undefined) return [];
      return {
        path,
        prop: `authentication.issuers[${index}].${prop}`,
        given: expression,
        allowed: 'a CEL expression',
        fix: `correct the expression: ${firstLower(reason)}`,
        rule: EXPRESSION_RULE,
      };
    }),
  );
}

function expressionsOf(issuer: JwtIssuerModel): readonly PlacedExpression[] {
  const { username, groups, uid, extra = {}, claimRules = [], userRules = [] } = issuer;
  return [
    ...mapped('username', username),
    ...mapped('groups', groups),
    ...mapped('uid', uid),
    ...Object.entries(extra).map(
      ([key, expression]): PlacedExpression => [`extra[${JSON.stringify(key)}]`, expression],
    ),
    ...claimRules.map(
      ({ expression }, index): PlacedExpression => [`claimRules[${index}].expression`, expression],
    ),
    ...userRules.map(
      ({ expression }, index): PlacedExpression => [`userRules[${index}].expression`, expression],
    ),
  ];
}

function mapped(prop: string, mapping: ClaimMappingModel | undefined): readonly PlacedExpression[] {
  return mapping !== undefined && 'expression' in mapping ? [[prop, mapping.expression]] : [];
}

function firstLower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Loads the parser, only if there is an expression to parse. */
function celSyntax(): typeof import('../../schema/cel-syntax') {
  return require('../../schema/cel-syntax');
}
