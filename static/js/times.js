// Times in the reader's zone and language. [data-relative] is kept up to date, the rest is written once.
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const refreshEvery = 30_000;

const lasting = {
  minute: new Intl.NumberFormat(undefined, { style: "unit", unit: "minute", unitDisplay: "short" }),
  hour: new Intl.NumberFormat(undefined, { style: "unit", unit: "hour", unitDisplay: "short" }),
  day: new Intl.NumberFormat(undefined, { style: "unit", unit: "day", unitDisplay: "short" }),
};
const rightNow = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(0, "second");
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "short" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "short" });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const fullDate = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const days = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
// A birth date and a month have no zone.
const plainDate = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" });
const plainMonth = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });

const midnight = (time) => new Date(time.getFullYear(), time.getMonth(), time.getDate());
const daysAgo = (time) => Math.round((midnight(new Date()) - midnight(time)) / (day * 1000));
const isThisYear = (time) => time.getFullYear() === new Date().getFullYear();

const date = (time) => (isThisYear(time) ? dayOfYear : fullDate).format(time);

function relative(time) {
  const seconds = (Date.now() - time) / 1000;
  if (seconds < minute) return rightNow;
  if (seconds < hour) return lasting.minute.format(Math.floor(seconds / minute));
  if (seconds < day) return lasting.hour.format(Math.floor(seconds / hour));
  if (seconds < 7 * day) return lasting.day.format(Math.floor(seconds / day));
  return date(time);
}

// As the rows of the chat list say it: the hour today, then the weekday, then the date.
function short(time) {
  const ago = daysAgo(time);
  if (ago === 0) return clock.format(time);
  return ago < 7 ? weekday.format(time) : date(time);
}

const capital = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export const clockOf = (time) => clock.format(time);

// "Today", "Yesterday", "Tuesday, 3 March"
export function dayName(time) {
  const ago = daysAgo(time);
  if (ago < 2) return capital(days.format(-ago, "day"));
  return isThisYear(time) ? longDay.format(time) : fullDate.format(time);
}

const ways = [
  ["data-relative", relative],
  ["data-short", short],
  ["data-clock", clockOf],
  ["data-date", (time) => plainDate.format(time)],
  ["data-month", (time) => plainMonth.format(time)],
];

function write(element) {
  const time = new Date(element.dateTime);
  if (Number.isNaN(time.getTime())) return;
  const [attribute, way] = ways.find(([name]) => element.hasAttribute(name)) ?? [];
  if (!way) return;
  const text = way(time);
  if (element.textContent !== text) element.textContent = text;
  if (attribute === "data-relative" || attribute === "data-short" || attribute === "data-clock") {
    element.title = exact.format(time);
  }
}

export function writeTimes(within = document) {
  for (const element of within.querySelectorAll("time[datetime]")) write(element);
}

export function startTimes() {
  writeTimes();
  setInterval(() => {
    if (!document.hidden) writeTimes();
  }, refreshEvery);
}
