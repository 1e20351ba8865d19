export function WhatIfRoom() {
  return null;
}
