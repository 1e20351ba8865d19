export function ActionsRoom() {
  return null;
}
