/** The company of the demo: nobody's, and no company of this name is known to us. */
export const company = {
  name: 'Marevelt Managed Services B.V.',
  zone: 'Europe/Amsterdam',
} as const;
