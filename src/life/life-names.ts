/** What the suite calls its days, in file names, expected failures and reports. */
export const LIFE_ID = "life";
/** What a report calls them. */
export const LIFE_TITLE = "Days of trading";
/** What one run makes of it unless asked otherwise (the suite `life`). */
export const USUAL_DAYS = { days: 5, syncsADay: 1_000 } as const;
