/**
 * After so many pages in a row that bring no new tenant, a run goes round in circles. A few can happen when many rows
 * move at once, or when a server filters its pages after it has cut them.
 */
export const maximumPagesWithoutNews = 50;
