package org.openpriorauth.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.criteria.model.AssessmentRepository;
import org.openpriorauth.criteria.model.PolicyRepository;
import org.openpriorauth.extraction.ExtractionService;
import org.openpriorauth.extraction.Findings;
import org.openpriorauth.extraction.ReadingChanged;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Happened;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.patient.PatientIdentity;
import org.openpriorauth.patient.PatientService;
import org.openpriorauth.priorauth.Moves;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthState;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.wire.json.Json;

/**
 * Holds a request against its payer's rules whenever something about its documents changes, in that
 * transaction, and moves it between REVIEW and READY.
 */
@ApplicationScoped
public class Assessor {
  private static final String CONTENT = "assessment.content";
  static final String CRITERION = "criterion:";

  @Inject PriorAuthRepository requests;
  @Inject ClinicRepository clinics;
  @Inject PatientService patients;
  @Inject ExtractionService extractions;
  @Inject ChartPassages passages;
  @Inject Findings findings;
  @Inject PolicyRepository policies;
  @Inject AssessmentRepository assessments;
  @Inject Moves moves;
  @Inject FieldCipher cipher;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.extraction.doubt-below")
  double doubtBelow;

  void on(@Observes ReadingChanged event) {
    assess(event.caller(), event.request());
  }

  void on(@Observes Happened event) {
    if (event.kind().equals("changed")) {
      if (Boolean.TRUE.equals(event.detail().get("substance"))) {
        withdraw(event.caller(), event.request());
      }
      assess(event.caller(), event.request());
    }
  }

  /** What was declared met was so for the service and the payer of then. */
  private void withdraw(Caller caller, UUID request) {
    for (String criterion : overridden(caller, request)) {
      findings.say(
          caller, request, CRITERION + criterion, "withdrawn", new Findings.Said(null, null));
    }
  }

  /** Does nothing for a request that is past READY: what was sent stays as it was judged. */
  public void assess(Caller caller, UUID id) {
    PriorAuthorization request = requests.lock(caller.clinic(), id);
    if (request.state() != PriorAuthState.REVIEW && request.state() != PriorAuthState.READY) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), clinics.get(caller.clinic()).zone());
    Optional<Pack> pack = pack(caller, request, today);
    Assessment assessment = assessment(caller, request, pack, today);
    // What says nothing new keeps its date: a packet made from it stays good.
    if (find(caller, id).filter(before -> before.says(assessment)).isEmpty()) {
      keep(caller, id, assessment);
    }
    move(caller, request, pack, assessment);
  }

  public Optional<Assessment> find(Caller caller, UUID request) {
    return assessments
        .find(caller.clinic(), request)
        .map(r -> Json.read(cipher.open(CONTENT, request, r.content()), Assessment.class));
  }

  private record Pack(UUID row, PolicyPack content) {}

  private Optional<Pack> pack(Caller caller, PriorAuthorization request, LocalDate today) {
    Set<String> codes =
        request.items().stream().map(i -> i.service().code()).collect(Collectors.toSet());
    Set<String> diagnoses =
        request.items().stream()
            .flatMap(i -> i.service().diagnosisCodes().stream())
            .collect(Collectors.toSet());
    return policies.inForce(caller.clinic(), request.order().payerId(), today).stream()
        .map(row -> new Pack(row.id(), PolicyService.read(row.content())))
        .filter(p -> p.content().appliesTo().covers(codes, diagnoses))
        .findFirst();
  }

  private Assessment assessment(
      Caller caller, PriorAuthorization request, Optional<Pack> pack, LocalDate today) {
    List<ExtractionService.View> documents = extractions.ofRequest(caller, request.id());
    PatientIdentity patient = patients.get(caller, request.order().patientId()).identity();
    String basis = Basis.of(request, patient, documents);
    List<OpenItem> open = new ArrayList<>(OpenItems.of(documents, request.items()));
    if (request.order().providers().ordering() == null) {
      open.add(new OpenItem("missing", "Say who orders the service.", null, null, null));
    }
    Set<String> overridden = overridden(caller, request.id());
    if (pack.isEmpty()) {
      if (!overridden.contains("policy")) {
        String text =
            "No policy pack of this payer covers the service: import it, or ask the payer.";
        open.add(new OpenItem("no_policy", text, "policy", null, null));
      }
      return new Assessment(null, null, List.of(), open, List.of(), basis, clock.instant());
    }
    PolicyPack content = pack.get().content();
    ChartPassages.Looking looking = passages.of(caller.clinic(), request.id(), documents);
    Facts facts =
        new ChartFacts(doubtBelow, clinics.get(caller.clinic()).unseenFrom())
            .of(today, request.order().orderedOn(), patient, request.items(), documents)
            .with(looking);
    Matched matched = Matcher.match(content, facts, overridden);
    looking.askFor(matched.missing());
    open.addAll(OpenItems.of(matched));
    return new Assessment(
        new Assessment.Policy(
            pack.get().row(), content.id(), content.version(), content.title(), content.source()),
        matched.verdict(),
        matched.criteria(),
        open,
        content.alternatives() == null ? List.of() : content.alternatives(),
        basis,
        clock.instant());
  }

  private Set<String> overridden(Caller caller, UUID request) {
    return findings.said(caller.clinic(), request).values().stream()
        .filter(v -> v.part().startsWith(CRITERION) && v.verdict().equals("overridden"))
        .map(v -> v.part().substring(CRITERION.length()))
        .collect(Collectors.toSet());
  }

  private void keep(Caller caller, UUID request, Assessment assessment) {
    assessments.save(
        caller.clinic(),
        new AssessmentRepository.Row(
            request,
            assessment.policy() == null ? null : assessment.policy().row(),
            assessment.complete(),
            assessment.open().size(),
            cipher.seal(CONTENT, request, Json.bytes(assessment)),
            assessment.assessedAt()));
    Map<String, Object> detail = new HashMap<>(Map.of("open", assessment.open().size()));
    if (assessment.policy() != null) {
      detail.put("policy", assessment.policy().id());
      detail.put("version", assessment.policy().version());
      detail.put("verdict", assessment.verdict().word());
    }
    happened.fire(new Happened(caller, request, "assessed", detail));
  }

  private void move(
      Caller caller, PriorAuthorization request, Optional<Pack> pack, Assessment assessment) {
    boolean required =
        pack.map(p -> !"not_required".equals(p.content().authorization())).orElse(true);
    if (!required && request.state() == PriorAuthState.READY) {
      moves.move(caller, request, PriorAuthState.REVIEW);
    }
    if (!required && request.state() == PriorAuthState.REVIEW) {
      moves.move(caller, request, PriorAuthState.NOT_REQUIRED);
    } else if (assessment.complete() && request.state() == PriorAuthState.REVIEW) {
      moves.move(caller, request, PriorAuthState.READY);
    } else if (!assessment.complete() && request.state() == PriorAuthState.READY) {
      moves.move(caller, request, PriorAuthState.REVIEW);
    }
  }
}
