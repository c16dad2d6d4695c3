package org.openpriorauth.packet;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.chart.DocumentView;
import org.openpriorauth.chart.Documents;
import org.openpriorauth.clinic.model.Clinic;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.clinic.model.Provider;
import org.openpriorauth.clinic.model.ProviderRepository;
import org.openpriorauth.criteria.Assessment;
import org.openpriorauth.criteria.Assessor;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.patient.CoverageService;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.payer.model.Payer;
import org.openpriorauth.payer.model.PayerRepository;
import org.openpriorauth.priorauth.OrderWords;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.priorauth.model.RequestedItem;

/** All that is known of a request, taken in one transaction, for its packet and its message. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PacketSource {
  @Inject PriorAuthRepository requests;
  @Inject ClinicRepository clinics;
  @Inject ProviderRepository providers;
  @Inject PayerRepository payers;
  @Inject PatientService patients;
  @Inject CoverageService coverages;
  @Inject ExtractionService extractions;
  @Inject Documents documents;
  @Inject OrderWords words;
  @Inject LetterRecord letters;
  @Inject Assessor assessor;
  @Inject Clock clock;

  /**
   * @param today in the clinic's zone
   * @param performing empty if the clinic performs the service itself
   * @param names of the documents, in their order
   * @param statement as a person wrote it, if anybody did
   */
  public record Known(
      PriorAuthorization request,
      List<RequestedItem> items,
      OrderWords.Words words,
      LocalDate today,
      Clinic clinic,
      Payer payer,
      PatientIdentity patient,
      CoverageService.CoverageView coverage,
      Optional<Provider.Details> ordering,
      Optional<Provider.Details> performing,
      Assessment assessment,
      List<ExtractionService.View> read,
      List<DocumentView> names,
      Optional<KeptLetter> statement) {}

  /**
   * @throws Problem PA_NOT_FOUND, NOT_ASSESSED
   */
  @Requires("pa:read")
  public Known of(Caller caller, UUID id) {
    // First: if the order changes while this is read, the packet bears an old date and is made
    // anew.
    Assessment assessment =
        assessor.find(caller, id).orElseThrow(() -> Problem.of(ErrorCode.NOT_ASSESSED));
    PriorAuthorization request = requests.get(caller.clinic(), id);
    PriorAuthorization.Order order = request.order();
    Clinic clinic = clinics.get(caller.clinic());
    return new Known(
        request,
        request.items(),
        words.of(request),
        LocalDate.ofInstant(clock.instant(), clinic.zone()),
        clinic,
        payers.get(caller.clinic(), order.payerId()),
        patients.get(caller, order.patientId()).identity(),
        coverages.list(caller, order.patientId()).stream()
            .filter(c -> c.id().equals(order.coverageId()))
            .findFirst()
            .orElseThrow(() -> Problem.of(ErrorCode.COVERAGE_NOT_FOUND)),
        provider(caller, order.providers().ordering()),
        provider(caller, order.providers().performing()),
        assessment,
        extractions.ofRequest(caller, id).stream().filter(v -> !v.takenOut()).toList(),
        documents.ofRequest(caller, id),
        letters.latest(caller, id, LetterKind.NECESSITY));
  }

  private Optional<Provider.Details> provider(Caller caller, UUID id) {
    return Optional.ofNullable(id).map(p -> providers.get(caller.clinic(), p).details());
  }
}
