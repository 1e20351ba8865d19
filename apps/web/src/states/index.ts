export * from './looks.ts';
export * from './marks.tsx';
