/**
 * A payer for tests and demonstrations: it speaks the wire format of Da Vinci PAS 2.2.1, decides by
 * rules that anyone can read, keeps a ledger that survives {@code kill -9}, and misbehaves when it
 * is told to. It shares no code with the product that it tests, so that a mistake made there is not
 * made here again.
 *
 * <p>Doors, all on 127.0.0.1:
 *
 * <ul>
 *   <li>{@code POST /fhir/Claim/$submit}: a bare request Bundle; answered by a response Bundle, or
 *       by a status of 4xx and one OperationOutcome when its structure is broken. The same Bundle
 *       or Claim identifier again gets the first answer; with other content it gets 409.
 *   <li>{@code POST /fhir/Claim/$inquire}: query by example; Parameters of {@code return} Bundles.
 *   <li>{@code /fhir/Subscription}: rest-hook subscriptions to decisions on pended requests, with
 *       {@code $status} and {@code $events}.
 *   <li>{@code GET /rules}, {@code GET /ledger?after=n}, {@code /ledger/{n}}, {@code
 *       /ledger/{n}/bundle}, {@code /ledger/{n}/answer}, {@code GET /health}, and {@code GET /} for
 *       people.
 *   <li>{@code POST /control/next}: orders one {@link
 *       org.openpriorauth.simulator.control.Behaviour}; {@code GET} and {@code DELETE /control}
 *       list and clear the orders; {@code POST /control/decide-now} makes all outstanding
 *       decisions; {@code POST /control/reset} empties the ledger when that is allowed.
 * </ul>
 *
 * <p>Inside: {@code desk} is where the payer works, {@code intake} checks what comes in, {@code
 * adjudication} decides, {@code answer} writes what goes out, {@code ledger} keeps it, {@code
 * subscription} tells of it, {@code control} holds the orders, {@code door} is HTTP, {@code wire}
 * is JSON and FHIR.
 */
package org.openpriorauth.simulator;
