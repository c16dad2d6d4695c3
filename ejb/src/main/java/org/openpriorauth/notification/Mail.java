package org.openpriorauth.notification;

/**
 * A mail to one person, in plain text: it says what to do and nothing of any patient.
 *
 * @param kind what it is for, e.g. {@code invitation}
 */
public record Mail(String kind, String to, String subject, String text) {}
