import type { ErrorCode } from '../../src-shared/errors.ts';

/**
 * Keytar passes on the system's own sentence and no code, so the sentence is all there is to go by. These are the
 * English ones of libsecret and gnome-keyring, of macOS (SecBase.h) and of Windows (CredWrite, CredRead); on a Windows
 * in another language most of them end as `keychain_failed`, which offers the same ways out.
 */
const sentences: readonly (readonly [RegExp, ErrorCode])[] = [
  // gnome-keyring has no collection to write to until the login keyring was opened once
  [
    /locked collection|locked object|object does not exist at path|prompt(er)? .*(dismissed|failed)/i,
    'keychain_locked',
  ],
  // macOS errSecInteractionNotAllowed (no one at the screen), errSecInDarkWake
  [/user interaction is not allowed|in dark wake/i, 'keychain_locked'],
  // libsecret without a bus or a service; keytar without libsecret
  [
    /autolaunch|could not connect|not provided by any|serviceunknown|native addon/i,
    'keychain_missing',
  ],
  // macOS errSecNoDefaultKeychain, errSecNoSuchKeychain, errSecNotAvailable
  [
    /default keychain could not be found|keychain could not be found|no keychain is available/i,
    'keychain_missing',
  ],
  // Windows: the vault's service is off, or a policy forbids to keep credentials
  [
    /logon session does not exist|service cannot be started|service has not been started/i,
    'keychain_missing',
  ],
  // Windows: blob too long, vault full; macOS: disk full
  [
    /stub received bad data|not enough (memory|storage|quota)|disk is full|no space left/i,
    'keychain_full',
  ],
  [
    /access ?(is )?denied|accessdenied|not authorized|not permitted|entitlement/i,
    'keychain_denied',
  ],
  // macOS errSecAuthFailed, errSecUserCanceled; libsecret's dismissed prompt
  [/passphrase you entered is not correct|cancell?ed|dismissed/i, 'keychain_denied'],
];

/** The code for what a keychain said. */
export function keychainErrorCode(message: string): ErrorCode {
  return sentences.find(([pattern]) => pattern.test(message))?.[1] ?? 'keychain_failed';
}
