const SECONDS_A_DASH = 60;

/** From mismatch to page to resolved as a line; a dash is a minute. */
export function timeline({ secondsToPage, secondsToResolved }) {
  const paged = `${dashes(secondsToPage)}> page ${secondsToPage} s`;
  return `mismatch ${paged} ${dashes(secondsToResolved - secondsToPage)}> resolved ${secondsToResolved} s`;
}

function dashes(seconds) {
  return "-".repeat(Math.max(1, Math.round(seconds / SECONDS_A_DASH)));
}
