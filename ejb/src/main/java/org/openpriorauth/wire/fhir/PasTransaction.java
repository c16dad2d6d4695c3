package org.openpriorauth.wire.fhir;

import java.time.Instant;

/**
 * One exchange with a payer.
 *
 * @param bundle the sender's own number of the exchange; the same text sent again keeps it
 * @param claim the trace number (TRN); its system is {@code urn:trnorg:} and the clinic's TRN03
 *     (profile-claim-base). An inquiry has one of its own.
 * @param at when the text was made
 * @param route the X12 addresses, or null when payer and clinic have agreed on none
 */
public record PasTransaction(PasIdentifier bundle, PasIdentifier claim, Instant at, Route route) {

  /**
   * Who sends and who receives, as the payer's X12 gateway knows them (ISA06 and GS02, ISA08 and
   * GS03). A PAS 2.2 payer filters notifications by the sender.
   */
  public record Route(String sender, String receiver) {}
}
