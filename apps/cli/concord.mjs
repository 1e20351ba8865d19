#!/usr/bin/env node
// npm links no bin that lies outside its package; this one stands in for the stub at the root.
import '../../concord.mjs';
