import { AppError } from '../../src-shared/errors.ts';
import type { ListedRecord } from '../../src-shared/list-tenants.ts';
import { recordsOf, withRecords } from '../list-ids.ts';
import type { RecordStore } from './record-store.ts';

type Numbers = ReadonlyMap<string, readonly string[]>;

const noNumbers: Numbers = new Map();

/** Rows, and the list of each. */
interface Rows {
  tenants: readonly ListedRecord[];
  listIds: readonly string[];
}

/** Finds the hotlines of the owners of tenants. The API does not tell which tenant a hotline belongs to. */
export class OwnerHotlines {
  readonly #store: () => RecordStore;

  /** @param store returns the store of the hotlines. @throws AppError if it could not be opened. */
  constructor(store: () => RecordStore) {
    this.#store = store;
  }

  /** Returns tenants with the numbers of their owners' hotlines. Other records stay as they are. */
  addTo({ tenants, listIds }: Rows): ListedRecord[] {
    const numbersByList = new Map<string, Numbers>();
    return tenants.map((tenant, at) => {
      const listId = listIds[at] ?? '';
      let numbers = numbersByList.get(listId);
      if (numbers === undefined) numbersByList.set(listId, (numbers = this.#numbersFor(listId)));
      const hotlines = numbers.get(tenant.ownerId ?? '');
      return hotlines === undefined ? tenant : { ...tenant, hotlines };
    });
  }

  /** Returns the numbers by owner. */
  #numbersFor(listId: string): Numbers {
    if (recordsOf(listId) !== 'tenants') return noNumbers;
    try {
      return this.#store().valuesBy('ownerId', 'hotline', withRecords(listId, 'hotlines'));
    } catch (error) {
      // The tenants can be shown without them. A call for the hotlines themselves reports the error.
      if (error instanceof AppError) return noNumbers;
      throw error;
    }
  }
}
