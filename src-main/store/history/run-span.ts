/** Two complete runs of a list: the list as `since` left it is compared with the list as `until` left it. */
export interface RunSpan {
  since: number;
  until: number;
}
