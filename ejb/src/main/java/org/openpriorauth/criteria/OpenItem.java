package org.openpriorauth.criteria;

import java.util.UUID;

/**
 * Something that a person has to settle before a request is ready.
 *
 * @param kind missing, not_met, conflict, confirm, unreadable, quarantined or no_policy
 * @param text what to do, in words
 * @param criterion which criterion, or null
 * @param document which document, or null
 * @param page which page of it, or null
 */
public record OpenItem(String kind, String text, String criterion, UUID document, Integer page) {}
