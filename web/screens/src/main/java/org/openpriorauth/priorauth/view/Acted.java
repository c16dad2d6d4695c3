package org.openpriorauth.priorauth.view;

/** A person did something to the request on the page: what was read of it before is old. */
public record Acted() {}
