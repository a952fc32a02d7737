import type { ErrorCode } from '../../src-shared/errors.ts';

/**
 * Keytar reports the operating system's message without a code, so the message is all that can be matched. These are
 * the English messages of libsecret and gnome-keyring, of macOS (SecBase.h) and of Windows (CredWrite, CredRead). On a
 * Windows in another language most messages match nothing and become `keychain_failed`, for which the app offers the
 * same solutions.
 */
const messagePatterns: readonly (readonly [RegExp, ErrorCode])[] = [
  // gnome-keyring: without a login keyring that was opened once, there is no collection to write to
  [
    /locked collection|locked object|object does not exist at path|prompt(er)? .*(dismissed|failed)/i,
    'keychain_locked',
  ],
  // macOS: errSecInteractionNotAllowed (no user at the screen), errSecInDarkWake
  [/user interaction is not allowed|in dark wake/i, 'keychain_locked'],
  // libsecret without D-Bus or a secret service; keytar without libsecret
  [
    /autolaunch|could not connect|not provided by any|serviceunknown|native addon/i,
    'keychain_missing',
  ],
  // macOS: errSecNoDefaultKeychain, errSecNoSuchKeychain, errSecNotAvailable
  [
    /default keychain could not be found|keychain could not be found|no keychain is available/i,
    'keychain_missing',
  ],
  // Windows: the Credential Manager service is off, or a policy forbids storing credentials
  [
    /logon session does not exist|service cannot be started|service has not been started/i,
    'keychain_missing',
  ],
  // Windows: the key is too long, or the vault is full; macOS: the disk is full
  [
    /stub received bad data|not enough (memory|storage|quota)|disk is full|no space left/i,
    'keychain_full',
  ],
  [
    /access ?(is )?denied|accessdenied|not authorized|not permitted|entitlement/i,
    'keychain_denied',
  ],
  // macOS: errSecAuthFailed, errSecUserCanceled; libsecret: the user closed the prompt
  [/passphrase you entered is not correct|cancell?ed|dismissed/i, 'keychain_denied'],
];

/** Returns the error code for an error message of the keychain. */
export function toKeychainErrorCode(message: string): ErrorCode {
  return messagePatterns.find(([pattern]) => pattern.test(message))?.[1] ?? 'keychain_failed';
}
