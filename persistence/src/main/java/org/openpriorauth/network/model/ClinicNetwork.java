package org.openpriorauth.network.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;

/** A range of addresses from which a clinic may be used. */
@Entity
@Table(name = "clinic_network")
public class ClinicNetwork {
  @Id private UUID id;

  @Column(name = "clinic_id", updatable = false)
  private UUID clinicId;

  private String network;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private UUID createdBy;

  /** For JPA. */
  protected ClinicNetwork() {}

  public ClinicNetwork(ClinicId clinic, UUID actor, Instant at, Network network) {
    this.id = Ids.next();
    this.clinicId = clinic.value();
    this.network = network.toString();
    this.createdAt = at;
    this.createdBy = actor;
  }

  public Network network() {
    return Network.of(network);
  }
}
