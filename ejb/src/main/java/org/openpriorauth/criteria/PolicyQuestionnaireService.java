package org.openpriorauth.criteria;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.model.PolicyRepository;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Problem.Fault;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.payer.model.PayerRepository;
import org.openpriorauth.wire.fhir.Questionnaires;

/** Packs as Questionnaires of FHIR R4, and payers' Questionnaires as drafts of packs. */
@Stateless
public class PolicyQuestionnaireService {
  /** Of a Questionnaire or the package that it comes in. */
  public static final int MOST_BYTES = 1024 * 1024;

  private static final int MOST_CODES = 100;
  private static final int LONGEST_CODE = 50;

  @Inject PolicyRepository policies;
  @Inject PayerRepository payers;
  @Inject PackVersions versions;

  /**
   * One version of a pack.
   *
   * @return JSON
   * @throws Problem POLICY_NOT_FOUND
   */
  @Requires("policy:read")
  public String questionnaire(Caller caller, UUID id) {
    PolicyRepository.Row row =
        policies
            .find(caller.clinic(), id)
            .orElseThrow(() -> Problem.of(ErrorCode.POLICY_NOT_FOUND));
    return written(caller, PolicyService.read(row.content()), row.payerId() + " " + row.packId());
  }

  /**
   * @return JSON
   * @throws Problem POLICY_NOT_FOUND
   */
  @Requires("policy:read")
  public String example(Caller caller, String id) {
    PolicyPack pack =
        ExamplePacks.find(id).orElseThrow(() -> Problem.of(ErrorCode.POLICY_NOT_FOUND));
    return written(caller, pack, id);
  }

  /**
   * @param whose the same for all versions of a pack and no other
   */
  private String written(Caller caller, PolicyPack pack, String whose) {
    String url = "urn:uuid:" + UUID.nameUUIDFromBytes(whose.getBytes(StandardCharsets.UTF_8));
    return Questionnaires.write(PackQuestionnaire.of(pack, url, versions.today(caller)));
  }

  /**
   * Turns a payer's form into a draft, and keeps nothing.
   *
   * @param json a Questionnaire, or a package with one
   * @param payerId whose rules they are; null if not said
   * @param codes of the services that they cover; empty if not said
   * @throws Problem INVALID with every fault at once, TOO_LARGE, PAYER_NOT_FOUND
   */
  @Requires("policy:change")
  public PolicyDraft draft(Caller caller, String json, UUID payerId, List<String> codes) {
    if (json.length() > MOST_BYTES) {
      throw Problem.of(ErrorCode.TOO_LARGE, "A Questionnaire may have at most 1 MiB.");
    }
    if (codes.size() > MOST_CODES
        || codes.stream().anyMatch(code -> code.isBlank() || code.length() > LONGEST_CODE)) {
      throw Problem.invalid(
          "/code",
          "size",
          "At most %d codes of 1 to %d characters.".formatted(MOST_CODES, LONGEST_CODE));
    }
    String payerCode = payerId == null ? null : payers.get(caller.clinic(), payerId).payerCode();
    Questionnaires.Reading reading = Questionnaires.read(json);
    if (!reading.faults().isEmpty()) {
      throw Problem.invalid(
          reading.faults().stream()
              .map(wrong -> new Fault(wrong.pointer(), wrong.code(), wrong.detail()))
              .toList());
    }
    return QuestionnaireDraft.of(reading.form(), payerCode, codes);
  }
}
