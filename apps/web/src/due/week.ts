const dayMs = 86_400_000;

/** The local date some days later. Rooms have it from the app; what is tested without a browser has it here. */
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The Monday of the week of a day, both local dates. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return later(day, -weekday);
}

export function sundayOf(monday: string): string {
  return later(monday, 6);
}

export function nextMonday(monday: string): string {
  return later(monday, 7);
}
