import { remembered } from '../remembered';

/** How much the name of a field says of its value. */
export type NameStrength = 'strong' | 'weak' | 'none';

/** Ends of names, in small letters without separators, whose values are secret whatever they look like. */
const STRONG =
  /(?:password|passwd|passphrase|passcode|passwordhash|pwd|(?:^|bind|root|user|db)pw|(?:client|app|application|consumer|shared|webhook|jwt|oauth|cookie|hmac|rpc)secret|credentialsecret|secretaccesskey|secretid|token|apikey|authkey|activationkey|communitystring|snmpcommunity|accountkey|masterkey|signingkey|certificatekey|encryptionkey|presharedkey|sharedaccesskey|privatekey|privatekeydata|clientkeydata|^psk|^routingkey|^trustid|^passwordsalt|^servicekey)$/;

/** Ends of names that stand for a secret as often as for the name of one. */
const WEAK =
  /(?:secret|secretkey|secrets3key|storagekey|cosmoskey|batchkey|functionkey|functionskey|primarykey|secondarykey|accesskey|privatekeypem|credentials?)$/;

/** Names with such an end that are settings. */
const SETTINGS =
  /^(?:no_?passwd|lock_?passwd|lock_?password|chpasswd|automountserviceaccounttoken)$/i;
/** Variables in which shells keep folders. */
const FOLDERS = /^(?:OLD)?PWD$/;
/** Name that programs have for the folder they work in, and settings for a password. */
const FOLDER_OR_PASSWORD = 'pwd';
/** First words of settings, such as `requirePassword` and `USE_TOKEN`. */
const QUESTIONS =
  /^(?:(?:enable|disable|use|require|allow|generate|has|is|no|skip|create|mount)[A-Z_.-]|(?:ENABLE|DISABLE|USE|REQUIRE|ALLOW|GENERATE|HAS|IS|NO|SKIP|CREATE)_)/;

/** `DB_PASS` and `smtpPass`, but neither `bypass` nor `compass`. */
const PASS = /(?:^|[_.-])(?:pass|PASS|Pass)$|[a-z0-9]Pass$/;

const KEPT = 5_000;

/** Tells what the name of a field, variable, key or option says of its value. */
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
