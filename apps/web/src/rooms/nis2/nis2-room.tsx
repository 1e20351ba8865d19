export function Nis2Room() {
  return null;
}
