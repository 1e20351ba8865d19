export function HomeRoom() {
  return null;
}
