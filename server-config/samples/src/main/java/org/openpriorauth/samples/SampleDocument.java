package org.openpriorauth.samples;

/** A file as it would arrive: named, typed, complete. */
public record SampleDocument(String fileName, String mediaType, byte[] content) {}
