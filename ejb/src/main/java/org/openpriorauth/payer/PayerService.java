package org.openpriorauth.payer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.Payer;
import org.openpriorauth.payer.model.PayerRepository;

/** The payers that a clinic deals with. */
@Stateless
public class PayerService {
  @Inject PayerRepository payers;

  /**
   * @param standardHours the payer's clock for routine requests, from proof of submission
   * @param expeditedHours the same for urgent and emergent ones
   */
  public record PayerView(
      UUID id,
      String name,
      String payerCode,
      boolean impactedByCms0057,
      long standardHours,
      long expeditedHours) {
    static PayerView of(Payer payer) {
      return new PayerView(
          payer.id(),
          payer.name(),
          payer.payerCode(),
          payer.impactedByCms0057(),
          payer.clock(false).toHours(),
          payer.clock(true).toHours());
    }
  }

  @Requires("payer:read")
  public List<PayerView> list(Caller caller) {
    return payers.active(caller.clinic()).stream().map(PayerView::of).toList();
  }
}
