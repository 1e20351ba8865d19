export function GuideRoom() {
  return null;
}
