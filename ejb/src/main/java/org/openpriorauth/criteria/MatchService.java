package org.openpriorauth.criteria;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.criteria.Facts.Fact;
import org.openpriorauth.criteria.Facts.Part;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.model.PriorAuthRepository;

/** Holds facts and documents against a policy for who only wants the verdict: nothing is kept. */
@Stateless
public class MatchService {
  @Inject PackChoice packs;
  @Inject ClinicRepository clinics;
  @Inject PriorAuthRepository requests;
  @Inject PatientService patients;
  @Inject ExtractionService extractions;
  @Inject ChartPassages passages;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.extraction.doubt-below")
  double doubtBelow;

  /**
   * A whole pack, or the id of one that is there, or payer and service to choose one by.
   *
   * @param version null for the one that is in force on the day of the order
   * @param payerId needed to choose by service; else says whose pack of that id is meant
   * @param code of the service; also a fact of the kind {@code request}
   * @param facts things with {@code kind} and parts
   * @param documentIds of one patient
   * @param orderedOn null for today
   */
  public record Question(
      PolicyPack policy,
      String policyId,
      String version,
      UUID payerId,
      String code,
      List<String> diagnosisCodes,
      List<Map<String, String>> facts,
      List<UUID> documentIds,
      LocalDate orderedOn) {
    public Question {
      diagnosisCodes = diagnosisCodes == null ? List.of() : diagnosisCodes;
      facts = facts == null ? List.of() : facts;
      documentIds = documentIds == null ? List.of() : documentIds;
    }
  }

  /**
   * @param authorization required or not_required
   * @param missing criteria to see to, on the shortest way to met
   */
  public record Answer(
      Assessment.Policy policy,
      String authorization,
      Verdict verdict,
      List<Matched.Criterion> criteria,
      List<String> missing,
      List<String> alternatives) {}

  /**
   * @throws Problem INVALID with every fault at once, POLICY_NOT_FOUND, PAYER_NOT_FOUND,
   *     DOCUMENT_NOT_FOUND
   */
  @Requires("pa:read")
  public Answer match(Caller caller, Question question) {
    List<Fault> faults = MatchCheck.faults(question);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), clinics.get(caller.clinic()).zone());
    LocalDate day = question.orderedOn() == null ? today : question.orderedOn();
    PackChoice.Chosen chosen = packs.choose(caller, question, day);
    List<ExtractionService.View> documents =
        extractions.ofDocuments(caller, question.documentIds());
    List<Fact> facts = new ArrayList<>(GivenFacts.of(question.facts()));
    if (question.code() != null) {
      facts.add(request(question));
    }
    if (!documents.isEmpty()) {
      facts.add(
          ChartFacts.patient(patients.get(caller, patient(caller, documents)).identity(), today));
      facts.addAll(
          new ChartFacts(doubtBelow, clinics.get(caller.clinic()).unseenFrom()).of(documents));
    }
    documents.forEach(document -> written(caller, document, chosen.pack()));
    Matched matched =
        Matcher.match(
            chosen.pack(),
            new Facts(today, day, facts).with(passages.byWords(caller.clinic(), documents)),
            Set.of());
    return answer(chosen, matched);
  }

  private static Answer answer(PackChoice.Chosen chosen, Matched matched) {
    PolicyPack pack = chosen.pack();
    return new Answer(
        new Assessment.Policy(chosen.row(), pack.id(), pack.version(), pack.title(), pack.source()),
        pack.authorization(),
        matched.verdict(),
        matched.criteria(),
        matched.missing(),
        pack.alternatives() == null ? List.of() : pack.alternatives());
  }

  private static Fact request(Question question) {
    return new Fact(
        "request",
        Map.of(
            "code", Part.known(question.code()),
            "diagnosis", Part.known(String.join(" ", question.diagnosisCodes()))));
  }

  /** Whose the documents are, that must all be read: two people's facts prove nothing together. */
  private UUID patient(Caller caller, List<ExtractionService.View> documents) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (documents.get(i).read() == null) {
        String detail = "The document is not read, or cannot be.";
        faults.add(new Fault("/document_ids/" + i, "not_read", detail));
      }
    }
    List<UUID> people =
        documents.stream()
            .map(view -> view.document().priorAuthorizationId())
            .distinct()
            .map(id -> requests.get(caller.clinic(), id).order().patientId())
            .distinct()
            .toList();
    if (people.size() > 1) {
      faults.add(new Fault("/document_ids", "patients", "The documents are of several patients."));
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return people.get(0);
  }

  private void written(Caller caller, ExtractionService.View document, PolicyPack pack) {
    UUID id = document.document().id();
    Map<String, Object> detail = Map.of("policy", pack.id(), "version", pack.version());
    audited.fire(new Audited(caller, "criteria.match", "clinical_document", id, detail));
  }
}
