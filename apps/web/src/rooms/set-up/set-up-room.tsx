export function SetUpRoom() {
  return null;
}
