package org.openpriorauth.priorauth.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.Ids;

/**
 * One line of a request: a service or drug with its units and the diagnoses that call for it. What
 * people wrote beside the code is sealed, with the request.
 */
@Entity
@Table(name = "prior_authorization_item")
public class RequestedItem {
  /**
   * @param codeSystem cpt, hcpcs, ndc or rxnorm
   * @param units more than 0, at most three decimals
   * @param diagnosisCodes ICD-10-CM, the principal one first
   */
  public record Service(
      String codeSystem, String code, BigDecimal units, List<String> diagnosisCodes) {
    public Service {
      diagnosisCodes = List.copyOf(diagnosisCodes);
    }
  }

  @Id private UUID id;

  @Column(name = "clinic_id", updatable = false)
  private UUID clinicId;

  @Column(updatable = false)
  private int sequence;

  @Column(name = "code_system")
  private String codeSystem;

  private String code;
  private BigDecimal units;

  @Column(name = "diagnosis_codes")
  private String[] diagnosisCodes;

  /** For JPA. */
  protected RequestedItem() {}

  RequestedItem(ClinicId clinic, int sequence, Service service) {
    this.id = Ids.next();
    this.clinicId = clinic.value();
    this.sequence = sequence;
    become(service);
  }

  final void become(Service service) {
    codeSystem = service.codeSystem();
    code = service.code();
    units = service.units();
    diagnosisCodes = service.diagnosisCodes().toArray(String[]::new);
  }

  public int sequence() {
    return sequence;
  }

  public Service service() {
    return new Service(codeSystem, code, units, List.of(diagnosisCodes));
  }
}
