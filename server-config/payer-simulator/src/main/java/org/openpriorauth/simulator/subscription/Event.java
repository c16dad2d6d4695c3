package org.openpriorauth.simulator.subscription;

import java.time.Instant;
import org.openpriorauth.simulator.ledger.Journal;

/**
 * Something that a subscriber is told.
 *
 * @param number counted per subscription, from 1
 * @param n the ledger entry that it is about
 * @param at when it happened
 * @param sendAt when it may be sent
 * @param answer where the answer lies that goes with it
 * @param withheld whether it is never sent, only shown when asked for
 */
record Event(
    int number, int n, Instant at, Instant sendAt, Journal.Place answer, boolean withheld) {}
