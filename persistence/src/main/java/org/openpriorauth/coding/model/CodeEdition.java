package org.openpriorauth.coding.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A code set as it was published for a stretch of time.
 *
 * @param name what the agency calls it, say 2027 or July 2027
 * @param to the last day, or null until the next edition's first
 * @param sample a few codes to try things with: what it lacks may be a code all the same
 * @param licensed its descriptions are somebody's property
 * @param codes how many lines it has
 * @param sha256 of the file, in hex
 */
public record CodeEdition(
    UUID id,
    CodeSystem system,
    String name,
    LocalDate from,
    LocalDate to,
    boolean sample,
    boolean licensed,
    int codes,
    String sha256,
    Instant loadedAt) {}
