export function HistoryRoom() {
  return null;
}
