package org.openpriorauth.packet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.packet.PacketSource.Known;

/** Lays a request out as a packet: what is said, what shows it, and the pages themselves. */
@ApplicationScoped
public class PacketComposer {
  private static final String NOTICE =
      "This packet holds health information protected by federal law (45 CFR 164). If it reached"
          + " you by mistake, call the sender, and destroy it unread.";

  /**
   * The same facts give the same content.
   *
   * @param statement as it was checked
   */
  public PacketContent compose(Known known, LetterGround ground, Letter statement) {
    return new PacketContent(
        cover(known),
        form(known),
        statement,
        Optional.empty(),
        ground.facts().criteria(),
        ground.documents());
  }

  private static CoverSheet cover(Known known) {
    return new CoverSheet(
        new CoverSheet.Sender(
            known.clinic().name(),
            known.clinic().npi(),
            known.clinic().taxId(),
            known.clinic().phone(),
            known.clinic().fax(),
            known.clinic().address().lines()),
        known.payer().name(),
        "Utilization management",
        known.request().paNumber(),
        known.today(),
        known.request().order().priority(),
        NOTICE);
  }

  private static RequestForm form(Known known) {
    var numbers = known.coverage().numbers();
    var terms = known.coverage().terms();
    return new RequestForm(
        new RequestForm.Patient(
            known.patient().name(),
            known.patient().birthDate(),
            known.patient().sex(),
            known.patient().mrn(),
            known.patient().phone()),
        new RequestForm.Coverage(
            numbers.memberId(), numbers.groupNumber(), numbers.plan(), terms.relationship()),
        known.ordering().map(PacketComposer::provider),
        known.performing().map(PacketComposer::provider),
        known.items().stream()
            .map(
                item ->
                    new RequestForm.Item(
                        item.sequence(),
                        item.service().codeSystem().toUpperCase(Locale.ROOT),
                        item.service().code(),
                        known.words().beside(item),
                        item.service().units().stripTrailingZeros().toPlainString(),
                        item.service().diagnosisCodes()))
            .toList(),
        known.request().order().orderedOn());
  }

  private static RequestForm.Provider provider(Provider.Details details) {
    return new RequestForm.Provider(details.fullName(), details.npi());
  }
}
