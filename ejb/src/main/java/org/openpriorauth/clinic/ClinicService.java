package org.openpriorauth.clinic;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;

/** The clinic that the caller works in. */
@Stateless
public class ClinicService {
  @Inject ClinicRepository clinics;

  public record ClinicView(UUID id, String name, String npi, String timeZone) {
    static ClinicView of(Clinic clinic) {
      return new ClinicView(clinic.id(), clinic.name(), clinic.npi(), clinic.zone().getId());
    }
  }

  @Requires("clinic:read")
  public ClinicView current(Caller caller) {
    return ClinicView.of(clinics.get(caller.clinic()));
  }
}
