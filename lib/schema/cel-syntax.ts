import { celEnvironment } from './cel-environment';
import { type CelEnvironment, celLibrary } from './cel-library';

let environment: CelEnvironment | undefined;

/** Returns why an expression cannot be parsed, whatever its variables and functions; undefined if it can. */
export function celSyntaxError(expression: string): string | undefined {
  environment ??= celEnvironment();
  try {
    environment.parse(expression);
    return undefined;
  } catch (error) {
    if (!(error instanceof celLibrary().ParseError)) throw error;
    return error.summary;
  }
}
