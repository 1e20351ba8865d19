import { describe, expect, it } from 'vitest';
import { followPresses } from './press.ts';

const turn = () => new Promise((done) => setTimeout(done, 0));
const event = (name: string, button = 0) => Object.assign(new Event(name), { button });

describe('what waits until a press is over', () => {
  it('given nothing is pressed, then it is done at once', () => {
    const onceLetGo = followPresses(new EventTarget());
    const done: string[] = [];
    onceLetGo(() => done.push('told'));
    expect(done).toEqual(['told']);
  });

  it('given a press, then it is done after the click that ends it, and not before', async () => {
    const place = new EventTarget();
    const onceLetGo = followPresses(place);
    const done: string[] = [];
    place.addEventListener('click', () => done.push('clicked'));
    place.dispatchEvent(event('pointerdown'));
    onceLetGo(() => done.push('told'));
    expect(done).toEqual([]);
    for (const name of ['pointerup', 'mouseup', 'click']) place.dispatchEvent(event(name));
    await turn();
    expect(done).toEqual(['clicked', 'told']);
  });

  it('given a finger, which presses like a mouse once it is lifted, then that is waited for too', async () => {
    const place = new EventTarget();
    const onceLetGo = followPresses(place);
    const done: string[] = [];
    for (const name of ['pointerdown', 'pointerup', 'mousedown']) place.dispatchEvent(event(name));
    onceLetGo(() => done.push('told'));
    await turn();
    expect(done).toEqual([]);
    place.dispatchEvent(event('mouseup'));
    await turn();
    expect(done).toEqual(['told']);
  });

  it('given it is called off meanwhile, then it is not done', async () => {
    const place = new EventTarget();
    const onceLetGo = followPresses(place);
    const done: string[] = [];
    place.dispatchEvent(event('pointerdown'));
    const callOff = onceLetGo(() => done.push('told'));
    callOff();
    place.dispatchEvent(event('pointercancel'));
    await turn();
    expect(done).toEqual([]);
  });

  it('given another button than the first, or a key, then nothing waits', () => {
    const place = new EventTarget();
    const onceLetGo = followPresses(place);
    const done: string[] = [];
    place.dispatchEvent(event('pointerdown', 2));
    onceLetGo(() => done.push('told'));
    expect(done).toEqual(['told']);
    place.dispatchEvent(event('pointerdown'));
    onceLetGo(() => done.push('later'));
    place.dispatchEvent(new Event('keydown'));
    expect(done).toEqual(['told', 'later']);
  });
});
