// Random tests draw the same cases each time, so that a result depends on the code alone. To look further:
// CONCORD_SEED=any number (or `random`) npm test -- packages/views
import fc from 'fast-check';

const asked = process.env.CONCORD_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: asked === undefined ? 20_260_101 : Number(asked) });
