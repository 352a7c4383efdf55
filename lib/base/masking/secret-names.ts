import { remembered } from '../remembered';

/** How strongly the name of a field marks its value as secret. */
export type NameStrength = 'strong' | 'weak' | 'none';

/** Name endings, in lower case without separators, whose values are always secret. */
const STRONG =
  /(?:password|passwd|passphrase|passcode|passwordhash|pwd|(?:^|bind|root|user|db)pw|(?:client|app|application|consumer|shared|webhook|jwt|oauth|cookie|hmac|rpc)secret|credentialsecret|secretaccesskey|secretid|token|apikey|authkey|activationkey|communitystring|snmpcommunity|accountkey|masterkey|signingkey|certificatekey|encryptionkey|presharedkey|sharedaccesskey|privatekey|privatekeydata|clientkeydata|^psk|^routingkey|^trustid|^passwordsalt|^servicekey)$/;

/** Name endings that are used for a secret as often as for the name of one. */
const WEAK =
  /(?:secret|secretkey|secrets3key|storagekey|cosmoskey|batchkey|functionkey|functionskey|primarykey|secondarykey|accesskey|privatekeypem|credentials?)$/;

/** Names with such an ending that are settings. */
const SETTINGS =
  /^(?:no_?passwd|lock_?passwd|lock_?password|chpasswd|automountserviceaccounttoken)$/i;
/** Shell variables that hold folders. */
const FOLDERS = /^(?:OLD)?PWD$/;
/** Name that programs use for the working directory, and settings for a password. */
const FOLDER_OR_PASSWORD = 'pwd';
/** First words of settings, such as `requirePassword` and `USE_TOKEN`. */
const QUESTIONS =
  /^(?:(?:enable|disable|use|require|allow|generate|has|is|no|skip|create|mount)[A-Z_.-]|(?:ENABLE|DISABLE|USE|REQUIRE|ALLOW|GENERATE|HAS|IS|NO|SKIP|CREATE)_)/;

/** `DB_PASS` and `smtpPass`, but not `bypass` or `compass`. */
const PASS = /(?:^|[_.-])(?:pass|PASS|Pass)$|[a-z0-9]Pass$/;

const KEPT = 5_000;

/** Returns how strongly the name of a field, variable, key or option marks its value as secret. */
export const nameStrength = remembered(KEPT, strengthOf);

function strengthOf(name: string): NameStrength {
  if (name.length > 200) return 'none';
  if (SETTINGS.test(name) || FOLDERS.test(name) || QUESTIONS.test(name)) return 'none';
  if (name === FOLDER_OR_PASSWORD) return 'weak';
  if (PASS.test(name)) return 'strong';
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');

  if (STRONG.test(plain)) return 'strong';
  return WEAK.test(plain) ? 'weak' : 'none';
}
