import { anyDeeds, doDeed, groundOfDeeds } from '@concord/programme/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openShelf } from "./library/shelf.ts";
import { newMemory } from './coverage/memory.ts';
import { everyPiece } from './testing/asked.ts';
import { seesAll } from './reader.ts';
it('x', () => {
  fc.assert(fc.property(anyDeeds, (deeds) => {
    const story = groundOfDeeds(); const memory = newMemory();
    const ben = { person: 'ben', sees: 'own' } as const;
    for (const deed of deeds) { doDeed(story, deed);
      for (const reader of [seesAll, ben]) {
        const on = story.today;
        if (JSON.stringify(everyPiece(story, { reader, on, memory })) !== JSON.stringify(everyPiece(story, { reader, on }))) { const show = (m: any) => [...openShelf({ programme: story.programme, on, memory: m }).lines.values()].filter((l) => l.control.code==='ZQ-3').map((l) => l.claimed.map((c) => `${c.id} ${c.framework} ${c.requirement} ${c.state} ${c.seq}`).join('; ')); console.log('DBG', show(memory), show(newMemory()), JSON.stringify(deed), story.facts.slice(-4).map((f)=>f.type+f.record.id+JSON.stringify(f.data))); }
        expect(JSON.stringify(everyPiece(story, { reader, on, memory }))).toBe(JSON.stringify(everyPiece(story, { reader, on })));
        if (reader === ben) {
          const text = JSON.stringify(everyPiece(story, { reader, on }));
          const { controls } = story.programme;
          const names = [...controls.controls.values()].filter((c) => c.owner !== 'ben').map((c) => c.id);
          for (const n of names) expect(text.includes(`"${n}"`)).toBe(false);
        }
      }
    }
  }), { numRuns: 60, endOnFailure: true });
}, 100000);
