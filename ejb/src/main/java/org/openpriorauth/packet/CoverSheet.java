package org.openpriorauth.packet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.openpriorauth.priorauth.model.Priority;

/**
 * The first page: who sends what to whom. It names no patient: a cover lies open on a fax machine.
 *
 * @param recipient a person or department at the payer, or empty
 * @param notice what a wrong recipient is told
 */
public record CoverSheet(
    Sender clinic,
    String payer,
    String recipient,
    String paNumber,
    LocalDate date,
    Priority priority,
    String notice) {
  /** What is usual on a cover with health information behind it (45 CFR 164.530(c)). */
  public static final String STANDARD_NOTICE =
      "These pages hold protected health information and are meant only for the addressee. If they"
          + " reached you by mistake, please do not read, copy or pass them on: call the number"
          + " above, and destroy them.";

  public CoverSheet {
    Objects.requireNonNull(clinic);
    Objects.requireNonNull(date);
    Objects.requireNonNull(priority);
    payer = Given.orEmpty(payer);
    recipient = Given.orEmpty(recipient);
    paNumber = Given.required(paNumber, "paNumber");
    notice = Given.orEmpty(notice);
  }

  /**
   * The clinic as the payer knows it.
   *
   * @param address lines, none if it is not known
   */
  public record Sender(
      String name, String npi, String taxId, String phone, String fax, List<String> address) {
    public Sender {
      name = Given.required(name, "name");
      npi = Given.orEmpty(npi);
      taxId = Given.orEmpty(taxId);
      phone = Given.orEmpty(phone);
      fax = Given.orEmpty(fax);
      address = List.copyOf(address);
    }
  }
}
