package org.openpriorauth.packet;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Who stands for the statement.
 *
 * @param credential MD, NP …, or empty
 */
public record Signature(String name, String credential, LocalDate signedOn) {
  public Signature {
    name = Given.required(name, "name");
    credential = Given.orEmpty(credential);
    Objects.requireNonNull(signedOn);
  }
}
