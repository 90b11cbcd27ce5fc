/** The middle value. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/**
 * The median of `subject / floor` over rounds in which the two run in turn, so that a machine whose speed
 * drifts slows both.
 *
 * @param rounds how many rounds count, after one that does not.
 * @param subject gives a time in any unit, as does `floor`.
 * @returns the median ratio, and the median time of each.
 */
export async function medianRatio(rounds, subject, floor) {
  const ratios = [];
  const subjects = [];
  const floors = [];
  for (let round = -1; round < rounds; round++) {
    const subjectTime = await subject();
    const floorTime = await floor();
    if (round < 0) continue;
    subjects.push(subjectTime);
    floors.push(floorTime);
    ratios.push(subjectTime / floorTime);
  }
  return { ratio: median(ratios), subject: median(subjects), floor: median(floors) };
}

/** How long some work takes, in ms. */
export async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
