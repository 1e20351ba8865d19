import type { Context } from 'hono';
import type { Server } from '../server.ts';
export async function firstPage(_server: Server, context: Context): Promise<Response> {
  return context.html('<!doctype html><title>Concord</title>');
}
