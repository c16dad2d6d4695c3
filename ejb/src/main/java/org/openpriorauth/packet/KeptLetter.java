package org.openpriorauth.packet;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a letter.
 *
 * @param text empty where it is the template's
 */
public record KeptLetter(int version, LetterText text, Instant savedAt, UUID savedBy) {}
