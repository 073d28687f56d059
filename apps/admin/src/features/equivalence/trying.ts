/** A change that is tried, as an address says it; in `ends` codes of tables stand with commas between them. `go`: it was asked for, and not only begun. */
export type Trying = {
  act?: 'adopt' | 'end' | 'validity'; table?: string; type?: string; months?: number; from?: string; lastDay?: string; ends?: string; basis?: string; on?: string; declared?: true; go?: true;
};
