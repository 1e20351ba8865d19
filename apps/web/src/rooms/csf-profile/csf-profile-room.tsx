export function CsfProfileRoom() {
  return null;
}
