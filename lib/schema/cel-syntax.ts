import { celEnvironment } from './cel-environment';
import { type CelEnvironment, celLibrary } from './cel-library';

let environment: CelEnvironment | undefined;

/** What keeps an expression from being read, whatever its variables and functions are; absent where nothing does. */
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
