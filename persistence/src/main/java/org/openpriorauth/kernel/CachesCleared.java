package org.openpriorauth.kernel;

/**
 * Somebody asks this server to forget what it keeps in memory of things that lie elsewhere: who
 * keeps something observes it, and reads anew.
 */
public record CachesCleared(Caller by) {}
