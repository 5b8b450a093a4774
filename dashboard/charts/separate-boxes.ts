/** Something drawn with a label: its middle, and how far it reaches to each side. */
export interface Box {
  x: number;
  y: number;
  halfWidth: number;
  above: number;
  below: number;
}

const rounds = 250;

/**
 * Moves boxes apart until none overlaps another, or no more room is found, each pair by the shorter way; all stay
 * inside the frame. Changes the boxes' places.
 */
export function separateBoxes(boxes: readonly Box[], width: number, height: number): void {
  for (let round = 0; round < rounds; round += 1) {
    let isSettled = true;
    boxes.forEach((box, index) => {
      for (const other of boxes.slice(index + 1)) if (pushApart(box, other)) isSettled = false;
      box.x = Math.min(Math.max(box.x, box.halfWidth), width - box.halfWidth);
      box.y = Math.min(Math.max(box.y, box.above), height - box.below);
    });
    if (isSettled) return;
  }
}

function pushApart(a: Box, b: Box): boolean {
  const across = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
  const isAbove = a.y <= b.y;
  const down = isAbove ? a.y + a.below - (b.y - b.above) : b.y + b.below - (a.y - a.above);
  if (across <= 0 || down <= 0) return false;
  if (across < down) {
    const move = (a.x <= b.x ? -across : across) / 2;
    a.x += move;
    b.x -= move;
  } else {
    const move = (isAbove ? -down : down) / 2;
    a.y += move;
    b.y -= move;
  }
  return true;
}
