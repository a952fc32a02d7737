import { AppError } from '../../src-shared/errors.ts';
import type { ManagedSettings } from '../../src-shared/managed-settings.ts';
import type { StoredAccount } from './stored-accounts.ts';

/** Which servers the organization allows. Saved lists can be read in any case. */
export class AllowedServers {
  readonly #managed: ManagedSettings;

  constructor(managed: ManagedSettings) {
    this.#managed = managed;
  }

  /**
   * Checks whether a key may be entered for an address.
   *
   * @throws AppError `policy_unreadable` if the organization's base URL could not be read; `address_not_allowed`.
   */
  assertMayConnect(baseUrl: string): void {
    const { allowsConnecting, unreadable } = this.#managed;
    if (!allowsConnecting) {
      const path = unreadable.join('\n');
      throw new AppError({ code: 'policy_unreadable', message: 'The base URL is unknown', path });
    }
    this.#assertAddress(baseUrl);
  }

  /**
   * Checks whether requests may be sent for an account.
   *
   * @throws AppError `address_not_allowed` if the organization has set another base URL; `sample_data_not_allowed`.
   */
  assertMayUse(account: StoredAccount): void {
    if (account.kind === 'sample') this.assertSampleData();
    else this.#assertAddress(account.baseUrl);
  }

  /** @throws AppError `sample_data_not_allowed` */
  assertSampleData(): void {
    if (this.#managed.allowsSampleData) return;
    throw new AppError({ code: 'sample_data_not_allowed', message: 'Not by the organization' });
  }

  #assertAddress(baseUrl: string): void {
    const { serverUrl } = this.#managed;
    if (serverUrl === null || serverUrl === baseUrl) return;
    throw new AppError({ code: 'address_not_allowed', message: 'The organization has another' });
  }
}
