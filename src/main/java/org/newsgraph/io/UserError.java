package org.newsgraph.io;

/**
 * Marker of exceptions whose message was written for users: one line that gives what happened,
 * where, and what to do.
 */
public interface UserError {}
