import type { ChannelName } from '../../src-shared/channel-names.ts';
import { AppError } from '../../src-shared/errors.ts';

interface RequestSize {
  /** Texts, numbers, arrays, objects and other values. */
  values: number;
  /** Characters of all texts, and of the names in objects. */
  characters: number;
}

/** Enough for every channel that does not carry rows. */
const smallRequest: RequestSize = { values: 5_000, characters: 2_000_000 };

/** Enough for 500,000 rows with their keys. */
const rowsRequest: RequestSize = { values: 6_000_000, characters: 200_000_000 };

/** Enough for a filter by 10,000 values. */
const filterRequest: RequestSize = { values: 25_000, characters: 20_000_000 };

/** Enough for all cells of the largest file, with their names. */
const importRequest: RequestSize = { values: 600_000, characters: 25_000_000 };

const largeRequests: Partial<Record<ChannelName, RequestSize>> = {
  exportTenants: rowsRequest,
  findSelected: rowsRequest,
  annotateTenants: rowsRequest,
  restoreAnnotations: rowsRequest,
  previewImport: importRequest,
  importAnnotations: importRequest,
  matchValues: filterRequest,
  listTenants: filterRequest,
  getFacets: filterRequest,
  getOverview: filterRequest,
  measureExport: filterRequest,
  /** `saveListState` and `saveViews` can contain one filter for each view. */
  saveListState: rowsRequest,
  saveViews: rowsRequest,
  /** Enough for the largest file, in base64. */
  readTable: { values: 10, characters: 30_000_000 },
};

/**
 * Refuses a request that is too large, before it is parsed: a schema reads a million wrong values and collects an error
 * for each. Stops counting as soon as the limit is reached.
 *
 * @throws AppError `invalid_request` if the request has too many values or characters, refers to itself, or contains
 * anything but JSON values and `undefined`.
 */
export function assertRequestSize(name: ChannelName, request: unknown): void {
  const { values, characters } = largeRequests[name] ?? smallRequest;
  let valuesLeft = values;
  let charactersLeft = characters;
  const countValues = (count: number) => {
    valuesLeft -= count;
    if (valuesLeft < 0) throw invalid('The request has too many values');
  };
  const countText = (text: string) => {
    charactersLeft -= text.length;
    if (charactersLeft < 0) throw invalid('The request has too many characters');
  };
  /** Arrays and objects whose members are not counted yet. */
  const waiting: object[] = [];
  const count = (value: unknown) => {
    if (typeof value === 'string') countText(value);
    else if (typeof value === 'object' && value !== null) waiting.push(value);
    else if (typeof value === 'bigint') throw invalid('The request contains a big integer');
  };
  count(request);
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (Array.isArray(value)) {
      // An array may be longer than its elements: `new Array(1e9)` has none.
      countValues(value.length);
      for (const element of value) count(element);
    } else {
      assertPlain(value);
      // One by one, because `Object.entries` would copy all members first.
      for (const key in value) {
        countValues(1);
        countText(key);
        count(Reflect.get(value, key));
      }
    }
  }
}

/** Refuses maps, sets, bytes, dates and everything else that no schema accepts. */
function assertPlain(value: object): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return;
  throw invalid('The request contains something that is not plain data');
}

function invalid(message: string): AppError {
  return new AppError({ code: 'invalid_request', message });
}
