package org.openpriorauth.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openpriorauth.container.outside.TestedEar;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.packet.PacketService;
import org.openpriorauth.packet.model.PacketRepository;

/** Which packet counts. */
@ExtendWith(ArquillianExtension.class)
class PacketsInContainer {
  private static final Instant BEFORE = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-22T12:00:01Z");

  @Inject Clinics clinics;
  @Inject Transactions transactions;
  @Inject PacketRepository packets;
  @Inject PacketService service;

  @Deployment
  static EnterpriseArchive ear() {
    return TestedEar.with(PacketsInContainer.class.getPackage());
  }

  @Test
  void aSlowTurnOverAnOlderAssessmentDoesNotTakeTheNewPacketsPlace() {
    Caller caller = Clinics.staff(clinics.first());
    UUID request = clinics.request(caller).id();
    UUID fresh = add(caller, request, AFTER, AFTER.plusSeconds(9));
    add(caller, request, BEFORE, AFTER.plusSeconds(10));
    assertThat(service.row(caller, request).id()).isEqualTo(fresh);
    assertThat(service.made(caller, request, AFTER, 0)).isTrue();
  }

  private UUID add(Caller caller, UUID request, Instant assessed, Instant finished) {
    UUID id = UUID.randomUUID();
    return transactions.in(
        caller.clinic(),
        em -> {
          packets.add(
              caller.clinic(),
              new PacketRepository.Row(
                  id, request, "initial", assessed, 0, new byte[32], 1, 1, new byte[1], finished));
          return id;
        });
  }
}
